"""A screening, for programs: an object a query, alone on its line (`jsonl`), or all of them in one report (`json`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NotRequired

from typing_extensions import TypedDict

from sanctcheck.report.json_text import json_text, pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.names.wording import Part
    from sanctcheck.screen.chosen import Against
    from sanctcheck.screen.decisions import Decision, Decisions, Settled
    from sanctcheck.screen.dossier.meeting import Meeting
    from sanctcheck.screen.dossier.note import Note
    from sanctcheck.screen.screening import Hit, Screened
    from sanctcheck.screen.totals import Totals


class JsonPart(TypedDict):
    """One thing that speaks for or against."""

    kind: str
    query: str
    listing: str
    effect: float
    says: str


class JsonDecision(TypedDict):
    """What a person judged of this hit before."""

    judgment: Literal["same", "different", "unsure"]
    by: str
    day: str
    because: str
    changed: bool
    """Whether the listing says something else since."""


class JsonHit(TypedDict):
    """One listing that may be the one who was asked for."""

    list: str
    """Whose list it is, as keys name it; of OpenSanctions, which list."""
    id: str
    """The publisher's own reference."""
    score: float
    """From 0 to 1."""
    key: str
    """What `sanctcheck lists show` takes."""
    name: str
    """The name under which it is listed."""
    matched: list[str]
    """The two names that were compared: of the query, and of the listing."""
    weak: bool
    """Whether the latter is graded as a weak alias."""
    kind: str
    publisher: str
    programmes: list[str]
    listed_on: list[str]
    removed_on: list[str]
    """Not empty where it is listed no more."""
    snapshot: str
    snapshot_date: str | None
    """The publisher's own date of the list, else the day on which it was fetched; null where neither is known."""
    settled: bool
    """Whether a person judged it to be another."""
    digest: str
    """What the listing says, as a hash: `seen` of a decision."""
    told_apart: NotRequired[str]
    """What the dossier says tells its target from this one."""
    decision: NotRequired[JsonDecision]
    explanation: NotRequired[list[JsonPart]]


class JsonQuery(TypedDict):
    """One query."""

    row: int
    hits: list[JsonHit]
    name: str
    id: NotRequired[str]
    """The file's own word for it."""
    formerly: NotRequired[list[JsonHit]]
    """Those who are listed no more."""
    problem: NotRequired[str]
    """Why it was not screened."""
    not_understood: NotRequired[list[str]]


class JsonList(TypedDict):
    """One list that was screened against."""

    list: str
    publisher: str
    title: str
    snapshot: str
    snapshot_date: str | None
    sha256: str
    listings: int
    state: Literal["current", "stale", "missing"] | None
    """Null for a file at hand."""
    age_days: float | None


class JsonUnused(TypedDict):
    """A judgment that no hit met with."""

    line: int
    name: str
    listing: str


class JsonDecisions(TypedDict):
    """What became of the judgments."""

    same: int
    different: int
    unsure: int
    changed: int
    unused: list[JsonUnused]


class JsonNote(TypedDict):
    """What the lists say of a part of the dossier that was screened."""

    rule: str
    standard: str
    severity: Literal["error", "warning"] | None
    """Null where nothing is lacking, and it is only worth knowing."""
    pointer: str
    message: str
    remedy: str | None
    listing: str | None


class JsonTotals(TypedDict):
    """What it comes to."""

    queries: int
    with_hits: int
    hits: int
    open_hits: int
    not_screened: int


class JsonScreening(TypedDict):
    """The report."""

    format: Literal["screening/1"]
    threshold: float
    lists: list[JsonList]
    not_kept: list[str]
    queries: list[JsonQuery]
    totals: JsonTotals
    decisions: NotRequired[JsonDecisions]
    notes: NotRequired[list[JsonNote]]
    """Of a dossier: what follows from the hits."""
    protected: NotRequired[int]
    """Of a dossier: how many were not looked for, because it protects them."""


def line(screened: Screened, *, explain: bool) -> str:
    """One query on one line."""
    return json_text(_query(screened, explain=explain)) + "\n"


@dataclass(frozen=True, slots=True)
class Run:
    """What a report says beside the queries."""

    against: Against
    threshold: float
    totals: Totals
    decisions: Decisions | None = None
    meeting: Meeting | None = None


