"""The report that programs read. Its form is `schemas/assessment.schema.json`, with a version of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired

from typing_extensions import TypedDict  # pydantic cannot read typing.TypedDict before Python 3.12

from sanctcheck import __version__
from sanctcheck.report.json_text import json_text, pointer
from sanctcheck.text import encodable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sanctcheck.basis import Basis
    from sanctcheck.reading.document import Path_, Place
    from sanctcheck.record import CriterionRecord, FileRecord, Finding, RegimeRecord, Settled
    from sanctcheck.tally import Tally

FORMAT: Literal["assessment/3"] = "assessment/3"
OutcomeWord = Literal["met", "not-met", "not-shown", "pending", "not-applicable"]
SeverityWord = Literal["error", "warning"]


class JsonPlace(TypedDict):
    """A stretch of a file, lines and columns from one; the end column is the first behind it."""

    line: int
    column: int
    end_line: int
    end_column: int


class JsonRelated(TypedDict):
    """A part of the dossier that a result relied on, or that matters to it."""

    pointer: str
    place: JsonPlace
    words: str


class JsonSettled(TypedDict):
    """Why a finding does not count for the exit status: somebody accepted it, or it is in the baseline."""

    how: Literal["accepted", "baseline"]
    reason: str | None
    by: str | None
    until: str | None
    where: str | None


class JsonFlaw(TypedDict):
    """Something wrong with the file as such; or, with `standard`, something that the published lists say of it."""

    rule: str
    severity: SeverityWord
    message: str
    pointer: str
    place: JsonPlace
    related: list[JsonRelated]
    fingerprint: str
    settled: JsonSettled | None
    standard: NotRequired[str]
    """What it bears on."""
    remedy: NotRequired[str]


class JsonResult(TypedDict):
    """One result of the check behind a criterion."""

    outcome: OutcomeWord
    message: str
    pointer: str
    place: JsonPlace
    relied_on: list[JsonRelated]
    due: str | None
    fingerprint: str | None


class JsonAssessedResult(JsonResult):
    """One result, and whether it was settled."""

    settled: JsonSettled | None


class JsonAssessment(TypedDict):
    """One criterion on one dossier."""

    criterion: str
    standard: str
    family: str
    title: str
    force: Literal["duty", "policy", "good-practice"]
    provisions: list[str]
    verified: Literal["text", "knowledge", "uncertain"]
    note: str | None
    outcome: OutcomeWord
    severity: SeverityWord | None
    remedy: str | None
    results: list[JsonAssessedResult]


class JsonInternalError(TypedDict):
    """A check that failed to do its work; the run then exits as one that could not run."""

    criterion: str
    check: str
    error: str


class JsonLaw(TypedDict):
    """A file of the law, as it was read."""

    file: str
    sha256: str


class JsonUnder(TypedDict):
    """The dossier under one regime; `law` are the files that the regime was read from."""

    regime: str
    name: str
    law_day: str
    law: list[JsonLaw]
    criteria: list[JsonAssessment]
    internal_errors: list[JsonInternalError]


class JsonDossier(TypedDict):
    """One file that was checked; or one of settings, a configuration or a baseline, of which there is something to say.

    `sha256` is that of its bytes; null where not all of them were read.
    """

    file: str
    sha256: str | None
    id: str | None
    assessed: bool
    kind: Literal["dossier", "settings"]
    flaws: list[JsonFlaw]
    under: list[JsonUnder]


class JsonLine(JsonDossier):
    """One file that was checked, as a line of its own."""

    format: Literal["assessment/3"]
    as_of: str


class JsonTool(TypedDict):
    """What made the report."""

    name: Literal["sanctcheck"]
    version: str


class JsonExcluded(TypedDict):
    """Files that a configuration takes out, with its reason and where it stands."""

    files: int
    reason: str
    where: str


class JsonSummary(TypedDict):
    """Counts over the run. There is no score among them; what is settled is counted neither as error nor as warning."""

    dossiers: int
    without_findings: int
    unreadable: int
    passed_over: int
    errors: int
    warnings: int
    accepted: int
    in_baseline: int
    excluded: list[JsonExcluded]
    outcomes: dict[str, dict[str, int]]


class JsonSettingsFile(TypedDict):
    """A file of settings that was heeded; `signers` are the keys whose signatures of exhibits are known."""

    role: Literal["configuration", "baseline", "signers"]
    file: str
    sha256: str


class JsonSnapshot(TypedDict):
    """A snapshot of a published list; `dated` is the publisher's own day of it, else the day on which it was fetched."""

    list: str
    sha256: str
    dated: str


class JsonBasis(TypedDict):
    """What was asked, and what was heeded: what it takes to reproduce the report, beside the dossiers and the law."""

    paths: list[str]
    regimes: list[str]
    all_regimes: bool
    skip_others: bool
    max_bytes: int
    criteria: str | None
    settings: list[JsonSettingsFile]
    lists: list[JsonSnapshot]
    list_files: list[str]


class JsonReport(TypedDict):
    """The whole report; `sha256` is that of all bytes before the line on which it stands."""

    format: Literal["assessment/3"]
    tool: JsonTool
    as_of: str
    dossiers: list[JsonDossier]
    summary: JsonSummary
    basis: JsonBasis
    sha256: str


def opening(as_of: date) -> str:
    """The report up to its first dossier; it is written dossier by dossier, so that memory stays flat."""
    tool: JsonTool = {"name": "sanctcheck", "version": __version__}
    head = f'{{\n"format": {json_text(FORMAT)},\n"tool": {json_text(tool)},\n"as_of": {json_text(as_of.isoformat())},\n'
    return head + '"dossiers": [\n'


