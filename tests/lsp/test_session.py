"""What the language server says of a text, asked without a server."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types
from support import FIXTURES, TODAY

from sanctcheck.dossier.telling import is_dossier
from sanctcheck.law.load import packaged_law
from sanctcheck.lsp.analysis import path_of
from sanctcheck.lsp.cursor import cursor_at
from sanctcheck.lsp.hover import markdown, plain
from sanctcheck.lsp.session import Session
from sanctcheck.lsp.settings import Settings, settings_from
from sanctcheck.lsp.texts import OpenText, characters, units

if TYPE_CHECKING:
    from pathlib import Path

COMPLETE = (FIXTURES / "dossiers/gb-ghr/complete.yaml").read_text(encoding="utf-8")
WHOLE = types.Range(types.Position(0, 0), types.Position(10_000, 0))
URI = "file:///somewhere/dossier.yaml"


def session(text: str, uri: str = URI) -> Session:
    made = Session(packaged_law(), Settings(as_of=TODAY))
    made.open(uri, text, 1)
    return made


def at(text: str, behind: str) -> types.Position:
    before = text[: text.index(behind) + len(behind)]
    return types.Position(before.count("\n"), len(before.rpartition("\n")[2]))


TEXTS = st.text(alphabet="a\n\r𝕏é\u2028 ", max_size=30)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), TEXTS), max_size=6), TEXTS)
def test_a_text_stays_in_step_with_the_editor(edits: list[tuple[int, int, str]], text: str) -> None:
    """The editor's columns are counted here from the UTF-16 of its lines, which is another way than ours."""
    opened = OpenText(URI, text)
    for one, other, typed in edits:
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        if splits_a_line_end(text, start) or splits_a_line_end(text, end):
            continue
        opened.replace(position(text, start), position(text, end), typed)
        text = text[:start] + typed + text[end:]

    assert opened.text == text


def splits_a_line_end(text: str, offset: int) -> bool:
    return text[offset - 1 : offset + 1] == "\r\n"


def position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n"), len(before.rpartition("\n")[2].encode("utf-16-le")) // 2


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)])
def test_columns_are_counted_in_the_units_agreed_on(encoding: str, column: int) -> None:
    assert units("a𝕏", encoding) == column
    assert characters("a𝕏b", column, encoding) == 2
    assert characters("a𝕏b", column - 1, encoding) == 1
    assert characters("a𝕏b", 99, encoding) == 3


@pytest.mark.parametrize(
    ("text", "path", "is_key", "typed"),
    [
        ("ex|", (), True, "ex"),
        ("target:\n  |", ("target",), False, ""),
        ("exhibits:\n  - id: E1\n    ki|\nallegations: []\n", ("exhibits", 0), True, "ki"),
        ("exhibits:\n  - id: E1\n    kind: |", ("exhibits", 0, "kind"), False, ""),
        ("act: {kind: renewal, st|", ("act",), True, "st"),
        ("act: {kind: |}", ("act", "kind"), False, ""),
        ('a: [{b: ["x|', ("a", 0, "b", 0), False, "x"),
        ('{"act": {"kind": "|', ("act", "kind"), False, ""),
        ('{"act": {"|', ("act",), True, ""),
    ],
)
def test_the_cursor_is_found_in_a_text_that_is_not_whole(
    text: str, path: tuple[str | int, ...], is_key: object, typed: str
) -> None:
    found = cursor_at(text.replace("|", ""), text.index("|"))

    assert found is not None
    assert (found.path, found.is_key, found.typed) == (path, is_key, typed)


@pytest.mark.parametrize("text", ["# a comment |", "a: >-\n  some\n  text |\n", "a: {b: 1}}} |"])
def test_where_nothing_can_be_completed_nothing_is(text: str) -> None:
    assert cursor_at(text.replace("|", ""), text.index("|")) is None


def test_a_form_mistake_is_mended_by_the_word_that_was_meant() -> None:
    text = COMPLETE.replace("publisher: Northern", "publsher: Northern")
    found = session(text).actions(URI, WHOLE)

    assert found[0].title == "Change to “publisher”"
    assert found[0].edit is not None
    [edit] = (found[0].edit.changes or {})[URI]
    assert (edit.range.end, edit.new_text) == (at(text, "publsher"), "publisher")


def test_what_is_protected_is_said_nowhere() -> None:
    text = COMPLETE.replace("title: Statement of a survivor", "title: Statement of Secret Name")
    made = session(text.replace("kind: victim-statement", "kind: victim-statment"))

    said = [each.message for each in made.diagnostics(URI)]
    over = made.hover(URI, at(text, "shown: Three detainees were beaten and given shocks., exhibits: [E1, E"))

    assert said != []
    assert "Secret" not in repr(said)
    assert over is not None
    assert "protected" in repr(over)
    assert "Secret" not in repr(over)


def test_text_of_a_dossier_is_no_markup_in_a_hover() -> None:
    assert plain("![x](http://a)<b>") == r"\!\[x\]\(http\:\/\/a\)\<b\>"


