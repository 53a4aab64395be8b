"""Dossiers held against the lists: what follows for the target, and for those tied to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from screening import UK, Listed, held_against, list_of
from support import document, shaped

from sanctcheck.dossier.model import Dossier
from sanctcheck.screen.dossier.meeting import Meeting, meet
from sanctcheck.screen.screening import Wanted

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.screen.corpus import Corpus
    from sanctcheck.screen.dossier.note import Note

MIRO = Listed(
    "T1",
    "Miro Tadesz Korvanec",
    facts={"birthDate": ["1961-03-14"], "passportNumber": ["008812345"], "position": ["Director"]},
    reason="He directed the forced labour of detainees.",
)
COMPANY = Listed("T2", "Dunmere Quarry Holdings", "Company")


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return held_against(tmp_path, list_of(tmp_path, MIRO, COMPANY)).corpus


def meeting(corpus: Corpus, target: str, allegations: str = "") -> Meeting:
    text = f"""\
format: dossier/1
id: example
target: {{{target}}}
legal_basis: [{{regime: gb-ghr}}]
{allegations}
"""
    read = document(text)
    return meet(shaped(read.value, Dossier), read.value, corpus, Wanted())


def notes(corpus: Corpus, target: str) -> list[Note]:
    return list(meeting(corpus, target).notes)


def test_a_target_that_cannot_be_told_from_somebody_listed_is_said_with_what_would_tell(
    corpus: Corpus,
) -> None:
    (note,) = notes(corpus, "type: person, names: [{name: Miro Tadesz Korvanec}]")

    assert (note.rule, note.standard, note.severity) == ("namesake-listed", "target-told-apart", "warning")
    assert note.path == ("target",)
    assert note.listing == "opensanctions:T1"
    assert (
        "cannot be told from opensanctions T1, Miro Tadesz Korvanec under TEST since 2020-12-10"
        in note.message
    )
    assert "What would tell: the birth date (the listing says 1961-03-14)" in note.message
    assert "a passport number (the listing has 008812345)" in note.message
    assert note.remedy is not None
    assert "told_apart_from" in note.remedy


def test_a_year_of_birth_does_not_yet_tell(corpus: Corpus) -> None:
    (note,) = notes(corpus, "type: person, names: [{name: Miro Tadesz Korvanec}], born: 1961")

    assert note.rule == "namesake-listed"
    assert "the whole birth date (the dossier says 1961, the listing 1961-03-14)" in note.message


@pytest.mark.parametrize(
    "particular",
    ["born: 1990-02-01", "born: about 1990", "gender: female"],
)
def test_a_target_that_is_surely_another_gives_no_note(tmp_path: Path, particular: str) -> None:
    facts = {"birthDate": ["1961-03-14"], "gender": ["male"]}
    other = held_against(
        tmp_path, list_of(tmp_path, Listed("T1", "Miro Tadesz Korvanec", facts=facts))
    ).corpus

    assert notes(other, f"type: person, names: [{{name: Miro Tadesz Korvanec}}], {particular}") == []


@pytest.mark.parametrize(
    ("particular", "why"),
    [
        ("born: 1961-03-14", "the same birth date (1961-03-14)"),
        ("identifiers: [{kind: passport, number: '008812345'}]", "the same passport 008812345"),
    ],
)
def test_a_target_that_is_listed_already_is_said_with_programme_day_and_reasons(
    corpus: Corpus, particular: str, why: str
) -> None:
    (note,) = notes(corpus, f"type: person, names: [{{name: Miro Korvanec}}], {particular}")

    assert (note.rule, note.severity) == ("already-listed", "warning")
    assert (
        "already listed as opensanctions T1, Miro Tadesz Korvanec under TEST since 2020-12-10" in note.message
    )
    assert why in note.message
    assert "Stated reasons: He directed the forced labour of detainees." in note.message


@pytest.mark.parametrize(("status", "severity"), [("adopted", None), ("proposed", "warning")])
def test_the_listing_that_the_act_itself_led_to_is_no_warning(
    tmp_path: Path, status: str, severity: str | None
) -> None:
    ready = held_against(tmp_path, UK)
    text = f"""\
