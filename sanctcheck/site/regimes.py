"""A page for each regime, in the order in which a lawyer reads one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sanctcheck.law.position import RULE_KIND
from sanctcheck.law.time import is_in_force, limit_in_words
from sanctcheck.site.comparison import is_on
from sanctcheck.site.law_words import authority_of, authority_of_cell, between, family_title
from sanctcheck.site.shell import REGIMES
from sanctcheck.terms import FAMILIES, FORCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sanctcheck.law.authority import Fact
    from sanctcheck.law.cells import Version
    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Regime, Standard
    from sanctcheck.site.comparison import Stood
    from sanctcheck.site.law_words import Authority
    from sanctcheck.site.shell import Shell

    Stating = Callable[..., "Statement"]

_KINDS = {
    "regime": "Regimes against human-rights abuse and corruption",
    "collective-standard": "The draft of a collective standard",
    "programme": "Programmes on other subjects",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the law: its words, what has to be shown of it, and on what it rests."""

    name: str
    words: str
    authority: Authority
    elements: tuple[tuple[str, str], ...] = ()
    limit: str = ""
    is_current: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under one heading."""

    title: str
    statements: tuple[Statement, ...]


def pages(law: Law, shell: Shell, stood: Stood, dossiers: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """The pages of the regimes, each with its file; `dossiers` says how many dossiers each was asked of."""
    regimes = [law.regime(name).regime for name in law.regime_ids]
    kinds = [(title, [each for each in regimes if each.kind == kind]) for kind, title in _KINDS.items()]
    yield (
        REGIMES.file,
        shell.page(
            "regimes.html",
            REGIMES.file,
            title="The regimes",
            kinds=[(title, found) for title, found in kinds if found],
        ),
    )
    for regime in regimes:
        file = f"{REGIMES.name}/{regime.id}.html"
        yield file, _page(regime, law.standards, shell, stood[regime.id], (file, dossiers.get(regime.id, 0)))


def _page(
    regime: Regime,
    standards: Mapping[str, Standard],
    shell: Shell,
    stood: Mapping[str, Sequence[Version]],
    known: tuple[str, int],
) -> str:
    file, dossiers = known
    by_family = sorted(regime.criteria, key=lambda each: FAMILIES.index(standards[each.standard].family))
    return shell.page(
        "regime.html",
        file,
        title=regime.name,
        regime=regime,
        dossiers=dossiers,
        sections=list(_sections(regime, shell)),
        calendar=[(each, authority_of(each, regime)) for each in regime.calendar],
        criteria=[
            (each, family_title(standards[each.standard].family), authority_of(each, regime))
            for each in by_family
        ],
        stands=[
            (standard, version, between(version.since, version.until), authority_of_cell(version.cell))
            for standard in standards.values()
            for version in stood[standard.id]
        ],
        is_on=lambda version: is_on(version, shell.as_of),
        between=between,
        forces=FORCE,
    )


def _sections(regime: Regime, shell: Shell) -> Iterator[Section]:
    """What the law says beside its criteria, heading by heading; headings with nothing under them are left out."""

    def stated(name: str, words: str, fact: Fact, **more: Any) -> Statement:
        is_current = is_in_force(fact, regime, shell.as_of)
        return Statement(name, words, authority_of(fact, regime), is_current=is_current, **more)

    for title, statements in (
        *_grounds(regime, stated),
        *_particulars(regime, stated),
        *_rules(regime, stated),
    ):
        if statements:
            yield Section(title, tuple(statements))


def _grounds(regime: Regime, stated: Stating) -> Iterator[tuple[str, list[Statement]]]:
    for title, facts in (
        ("For what a person may be listed", regime.conduct),
        ("How the person must be linked with it", regime.links),
    ):
        yield (
            title,
            [
                stated(
                    each.id,
                    f"{each.title} (“{each.term}”)" if each.term else each.title,
                    each,
                    elements=tuple((element.id, element.asks) for element in each.elements),
                )
                for each in facts
            ],
        )


def _particulars(regime: Regime, stated: Stating) -> Iterator[tuple[str, list[Statement]]]:
    yield (
        "Which actors",
        [stated("", f"{_plain(each.actor)}: {each.covered}", each) for each in regime.actors],
    )
    yield "Which connection", [stated("", each.asks, each) for each in regime.nexus]
    yield "Standard of proof", [stated("", _of(each.term, each.meaning), each) for each in regime.proof]
    yield "Who decides", [stated("", _of(each.who, each.role), each) for each in regime.decision_makers]
    yield "Which measures", [stated("", _plain(each.kind), each) for each in regime.measures]


def _rules(regime: Regime, stated: Stating) -> Iterator[tuple[str, list[Statement]]]:
    for kind, title in RULE_KIND.items():
        yield (
            title,
            [
                stated(each.id, each.rule, each, limit=limit_in_words(each.limit) if each.limit else "")
                for each in regime.rules
                if each.kind == kind
            ],
        )


def _of(name: str, rest: str | None) -> str:
    return f"{name}: {rest}" if rest else name


def _plain(word: str) -> str:
    return word.replace("-", " ")