def test_an_explanation_is_shown_as_markdown() -> None:
    text = "gb-ghr:x\n\nWhat it asks\n  one and\n  two\n\nA dossier that lacks it\n  a:\n    - b\n\nWhere\n  from x\n      deep\n  from y\n"

    assert markdown(text) == (
        "**gb-ghr:x**\n\n**What it asks**\n\none and two\n\n**A dossier that lacks it**\n\n```yaml\na:\n  - b\n```\n\n"
        "**Where**\n\n- from x deep\n- from y"
    )


@pytest.mark.parametrize(
    "text",
    [
        "format: dossier/1\na: " + "[" * 5000,
        "format: dossier/1\na: &a [x]\n" + "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n" * 50,
        "format: dossier/1\n" + "x" * 2_000_000,
        "format: dossier/1\nid: \ud800\n",
        "format: dossier/1\nid: &a [*a]\n",
    ],
)
def test_a_hostile_text_is_one_more_problem_and_no_delay(text: str) -> None:
    made = session(text)
    start = time.process_time()

    found = made.diagnostics(URI)
    made.hover(URI, types.Position(0, 3))
    made.completions(URI, types.Position(1, 3))
    made.actions(URI, WHOLE)

    assert found != []
    assert time.process_time() - start < 3


def test_files_of_exhibits_are_looked_at_when_a_text_is_opened_and_not_at_each_key(tmp_path: Path) -> None:
    uri = (tmp_path / "dossier.yaml").as_uri()
    text = COMPLETE.replace(
        "    origin: medical-examination\n", "    origin: medical-examination\n    file: report.txt\n"
    )
    made = session(text, uri)
    made.look_at_files(uri)
    assert [each.code for each in made.diagnostics(uri)] == ["exhibit-file-missing"]
    (tmp_path / "report.txt").write_bytes(b"x")

    made.change(uri, [types.TextDocumentContentChangeWholeDocument(f"\n{text}")], 2)
    [kept] = made.diagnostics(uri)
    assert kept.range.start.line == at(f"\n{text}", "    file: ").line
    made.look_at_files(uri)
    assert [each.code for each in made.diagnostics(uri)] == ["exhibit-hash-missing"]


WITHOUT_PUBLISHER = COMPLETE.replace("    publisher: A United Nations special rapporteur\n", "")


def test_a_gap_that_somebody_has_accepted_is_a_hint() -> None:
    accepted = "standard: gb-ghr:provenance-recorded, reason: The envoy asked for it, by: Head of unit, until: 2026-12-31"
    text = f"{WITHOUT_PUBLISHER}\naccepted_gaps:\n  - {{{accepted}}}\n"

    [gap] = session(text).diagnostics(URI)

    assert gap.severity == types.DiagnosticSeverity.Hint
    assert gap.message.startswith("Accepted: The envoy asked for it.")


def test_a_gap_can_be_accepted_by_a_quick_fix() -> None:
    made = session(WITHOUT_PUBLISHER)
    fix = next(each for each in made.actions(URI, WHOLE) if each.title.startswith("Accept this gap"))
    assert fix.edit is not None
    [edit] = (fix.edit.changes or {})[URI]
    assert edit.new_text == (
        "\naccepted_gaps:\n  - standard: gb-ghr:provenance-recorded\n    place: exhibits/E3\n"
        "    reason: ‹why it is accepted›\n    by: ‹who answers for it›\n    until: ‹2026-06-01›\n"
    )

    filled = edit.new_text.replace("‹2026-06-01›", "2026-12-31").replace("‹", "").replace("›", "")
    lines = WITHOUT_PUBLISHER.splitlines(keepends=True)
    lines.insert(edit.range.start.line, filled)
    assert [each.severity for each in session("".join(lines)).diagnostics(URI)] == [
        types.DiagnosticSeverity.Hint
    ]


def test_the_configuration_of_the_repository_holds(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    uri = (tmp_path / "dossier.yaml").as_uri()
    configuration = tmp_path / "sanctcheck.toml"
    configuration.write_text('regimes = ["common"]\n')
    made = session(COMPLETE, uri)
    assert {str(each.code).partition(":")[0] for each in made.diagnostics(uri)} == {"common"}

    configuration.write_text('regimes = ["nonsense"]\n')
    made.look_at_files(uri)

    assert [each.code for each in made.diagnostics(uri)] == ["configuration"]


def test_settings_choose_regimes_and_the_day() -> None:
    found, wrong = settings_from({"regimes": ["common"], "asOf": "2026-03-01"}, ["common", "gb-ghr"])

    assert (found, wrong) == (Settings(("common",), date(2026, 3, 1)), [])
    assert settings_from(None, ()) == (Settings(), [])


def test_a_dossier_is_told_from_other_files() -> None:
    assert is_dossier("# x\nformat: dossier/1\n")
    assert is_dossier('{\n "format": "dossier/1"}')
    assert is_dossier('{"format": "dossier/1"}')
    assert not is_dossier("on: push\n# format: dossier/1\n")
    assert path_of("untitled:x") is None


@pytest.mark.parametrize("filler", [" ", "\t", "{", "\n", "format", "format ", '"format" ', "\n ", "{ "])
def test_telling_costs_no_more_than_the_length_of_a_text(filler: str) -> None:
    start = time.process_time()

    assert not is_dossier(filler * 50_000)
    assert time.process_time() - start < 0.05
