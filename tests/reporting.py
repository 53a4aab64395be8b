"""A small repository of dossiers, checked, and the forms in which that is reported.

The law is the tests' own. Among the dossiers are one without a gap, some with gaps, one that cannot be read, one with
something protected, and one whose name and text try to be markup, a command, a formula and a link.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from commanding import STANDARDS
from support import EXAMPLE_REGIME, NEUTRAL, TODAY

from sanctcheck.dossier.discovery import candidates
from sanctcheck.finding import recorded
from sanctcheck.law.load import Law
from sanctcheck.reading.document import Place
from sanctcheck.record import FileRecord, Finding, Settled
from sanctcheck.report.base import Run
from sanctcheck.report.formats import form
from sanctcheck.report.view import View
from sanctcheck.tally import Tally
from sanctcheck.validation import Request, validate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SECRETS = ("Maria", "witness-statemnt", "her safety")
"""What stands in the protected part of a dossier."""
HOSTILE = "=cmd|'/c calc'!A1 ::error::x ##[group] <b>![x](https://example.org) @name {0} \u202e\u001b[31m]]>&"
HOSTILE_NAME = "-x, 100%: a\nb [c](d) <i>.json"

GAP = Finding(
    rule="notice",
    family="due-process",
    title="The target is told",
    message="Nobody told the target.",
    place=Place(3, 1, 3, 9),
    pointer=("process",),
    regime="example",
    standard="notification",
    outcome="not-shown",
    severity="error",
    provisions=("2020 c. 1, s. 7",),
    verified="text",
    remedy="Tell the target.",
    fingerprint="0123456789abcdef",
)
"""Something that a dossier lacks, as every form can say it."""

REGIME = (
    EXAMPLE_REGIME.replace(
        "sources: {s: {title: An example}}",
        "sources: {s: {title: An example, url: 'https://example.org/act'}}",
    )
    + """\
  - id: reasons
    standard: statement-of-reasons
    title: The target is told why
    provision: {instrument: act, at: s. 8}
    force: good-practice
    verified: uncertain
    note: An example.
    check: reasons_given
    remedy: Give reasons.
"""
)
TOLD = """\
process: [{event: notified, day: 2026-03-02}]
"""
LATE = """\
process: [{event: notified, day: 2026-02-01}]
"""
PROTECTED_EXHIBIT = """\
exhibits:
  - id: E1
    title: Statement of Witness Maria Example
    kind: witness-statemnt
    handling: {level: protected, because: her safety}
"""
ACCEPTED = Settled(
    "accepted", "She cannot be reached, and =1+1.", "M. Example", date(2027, 1, 1), "accepted.toml:3"
)
BASELINE = Settled("baseline", where="baseline.json")


def repository(folder: Path) -> Path:
    """A folder with a law and dossiers."""
    for name, text in {
        "law/standards.yaml": STANDARDS,
        "law/example.yaml": REGIME,
        "dossiers/broken.yaml": "format: dossier/1\nid: [\n",
        "dossiers/late.yaml": NEUTRAL + LATE,
        "dossiers/protected.yaml": NEUTRAL + PROTECTED_EXHIBIT,
        "dossiers/settled.yaml": NEUTRAL,
        "dossiers/told.yaml": NEUTRAL + TOLD,
        "dossiers/notes.yaml": "a: list\n",
        f"dossiers/{HOSTILE_NAME}": json.dumps(
            {"format": "dossier/1", "id": "x", "target": {"type": HOSTILE, "names": [{"name": HOSTILE}]}}
        ),
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def records(folder: Path) -> list[FileRecord | None]:
    """The records of a repository, in order; in `settled.yaml` one gap is accepted, the other in the baseline."""
    found = candidates([str(folder / "dossiers")])
    named = (replace(each, name=each.name.removeprefix(f"{folder}/")) for each in found)
    made = recorded(validate(named, Law(folder / "law"), Request(TODAY)))
    return [record and _settled(record) for record in made]


def _settled(record: FileRecord) -> FileRecord:
    if record.file != "dossiers/settled.yaml":
        return record
    return replace(record, findings=tuple(settled(each) for each in record.findings))


def settled(finding: Finding) -> Finding:
    """The same finding, settled: accepted where it is an error."""
    if finding.severity is None:
        return finding
    return replace(finding, settled=ACCEPTED if finding.severity == "error" else BASELINE)


def run(folder: Path, **changed: object) -> Run:
    """What a report is told of the run."""
    return replace(Run(View(TODAY), lambda: Law(folder / "law"), root=str(folder)), **changed)  # type: ignore[arg-type]


def report(name: str, found: Iterable[FileRecord | None], about: Run) -> str:
    """One form of the report, whole."""
    made, tally = form(name, about), Tally()
    parts = [made.opening()]
    for record in found:
        tally.count(record)
        if record is not None:
            parts.append(made.dossier(record))
    return "".join([*parts, made.closing(tally)])