def closing(tally: Tally, basis: Basis) -> str:
    """The report from behind its last dossier up to its hash."""
    made: JsonSummary = {
        "dossiers": tally.dossiers,
        "without_findings": tally.dossiers - tally.with_findings,
        "unreadable": tally.unreadable,
        "passed_over": tally.skipped,
        "errors": tally.severities["error"],
        "warnings": tally.severities["warning"],
        "accepted": tally.settled["accepted"],
        "in_baseline": tally.settled["baseline"],
        "excluded": [
            {"files": number, "reason": reason, "where": where}
            for (reason, where), number in sorted(tally.excluded.items())
        ],
        "outcomes": {regime: dict(sorted(counts.items())) for regime, counts in tally.outcomes.items()},
    }
    return f'\n],\n"summary": {json_text(made)},\n"basis": {json_text(_basis(basis))},\n'


def seal(sha256: str) -> str:
    """The end of the report: the hash of what stands before it."""
    return f'"sha256": {json_text(sha256)}\n}}\n'


def _basis(basis: Basis) -> JsonBasis:
    return {
        "paths": [encodable(path) for path in basis.paths],
        "regimes": list(basis.regimes),
        "all_regimes": basis.all_regimes,
        "skip_others": basis.skip_others,
        "max_bytes": basis.max_bytes,
        "criteria": None if basis.criteria is None else encodable(basis.criteria),
        "settings": [
            {"role": each.role, "file": encodable(each.file), "sha256": each.sha256}
            for each in basis.settings
        ],
        "lists": [{"list": each.list, "sha256": each.sha256, "dated": each.dated} for each in basis.lists],
        "list_files": [encodable(file) for file in basis.list_files],
    }


def dossier_report(record: FileRecord) -> str:
    """The report on one dossier."""
    return json_text(_dossier(record))


def dossier_line(record: FileRecord, as_of: date) -> str:
    """The same on a line of its own, which says what it is."""
    made: JsonLine = {"format": FORMAT, "as_of": as_of.isoformat(), **_dossier(record)}
    return json_text(made)


def _dossier(record: FileRecord) -> JsonDossier:
    return {
        "file": record.file,
        "sha256": record.sha256 or None,
        "id": record.id,
        "assessed": record.is_assessed,
        "kind": "settings" if record.is_settings else "dossier",
        "flaws": [json_flaw(finding) for finding in record.flaws],
        "under": [_under(under, record.results(under.id)) for under in record.under],
    }


def _under(under: RegimeRecord, found: Iterable[Finding]) -> JsonUnder:
    by_criterion: dict[str, list[Finding]] = {}
    for finding in found:
        by_criterion.setdefault(finding.rule, []).append(finding)
    return {
        "regime": under.id,
        "name": under.name,
        "law_day": under.law_day.isoformat(),
        "law": [{"file": each.file, "sha256": each.sha256} for each in under.law],
        "criteria": [_assessment(each, by_criterion[each.id]) for each in under.criteria],
        "internal_errors": [
            {"criterion": error.criterion, "check": error.check, "error": error.error}
            for error in under.internal_errors
        ],
    }


def _assessment(criterion: CriterionRecord, results: list[Finding]) -> JsonAssessment:
    gap = next((finding for finding in results if finding.severity is not None), None)
    return {
        "criterion": criterion.id,
        "standard": criterion.standard,
        "family": criterion.family,
        "title": criterion.title,
        "force": criterion.force,
        "provisions": list(criterion.provisions),
        "verified": criterion.verified,
        "note": criterion.note,
        "outcome": criterion.outcome,
        "severity": gap.severity if gap else None,
        "remedy": gap.remedy if gap else None,
        "results": [{**json_result(each), "settled": _settled(each.settled)} for each in results],
    }


def json_flaw(finding: Finding) -> JsonFlaw:
    """Something that is lacking, whatever asks for it."""
    found: JsonFlaw = {
        "rule": finding.rule,
        "severity": finding.severity or "error",
        "message": finding.message,
        "pointer": pointer(finding.pointer),
        "place": _place(finding.place),
        "related": [_related(each.pointer, each.place, each.words) for each in finding.related],
        "fingerprint": finding.fingerprint,
        "settled": _settled(finding.settled),
    }
    if finding.standard is not None:
        found["standard"] = finding.standard
    if finding.remedy is not None:
        found["remedy"] = finding.remedy
    return found


def json_result(finding: Finding) -> JsonResult:
    """One result of a check."""
    return {
        "outcome": finding.outcome or "not-shown",
        "message": finding.message,
        "pointer": pointer(finding.pointer),
        "place": _place(finding.place),
        "relied_on": [_related(each.pointer, each.place, each.words) for each in finding.related],
        "due": finding.due.isoformat() if finding.due else None,
        "fingerprint": finding.fingerprint or None,
    }


def _settled(settled: Settled | None) -> JsonSettled | None:
    if settled is None:
        return None
    return {
        "how": settled.how,
        "reason": settled.reason,
        "by": settled.by,
        "until": None if settled.until is None else settled.until.isoformat(),
        "where": settled.where,
    }


def _related(path: Path_, place: Place, words: str) -> JsonRelated:
    return {"pointer": pointer(path), "place": _place(place), "words": words}


def _place(place: Place) -> JsonPlace:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
