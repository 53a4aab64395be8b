"""A page for each standard: what it asks and why, the level of the draft, and where every regime stands and stood."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sanctcheck.checks.documentation import documentation
from sanctcheck.checks.registry import load_check
from sanctcheck.law.cells import versions
from sanctcheck.pages.words import authority, cited, days, mark, table, value
from sanctcheck.report.markdown import escaped
from sanctcheck.terms import FORCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Regime, Standard
    from sanctcheck.law.position import Comparison

_KINDS = {
    "regime": "Where the regimes stand",
    "programme": "Where programmes on other subjects stand",
}


def pages(law: Law) -> Mapping[str, str]:
    """The pages by file name; `README.md` leads to the others."""
    regimes = [law.regime(name).regime for name in law.regime_ids]
    made = {f"{each.id}.md": "".join(_page(each, regimes)) for each in law.standards.values()}
    return {"README.md": "".join(_contents(law)), **made}


def _contents(law: Law) -> Iterator[str]:
    yield "# The standards that regimes can share\n\n"
    yield "Each page says what the standard asks and why, on what it rests, and where every regime stands and stood.\n"
    for family, standards in groupby(law.standards.values(), key=lambda each: each.family):
        yield f"\n## {family.replace('-', ' ').capitalize()}\n\n"
        for standard in standards:
            yield f"- [{standard.id}]({standard.id}.md): {escaped(standard.title)}\n"


def _page(standard: Standard, regimes: list[Regime]) -> Iterator[str]:
    yield f"# {standard.id}: {escaped(standard.title)}\n\n"
    yield f"{escaped(standard.asks)}\n\n**Why.** {escaped(standard.why)}\n\n"
    yield f"**Rests on** {escaped('; '.join(standard.sources))}.{mark(standard.verified)}\n\n"
    yield f"**Compared by** {_order(standard.compared)}.\n"
    for regime in regimes:
        if regime.kind == "collective-standard":
            yield from _draft(standard, regime)
    for kind, title in _KINDS.items():
        of_kind = [regime for regime in regimes if regime.kind == kind]
        if of_kind:
            yield f"\n## {title}\n"
            yield from table(("regime", "when", "value", "provision"), _stands(standard, of_kind))
    yield from _asked(standard, regimes)


def _order(order: Comparison) -> str:
    said = {
        "yes": "whether the law has it: more of it is stricter",
        "no": "whether the law has it: less of it is stricter",
        "neither": "whether the law has it: neither answer is stricter",
    }[order.stricter_answer]
    if order.stricter_period != "neither":
        said += f"; a {order.stricter_period} period is stricter"
    return said + (f"; from the weakest: {', '.join(order.scale)}" if order.scale else "")


def _draft(standard: Standard, regime: Regime) -> Iterator[str]:
    yield "\n## The level of the draft collective standard\n\n"
    for version in versions(regime, standard.id)[-1:]:
        cell = version.cell
        yield f"**{escaped(str(cell.value))}.** {escaped(cell.detail or '')} ({cited(cell)})\n"
        if cell.note:
            yield f"\n*Where States differ:* {escaped(cell.note)}\n"


def _stands(standard: Standard, regimes: list[Regime]) -> Iterator[tuple[str, str, str, str]]:
    for regime in regimes:
        for version in versions(regime, standard.id):
            name = f"[{regime.id}](../regimes/{regime.id}.md)"
            yield name, days(version), value(version.cell), cited(version.cell)


def _asked(standard: Standard, regimes: list[Regime]) -> Iterator[str]:
    asked = [(regime, each) for regime in regimes for each in regime.criteria if each.standard == standard.id]
    if not asked:
        yield "\nNo dossier is tested against it: it is about the law itself.\n"
        return
    yield "\n## What is asked of a dossier\n"
    rows = (
        (
            f"[{regime.id}](../regimes/{regime.id}.md):{criterion.id}",
            escaped(criterion.title),
            criterion.force.replace("-", " "),
            authority(criterion, regime),
            escaped(criterion.remedy),
        )
        for regime, criterion in asked
    )
    yield from table(("criterion", "asks", "force", "law", "how a gap is mended"), rows)
    yield "\n" + " ".join(f"*{name.replace('-', ' ')}*: {meaning}." for name, meaning in FORCE.items()) + "\n"
    yield from _examples(asked[-1][1].check)


def _examples(check: str) -> Iterator[str]:
    told = documentation(load_check(check).documentation)
    yield f"\n**What the check looks at.** {escaped(' '.join(told.what.split()))}\n"
    yield f"\nA dossier that lacks it:\n\n```yaml\n{told.example.strip()}\n```\n"
    yield f"\nA dossier that has it:\n\n```yaml\n{told.use_instead.strip()}\n```\n"
