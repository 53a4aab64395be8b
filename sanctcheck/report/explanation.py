"""What `explain` shows, for a reader who knows the law and no code."""

from __future__ import annotations

import textwrap
from functools import singledispatch
from typing import TYPE_CHECKING

from sanctcheck.checks.documentation import documentation
from sanctcheck.checks.registry import load_check
from sanctcheck.dossier.rules import RULES
from sanctcheck.explanation import CriterionTopic, LawTopic, RegimeTopic, RuleTopic, StandardTopic
from sanctcheck.law.position import RULE_KIND, LegalRule
from sanctcheck.law.time import citation, limit_in_words
from sanctcheck.terms import FAMILIES, FORCE, VERIFIED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sanctcheck.law.authority import Fact
    from sanctcheck.law.cells import Cell
    from sanctcheck.law.load import Law
    from sanctcheck.law.model import ConductLimb, Criterion, Link, Regime, Standard
    from sanctcheck.law.position import CalendarDay

_WIDTH = 80


def contents(law: Law) -> str:
    """Everything that can be explained, family by family."""
    lines = ["Standards", ""]
    for family in FAMILIES:
        lines.append(f"  {_words(family)}")
        lines += [
            _entry(standard.id, standard.title)
            for standard in law.standards.values()
            if standard.family == family
        ]
    lines += ["", "Regimes", ""]
    lines += [_entry(regime_id, law.regime(regime_id).regime.name) for regime_id in law.regime_ids]
    lines += ["", "Rules of form", "", _wrapped(", ".join(RULES), "    ").rstrip("\n")]
    lines += [
        "",
        "sanctcheck explain STANDARD, REGIME, REGIME:STANDARD, REGIME:CRITERION or RULE",
    ]
    return "\n".join(lines) + "\n"


def _entry(name: str, title: str) -> str:
    return _wrapped(title, f"    {name:<31} ", " " * 36).rstrip("\n")


@singledispatch
def explained(topic: object) -> str:
    """The explanation of one topic."""
    raise TypeError(type(topic).__name__)


@explained.register
def _(topic: StandardTopic) -> str:
    return "".join(_standard_topic(topic))


@explained.register
def _(topic: RegimeTopic) -> str:
    return "".join(_regime_topic(topic))


@explained.register
def _(topic: CriterionTopic) -> str:
    asked = (part for each in topic.criteria for part in _criterion(topic.regime, each, topic.standards))
    return "".join([*asked, *_history(topic)])


@explained.register
def _(topic: LawTopic) -> str:
    parts = [f"{topic.regime.id}:{topic.facts[0].id}\n\n"]
    for fact in topic.facts:
        parts += (
            _rule(fact, topic.regime) if isinstance(fact, LegalRule) else _calendar_day(fact, topic.regime)
        )
    return "".join(parts)


@explained.register
def _(topic: RuleTopic) -> str:
    rule = topic.text
    return f"{topic.rule}\n\n" + _block("What it means", rule.means) + _block("What to do", rule.remedy)


def _standard_topic(topic: StandardTopic) -> Iterator[str]:
    standard = topic.standard
    yield _wrapped(f"{standard.id}: {standard.title}", "") + "\n"
    yield from _standard(standard)
    yield "Who asks for it\n"
    if not topic.asked_by:
        yield "  No regime here has a criterion for it.\n"
    for regime, criterion in topic.asked_by:
        yield _wrapped(
            f"{criterion.title} ({_authority(criterion, regime)})",
            f"  {regime.id}:{criterion.id}  ",
            "      ",
        )
    yield f"\nWhere the regimes stand on {topic.day}\n"
    for regime, cell in topic.stand:
        yield _stand(regime.id, cell)
    yield "\n"
    shown = next(
        ((r, c) for r, c in topic.asked_by if r.id == "common"), topic.asked_by[0] if topic.asked_by else None
    )
    if shown is not None:
        yield from _examples(shown[1])


