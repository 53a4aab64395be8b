"""The record of a checked file: whole, small, without what is protected, and the same after a journey."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from support import FIXTURES, NEUTRAL, TODAY, document

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.finding import record_of, recorded
from sanctcheck.law.load import packaged_law
from sanctcheck.reading.document import Place
from sanctcheck.record import Excerpt, FileRecord, Finding, Settled
from sanctcheck.tally import Tally
from sanctcheck.validation import Request, Validated, validate

if TYPE_CHECKING:
    from pathlib import Path


def record(path: Path) -> FileRecord:
    checked = validate([Candidate(path, path.name, by_name=True)], packaged_law(), Request(TODAY))
    (made,) = recorded(checked)
    assert made is not None
    return made


@pytest.fixture(scope="module")
def draft() -> FileRecord:
    return record(FIXTURES / "demo" / "draft.yaml")


def test_a_record_comes_back_from_a_cache_as_it_went_in(draft: FileRecord) -> None:
    assert draft.findings
    assert draft.under[0].criteria
    assert msgspec.json.decode(msgspec.json.encode(draft), type=FileRecord) == draft
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(draft), type=FileRecord) == draft


def test_a_record_comes_back_from_another_process_as_it_went_in(draft: FileRecord) -> None:
    assert pickle.loads(pickle.dumps(draft)) == draft


def test_every_criterion_has_its_results(draft: FileRecord) -> None:
    for under in draft.under:
        assert {each.id for each in under.criteria} == {finding.rule for finding in draft.results(under.id)}


def test_the_line_of_a_finding_is_kept_with_what_is_meant_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(NEUTRAL + "process: [{event: nottified, day: 2026-03-02}]\n")

    (flaw,) = (each for each in record(tmp_path / "a.yaml").flaws if each.rule == "wrong-value")
    excerpt = flaw.excerpt

    assert excerpt is not None
    assert excerpt.text is not None
    assert excerpt.text[excerpt.start : excerpt.end] == "nottified"


def test_of_a_long_line_only_what_stands_around_the_mark_is_kept(tmp_path: Path) -> None:
    line = f"process: [{{note: {'x' * 100_000}, event: nottified, day: {'y' * 100_000}}}]\n"
    (tmp_path / "a.yaml").write_text(NEUTRAL + line)

    flaw = next(each for each in record(tmp_path / "a.yaml").flaws if each.rule == "wrong-value")
    excerpt = flaw.excerpt

    assert excerpt is not None
    assert excerpt.text is not None
    assert excerpt.text[excerpt.start : excerpt.end] == "nottified"
    assert len(excerpt.text) < 1000
    assert excerpt.text == line[excerpt.left_out :][: len(excerpt.text)]


def test_what_is_protected_is_no_part_of_a_record(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        NEUTRAL
        + """\
exhibits:
  - id: E1
    title: Statement of Witness Maria Example
    kind: witness-statemnt
    handling: {level: protected, because: her safety}
"""
    )

    made = record(tmp_path / "a.yaml")

    assert Excerpt(None) in {each.excerpt for each in made.flaws}
    for secret in (b"Maria", b"witness-statemnt", b"her safety"):
        assert secret not in msgspec.json.encode(made)


def test_a_target_that_is_protected_is_not_named(tmp_path: Path) -> None:
    name = "names: [{name: Example Person}]"
    text = NEUTRAL.replace(name, f"{name}, handling: {{level: protected, because: her safety}}")
    (tmp_path / "a.yaml").write_text(text)

    assert b"Example Person" not in msgspec.json.encode(record(tmp_path / "a.yaml"))


def test_a_file_that_is_no_dossier_has_no_record_and_one_that_cannot_be_read_has_one() -> None:
    unreadable = record_of(Validated(document("a: [")))

    assert list(recorded([None])) == [None]
    assert (unreadable.is_assessed, unreadable.about, unreadable.under) == (False, None, ())
    assert unreadable.flaws


def test_only_what_nobody_has_settled_counts_for_the_exit_status() -> None:
    place = Place(1, 1, 1, 1)
    gap = Finding("notice", "due-process", "", "", place, (), regime="example", severity="error")
    accepted = Settled(
        "accepted", "The person cannot be reached.", "M. Example", date(2027, 1, 1), "a.toml:3"
    )
    all_settled, one_open = Tally(), Tally()

    all_settled.count(FileRecord("a.yaml", findings=(replace(gap, settled=accepted),)))
    one_open.count(FileRecord("a.yaml", findings=(gap, replace(gap, settled=accepted))))

    assert (all_settled.severities.total(), all_settled.settled["accepted"], all_settled.with_findings) == (
        0,
        1,
        0,
    )
    assert (one_open.severities["error"], one_open.settled["accepted"], one_open.with_findings) == (1, 1, 1)
    assert (all_settled.exit_status("warning"), one_open.exit_status("error")) == (0, 1)
