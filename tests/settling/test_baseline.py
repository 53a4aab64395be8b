"""A baseline knows findings again when lines move, lists are reordered and files renamed, and hides nothing else."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import EXAMPLE_REGIME, document

from sanctcheck.assess import Assessment, RegimeAssessment
from sanctcheck.checks.base import Result
from sanctcheck.dossier.model import Dossier
from sanctcheck.errors import ConfigurationError
from sanctcheck.finding import record_of
from sanctcheck.law.model import Regime
from sanctcheck.reading.document import Place
from sanctcheck.reading.files import parse
from sanctcheck.reading.shape import shape
from sanctcheck.record import FileRecord, Finding, Settled
from sanctcheck.settling.baseline import Baseline, Comparison, entries_of
from sanctcheck.settling.baseline_file import read_baseline, written
from sanctcheck.validation import Validated

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

DAY = date(2026, 6, 1)
REGIME = shape(parse(EXAMPLE_REGIME.encode(), "example.yaml"), Regime)
SECRET = "Statement of Maria Example"
TEXT = {
    "format": "dossier/1",
    "id": "veskari-2026",
    "target": {"type": "person", "names": [{"name": "Example Person"}, {"name": "Other Name"}]},
    "legal_basis": [{"regime": "example"}],
    "exhibits": [
        {"id": "E1", "title": SECRET, "kind": "ngo-report"},
        {"id": "E2", "title": "Another", "kind": "ngo-report"},
        {
            "id": "E3",
            "title": "A third",
            "kind": "ngo-report",
            "handling": {"level": "protected", "because": "x"},
        },
    ],
}
PATHS: list[tuple[str | int, ...]] = [
    *(("exhibits", at) for at in range(3)),
    *(("target", "names", at) for at in range(2)),
    ("exhibits", 0, "publisher"),
    ("process",),
]


def record(
    value: Any, gaps: list[tuple[str | int, ...]], *, lines: int = 0, file: str = "a.yaml"
) -> FileRecord:
    """A record with a gap at each path of a dossier, in which so many empty lines stand first."""
    assert REGIME is not None
    text = "\n" * lines + json.dumps(value, indent=1)
    read = parse(text.encode(), file)
    dossier = shape(read, Dossier)
    results = tuple(Result("not-shown", "It is lacking.", path) for path in gaps)
    criterion = REGIME.criteria[0]
    under = [
        RegimeAssessment(REGIME, DAY, (Assessment("example", criterion, "evidence", ("s. 1",), results),))
    ]
    return record_of(Validated(read, dossier, under if results else []))


def baseline(*records: FileRecord) -> Baseline:
    return Baseline(
        "baseline.json", tuple(entry for each in records for entry in entries_of(each, each.file))
    )


def new_ones(found: FileRecord) -> list[Finding]:
    return [each for each in found.findings if each.is_open]


def test_what_was_there_is_marked_and_what_is_new_is_not() -> None:
    before, after = record(TEXT, PATHS[:2]), record(TEXT, PATHS[:3])

    made = Comparison(baseline(before)).settle(after)

    assert [each.pointer for each in new_ones(made)] == [("exhibits", 2)]
    assert made.findings[0].settled == Settled("baseline", where="baseline.json")


@given(st.integers(0, 20), st.randoms(), st.sets(st.sampled_from(PATHS)))
@settings(deadline=None, max_examples=60)
def test_moved_lines_reordered_lists_and_a_renamed_file_do_not_disturb_it(
    lines: int, random: Random, gaps: set[tuple[str | int, ...]]
) -> None:
    before = record(TEXT, sorted(gaps, key=str))
    order, names = [0, 1, 2], [0, 1]
    random.shuffle(order)
    random.shuffle(names)
    value = copy.deepcopy(TEXT)
    value["exhibits"] = [TEXT["exhibits"][at] for at in order]  # type: ignore[index]
    value["target"]["names"] = [TEXT["target"]["names"][at] for at in names]  # type: ignore[index]
    moved = [_moved(path, order, names) for path in gaps]
    random.shuffle(moved)

    comparison = Comparison(baseline(before))
    after = comparison.settle(record(value, moved, lines=lines, file="renamed.yaml"))

    assert new_ones(after) == []
    assert list(comparison.mended(lambda _: True)) == []


def _moved(path: tuple[str | int, ...], order: list[int], names: list[int]) -> tuple[str | int, ...]:
    if path[0] == "exhibits":
        return (path[0], order.index(int(path[1])), *path[2:])
    return (*path[:2], names.index(int(path[2]))) if path[0] == "target" else path


@given(st.sets(st.sampled_from(PATHS)), st.sets(st.sampled_from(PATHS)))
@settings(deadline=None, max_examples=80)
def test_a_baseline_takes_from_what_fails_never_from_what_is_shown_and_hides_no_more_than_it_holds(
    old: set[tuple[str | int, ...]], new: set[tuple[str | int, ...]]
) -> None:
    before, now = record(TEXT, sorted(old, key=str)), record(TEXT, sorted(new, key=str))
    known = baseline(before)

    after = Comparison(known).settle(now)

    assert [replace(each, settled=None) for each in after.findings] == list(now.findings)
    assert len(now.findings) - len(new_ones(after)) <= len(known.entries)
    named = {path for path in new - old if path[0] != "target"}
    assert named <= {each.pointer for each in new_ones(after)}


def test_one_entry_stands_for_one_finding() -> None:
    before, after = record(TEXT, [("process",)]), record(TEXT, [("process",), ("process",)])

    assert len(new_ones(Comparison(baseline(before)).settle(after))) == 1


def test_an_entry_of_which_nothing_is_left_is_told_where_the_dossier_was_looked_at() -> None:
    known = replace(baseline(record(TEXT, PATHS[:2])), places=(Place(4, 2, 4, 9), Place(5, 2, 5, 9)))
    other = {**TEXT, "id": "other"}
    looked_at, not_looked_at = Comparison(known), Comparison(known)
    looked_at.settle(record(TEXT, PATHS[1:3]))
    not_looked_at.settle(record(other, PATHS[:1]))

    assert [(each.rule, each.severity, each.place.line) for each in looked_at.mended(lambda _: False)] == [
        ("mended-gap", "warning", 4)
    ]
    assert list(not_looked_at.mended(lambda _: False)) == []
    assert len(list(not_looked_at.mended(lambda file: file == "a.yaml"))) == 2


def test_a_dossier_that_cannot_be_read_is_neither_known_nor_settled() -> None:
    unread = record_of(Validated(document("a: [")))

    assert list(entries_of(unread, "a.yaml")) == []
    assert Comparison(baseline(record(TEXT, PATHS))).settle(unread) == unread


@pytest.mark.parametrize("rule", ["no-regime", "unknown-regime", "regime-not-in-force", "expired-acceptance"])
def test_a_flaw_behind_which_gaps_stay_unseen_is_never_in_a_baseline(rule: str) -> None:
    flaw = Finding(rule, "form", "", "", Place(1, 1, 1, 1), (), severity="error", fingerprint="0" * 16)
    made = replace(record(TEXT, [("process",)]), findings=(flaw,))

    assert list(entries_of(made, "a.yaml")) == []


def test_the_file_holds_no_text_of_a_dossier_and_is_the_same_in_any_order(tmp_path: Path) -> None:
    entries = list(entries_of(record(TEXT, PATHS), "dossiers/a.yaml"))
    text = written(entries)

    for secret in (SECRET, "Maria", "veskari", "E1", "Example"):
        assert secret not in text
    assert written(reversed(entries)) == text
    (tmp_path / "b.json").write_text(text)
    read = read_baseline(tmp_path / "b.json", "b.json")
    assert sorted(read.entries, key=str) == sorted(entries, key=str)
    assert [place.line for place in read.places] == list(range(4, 4 + len(entries)))


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"format": "baseline/2", "gaps": []}', '{"format": "baseline/1", "gaps": [{"gap": "a"}]}'],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.json").write_text(text)

    with pytest.raises(ConfigurationError) as error:
        read_baseline(tmp_path / "b.json", "b.json")
    assert error.value.found


def test_a_file_outside_of_the_folder_of_the_baseline_is_not_named(tmp_path: Path) -> None:
    text = written(entries_of(record(TEXT, [("process",)]), "../elsewhere/a.yaml"))

    assert "elsewhere" not in text
    (tmp_path / "b.json").write_text(text)
    assert read_baseline(tmp_path / "b.json", "b.json").entries[0].file == ""