def _standard(standard: Standard) -> Iterator[str]:
    yield _block("What it asks", standard.asks)
    yield _block("Why", standard.why)
    yield _block("Rests on", "; ".join(standard.sources) + f" [{VERIFIED[standard.verified]}]")


def _criterion(regime: Regime, criterion: Criterion, standards: Mapping[str, Standard]) -> Iterator[str]:
    standard = standards[criterion.standard]
    yield f"{regime.id}:{criterion.id}\n\n"
    yield _block("What it asks", criterion.title)
    yield _block("Law", _authority(criterion, regime))
    yield _block("Force", f"{_words(criterion.force)}: {FORCE[criterion.force]}")
    if criterion.note:
        yield _block("Note", criterion.note)
    yield _block(f"The standard behind it: {standard.id}", standard.asks)
    yield _block("Why", standard.why)
    yield _block("Rests on", "; ".join(standard.sources))
    yield _block("How a gap is mended", criterion.remedy)
    yield from _examples(criterion)


def _examples(criterion: Criterion) -> Iterator[str]:
    told = documentation(load_check(criterion.check).documentation)
    yield _block("What the check looks at", " ".join(told.what.split()))
    yield f"A dossier that lacks it\n{_yaml(told.example)}\n"
    yield f"A dossier that has it\n{_yaml(told.use_instead)}\n"


def _yaml(fragment: str) -> str:
    kept = [line for line in fragment.splitlines() if not line.startswith(("with:", "regime:"))]
    return "\n".join(_folded(f"  {line}") for line in kept) + "\n"


def _folded(line: str) -> str:
    """A line of YAML that is too long, folded where YAML takes text and fields in braces as one all the same."""
    indent = " " * (len(line) - len(line.lstrip(" -")) + 2)
    return "\n".join(
        textwrap.wrap(line, _WIDTH, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)
    )


def _regime_topic(topic: RegimeTopic) -> Iterator[str]:
    regime = topic.regime
    yield _wrapped(f"{regime.id}: {regime.name} ({regime.jurisdiction})", "") + "\n"
    for caveat in regime.caveats:
        yield _wrapped(f"{caveat.note} [{VERIFIED[caveat.verified]}]", "Note: ", "  ")
    yield f"\nLast compared with its sources on {regime.last_verified}. This is not legal advice.\n"
    for title, facts in (("For what", regime.conduct), ("By which link", regime.links)):
        yield f"\n{title}\n"
        for fact in facts:
            yield from _listing_ground(fact, regime)
    for title, lines in _particulars(regime):
        yield f"\n{title}\n" + "".join(lines)
    yield from _law(regime)
    yield "\nWhat is asked of a dossier\n"
    for family in FAMILIES:
        asked = [each for each in regime.criteria if topic.standards[each.standard].family == family]
        if asked:
            yield f"\n  {_words(family)}\n"
        for criterion in asked:
            yield _wrapped(
                f"{criterion.title} ({_authority(criterion, regime)})", f"    {criterion.id}  ", "        "
            )
    yield f"\nWhere it stands on each standard on {topic.day}\n"
    for name, cell in topic.stand.items():
        yield _stand(name, cell)


def _listing_ground(fact: ConductLimb | Link, regime: Regime) -> Iterator[str]:
    covers = getattr(fact, "basis", None) or fact.conduct
    yield _wrapped(f"{fact.title} ({_authority(fact, regime)})", f"  {fact.id}  ", "      ")
    yield _wrapped(", ".join(covers), "      covers: ", "        ")
    for element in fact.elements:
        yield _wrapped(element.asks, f"      {element.id}: ", "        ")


def _law(regime: Regime) -> Iterator[str]:
    """What the law says beside the criteria: its rules by what they are about, and the days that it fixes."""
    for kind, title in RULE_KIND.items():
        rules = [rule for rule in regime.rules if rule.kind == kind]
        if rules:
            yield f"\n{title}\n"
        for rule in rules:
            yield from _rule(rule, regime)
    if regime.calendar:
        yield "\nDays that the law fixes\n"
    for day in regime.calendar:
        yield from _calendar_day(day, regime)


