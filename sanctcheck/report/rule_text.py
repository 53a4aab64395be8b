"""What a rule asks, why, and on which authority, for the forms that explain the rules beside the findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.dossier.rules import RULES
from sanctcheck.law.spans import ABSENCE, NOT_READ
from sanctcheck.law.time import citation
from sanctcheck.record import FORM
from sanctcheck.report.listed import rule_id, words
from sanctcheck.report.markdown import foreign
from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.text import is_web_address, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sanctcheck.law.authority import Provision
    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Criterion, Regime
    from sanctcheck.record import Finding

_BY_A_PERSON = "sanctcheck reports; a person decides."


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule, explained.

    Attributes:
        provisions: each citation, with the address of its text where the law has one.
        mark: how surely the law behind it is known, where that is not from its text.
    """

    id: str
    title: str
    asks: str
    why: str | None = None
    provisions: tuple[tuple[str, str | None], ...] = ()
    mark: str | None = None
    remedy: str | None = None

    @property
    def address(self) -> str | None:
        """Where the first of its provisions that has an address can be read."""
        return next((address for _, address in self.provisions if address), None)

    @property
    def text(self) -> str:
        """The explanation as plain text."""
        return "\n\n".join(f"{head}: {visible(body)}" if head else body for head, body in self._parts())

    @property
    def markdown(self) -> str:
        """The explanation as Markdown, with links to the provisions."""
        return "\n\n".join(
            f"**{head}:** {self._linked() if head == 'Law' else foreign(body)}" if head else body
            for head, body in self._parts()
        )

    def _parts(self) -> Iterable[tuple[str, str]]:
        yield "What it asks", self.asks
        if self.why:
            yield "Why", self.why
        if self.provisions:
            yield "Law", "; ".join(cited for cited, _ in self.provisions) + self._mark()
        if self.remedy:
            yield "How it is mended", self.remedy
        yield "", f"More, with examples: `sanctcheck explain {self.id}`. {_BY_A_PERSON}"

    def _linked(self) -> str:
        cited = (
            f"[{foreign(cited)}](<{address}>)" if address else foreign(cited)
            for cited, address in self.provisions
        )
        return "; ".join(cited) + foreign(self._mark())

    def _mark(self) -> str:
        return f" [{MARKS[self.mark]}: {LEGEND[self.mark]}]" if self.mark in MARKS else ""


def rule_text(finding: Finding, law: Law) -> RuleText:
    """The rule behind a finding, explained."""
    if finding.regime is None:
        rule = RULES[finding.rule]
        of = "Form" if finding.family == FORM else "The published lists"
        return RuleText(finding.rule, f"{of}: {words(finding.rule)}", rule.means, remedy=rule.remedy)
    regime = law.regime(finding.regime).regime
    standard = law.standards[str(finding.standard)]
    addresses = _addresses([each for each in regime.criteria if each.id == finding.rule], regime)
    return RuleText(
        id=rule_id(finding),
        title=finding.title,
        asks=standard.asks,
        why=standard.why,
        provisions=tuple((cited, addresses.get(cited)) for cited in finding.provisions),
        mark=finding.verified,
        remedy=finding.remedy,
    )


def _addresses(criteria: Iterable[Criterion], regime: Regime) -> Mapping[str, str]:
    """Where the provisions of some criteria can be read, by citation."""
    found: dict[str, str] = {}
    for criterion in criteria:
        for provision in (criterion.provision, *criterion.also):
            address = _address(provision, regime)
            if address is not None:
                found[citation(provision, regime)] = address
    return found


def _address(provision: Provision, regime: Regime) -> str | None:
    if provision.instrument in {ABSENCE, NOT_READ}:
        return None
    source = regime.instruments[provision.instrument].source
    address = regime.sources[source].url if source else None
    # What stands between < and > in Markdown ends at the first >.
    return address if is_web_address(address) and not set("<>\\") & set(str(address)) else None
