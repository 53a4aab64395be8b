"""What people judged of hits before, honoured and reported."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screening import Listed, asked, held_against, list_of

from sanctcheck.errors import UsageError
from sanctcheck.report.screening.pasted import blocks
from sanctcheck.screen.decisions import Decisions, identity, read_decisions
from sanctcheck.screen.parties import query_from
from sanctcheck.screen.screening import Screened, Wanted, screen_one

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.screen.corpus import Corpus

LENA = Listed("T1", "Lena Ostrander", facts={"birthDate": ["1970-04-01"]})


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return held_against(tmp_path, list_of(tmp_path, LENA)).corpus


def screen(
    corpus: Corpus, decisions: Decisions | None, name: str = "Lena Ostrander", **stated: str
) -> Screened:
    return screen_one(asked(name, **stated), corpus, Wanted(), decisions)


def decided(folder: Path, corpus: Corpus, judgment: str, **changes: str) -> Decisions:
    """A file with one judgment on the hit, as `--format decisions` gives it and a person fills it in."""
    block = "".join(blocks([screen(corpus, None)], headed=True))
    filled = (
        block.replace("‹same, different or unsure›", judgment)
        .replace("‹who judges›", "J. Officer")
        .replace("‹year-month-day›", "2026-05-04")
        .replace("‹what tells them apart, or shows that they are one›", "Seen the passport.")
    )
    for old, new in changes.items():
        filled = filled.replace(old, new)
    path = folder / "decisions.yaml"
    path.write_text(filled, encoding="utf-8")
    return read_decisions(path)


def test_a_hit_that_was_judged_to_be_another_stays_and_no_longer_counts(
    tmp_path: Path, corpus: Corpus
) -> None:
    found = screen(corpus, decided(tmp_path, corpus, "different"))

    (hit,) = found.hits
    assert not hit.is_open
    assert hit.judged is not None
    assert hit.judged.decision.because == "Seen the passport."
    assert found.open_hits == ()


@pytest.mark.parametrize("judgment", ["same", "unsure"])
def test_a_hit_that_is_the_same_or_not_sure_still_counts(
    tmp_path: Path, corpus: Corpus, judgment: str
) -> None:
    decisions = decided(tmp_path, corpus, judgment)

    found = screen(corpus, decisions)

    assert len(found.open_hits) == 1
    assert decisions.met[judgment] == 1


def test_a_judgment_ends_when_the_listing_changes(tmp_path: Path, corpus: Corpus) -> None:
    decisions = decided(tmp_path, corpus, "different")
    changed = Listed("T1", "Lena Ostrander", facts={"birthDate": ["1971-04-01"]})
    later = held_against(tmp_path, list_of(tmp_path, changed)).corpus

    (hit,) = screen(later, decisions).hits

    assert hit.is_open
    assert hit.judged is not None
    assert hit.judged.changed
    assert decisions.met == {"changed": 1}


def test_the_same_name_with_more_known_is_another_query(tmp_path: Path, corpus: Corpus) -> None:
    decisions = decided(tmp_path, corpus, "different")

    found = screen(corpus, decisions, dob="1970")

    assert len(found.open_hits) == 1
    assert [line for line, _ in decisions.unused()] == [4]


def test_a_judgment_that_no_hit_met_with_is_named_with_its_line(tmp_path: Path, corpus: Corpus) -> None:
    decisions = decided(tmp_path, corpus, "different")

    screen(corpus, decisions, "Grey Heron")

    ((line, decision),) = decisions.unused()
    assert (line, decision.listing) == (4, "opensanctions:T1")


def test_what_is_not_filled_in_is_refused_with_its_line(tmp_path: Path, corpus: Corpus) -> None:
    with pytest.raises(UsageError) as raised:
        decided(tmp_path, corpus, "‹same, different or unsure›")

    assert "decisions.yaml cannot be used for decisions. line 6:" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("format: decisions/2\n", "decisions/1"),
        ("[1, 2", "This is not YAML"),
        ("format: decisions/1\ndecisions: [{listing: a}]\n", "query"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(UsageError) as raised:
        read_decisions(path)

    assert says in str(raised.value)


def test_comments_stay_and_the_later_of_two_judgments_counts(tmp_path: Path, corpus: Corpus) -> None:
    (hit,) = screen(corpus, None).hits
    one = f"""\
        # Reviewed each quarter.
        format: decisions/1
        decisions:
          - {{query: {{name: LENA  ostrander}}, listing: "opensanctions:T1", judgment: different, by: A, day: 2026-05-04,
             because: No., seen: {hit.entry.digest}}}
          - {{query: {{name: Lena Ostrander}}, listing: "opensanctions:T1", judgment: unsure, by: B, day: 2026-05-05,
             because: Looked again., seen: {hit.entry.digest}}}
        """
    path = tmp_path / "decisions.yaml"
    path.write_text(textwrap.dedent(one), encoding="utf-8")

    (judged,) = screen(corpus, read_decisions(path)).hits

    assert judged.judged is not None
    assert judged.judged.decision.by == "B"


WORDS = st.text(alphabet="ABcdé '-", min_size=1, max_size=12).filter(str.strip)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4, unique_by=lambda text: text.strip().casefold()))
def test_order_and_case_make_no_other_query(names: list[str]) -> None:
    first, *others = names

    one = query_from(0, {"name": [first], "aliases": others})
    other = query_from(5, {"name": [first.upper()], "aliases": [text.lower() for text in reversed(others)]})

    assert identity(one.party) == identity(other.party)
