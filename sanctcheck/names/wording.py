"""The parts of a score, in words that a person can check against the two names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.names.align import align
from sanctcheck.names.naming import features

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.names.align import Match
    from sanctcheck.names.evidence import Fact
    from sanctcheck.names.likeness import How
    from sanctcheck.names.model import NameModel
    from sanctcheck.names.profile import Profile


class Part(NamedTuple):
    """One thing that the score is made of."""

    kind: str
    first: str
    """What stands in the first; empty where it is missing there."""
    second: str
    effect: float
    """In log-odds: above 0 it speaks for one party, below 0 against."""
    says: str


_HOW: dict[How, str] = {
    "equal": "the same word",
    "reading": "transliteration of the same name",
    "variant": "variant of the same name",
    "related": "short form or translation of the same name",
    "spelling": "the same consonants, spelt another way",
    "letters": "some letters differ",
    "initial": "initial",
    "joined": "written as one",
    "different": "another word",
}


def name_parts(first: Profile, second: Profile, model: NameModel) -> Iterator[Part]:
    """What two names have in common, and what not; the effects sum up to what the model makes of the names."""
    if first.literal == second.literal:
        yield Part("name", first.text, second.text, model.equal, "equal after preparation")
        return
    alignment = align(first, second)
    seen = features(first, second, alignment)
    for match in sorted(alignment.matches, key=lambda match: match.first):
        yield _matched(first, second, match, model)
    for place in alignment.left:
        yield Part("word", first.words[place].written, "", -first.weights[place], "only in the first")
    for place in alignment.other_left:
        yield Part("word", "", second.words[place].written, -second.weights[place], "only in the second")
    if seen.number_differs or seen.number_missing:
        effect = -(model.number_differs if seen.number_differs else model.number_missing)
        says = "other numbers" if seen.number_differs else "a number that the other lacks"
        yield Part("number", " ".join(sorted(first.numbers)), " ".join(sorted(second.numbers)), effect, says)
    if seen.form_differs:
        one, other = (" ".join(form.written for form in each.forms) for each in (first, second))
        yield Part("form", one, other, -model.form_differs, "another legal form")


def _matched(first: Profile, second: Profile, match: Match, model: NameModel) -> Part:
    one = " ".join(first.words[place].written for place in match.first)
    other = " ".join(second.words[place].written for place in match.second)
    effect = match.weight * (model.alike * (1 - match.cost) - model.differs_root * match.cost)
    return Part("word", one, other, round(effect, 2), _HOW[match.how])


def fact_parts(found: Sequence[tuple[Fact, float]]) -> Iterator[Part]:
    """What is known beside the names."""
    for fact, effect in found:
        yield Part(fact.kind, fact.first, fact.second, effect, fact.says)


def sentence(parts: Sequence[Part]) -> str:
    """All parts on one line."""
    return "; ".join(_clause(part) for part in parts)


def _clause(part: Part) -> str:
    if part.kind == "birth":
        return f"born {part.first} against {part.second}: {part.says}"
    if part.first and part.second:
        mark = "=" if part.effect >= 0 else "≠"
        return f"{part.first} {mark} {part.second}, {part.says}"
    return f"{part.first or part.second}: {part.says}"
