"""The guard of a document: whom it looks for in a text of which level, and what it puts in the place of whoever is found."""

from __future__ import annotations

import pytest
from support import NEUTRAL, document

from sanctcheck.dossier.handling import LEVELS
from sanctcheck.leaks.guard import Guard, guard_of, replaced, shown_texts, watch
from sanctcheck.leaks.search import Span
from sanctcheck.leaks.secrets import Secret

AMIRA = Secret("protected", ("Amira Haddad",), ("the blue trawler",), "a nurse", ("exhibits", 0))
KARIM = Secret("restricted", ("Karim Najjar",), (), None, ("exhibits", 1))
GUARD = Guard([AMIRA, KARIM])
BOTH = "Amira Haddad and Karim Najjar met."


@pytest.mark.parametrize(
    ("level", "found"),
    [("public", [0, 1]), ("official", [0, 1]), ("restricted", [0]), ("protected", [])],
)
def test_somebody_is_looked_for_in_texts_of_a_lower_level_than_their_own(
    level: str, found: list[int]
) -> None:
    assert level in LEVELS
    assert [span.secret for span in GUARD.spans(BOTH, level)] == found
    assert GUARD.is_told(BOTH, level) is bool(found)


def test_unless_another_level_is_given_a_text_is_public() -> None:
    assert [span.secret for span in GUARD.spans(BOTH)] == [0, 1]
    assert GUARD.is_told("Karim Najjar")
    assert not GUARD.is_told("Nobody at all")


def test_whoever_is_found_is_taken_out_and_of_a_quotation_that_was_cut_nothing_is_left() -> None:
    assert GUARD.scrubbed(BOTH) == "[protected] and [protected] met."
    assert GUARD.scrubbed("“Ami…” is too long, “x” is not") == "[protected] is too long, “x” is not"
    assert GUARD.scrubbed("nothing here") == "nothing here"


def test_names_are_replaced_by_what_stands_for_them_and_details_by_nothing_that_tells() -> None:
    spans = [Span(0, 2, 1, "name"), Span(3, 4, 0, "detail"), Span(5, 6, 0, "initials")]

    assert replaced("ab-c-d-e", spans, ["a nurse", "a guard"]) == "a guard-[protected]-a nurse-e"
    assert replaced("ab-c-d-e", spans) == "[protected]-[protected]-[protected]-e"
    assert replaced("abc", []) == "abc"


VALUE = document(
    NEUTRAL
    + """\
exhibits:
  - id: E1
    title: a title
    file: files/x.pdf
    kind: witness-statement
    disclosure: {extent: summary, summary: a summary, because: a reason}
    handling: {level: protected, because: fear, gist: a gist, role: a nurse}
  - {id: E2, title: open, kind: un-report, file: y.pdf, handling: {level: restricted, because: x}}
protected_persons: [{id: W1, role: a guard, names: [Karim Najjar], handling: {level: protected, because: x}}]
"""
).value


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("a title", "protected"),
        ("fear", "protected"),
        ("E1", "public"),
        ("W1", "public"),
        ("files/x.pdf", "public"),
        ("y.pdf", "public"),
        ("open", "restricted"),
        ("a summary", "official"),
        ("a reason", "official"),
        ("a gist", "official"),
        ("a nurse", "official"),
        ("a guard", "official"),
        ("Karim Najjar", "protected"),
        ("Example Person", "public"),
    ],
)
def test_each_text_has_the_level_of_those_who_come_to_see_it(text: str, level: str) -> None:
    """Ids and names of files are seen by all; gists, roles and summaries by those who do not see the rest."""
    assert [each.level for _, found, each in shown_texts(VALUE) if found == text] == [level]


def test_a_leak_is_told_with_its_path_its_text_and_where_it_stands_there() -> None:
    value = document(NEUTRAL + "stated_facts: [{claim: Karim Najjar saw it.}]\ntitle: Nobody\n").value

    assert [(path, text, [(s.start, s.end) for s in spans]) for path, text, spans in GUARD.leaks(value)] == [
        (("stated_facts", 0, "claim"), "Karim Najjar saw it.", [(0, 12)])
    ]


PROTECTED = NEUTRAL + (
    "exhibits: [{id: E1, title: x, kind: witness-statement, handling: {level: protected, because: x, names: [Amira Haddad]}}]\n"
)


def test_a_document_is_watched_over_where_it_protects_somebody_by_name() -> None:
    guarded, plain = document(PROTECTED), document(NEUTRAL)

    assert guard_of(plain) is None
    found = guard_of(guarded)
    assert found is not None
    assert [secret.names for secret in found.secrets] == [("Amira Haddad",)]
    watch(guarded)
    watch(plain)
    assert guarded.guard is not None
    assert plain.guard is None
    before = guarded.guard
    watch(guarded)
    assert guarded.guard is before


def test_whoever_is_named_openly_is_no_trace_of_somebody_protected() -> None:
    other = NEUTRAL.replace("Example Person", "Adnan Haddad") + PROTECTED.removeprefix(NEUTRAL)
    open_one, closed = guard_of(document(other)), guard_of(document(PROTECTED))

    assert open_one is not None
    assert closed is not None
    assert closed.is_told("A. Haddad signed.")
    assert not open_one.is_told("A. Haddad signed.")
