"""`validate` finds the leaks of a dossier, wherever they are; and neither the finding nor any report shows the name."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from support import NEUTRAL, TODAY

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.finding import record_of
from sanctcheck.law.load import packaged_law
from sanctcheck.report.base import Run
from sanctcheck.report.formats import FORMATS, form
from sanctcheck.report.view import View
from sanctcheck.tally import Tally
from sanctcheck.validation import Request, Validated, Validator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from commanding import CommandLine

LAW = packaged_law()
DOSSIER = NEUTRAL.replace("regime: example", "regime: gb-ghr")
PROTECTED = """\
exhibits:
  - id: E1
    title: Statement of Amira Haddad
    kind: witness-statement
    author: Amira Haddad
    handling: {level: protected, because: her safety, names: [أميرة حداد], details: ["+963 944 123456"]}
"""
RULES = ("protected-name", "protected-name-in-file-name", "protected-name-in-comment")


def checked(text: str, name: str = "a.yaml") -> Validated:
    """A dossier, validated."""
    found = Validator(LAW, Request(TODAY)).validate(
        Candidate(None, name, by_name=True, content=text.encode())
    )
    assert found is not None
    return found


def leaks(text: str, name: str = "a.yaml") -> list[tuple[str, tuple[str | int, ...]]]:
    """The leaks that are found: the rule and the part."""
    return [(flaw.rule, flaw.pointer) for flaw in checked(text, name).flaws if flaw.rule in RULES]


def test_a_rare_surname_by_itself_is_a_warning_that_does_not_show_it() -> None:
    protected = PROTECTED.replace("Amira Haddad", "Amira Petrovskaya")
    flaws = checked(f"{DOSSIER}title: What Ms Petrovskaya said\n{protected}").flaws
    found = [flaw for flaw in flaws if flaw.rule == "protected-surname"]

    assert [(flaw.severity, flaw.pointer) for flaw in found] == [("warning", ("title",))]
    assert "Petrovskaya" not in found[0].message


def test_nothing_is_found_where_the_name_stands_in_the_protected_part_alone() -> None:
    assert leaks(DOSSIER + PROTECTED) == []


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ("stated_facts: [{claim: AMIRA HADDAD saw it.}]\n", ("stated_facts", 0, "claim")),
        ("statement_of_reasons: {text: You beat Амира Хаддад.}\n", ("statement_of_reasons", "text")),
        ("statement_of_reasons: {text: You beat A. Haddad.}\n", ("statement_of_reasons", "text")),
        ("process: [{event: consulted, note: Call 0944/123456.}]\n", ("process", 0, "note")),
        ("process: [{event: consulted, id: amira-haddad}]\n", ("process", 0, "id")),
        ("handling: {level: restricted, because: It names Amira Haddad.}\n", ("handling", "because")),
    ],
)
def test_a_name_or_detail_in_a_part_that_more_may_see_is_an_error(
    more: str, pointer: tuple[str | int, ...]
) -> None:
    assert leaks(DOSSIER + PROTECTED + more) == [("protected-name", pointer)]


def test_what_others_are_told_of_a_protected_part_is_looked_at_too() -> None:
    gist = "    disclosure: {extent: summary, because: danger, summary: What Amira Haddad saw.}\n"

    assert leaks(DOSSIER + PROTECTED + gist) == [("protected-name", ("exhibits", 0, "disclosure", "summary"))]


def test_file_names_and_comments_are_looked_at() -> None:
    file = "    file: evidence/amira_haddad.pdf\n"

    assert leaks(DOSSIER + PROTECTED + file) == [("protected-name-in-file-name", ("exhibits", 0, "file"))]
    assert leaks(DOSSIER + PROTECTED, "haddad-amira.yaml") == [("protected-name-in-file-name", ())]
    assert leaks("# Amira\n#  Haddad told us\n" + DOSSIER + PROTECTED) == [("protected-name-in-comment", ())]
    assert leaks(DOSSIER + "measures: [{kind: other}] # A. Haddad\n" + PROTECTED) == [
        ("protected-name-in-comment", ())
    ]


def test_a_restricted_name_may_stand_in_restricted_parts_alone() -> None:
    restricted = "exhibits:\n  - {id: E1, title: x, kind: other, handling: {level: restricted, names: [Amira Haddad]}}\n"
    same = "  - {id: E2, title: Amira Haddad, kind: other, handling: {level: restricted}}\n"
    lower = "  - {id: E3, title: Amira Haddad, kind: other}\n"

    assert leaks(DOSSIER + restricted + same) == []
    assert leaks(DOSSIER + restricted + lower) == [("protected-name", ("exhibits", 1, "title"))]


def test_the_target_and_whoever_is_named_openly_are_no_leak() -> None:
    """The protected exhibit was obtained by an inspector who signed the log too; its author is the target."""
    exhibit = """\