def _rule(rule: LegalRule, regime: Regime) -> Iterator[str]:
    limit = f"; {limit_in_words(rule.limit)}" if rule.limit else ""
    yield _wrapped(f"{rule.rule}{limit} ({_authority(rule, regime)})", f"  {rule.id}  ", "      ")


def _calendar_day(day: CalendarDay, regime: Regime) -> Iterator[str]:
    when = day.on or f"every {day.yearly}"
    else_ = f"; else {day.effect}" if day.effect else ""
    yield _wrapped(f"{when}: {day.what}{else_} ({_authority(day, regime)})", f"  {day.id}  ", "      ")


def _stand(name: str, cell: Cell | None) -> str:
    """One line: whose or which, the value, and on what authority."""
    if cell is None:
        return _wrapped("not in force", f"  {name}  ", "      ")
    return _wrapped(f"{cell.value}{_because(cell)}", f"  {name}  ", "      ")


def _because(cell: Cell) -> str:
    said = [cell.detail.rstrip(".")] if cell.detail else []
    known = [VERIFIED[cell.verified]] if cell.verified != "text" else []
    because = "; ".join([*said, *cell.provisions[:1], *known])
    return f" ({because})" if because else ""


def _history(topic: CriterionTopic) -> Iterator[str]:
    """Where the regime stood on the standard, version by version."""
    for name, found in topic.stand:
        if not topic.criteria:
            yield f"{topic.regime.id}:{name}\n\n"
            yield from _standard(topic.standards[name])
        yield f"Where {topic.regime.id} stands on {name}\n"
        for version in found:
            since = f"from {version.since}" if version.since else "from the beginning"
            until = f" until {version.until}" if version.until else ""
            yield _wrapped(f"{version.cell.value}{_because(version.cell)}", f"  {since}{until}  ", "      ")
            if version.cell.note:
                yield _wrapped(version.cell.note, "      note: ", "        ")


def _particulars(regime: Regime) -> Iterable[tuple[str, Sequence[str]]]:
    groups: list[tuple[str, list[tuple[str, Fact]]]] = [
        ("Which actors", [(f"{fact.actor}: {fact.covered}", fact) for fact in regime.actors]),
        ("Which connection", [(fact.asks, fact) for fact in regime.nexus]),
        ("Standard of proof", [(_proof(fact.term, fact.meaning), fact) for fact in regime.proof]),
        ("Who decides", [(_proof(fact.who, fact.role), fact) for fact in regime.decision_makers]),
        ("Which measures", [(fact.kind, fact) for fact in regime.measures]),
    ]
    for title, facts in groups:
        if facts:
            yield (
                title,
                [_wrapped(f"{words} ({_authority(fact, regime)})", "  ", "      ") for words, fact in facts],
            )


def _proof(term: str, meaning: str | None) -> str:
    return f"{term}: {meaning}" if meaning else term


def _authority(fact: Fact, regime: Regime) -> str:
    """Provision, days in force, and how surely it is known."""
    places = "; ".join(citation(each, regime) for each in (fact.provision, *fact.also))
    span = fact.in_force
    days = ""
    if span is not None:
        since = f", from {span.from_}" if span.from_ else ""
        days = f"{since}{f', until {span.until}' if span.until else ''}"
    source = regime.sources[fact.source].title if fact.source else None
    read = [] if source is None else [f"read in {source}"]
    unsure = [VERIFIED[fact.verified]] if source is None or fact.verified == "uncertain" else []
    return "; ".join((f"{places}{days}", *read, *unsure))


def _words(word: str) -> str:
    return word.replace("-", " ").capitalize()


def _block(title: str, text: str) -> str:
    return f"{title}\n{_wrapped(text, '  ', '  ')}\n"


def _wrapped(text: str, first: str, rest: str | None = None) -> str:
    indent = " " * len(first) if rest is None else rest
    lines = textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "\n".join(lines) + "\n"
