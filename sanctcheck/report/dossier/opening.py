"""The cover of a report, and its summary: what was looked at, with which law and lists, and counts that are no score."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from sanctcheck.dossier.vocabulary import ACT_KIND
from sanctcheck.report.dossier.document import NOTHING, Cell, Paragraph, Section, Table, facts, row
from sanctcheck.report.dossier.told import day_words, spaced
from sanctcheck.report.listed import count
from sanctcheck.terms import FAMILIES, OUTCOME
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.portrait.model import LawUsed, ListUsed
    from sanctcheck.record import FileRecord, RegimeRecord
    from sanctcheck.report.dossier.document import Block, Facts
    from sanctcheck.report.dossier.told import Told
    from sanctcheck.report.dossier.words import Words

_SHORT_HASH = 12
_NOUN = {"error": "error", "warning": "warning", "accepted_mark": "settled one"}


def subject(told: Told) -> str:
    """Whom or what the report is about."""
    about = told.record.about
    name = about.name if about else told.portrait.id
    return f"{name}: {told.portrait.title}" if told.portrait.title else name


def cover(told: Told) -> Facts:
    """What stands on the first page."""
    portrait, words = told.portrait, told.words
    act = portrait.act
    said = ""
    if act is not None:
        day = f", {day_words(act.day)}" if act.day else ""
        meaning = f": {ACT_KIND[act.kind]}" if words.is_plain and act.kind in ACT_KIND else ""
        said = f"{spaced(act.kind)}{meaning}, {act.status}{day}"
    return facts(
        (words["target"], told.record.about.name if told.record.about else None),
        (words["act"], said),
        # The folder is that of whoever wrote the report: a document that is filed or published does not tell it.
        (words["dossier"], f"{portrait.id} ({PurePath(portrait.file).name})"),
        (words["prepared_by"], portrait.prepared_by),
        (words["as_of"], portrait.as_of.isoformat()),
        (words["law"], tuple(_law(each) for each in portrait.laws)),
        (words["lists"], tuple(_list(each) for each in portrait.lists) or words["no_lists"]),
        (words["handling"], words.handling[portrait.highest]),
        (words["written_for"], _reader(portrait.reader)),
        (words["withheld"], _withheld(told)),
        (words["version"], f"sanctcheck {portrait.version}"),
    )


def _law(law: LawUsed) -> str:
    digest = law.files[0][1][:_SHORT_HASH]
    return f"{law.regime}, {law.name}: law of {law.day}, file {digest}, compared with its sources on {law.last_verified}"


def _list(used: ListUsed) -> str:
    dated = f" of {used.dated}" if used.dated else ""
    stale = ", too old" if used.is_stale else ""
    return f"{used.list}, {used.title}{dated}: snapshot {used.snapshot}, {count(used.listings, 'listing')}{stale}"


def _reader(reader: str) -> str:
    """Another reader than the office that keeps the dossier, in words."""
    kind, _, state = reader.partition(":")
    named = {"target": "the target", "public": "the public", "partner": f"the authorities of {state}"}
    return named.get(kind, "")


def _withheld(told: Told) -> str:
    parts = [f"{number} {level}" for level, number in told.portrait.withheld]
    return f"parts that readers of this report may not see: {', '.join(parts)}" if parts else ""


def summary(told: Told) -> Section:
    """Counts by family and outcome, and the gaps by what they weigh."""
    blocks: list[Block] = [Paragraph(_gaps(told)), Paragraph(told.words["summary_text"], "quiet")]
    blocks += [_table(under, told.words) for under in told.record.under if under.was_in_force]
    blocks += [
        Paragraph(f"{under.id} has no law in force on {under.law_day}: nothing was tested.", "warning")
        for under in told.record.under
        if not under.was_in_force
    ]
    blocks += [
        Paragraph(
            f"The check of {error.regime}:{error.criterion} failed; that is a mistake of ours.", "error"
        )
        for under in told.record.under
        for error in under.internal_errors
    ]
    return Section("summary", told.words["summary"], tuple(blocks))


def _gaps(told: Told) -> str:
    counts = Counter(_weights(told.record))
    words = told.words
    if not counts:
        return words["none_lacking"]
    if words.is_plain:
        return " ".join(f"{words[weight]}: {counts[weight]}." for weight in _NOUN if counts[weight])
    said = [count(counts[weight], noun) for weight, noun in _NOUN.items() if counts[weight]]
    return f"Gaps and flaws: {listed(said, 'and')}."


def _weights(record: FileRecord) -> Iterator[str]:
    for finding in record.findings:
        if finding.severity is not None:
            yield "accepted_mark" if finding.settled else finding.severity


def _table(under: RegimeRecord, words: Words) -> Table:
    counts: Counter[tuple[str, str]] = Counter((each.family, each.outcome) for each in under.criteria)
    families = [family for family in FAMILIES if any(counts[family, outcome] for outcome in OUTCOME)]
    rows = [
        row(words.family(family), *(_number(counts[family, outcome]) for outcome in OUTCOME))
        for family in families
    ]
    totals: Counter[str] = Counter(each.outcome for each in under.criteria)
    rows.append(row("Criteria in all", *(_number(totals[outcome]) for outcome in OUTCOME)))
    head = ("Family", *(words.outcome(outcome) for outcome in OUTCOME))
    return Table(f"{under.id}, {under.name}", head, tuple(rows), (4, 1, 1, 1, 1, 1), narrow=True)


def _number(number: int) -> Cell:
    return Cell(str(number) if number else NOTHING, tone="" if number else "quiet")
