"""What is met, and on what facts; and what was not asked, or is not due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.dossier.bounds import cut, cut_rows
from sanctcheck.report.dossier.document import NOTHING, Paragraph, Section, Table, row
from sanctcheck.report.dossier.told import cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.record import Finding, RegimeRecord
    from sanctcheck.report.dossier.told import Told

_MESSAGES, _LINES = 50, 50
"""What is said of one criterion."""


def sections(told: Told) -> Iterator[Section]:
    """A table a regime of what is met, and one of the rest."""
    words = told.words
    found = [(each, _met(told, each)) for each in told.record.under]
    tables = tuple(_met_table(told, under, met) for under, met in found if met)
    yield Section("met", words["met"], tables or (Paragraph(words["nothing_met"]),), new_page=True)
    rest = [(each, _rest(told, each)) for each in told.record.under]
    others = tuple(_rest_table(told, under, results) for under, results in rest if results)
    if others:
        yield Section("rest", words["rest"], others)


def _met(told: Told, under: RegimeRecord) -> list[Finding]:
    return [each for each in told.record.results(under.id) if each.outcome == "met"]


def _rest(told: Told, under: RegimeRecord) -> list[Finding]:
    return [each for each in told.record.results(under.id) if each.outcome in {"pending", "not-applicable"}]


def _met_table(told: Told, under: RegimeRecord, found: Sequence[Finding]) -> Table:
    rows = tuple(
        row(
            each[0].title,
            " ".join(cut((result.message for result in each), _MESSAGES, "of the same")),
            "; ".join(cut(_rests_on(told, each), _LINES, "lines")) or NOTHING,
            cited(each[0].provisions, each[0].verified),
        )
        for each in _by_rule(found)
    )
    head = ("Criterion", told.words["found"], told.words["relied_on"], told.words["provision"])
    return Table(f"{under.id}, {under.name}", head, rows, (4, 4, 4, 3))


def _rests_on(told: Told, found: Sequence[Finding]) -> tuple[str, ...]:
    return told.related(place for result in found[:_MESSAGES] for place in result.related)


def _by_rule(found: Iterable[Finding]) -> Iterable[list[Finding]]:
    """What each criterion found, together."""
    by_rule: dict[str, list[Finding]] = {}
    for each in found:
        by_rule.setdefault(each.rule, []).append(each)
    return by_rule.values()


def _rest_table(told: Told, under: RegimeRecord, found: Sequence[Finding]) -> Table:
    rows = tuple(
        row(
            each.title,
            told.words.outcome(each.outcome or "pending"),
            _said(each),
            cited(each.provisions, each.verified),
        )
        for each in found
    )
    head = ("Criterion", "Outcome", told.words["found"], told.words["provision"])
    return Table(f"{under.id}, {under.name}", head, cut_rows(rows), (4, 2, 5, 3))


def _said(finding: Finding) -> str:
    due = str(finding.due) if finding.due else ""
    return finding.message if due in finding.message else f"{finding.message} Due by {due}."
