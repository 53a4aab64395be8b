"""The report on a dossier that lacks what others have, or has very much of it: said in words, and cut where it is too long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from support import FIXTURES, TODAY

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.finding import record_of
from sanctcheck.law.load import packaged_law
from sanctcheck.portrait.making import Circumstances, portrait_of
from sanctcheck.portrait.model import AllegationShown, DeadlineShown, ListMatch, ListMatches
from sanctcheck.portrait.visibility import OFFICE
from sanctcheck.report.dossier import closing, evidence, identity, opening, process
from sanctcheck.report.dossier.document import Facts, Section
from sanctcheck.report.dossier.docx_file import content
from sanctcheck.report.dossier.lettering import Lettering
from sanctcheck.report.dossier.texts import texts_of
from sanctcheck.report.dossier.told import Told
from sanctcheck.report.dossier.words import words
from sanctcheck.validation import Request, Validator

if TYPE_CHECKING:
    from sanctcheck.deadlines import Status

_DRAFT = (FIXTURES / "demo" / "draft.yaml").read_bytes()


@cache
def told(*, plain: bool = False) -> Told:
    """The draft of the demonstration, as a report tells of it."""
    checked = Validator(packaged_law(), Request(TODAY)).validate(
        Candidate(None, "a.yaml", by_name=True, content=_DRAFT)
    )
    assert checked is not None
    portrait = portrait_of(checked, OFFICE, Circumstances(TODAY, packaged_law()))
    assert portrait is not None
    return Told(portrait, record_of(checked), packaged_law().standards, words(plain=plain))


def changed(**parts: object) -> Told:
    """The same, with other parts of the portrait."""
    return replace(told(), portrait=replace(told().portrait, **parts))  # type: ignore[arg-type]


def said(*sections: Section) -> list[str]:
    return list(texts_of(sections))


def test_of_very_many_allegations_the_first_are_shown_and_the_others_are_counted() -> None:
    shown = AllegationShown("A1", "public", is_shown=True, summary="Beat them.", conduct="torture")
    hidden = AllegationShown("#2", "restricted", is_shown=False)
    texts = said(*evidence.sections(changed(allegations=(shown, hidden, *[shown] * 1_200))))

    assert "Beat them. (torture)" in texts
    assert "not shown (restricted)" in texts
    assert "And 1,102 more allegations. The dossier has all." in texts


def test_a_dossier_without_an_act_has_none_on_its_cover() -> None:
    assert words()["act"] in dict(opening.cover(told()).pairs)
    assert words()["act"] not in dict(opening.cover(changed(act=None)).pairs)


def found(**changes: object) -> ListMatches:
    match = ListMatch("target", "A", "B", "un", "7", "B", 0.91)
    return replace(ListMatches(3, 0, (match,), 0), **changes)  # type: ignore[arg-type]


def test_whom_nobody_looked_for_and_what_nobody_may_see_is_counted_beside_the_matches() -> None:
    texts = said(*identity.sections(changed(matches=found(protected=2, withheld=5))))

    assert (
        "Looked for: 3. Not looked for, because the dossier protects them: 2."
        " Matches that readers of this report may not see: 5."
    ) in texts
    assert words()["no_matches"] not in texts


@pytest.mark.parametrize(("matches", "withheld", "none"), [(1, 0, False), (0, 1, False), (0, 0, True)])
def test_no_match_is_said_only_where_none_is_withheld(matches: int, withheld: int, *, none: bool) -> None:
    every = found(withheld=withheld, matches=found().matches[:matches])
    texts = said(*identity.sections(changed(matches=every)))

    assert (words()["no_matches"] in texts) is none
    assert "Looked for: 3." in " ".join(texts)


def deadline(status: Status, day: date = TODAY) -> DeadlineShown:
    return DeadlineShown(
        regime="gb-ghr",
        rule="notice",
        what="The target is told",
        provisions=("s. 7",),
        verified="text",
        day=day,
        status=status,
        of_regime=False,
        effect="void",
        is_earliest=True,
    )


@pytest.mark.parametrize(
    ("day", "words_"),
    [
        (date(2026, 6, 1), "today at the earliest"),
        (date(2026, 6, 2), "in 1 day at the earliest"),
        (date(2026, 6, 3), "in 2 days at the earliest"),
        (date(2026, 5, 31), "overdue by 1 day"),
    ],
)
def test_a_day_that_the_law_sets_is_told_by_how_far_away_it_is(day: date, words_: str) -> None:
    texts = said(process.section(changed(deadlines=(deadline("due", day),), as_of=TODAY)))

    assert words_ in texts
    assert "The target is told Else: void" in texts


def test_where_all_was_done_in_time_nothing_is_said_to_be_due_and_nothing_to_be_missing() -> None:
    texts = said(process.section(changed(deadlines=(deadline("done"),))))

    assert "What is due" not in texts
    assert words()["no_deadlines"] not in texts


def test_a_step_that_has_to_be_done_by_a_day_says_so() -> None:
    step = told().portrait.steps[0]
    assert step.day is not None
    texts = said(process.section(changed(steps=(replace(step, due=step.day, detail=(), regime="gb-ghr"),))))

    assert f"due: {step.day.stated}; under gb-ghr" in texts


def test_a_plain_report_without_a_word_of_the_law_has_no_glossary() -> None:
    assert [each.name for each in closing.meanings(told(plain=True), ["a plain sentence"])] == ["words"]
    assert "glossary" in [each.name for each in closing.meanings(told(plain=True), ["the designation"])]
    assert [each.name for each in closing.meanings(told(), ["the designation"])] == ["words"]


def test_a_word_file_has_no_table_for_pairs_that_say_nothing() -> None:
    from reports import report

    document, _ = report(_DRAFT)
    empty = replace(document, sections=(Section("a", "A heading", (Facts(()),)),))

    assert content(empty)[:2] == b"PK"


def test_letters_of_a_script_without_a_font_are_romanised_and_each_script_is_named_once() -> None:
    lettering = Lettering({"Noto Sans CJK SC"})

    assert lettering.written("plain") == "plain"
    assert lettering.written("Орлан Ñandú") == "Орлан Ñandú"
    assert lettering.written("习 近平") == "习 近平"
    assert lettering.written("近平") == "近平"
    assert lettering.used == ["Noto Sans CJK SC"]
    assert lettering.said == ""
    assert lettering.written("ஆதவன் and ஆதவன்") == "[atvn] and [atvn]"
    assert lettering.written("ሀገር") == "[hager]"
    assert lettering.romanised == ["Tamil", "Ethiopic"]
    assert lettering.said.startswith("No font for Tamil and Ethiopic letters was at hand")
    assert lettering.written("ᏣᎳᎩ") == "[TsaLaGi]"
    assert lettering.romanised[-1] == "other"
