"""Names of people in characters: Japanese or Chinese, where a name ends and the next begins; and silent letters of Thai."""

from __future__ import annotations

import pytest

from sanctcheck.names.party import party_named
from sanctcheck.names.score import MATCH, compare

SAME = [
    ("Kenzo Murayama", "村山健三"),
    ("Murayama Kenzō", "村山 健三"),
    ("Yoshiko Arai", "新井芳子"),
    ("Shun Fujikawa", "藤川俊"),
    ("Takashi Sakaguchi", "坂口 隆"),
    ("Gao Mulin", "高木林"),  # 高木 is Takagi as well
    ("Sima Wen", "司马文"),  # 司 alone is Tsukasa
    ("Lin Guohua", "林 国华"),
    ("Somsak Chantra", "สมศักดิ์ จันทรา"),
    ("Wanchan Rattana", "วันจันทร์ รัตนา"),
]
OTHERS = [
    ("Kenzo Murayama", "村山洋子"),
    ("Kenzo Okada", "村山健三"),
    ("Gao Mulin", "高木健"),
]


@pytest.mark.parametrize(("latin", "written"), SAME)
def test_a_name_is_known_by_how_its_characters_are_read(latin: str, written: str) -> None:
    assert compare(party_named(latin, "person"), party_named(written, "person")).score >= 0.9


@pytest.mark.parametrize(("latin", "written"), OTHERS)
def test_another_name_is_another_one(latin: str, written: str) -> None:
    assert compare(party_named(latin, "person"), party_named(written, "person")).score < MATCH
