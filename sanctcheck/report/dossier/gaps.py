"""What is lacking, one entry a rule: what was found, where, what it rests on, the provision, and what to do."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING

from sanctcheck.dossier.rules import RULES
from sanctcheck.record import FORM
from sanctcheck.report.dossier.bounds import LIKE_ONE_ANOTHER, cut
from sanctcheck.report.dossier.document import Entry, Paragraph, Section, facts
from sanctcheck.report.dossier.told import cited
from sanctcheck.report.listed import rule_id, settled_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.record import Finding, RegimeRecord, RelatedPlace
    from sanctcheck.report.dossier.document import Tone
    from sanctcheck.report.dossier.told import Told

_LINES = 50
"""Lines that are shown of one rule."""


def sections(told: Told) -> Iterator[Section]:
    """One section a regime, family by family; then the file as such, and what the lists say of it."""
    parts = [section for each in told.record.under for section in _of_regime(told, each)]
    flaws = told.record.flaws
    form = [each for each in flaws if each.family == FORM]
    listed = [each for each in flaws if each.family != FORM]
    opening = () if parts or form else (Paragraph(told.words["no_gaps"]),)
    yield Section("gaps", told.words["gaps"], opening, new_page=True)
    yield from parts
    if form:
        yield Section("form", told.words["form"], tuple(entries(told, form)), order=2)
    if listed:
        yield Section("lists-say", told.words["lists_say"], tuple(entries(told, listed)), order=2)


def _of_regime(told: Told, under: RegimeRecord) -> Iterator[Section]:
    lacking = [each for each in told.record.results(under.id) if each.severity is not None]
    if lacking:
        yield Section(f"gaps-{under.id}", f"{under.id}, {under.name}", (), order=2)
    for family, found in groupby(
        sorted(lacking, key=lambda each: _place(told, each)), lambda each: each.family
    ):
        title = told.words.family(family)
        yield Section(f"gaps-{under.id}-{family}", title, tuple(entries(told, list(found))), order=3)


def _place(told: Told, finding: Finding) -> int:
    """The order of the families, and within them that of the law."""
    return list(told.words.families).index(finding.family) if finding.family in told.words.families else 99


def entries(told: Told, found: Sequence[Finding]) -> Iterator[Entry]:
    """One entry for all that one rule found."""
    alike: dict[tuple[str, bool], list[Finding]] = {}
    for finding in found:
        alike.setdefault((rule_id(finding), finding.settled is None), []).append(finding)
    for each in alike.values():
        yield _entry(told, each)


def _entry(told: Told, found: Sequence[Finding]) -> Entry:
    first, words = found[0], told.words
    standard = told.standards.get(first.standard or "")
    is_plain = words.is_plain and standard is not None
    rule = RULES.get(first.rule) if first.regime is None else None
    title = first.title or (standard.title if standard else first.rule.replace("-", " ").capitalize())
    return Entry(
        name=rule_id(first),
        label=_label(told, first),
        title=title,
        tone=_tone(first),
        facts=facts(
            (words["asks"], standard.asks if is_plain and standard else None),
            (words["found"], cut((_found(told, each) for each in found), LIKE_ONE_ANOTHER, "of the same")),
            (words["line"], _lines(found)),
            (words["relied_on"], cut(told.related(_related(found)), LIKE_ONE_ANOTHER, "lines")),
            (words["provision"], cited(first.provisions, first.verified)),
            (words["note"], first.note),
            (words["due"], _due(found)),
            (words["remedy"], _once(each.remedy or (rule.remedy if rule else None) for each in found)),
            (words["why"], rule.means if rule else standard.why if is_plain and standard else None),
            (words["settled"], _once(settled_words(each.settled) for each in found if each.settled)),
        ),
    )


def _label(told: Told, finding: Finding) -> str:
    """What it weighs, in words, with the name by which it can be explained."""
    if finding.settled is not None:
        return told.words["accepted_mark"]
    return told.words[finding.severity or "information"]


def _tone(finding: Finding) -> Tone:
    if finding.settled is not None:
        return "settled"
    return finding.severity or "quiet"


def _found(told: Told, finding: Finding) -> str:
    message = finding.message
    if finding.outcome is not None:
        message = f"{told.words.outcome(finding.outcome).capitalize()}: {message}"
    return f"{message} ({told.place(finding)})"


def _lines(found: Iterable[Finding]) -> tuple[str, ...]:
    """The lines themselves, where their readers may see them; a bracket or the name of a field alone says nothing."""
    shown = ((each.place.line, each.excerpt.text) for each in found if each.excerpt and each.excerpt.text)
    said = (
        f"{number} | {text.strip()}"
        for number, text in shown
        if any(map(str.isalnum, text)) and not text.rstrip().endswith(":")
    )
    return cut(said, _LINES, "lines")


def _related(found: Iterable[Finding]) -> Iterator[RelatedPlace]:
    """What the findings that are shown rest on."""
    yield from (place for each in islice(found, LIKE_ONE_ANOTHER) for place in each.related)


def _due(found: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.due.isoformat() for each in found if each.due))


def _once(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
