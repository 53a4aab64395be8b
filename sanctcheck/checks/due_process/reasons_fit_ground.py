"""The reasons are about the ground relied on, and are more than its wording.

What it checks:
    The text of each reason is compared, word by word, with the wording of the ground on which its allegation stands: the
    criterion as the dossier quotes it, else the titles and terms of the conduct limb and the link. Nearly all of its
    words being those of the ground, it repeats it. Nearly all words of another limb's term being in it, and few of the
    ground's own, it describes another ground. Words that differ in an ending count as the same; the share is shown.

Why it matters:
    Reasons that repeat the law give nothing to answer; reasons about another ground show that the law was not applied.

Example:
    legal_basis:
      - {regime: example, grounds: [{conduct: torture, link: responsible, allegations: [A1], criterion_text: persons who are responsible for torture or ill-treatment of detainees}]}
    allegations:
      - {id: A1, summary: Ordered the beating of detainees., conduct: torture}
    statement_of_reasons:
      points: [{allegation: A1, text: Person responsible for torture or ill-treatment of detainees.}]

Use instead:
    legal_basis:
      - {regime: example, grounds: [{conduct: torture, link: responsible, allegations: [A1], criterion_text: persons who are responsible for torture or ill-treatment of detainees}]}
    allegations:
      - {id: A1, summary: Ordered the beating of detainees., conduct: torture}
    statement_of_reasons:
      points: [{allegation: A1, text: As head of Prison 4 he ordered the beating of three detainees in May 2019.}]

Source:
    Council v Bamba, Case C-417/11 P, EU:C:2012:718, paras 49-54; TFEU, art. 296.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Claim, Placed, Result, met, not_met
from sanctcheck.checks.due_process._reasons import STATEMENT, stated_reasons
from sanctcheck.checks.legality._words import plain
from sanctcheck.law.time import in_force
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import ReasonPoint
    from sanctcheck.law.model import ConductLimb

_SAME_WORD = 0.72
"""From which likeness (normalised Indel similarity) two words that begin alike are forms of one."""
_BEGINNING = 3
_SHORTEST = 4
"""Shorter words join others and say little."""
_MOST_WORDS = 400


class Parameters(base.Parameters):
    """Where the line is drawn, in per cent of the words compared."""

    repeats_from: int = 85
    """From which share of its words in the ground's wording a reason repeats it."""
    other_from: int = 100
    """From which share of another limb's term in it a reason describes that limb."""
    own_below: int = 34
    """Below which share of the ground's own term in it that counts."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each point of the reasons whose allegation stands under a ground."""
    statement = stated_reasons(matter)
    for index, point in enumerate(statement.points if statement else ()):
        placed = Placed(point, (*STATEMENT, "points", index))
        claims = [
            claim for claim in matter.claims if claim.allegation.part.id == point.allegation and claim.limb
        ]
        if claims:
            yield _compared(matter, parameters, placed, claims)


def _compared(
    matter: Matter, parameters: Parameters, point: Placed[ReasonPoint], claims: list[Claim]
) -> Result:
    words, path = _words(point.part.text), point.at("text")
    ground = {word for claim in claims for word in _words(_wording(claim))}
    repeated = _share(words, ground)
    if repeated >= parameters.repeats_from:
        message = f"{repeated} % of the words of this reason are those of the ground itself: {quoted(point.part.text)}."
        return not_met(message, path, (claims[0].allegation.path, "the allegation"))
    own = max(_share(_words(_term(claim.limb)), words) for claim in claims if claim.limb)
    other = next(_others(matter, parameters, claims, words), None) if own < parameters.own_below else None
    if other is not None:
        message = f"The reason has all of “{_term(other)}” (limb “{other.id}”), and {own} % of the ground relied on."
        return not_met(message, path, (claims[0].allegation.path, "the allegation"))
    return met(
        f"The reason is about its ground ({own} % of its term), and {repeated} % of it are the ground's words.",
        path,
    )


def _others(
    matter: Matter, parameters: Parameters, claims: list[Claim], words: list[str]
) -> Iterator[ConductLimb]:
    """Limbs not relied on whose term the reason has."""
    relied_on = {claim.limb.id for claim in claims if claim.limb}
    for limb in in_force(matter.regime.conduct, matter.regime, matter.law_day):
        term = _words(limb.term or "")
        if limb.id not in relied_on and len(term) > 1 and _share(term, words) >= parameters.other_from:
            yield limb


def _wording(claim: Claim) -> str:
    """The ground in words: as the dossier quotes it, and as the regime names limb and link."""
    quoted_text = claim.ground.part.criterion_text if claim.ground else None
    parts = [part for part in (claim.limb, claim.link) if part is not None]
    return " ".join([quoted_text or "", *(f"{part.title} {part.term or ''}" for part in parts)])


def _term(limb: ConductLimb | None) -> str:
    return (limb.term or limb.title) if limb else ""


def _words(text: str) -> list[str]:
    """The words of a text that carry meaning, each once."""
    found = dict.fromkeys(word for word in plain(text).split() if len(word) >= _SHORTEST)
    return list(found)[:_MOST_WORDS]


def _share(words: Iterable[str], others: Iterable[str]) -> int:
    """How many per cent of some words are, in some form, among others; of none, none."""
    from rapidfuzz import process  # noqa: PLC0415 - loaded only where reasons are compared
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - as above

    words = list(words)
    alike_by_beginning: dict[str, list[str]] = {}
    for other in others:
        alike_by_beginning.setdefault(other[:_BEGINNING], []).append(other)
    alike = [
        process.extractOne(
            word,
            alike_by_beginning.get(word[:_BEGINNING], []),
            scorer=Indel.normalized_similarity,
            score_cutoff=_SAME_WORD,
        )
        for word in words
    ]
    return 100 * sum(each is not None for each in alike) // len(words) if words else 0