exhibits:
  - id: E1
    title: Letter
    kind: communication
    author: Example Person
    obtained_by: John Miller
    handling: {level: protected, because: a source}
process: [{event: proposed, day: 2026-01-01, by: John Miller, note: Example Person was told.}]
"""
    assert leaks(DOSSIER + exhibit) == []
    assert leaks(DOSSIER + exhibit.replace("by: John Miller, note: Example Person", "note: John Miller")) == [
        ("protected-name", ("process", 0, "note"))
    ]


def test_a_person_is_protected_by_an_entry_of_their_own() -> None:
    entry = "protected_persons: [{id: W1, names: [Amira Haddad], handling: {level: protected, because: danger}}]\n"
    allegation = "allegations: [{id: A1, summary: x, conduct: torture, counterparties: [Amira Haddad]}]\n"

    assert leaks(DOSSIER + entry + allegation) == [
        ("protected-name", ("allegations", 0, "counterparties", 0))
    ]


@pytest.mark.parametrize(
    ("handling", "where"),
    [
        ("{level: official, names: [Amira Haddad]}", "names"),
        ("{level: public, details: [N1234567]}", "details"),
        ("{level: protected, because: x, releasable_to: [GB]}", "releasable_to"),
    ],
)
def test_a_handling_that_only_looks_as_if_it_protected_is_a_flaw(handling: str, where: str) -> None:
    found = checked(DOSSIER + f"exhibits: [{{id: E1, title: x, kind: other, handling: {handling}}}]\n")

    assert [flaw.pointer for flaw in found.flaws if flaw.rule == "handling-without-effect"] == [
        ("exhibits", 0, "handling", where)
    ]


LEAKING = (
    DOSSIER.replace("id: example", "id: amira-haddad")
    + PROTECTED
    + """\
  - {id: E2, title: Report on Amira Haddad, kind: press-report, cites: [amira-haddad]}
allegations:
  - id: A1
    summary: |
      He had the nurse Amira
      Haddad beaten.
    conduct: torture
    elements: [{element: act, shown: A. Haddad saw it.}]
