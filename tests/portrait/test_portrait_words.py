"""What a portrait says in words of what was stated in part only, or may not be seen by whom it is for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from screening import Listed, held_against, list_of
from support import NEUTRAL, TODAY, document, dossier, shaped

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.dossier.model import Period
from sanctcheck.law.load import packaged_law
from sanctcheck.portrait.evidence import Evidence
from sanctcheck.portrait.identity import during
from sanctcheck.portrait.making import Circumstances, portrait_of
from sanctcheck.portrait.matches import _settled
from sanctcheck.portrait.visibility import OFFICE, PUBLIC, THE_OFFICE, Sight
from sanctcheck.screen.dossier.checked import met_in_lists
from sanctcheck.screen.screening import Wanted
from sanctcheck.validation import Request, Validator

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.portrait.model import Level, ListMatches


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({}, None),
        ({"since": "2019"}, "since 2019"),
        ({"until": "2020-05"}, "until 2020-05"),
        ({"since": "2019", "until": "2020-05"}, "2019 to 2020-05"),
    ],
)
def test_a_stretch_of_time_is_said_as_far_as_it_is_known(stated: dict[str, str], said: str | None) -> None:
    assert during(shaped(stated, Period)) == said


def test_no_stretch_of_time_is_said_where_none_is_stated() -> None:
    assert during(None) is None


def test_an_exhibit_that_is_none_is_called_by_its_id_only_before_those_who_see_the_exhibits() -> None:
    open_one = document(NEUTRAL).value
    closed = {**open_one, "handling": "protected"}

    def label(value: Any) -> str:
        return Evidence(dossier("{}"), Sight(value, THE_OFFICE)).label("E9")

    assert label(open_one) == "E9"
    assert label(closed) == "#?"


def matches(folder: Path, shown: frozenset[Level]) -> ListMatches:
    """What the lists hold near the target and a tie of a dossier of which the tie is restricted."""
    lists = held_against(
        folder,
        list_of(folder, Listed("1", "Orlan Veskari Domarov"), Listed("2", "Tamsin Quillory Brandt")),
    )
    tie = "{id: R1, to: Tamsin Quillory Brandt, kind: kinship, handling: {level: restricted, because: x}}"
    text = NEUTRAL.replace(
        "names: [{name: Example Person}]",
        f"names: [{{name: Orlan Veskari Domarov}}], relationships: [{tie}]",
    )
    checked = Validator(packaged_law(), Request(TODAY)).validate(
        Candidate(None, "a.yaml", by_name=True, content=text.encode())
    )
    assert checked is not None
    meeting = met_in_lists(checked, lists.corpus, Wanted())
    portrait = portrait_of(checked, shown, Circumstances(TODAY, packaged_law()), meeting)
    assert portrait is not None
    assert portrait.matches is not None
    return portrait.matches


def test_of_matches_for_somebody_whom_a_reader_may_not_see_only_the_number_is_told(tmp_path: Path) -> None:
    everything, public = matches(tmp_path, OFFICE), matches(tmp_path, PUBLIC)

    assert {each.name for each in everything.matches} == {"Orlan Veskari Domarov", "Tamsin Quillory Brandt"}
    assert everything.withheld == 0
    assert {each.name for each in public.matches} == {"Orlan Veskari Domarov"}
    assert public.withheld == 1


@pytest.mark.parametrize(
    ("told_apart", "judgment", "closes", "said"),
    [
        ("born elsewhere", None, False, "the dossier tells them apart: born elsewhere"),
        ("", "different", True, "judged by a person: different"),
        ("", "unsure", False, ""),
        ("", None, False, ""),
    ],
)
def test_a_match_is_settled_by_the_dossier_or_by_a_judgment_that_closes_it(
    told_apart: str, judgment: str | None, *, closes: bool, said: str
) -> None:
    judged = judgment and SimpleNamespace(closes=closes, decision=SimpleNamespace(judgment=judgment))
    hit: Any = SimpleNamespace(told_apart=told_apart, judged=judged or None)

    assert _settled(hit) == said


def test_an_element_that_is_set_out_for_another_regime_is_no_row_under_this_one() -> None:
    elements = (
        "[{element: own-word, exhibits: []}, {element: of-others, regime: eu-ghr, exhibits: []},"
        " {element: of-this, regime: gb-ghr, exhibits: []}]"
    )
    text = NEUTRAL.replace("regime: example", "regime: gb-ghr") + (
        f"allegations: [{{id: A1, summary: x, conduct: torture, elements: {elements}}}]\n"
    )
    checked = Validator(packaged_law(), Request(TODAY)).validate(
        Candidate(None, "a.yaml", by_name=True, content=text.encode())
    )
    assert checked is not None
    portrait = portrait_of(checked, OFFICE, Circumstances(TODAY, packaged_law()))
    assert portrait is not None
    names = {row.element for matrix in portrait.matrices for row in matrix.rows}

    assert {"own-word", "of-this"} <= names
    assert "of-others" not in names