format: dossier/1
id: example
act: {{kind: initial-designation, status: {status}}}
target: {{type: person, names: [{{name: Miro Tadesz Korvanec}}], born: 1961-03-14}}
legal_basis: [{{regime: gb-ghr}}]
"""
    read = document(text)

    (note,) = meet(shaped(read.value, Dossier), read.value, ready.corpus, Wanted()).notes

    assert (note.rule, note.severity) == ("already-listed", severity)


def test_a_namesake_whom_the_dossier_tells_apart_is_settled(corpus: Corpus) -> None:
    found = meeting(
        corpus,
        "type: person, names: [{name: Miro Tadesz Korvanec}],"
        " told_apart_from: [{name: Miro Tadesz Korvanec, difference: The director is twenty years older.}]",
    )

    (hit,) = found.met[0].screened.hits
    assert not hit.is_open
    assert hit.told_apart == "The director is twenty years older."
    assert found.notes == ()


def test_telling_apart_from_somebody_else_settles_nothing(corpus: Corpus) -> None:
    found = notes(
        corpus,
        "type: person, names: [{name: Miro Tadesz Korvanec}],"
        " told_apart_from: [{name: Pavel Brodsky, difference: A physician.}]",
    )

    assert [note.rule for note in found] == ["namesake-listed"]


def test_a_number_that_belongs_to_a_listing_of_another_name_is_said(corpus: Corpus) -> None:
    (note,) = notes(
        corpus,
        "type: person, names: [{name: Pavel Brodsky}], identifiers: [{kind: passport, number: '0088-12345'}]",
    )

    assert (note.rule, note.standard, note.severity) == ("number-of-another", "target-identified", "warning")
    assert note.path == ("target", "identifiers")
    assert "passport 0088-12345 is also that of opensanctions T1, Miro Tadesz Korvanec" in note.message


def tie(to: str, says: str) -> str:
    return (
        f"type: person, names: [{{name: Pavel Brodsky}}], relationships: [{{to: {to}, kind: business{says}}}]"
    )


def test_an_associate_said_to_be_listed_who_is_not_is_said(corpus: Corpus) -> None:
    (note,) = notes(corpus, tie("Varnograd Stone", ", listed: true"))

    assert (note.rule, note.path) == ("associate-not-listed", ("target", "relationships", 0, "listed"))
    assert (
        "“Varnograd Stone” is said to be listed, and no listing comes near in opensanctions@" in note.message
    )
    assert "No listing under gb-ghr is known in any of them." in note.message


def test_an_associate_said_not_to_be_listed_who_may_be_is_said(corpus: Corpus) -> None:
    (note,) = notes(corpus, tie("Dunmere Quarry Holdings", ", listed: false"))

    assert note.rule == "associate-listed"
    assert "may be opensanctions T2, Dunmere Quarry Holdings" in note.message


@pytest.mark.parametrize("says", ["", ", listed: true"])
def test_an_associate_who_is_listed_as_said_or_of_whom_nothing_is_said_gives_no_note(
    corpus: Corpus, says: str
) -> None:
    assert notes(corpus, tie("Dunmere Quarry Holdings", says)) == []


def test_an_associate_who_is_listed_under_another_regime_is_not_listed_under_the_same_one(
    tmp_path: Path,
) -> None:
    ready = held_against(tmp_path, UK)

    (note,) = notes(ready.corpus, tie("Dunmere Quarry Holdings Ltd", ", listed: true"))

    assert note.rule == "associate-not-listed"
    assert "is said to be listed under the same regime. What comes near is gb-fcdo GAC9902" in note.message
    assert "and nothing under gb-ghr." in note.message


def test_those_named_are_looked_for_once_each_and_with_their_place(corpus: Corpus) -> None:
    allegations = """\
allegations:
  - id: A1
    summary: Bribes.
    conduct: bribery
    counterparties: [Dunmere Quarry Holdings, Varnograd Stone]
"""
    found = meeting(corpus, tie("Dunmere Quarry Holdings", ""), allegations)

    assert [(each.named.role, each.named.query.id) for each in found.met] == [
        ("target", "/target"),
        ("associate", "/target/relationships/0"),
        ("counterparty", "/allegations/0/counterparties/1"),
    ]


def test_what_is_protected_is_not_looked_for(corpus: Corpus) -> None:
    found = meeting(
        corpus,
        "type: person, names: [{name: Miro Tadesz Korvanec}], handling: {level: protected, because: Danger.}",
    )

    assert found.met == ()
    assert found.notes == ()
    assert found.protected == 1