accepted_gaps: [{standard: no-such, reason: Amira Haddad asked for it., by: Haddad Amira, until: 2030-01-01}] # Амира Хаддад
"""
)


def reports(checked: Validated) -> Iterator[tuple[str, str]]:
    """Every form of the report, with everything shown."""
    record = record_of(checked)
    for name in FORMATS:
        made, tally = (
            form(name, Run(View(date(2026, 6, 1), frozenset({"all"})), lambda: LAW, root="/")),
            Tally(),
        )
        tally.count(record)
        yield name, "".join([made.opening(), made.dossier(record), made.closing(tally)])


def test_no_form_of_the_report_shows_a_name_that_leaked() -> None:
    found = checked(LEAKING, "dossiers/amira-haddad.yaml")
    shown = dict(reports(found))

    assert len({flaw.pointer for flaw in found.flaws if flaw.rule in RULES}) > 6
    for text in shown.values():
        letters = "".join(filter(str.isalnum, json.dumps(text, ensure_ascii=False).casefold()))
        assert "haddad" not in letters
        assert "хаддад" not in letters
        assert "944123456" not in letters


def test_without_the_guard_the_reports_would_show_it() -> None:
    """So that the test above can fail."""
    found = checked(LEAKING, "dossiers/amira-haddad.yaml")
    found.document.guard = None

    assert any("haddad" in text for _, text in reports(found))


def test_the_finding_says_of_which_kind_it_is_and_where_those_are_protected() -> None:
    found = checked(DOSSIER + PROTECTED + "statement_of_reasons: {text: You beat A. Haddad.}\n")
    (flaw,) = (flaw for flaw in found.flaws if flaw.rule == "protected-name")

    assert flaw.message.startswith("Part of the name of somebody who is protected stands here")
    assert flaw.severity == "error"
    assert [words for _, words in flaw.related] == ["the part that protects them"]


def test_a_dossier_that_protects_nobody_by_name_loads_nothing_that_compares_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A protected part without a name in it needs no matcher either."""
    monkeypatch.setitem(__import__("sys").modules, "sanctcheck.leaks.search", None)
    plain = PROTECTED.replace("Amira Haddad", "a former detainee").replace(
        ', names: [أميرة حداد], details: ["+963 944 123456"]', ""
    )

    assert leaks(DOSSIER) == leaks(DOSSIER + plain) == []


def test_neither_a_comparison_of_versions_nor_one_of_layouts_shows_a_name(command_line: CommandLine) -> None:
    for name, text in {"old.yaml": DOSSIER + PROTECTED, "new.yaml": LEAKING}.items():
        command_line.write(name, text)
    compared = [
        command_line.call("diff", "old.yaml", "new.yaml", "--format", form)
        for form in ("terminal", "json", "markdown")
    ]
    laid_out = command_line.call("fmt", "--diff", "new.yaml")

    for called in (*compared, laid_out):
        assert called.out
        assert "addad" not in called.out.casefold()
        assert "хаддад" not in called.out.casefold()


MISTAKEN = [
    "{level: Protected, because: her safety, names: [Amira Haddad]}",
    "{level: protectd, because: her safety, names: [Amira Haddad]}",
    "{level: secret, because: Amira Haddad is in danger}",
    "{because: her safety, names: [Amira Haddad]}",
    '{level: "\\x70rotected", because: her safety, names: [Amira Haddad]}',
    "Protected",
]


@pytest.mark.parametrize("handling", MISTAKEN)
@pytest.mark.parametrize("form_of_report", FORMATS)
def test_a_handling_whose_level_is_a_mistake_protects_like_the_highest(
    handling: str, form_of_report: str, command_line: CommandLine
) -> None:
    dossier = f"""{DOSSIER}exhibits:
  - {{id: E1, title: Statement of Amira Haddad, kind: witness-statement, author: Amira Haddad, born: 1, handling: {handling}}}
stated_facts: [{{claim: AMIRA HADDAD saw it.}}]
"""

    result = command_line.call("validate", "-", "--format", form_of_report, stdin=dossier)

    assert result.status == 1
    assert "protected-name" in result.out
    assert "haddad" not in (result.out + result.err).lower()


REFUSED = f"""{DOSSIER}{PROTECTED}process: [{{event: consulted, exhibits: [Amira Haddad]}}]
"""


@pytest.mark.parametrize(
    "command",
    [
        ("redact", "--for", "target"),
        ("seal",),
        ("fmt", "--diff"),
        ("evidence", "links"),
        ("report",),
        ("screen",),
        ("portability",),
        ("deadlines",),
        ("survey",),
    ],
)
def test_no_command_that_refuses_a_dossier_says_in_its_reason_whom_that_protects(
    command: tuple[str, ...], tmp_path: Path, command_line: CommandLine
) -> None:
    dossier = tmp_path / "a.yaml"
    dossier.write_text(REFUSED, encoding="utf-8")

    result = command_line.call(*command, str(dossier))

    assert result.status in {1, 2, 3}
    assert "haddad" not in (result.out + result.err).lower()
