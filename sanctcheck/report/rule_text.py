"""What a rule asks, why, and on which authority, for the forms that explain the rules beside the findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.dossier.rules import RULES
from sanctcheck.record import FORM
from sanctcheck.report.listed import rule_id, words
from sanctcheck.report.markdown import foreign
from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.text import is_web_address, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Criterion, Regime
    from sanctcheck.record import Finding


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule, explained.

    Attributes:
        law: the provisions that ask for it, and how surely they are known.
        sources: where to read them, each with its title and address. What was read may be another part of the same
            instrument, so that a link has the title of the source and not of the provision.
    """

    id: str
    title: str
    asks: str
    why: str | None = None
    law: str | None = None
    sources: tuple[tuple[str, str], ...] = ()
    remedy: str | None = None

    @property
    def address(self) -> str | None:
        """Where to begin to read."""
        return self.sources[0][1] if self.sources else None

    @property
    def text(self) -> str:
        """The explanation as plain text."""
        read = "; ".join(f"{visible(title)} <{address}>" for title, address in self.sources)
        return "\n\n".join(self._parts(visible, read))

    @property
    def markdown(self) -> str:
        """The explanation as Markdown, with links to where the law can be read."""
        read = "; ".join(f"[{foreign(title)}](<{address}>)" for title, address in self.sources)
        return "\n\n".join(f"**{part.replace(':', ':**', 1)}" for part in self._parts(foreign, read))

    def _parts(self, shown: Callable[[str], str], read: str) -> Iterator[str]:
        for head, body in (("What it asks", self.asks), ("Why", self.why), ("Law", self.law)):
            if body:
                yield f"{head}: {shown(body)}"
        if read:
            yield f"Where to read it: {read}"
        if self.remedy:
            yield f"How it is mended: {shown(self.remedy)}"
        yield f"More, with examples: `sanctcheck explain {self.id}`. sanctcheck reports; a person decides."


def rule_text(finding: Finding, law: Law) -> RuleText:
    """The rule behind a finding, explained."""
    if finding.regime is None:
        rule = RULES[finding.rule]
        of = "Form" if finding.family == FORM else "The published lists"
        return RuleText(finding.rule, f"{of}: {words(finding.rule)}", rule.means, remedy=rule.remedy)
    regime = law.regime(finding.regime).regime
    standard = law.standards[str(finding.standard)]
    mark = str(finding.verified)
    known = f" [{MARKS[mark]}: {LEGEND[mark]}]" if mark in MARKS else ""
    return RuleText(
        id=rule_id(finding),
        title=finding.title,
        asks=standard.asks,
        why=standard.why,
        law="; ".join(finding.provisions) + known,
        sources=tuple(
            _sources([each for each in regime.criteria if each.id == finding.rule], regime).items()
        ),
        remedy=finding.remedy,
    )


def _sources(criteria: Iterable[Criterion], regime: Regime) -> dict[str, str]:
    """Where the law behind some criteria can be read: title and address, what was read for them first."""
    names: list[str | None] = []
    for criterion in criteria:
        provisions = (criterion.provision, *criterion.also)
        instruments = (each.instrument for each in provisions if each.instrument in regime.instruments)
        names += [criterion.source, *(regime.instruments[each].source for each in instruments)]
    sources = [regime.sources[name] for name in dict.fromkeys(names) if name is not None]
    # What stands between < and > in Markdown ends at the first >.
    return {
        each.title: str(each.url)
        for each in sources
        if is_web_address(each.url) and not set("<>\\") & set(str(each.url))
    }
