"""A page for each regime, in the order in which a lawyer reads one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.law.cells import versions
from sanctcheck.law.position import RULE_KIND
from sanctcheck.law.time import limit_in_words
from sanctcheck.pages.words import authority, cited, days, mark, table, value
from sanctcheck.report.markdown import escaped
from sanctcheck.terms import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sanctcheck.law.authority import Fact, Source
    from sanctcheck.law.load import Law
    from sanctcheck.law.model import ConductLimb, Link, Regime, Standard
    from sanctcheck.law.position import CalendarDay

_KINDS = {
    "regime": "Regimes against human-rights abuse and corruption",
    "programme": "Programmes on other subjects",
    "collective-standard": "The draft of a collective standard",
}


def pages(law: Law) -> Mapping[str, str]:
    """The pages by file name; `README.md` leads to the others."""
    regimes = [law.regime(name).regime for name in law.regime_ids]
    made = {f"{regime.id}.md": "".join(_page(regime, law.standards)) for regime in regimes}
    return {"README.md": "".join(_contents(regimes)), **made}


def _contents(regimes: Sequence[Regime]) -> Iterator[str]:
    yield "# The regimes\n\nThe law of each as readable, cited, dated data. None of it is legal advice.\n"
    for kind, title in _KINDS.items():
        yield f"\n## {title}\n\n"
        for regime in regimes:
            if regime.kind == kind:
                yield f"- [{regime.id}]({regime.id}.md): {escaped(regime.name)} ({escaped(regime.jurisdiction)})\n"


def _page(regime: Regime, standards: Mapping[str, Standard]) -> Iterator[str]:
    yield f"# {regime.id}: {escaped(regime.name)}\n\n"
    yield f"{escaped(regime.jurisdiction)}. Last compared with its sources on {regime.last_verified}. Not legal advice.\n"
    yield "\n## Read this first\n\n"
    for caveat in regime.caveats:
        yield f"- {escaped(caveat.note)}{mark(caveat.verified)}\n"
    yield from _instruments(regime)
    yield from _grounds("For what a person may be listed", regime.conduct, regime)
    yield from _grounds("How the person must be linked with it", regime.links, regime)
    yield from _particulars(regime)
    yield from _rules(regime)
    yield from _calendar(regime.calendar, regime)
    yield from _stands(regime, standards)
    yield from _criteria(regime, standards)
    yield "\n## Sources\n\n"
    for source in regime.sources.values():
        yield f"- {_source(source)}\n"


def _source(source: Source) -> str:
    return f"[{escaped(source.title)}](<{source.url}>)" if source.url else escaped(source.title)


def _instruments(regime: Regime) -> Iterator[str]:
    yield "\n## Instruments and judgments\n"
    rows = []
    for each in regime.instruments.values():
        span = each.in_force
        when = f"{span.from_ or ''} to {span.until or 'today'}" if span else ""
        name = escaped(each.title) + mark(each.verified)
        rows.append((name, escaped(each.citation), when, escaped(each.amended_by or "")))
    yield from table(("title", "citation", "in force", "amended by"), rows)


def _grounds(title: str, facts: Sequence[ConductLimb | Link], regime: Regime) -> Iterator[str]:
    if facts:
        yield f"\n## {title}\n"
    for fact in facts:
        yield f"\n**{fact.id}**: {escaped(fact.title)} ({authority(fact, regime)})\n\n"
        for element in fact.elements:
            yield f"- *{element.id}*: {escaped(element.asks)}\n"


def _particulars(regime: Regime) -> Iterator[str]:
    groups: list[tuple[str, list[tuple[str, Fact]]]] = [
        ("Which actors", [(f"{fact.actor}: {fact.covered}", fact) for fact in regime.actors]),
        ("Which connection", [(fact.asks, fact) for fact in regime.nexus]),
        ("Standard of proof", [(_of(fact.term, fact.meaning), fact) for fact in regime.proof]),
        ("Who decides", [(_of(fact.who, fact.role), fact) for fact in regime.decision_makers]),
        ("Which measures", [(fact.kind, fact) for fact in regime.measures]),
    ]
    for title, facts in groups:
        if facts:
            yield f"\n## {title}\n\n"
        for words, fact in facts:
            yield f"- {escaped(words)} ({authority(fact, regime)}){_note(fact)}\n"


def _of(name: str, rest: str | None) -> str:
    return f"{name}: {rest}" if rest else name


def _note(fact: Fact) -> str:
    return f" {escaped(fact.note)}" if fact.note else ""


def _rules(regime: Regime) -> Iterator[str]:
    for kind, title in RULE_KIND.items():
        rules = [rule for rule in regime.rules if rule.kind == kind]
        if rules:
            yield f"\n## {title}\n\n"
        for rule in rules:
            limit = f" **{escaped(limit_in_words(rule.limit))}.**" if rule.limit else ""
            yield f"- *{rule.id}*: {escaped(rule.rule)}{limit} ({authority(rule, regime)}){_note(rule)}\n"


def _calendar(fixed: Sequence[CalendarDay], regime: Regime) -> Iterator[str]:
    if fixed:
        yield "\n## Days that the law fixes\n"
        rows = (
            (
                each.on or f"every {each.yearly}",
                escaped(each.what),
                escaped(each.effect or ""),
                authority(each, regime),
            )
            for each in fixed
        )
        yield from table(("day", "what", "else", "law"), rows)


def _stands(regime: Regime, standards: Mapping[str, Standard]) -> Iterator[str]:
    yield "\n## Where it stands on each standard\n"
    rows = (
        (f"[{name}](../standards/{name}.md)", days(version), value(version.cell), cited(version.cell))
        for name in standards
        for version in versions(regime, name)
    )
    yield from table(("standard", "when", "value", "provision"), rows)


def _criteria(regime: Regime, standards: Mapping[str, Standard]) -> Iterator[str]:
    yield "\n## What is asked of a dossier\n"
    by_family = sorted(regime.criteria, key=lambda each: FAMILIES.index(standards[each.standard].family))
    rows = (
        (
            f"`{each.id}`",
            f"[{each.standard}](../standards/{each.standard}.md)",
            escaped(each.title),
            each.force.replace("-", " "),
            authority(each, regime),
            escaped(each.remedy) + _note(each),
        )
        for each in by_family
    )
    yield from table(("criterion", "standard", "asks", "force", "law", "how a gap is mended"), rows)
