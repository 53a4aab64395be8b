"""The record of a file for those who may not see all of it: what it repeats, names or stands on is told or withheld."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from support import TODAY, document

from sanctcheck.dossier.handling import Reader, reader
from sanctcheck.portrait.scrubbing import scrubbed
from sanctcheck.portrait.visibility import (
    OFFICE,
    PUBLIC,
    THE_OFFICE,
    Sight,
    hidden_texts,
    is_seen,
    level_at,
    reader_of,
    whole_level,
)
from sanctcheck.portrait.withholding import SAID_INSTEAD, withheld
from sanctcheck.reading.document import Place
from sanctcheck.reading.protection import WITHHELD
from sanctcheck.record import (
    About,
    Acceptance,
    Excerpt,
    FileRecord,
    Finding,
    RelatedPlace,
    Settled,
)
from sanctcheck.validation import Validated

PLACE = Place(3, 1, 3, 9)
DOSSIER = """\
format: dossier/1
id: example
target: {type: person, names: [{name: Example Person}]}
exhibits:
  - {id: E1, title: "A wire  from\\nthe Harbour master", kind: intelligence, cites: [E7], origin: dock, handling: {level: restricted, because: torture}}
  - {id: E2, title: A report, kind: un-report, handling: {level: public}}
  - {id: E3, title: A statement of somebody, kind: witness-statement, handling: {level: protected, because: fear}}