def report(every: Iterable[Screened], run: Run, *, explain: bool) -> Iterator[str]:
    """The whole report, piece by piece; the totals stand at its end because they are known there."""
    head = {
        "format": "screening/1",
        "threshold": run.threshold,
        "lists": _lists(run.against),
        "not_kept": list(run.against.not_kept),
    }
    yield json_text(head)[:-1] + ', "queries": [\n'
    before = ""
    for screened in every:
        yield before + json_text(_query(screened, explain=explain))
        before = ",\n"
    tail: dict[str, Any] = {"totals": _totals(run.totals)}
    if run.decisions is not None:
        tail["decisions"] = _decisions(run.decisions)
    if run.meeting is not None:
        tail |= {"notes": [_note(note) for note in run.meeting.notes], "protected": run.meeting.protected}
    yield "\n], " + json_text(tail)[1:] + "\n"


def _note(note: Note) -> JsonNote:
    return {
        "rule": note.rule,
        "standard": note.standard,
        "severity": note.severity,
        "pointer": pointer(note.path),
        "message": note.message,
        "remedy": note.remedy,
        "listing": note.listing or None,
    }


def _query(screened: Screened, *, explain: bool) -> JsonQuery:
    query = screened.query
    found: JsonQuery = {
        "row": query.row,
        "hits": [_hit(hit, explain=explain) for hit in screened.hits],
        "name": query.party.name,
    }
    if query.id:
        found["id"] = query.id
    if screened.formerly:
        found["formerly"] = [_hit(hit, explain=explain) for hit in screened.formerly]
    if query.problem:
        found["problem"] = query.problem
    if query.not_understood:
        found["not_understood"] = list(query.not_understood)
    return found


def _hit(hit: Hit, *, explain: bool) -> JsonHit:
    entry = hit.entry
    found: JsonHit = {
        "list": hit.listed.named,
        "id": entry.id,
        "score": round(hit.score, 4),
        "key": entry.key,
        "name": entry.name,
        "matched": list(hit.matched),
        "weak": hit.weak,
        "kind": entry.kind,
        "publisher": hit.listed.publisher,
        "programmes": list(entry.programmes),
        "listed_on": list(entry.listed_on),
        "removed_on": list(entry.removed_on),
        "snapshot": hit.listed.snapshot,
        "snapshot_date": hit.listed.dated or None,
        "settled": not hit.is_open,
        "digest": entry.digest,
    }
    if hit.judged is not None:
        found["decision"] = _decision(hit.judged.decision, hit.judged)
    if hit.told_apart:
        found["told_apart"] = hit.told_apart
    if explain:
        found["explanation"] = [_part(part) for part in hit.parts]
    return found


def _decision(decision: Decision, settled: Settled) -> JsonDecision:
    return {
        "judgment": decision.judgment,
        "by": decision.by,
        "day": decision.day,
        "because": decision.because,
        "changed": settled.changed,
    }


def _part(part: Part) -> JsonPart:
    return {
        "kind": part.kind,
        "query": part.first,
        "listing": part.second,
        "effect": round(part.effect, 4),
        "says": part.says,
    }


def _lists(against: Against) -> list[JsonList]:
    found: list[JsonList] = []
    for each in against.corpus.lists:
        stands = against.standing_of(each)
        age = None if stands is None or stands.age is None else stands.age
        found.append(
            {
                "list": each.list,
                "publisher": each.publisher,
                "title": each.title,
                "snapshot": each.snapshot,
                "snapshot_date": each.dated or None,
                "sha256": each.sha256,
                "listings": each.listings,
                "state": None if stands is None else stands.state,  # type: ignore[typeddict-item]
                "age_days": None if age is None else round(age.total_seconds() / 86_400, 2),
            }
        )
    return found


def _totals(totals: Totals) -> JsonTotals:
    return {
        "queries": totals.queries,
        "with_hits": totals.with_hits,
        "hits": totals.hits,
        "open_hits": totals.open_hits,
        "not_screened": totals.problems,
    }


def _decisions(decisions: Decisions) -> JsonDecisions:
    unused = [
        JsonUnused(line=number, name=each.query.name, listing=each.listing)
        for number, each in decisions.unused()
    ]
    met = decisions.met
    return {
        "same": met["same"],
        "different": met["different"],
        "unsure": met["unsure"],
        "changed": met["changed"],
        "unused": unused,
    }