stated_facts: [{claim: "abc", handling: {level: restricted, because: xyz}}]
"""
FINDING = Finding(
    rule="source-graded",
    family="evidence",
    title="A title",
    message="Exhibit 2 has no grade.",
    place=PLACE,
    pointer=("exhibits", 1),
    related=(RelatedPlace(PLACE, ("exhibits", 1), "the report"),),
    named=("exhibits", "E2"),
    excerpt=Excerpt("  - {id: E2, title: A report}", 4, 8, 2),
    settled=Settled("accepted", "It is known.", "The head", date(2027, 1, 1), "a.toml:1"),
)


def validated(text: str = DOSSIER) -> Validated:
    return Validated(document(text), None, [])


def record(*findings: Finding, **changed: Any) -> FileRecord:
    made = FileRecord("a.yaml", "example", About("Example Person", "renewal", "adopted", "2026"), findings)
    return replace(made, **changed)


def told(finding: Finding, shown: Any = PUBLIC, text: str = DOSSIER) -> Finding:
    (found,) = withheld(record(finding), validated(text), shown).findings
    return found


def test_what_is_about_a_part_that_is_seen_stays_as_it_is() -> None:
    assert told(FINDING) == FINDING


def test_where_nothing_is_hidden_the_record_is_the_same() -> None:
    plain = DOSSIER.partition("exhibits")[0]
    every = record(FINDING)

    assert withheld(every, validated(plain), PUBLIC) is every


@pytest.mark.parametrize(("pointer", "office"), [(("exhibits", 0), False), (("exhibits", 2, "title"), False)])
def test_what_is_about_a_hidden_part_says_that_it_is_withheld(pointer: Any, *, office: bool) -> None:
    found = told(replace(FINDING, pointer=pointer))

    assert found.message == SAID_INSTEAD
    assert found.excerpt == Excerpt(None)
    assert (found.title, found.place, found.rule) == (FINDING.title, FINDING.place, FINDING.rule)
    assert found.named == FINDING.named
    assert found.settled == FINDING.settled
    # Whoever may see all else may know that there is a gap in what is protected: the record quotes nothing of it.
    assert (told(replace(FINDING, pointer=pointer), OFFICE).message == SAID_INSTEAD) is office


def test_what_rests_on_a_hidden_part_is_withheld_and_the_words_about_that_part_too() -> None:
    hidden = RelatedPlace(PLACE, ("exhibits", 0), "it says this")
    silent = RelatedPlace(PLACE, ("exhibits", 0), "")
    found = told(replace(FINDING, related=(*FINDING.related, hidden, silent)))

    assert found.message == SAID_INSTEAD
    assert [each.words for each in found.related] == ["the report", "", ""]
    assert [each.pointer for each in found.related] == [("exhibits", 1), ("exhibits", 0), ("exhibits", 0)]


@pytest.mark.parametrize(
    ("message", "is_told"),
    [
        ("“a WIRE from  the harbour ma…” is cited by nobody.", True),
        ("A wire from the hills is cited by nobody.", False),
        ("Exhibit E1 is cited by nobody.", True),
        ("Exhibit (E7) is cited by nobody.", True),
        ("It goes back to dock.", True),
        ("Exhibit E10 of xE1 is cited by nobody; E2 is.", False),
        ("It is about torture, intelligence, abc and xyz.", False),
        ("It is restricted.", False),
        ("", False),
    ],
)
def test_a_message_that_repeats_a_hidden_text_or_names_a_hidden_part_is_withheld(
    message: str, *, is_told: bool
) -> None:
    assert (told(replace(FINDING, message=message)).message == SAID_INSTEAD) is is_told


def test_of_a_finding_that_is_told_only_what_repeats_something_hidden_is_left_out() -> None:
    line = Excerpt("cites: [E1, E2]", 1, 5, 9)
    related = (RelatedPlace(PLACE, ("exhibits", 1), "drawn from E1"),)
    settled = replace(FINDING.settled or Settled("accepted"), reason="E1 is a wire.")
    found = told(
        replace(FINDING, excerpt=line, related=related, settled=settled, named=("exhibits", "E1", 0, "E2"))
    )

    assert found.message == FINDING.message
    assert found.excerpt == Excerpt(None)
    assert [each.words for each in found.related] == [""]
    assert found.settled == replace(settled, reason=WITHHELD, by=WITHHELD)
    assert found.named == ("exhibits", WITHHELD, 0, "E2")


def test_a_finding_without_a_line_or_a_reason_has_none() -> None:
    bare = replace(FINDING, excerpt=None, settled=Settled("baseline"), pointer=("exhibits", 0))

    assert told(bare).excerpt is None
    assert told(bare).settled == Settled("baseline")
    assert told(replace(bare, settled=None)).settled is None


def acceptance(reason: str, pointer: Any) -> Acceptance:
    return Acceptance("notification", reason, "The head", date(2027, 1, 1), "a.yaml", PLACE, pointer)


def test_an_accepted_gap_of_a_hidden_part_or_with_a_reason_that_tells_of_one_is_without_its_reason() -> None:
    every = (
        acceptance("It is known.", ("exhibits", 1)),
        acceptance("It is known.", ("exhibits", 0)),
        acceptance("E1 is a wire.", ("exhibits", 1)),
    )
    found = withheld(record(accepted=every), validated(), PUBLIC).accepted

    assert found[0] == every[0]
    assert [(each.reason, each.by) for each in found[1:]] == [(WITHHELD, WITHHELD)] * 2


def about(target: str, whole: str = "", shown: Any = PUBLIC) -> About | None:
    text = DOSSIER.replace("type: person", f"type: person{target}") + whole
    return withheld(record(), validated(text), shown).about


def test_whom_a_record_is_about_is_told_to_those_who_may_see_the_target() -> None:
    known = About("Example Person", "renewal", "adopted", "2026")
    restricted = ", handling: {level: restricted, because: x}"

    assert about("") == known
    assert about(restricted) == replace(known, name=WITHHELD)
    assert about(restricted, shown=OFFICE) == known
    assert about("", "handling: {level: protected}\n") == About(WITHHELD)
    assert about("", "handling: {level: protected}\n", OFFICE) == About(WITHHELD)
    assert withheld(record(about=None), validated(), PUBLIC).about is None


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        (("exhibits", 0), [True, False, False, False, False]),
        (("exhibits", 1), [True, True, True, True, False]),
        (("exhibits", 2), [False, False, False, False, False]),
        (("target",), [True, True, True, True, False]),
    ],
)
def test_who_sees_what(path: Any, seen: list[bool]) -> None:
    value = document(DOSSIER).value
    readers = [
        THE_OFFICE,
        reader("target"),
        reader("partner:GB"),
        reader_of(PUBLIC),
        Reader("nobody", frozenset()),
    ]

    assert [is_seen(value, path, each) for each in readers] == seen


def test_a_reader_is_taken_as_it_is_and_levels_are_the_reader_who_may_see_them() -> None:
    made = reader_of(frozenset({"public", "restricted", "protected", "unmarked"}))

    assert reader_of(THE_OFFICE) is THE_OFFICE
    assert made.sees == {"public", "restricted"}
    assert made.name == "levels"
    assert (THE_OFFICE.name, THE_OFFICE.is_given_gists) == ("office", False)


@pytest.mark.parametrize(
    ("value", "level"),
    [
        ({"handling": {"level": "official"}}, "official"),
        ({"handling": {"level": "secret"}}, "unmarked"),
        ({"handling": "public"}, "unmarked"),
        ({}, "unmarked"),
        ("x", "unmarked"),
    ],
)
def test_how_a_dossier_as_a_whole_is_marked(value: Any, level: str) -> None:
    assert whole_level(value) == level


def test_the_level_of_a_part_is_protected_within_what_is() -> None:
    value = document(DOSSIER + "handling: {level: protected}\n").value

    assert level_at(value, ("exhibits", 1)) == "protected"
    assert level_at(document(DOSSIER).value, ("exhibits", 0)) == "restricted"


def test_what_was_looked_at_is_counted_as_shown_or_withheld() -> None:
    sight = Sight(document(DOSSIER).value, reader("target"))

    assert [sight.look("exhibits", index) for index in range(3)] == [False, True, False]
    assert sight.seen == {"public"}
    assert dict(sight.withheld) == {"restricted": 1, "protected": 1}
    assert (sight.may_see("exhibits", 0), sight.level("exhibits", 0)) == (False, "restricted")


@pytest.mark.parametrize(
    ("whole", "office", "target"),
    [("", "unmarked", "public"), ("official", "official", "public"), ("restricted", "restricted", "public")],
)
def test_what_an_office_keeps_has_at_least_the_level_of_the_whole(
    whole: str, office: str, target: str
) -> None:
    value = document(DOSSIER + (f"handling: {{level: {whole}, because: x}}\n" if whole else "")).value

    assert Sight(value, THE_OFFICE).highest == office
    assert Sight(value, reader("target")).highest == target
    shown = Sight(value, THE_OFFICE)
    shown.look("exhibits", 0)
    assert shown.highest == "restricted"


def test_hidden_texts_come_with_the_field_in_which_they_stand() -> None:
    found = list(hidden_texts(document(DOSSIER).value, reader_of(OFFICE)))

    assert ("title", "A statement of somebody") in found
    assert ("id", "E3") in found
    assert not {"E1", "E2", "Example Person"} & {text for _, text in found}
    public = list(hidden_texts(document(DOSSIER).value, reader_of(PUBLIC)))
    assert ("cites", "E7") in public
    whole = document(DOSSIER + "handling: {level: protected}\n").value
    assert ("name", "Example Person") in list(hidden_texts(whole, reader_of(OFFICE)))


def test_every_text_of_a_portrait_is_scrubbed_and_nothing_else_is_touched() -> None:
    class Scrubs:
        def scrubbed(self, text: str) -> str:
            return text.upper()

    part: Any = replace(FINDING, due=TODAY, verified=None)
    guard: Any = Scrubs()
    found: Any = scrubbed(part, guard)

    assert found.message == "EXHIBIT 2 HAS NO GRADE."
    assert found.named == ("EXHIBITS", "E2")
    assert found.related[0].words == "THE REPORT"
    assert (found.due, found.place.line, found.verified) == (TODAY, 3, None)
