"""The parts of a score, in words that a person can check against the two names."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.names.align import align
from sanctcheck.names.naming import MOST_ALIKE, features

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.names.align import Alignment, Match
    from sanctcheck.names.evidence import Fact
    from sanctcheck.names.likeness import How
    from sanctcheck.names.model import NameModel
    from sanctcheck.names.naming import Features
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

    @property
    def clause(self) -> str:
        """As part of a sentence."""
        if self.kind == "birth":
            return f"born {self.first} against {self.second}: {self.says}"
        if self.first and self.second:
            return f"{self.first} {self._mark} {self.second}, {self.says}"
        alone = self.first or self.second
        return f"{alone}: {self.says}" if alone else self.says

    @property
    def _mark(self) -> str:
        if self.says in _NEAR:
            return "≈"
        return "≠" if self.says.startswith(_OTHER) else "="


_NEAR = frozenset({
    "the same consonants, spelt another way", "some letters differ", "a slip of the pen: one of them is in no list",
})  # fmt: skip
_OTHER = ("another ", "no", "differ")
_HOW: dict[How, str] = {
    "equal": "the same word",
    "reading": "transliteration of the same name",
    "variant": "variant of the same name",
    "related": "short form or translation of the same name",
    "spelling": "the same consonants, spelt another way",
    "letters": "some letters differ",
    "slip": "a slip of the pen: one of them is in no list",
    "initial": "initial",
    "joined": "written as one",
    "acronym": "abbreviation",
    "different": "another word",
}


def name_parts(first: Profile, second: Profile, model: NameModel, logit: float) -> list[Part]:
    """What two names have in common, and what not; the effects sum up to what the names say together (`logit`)."""
    if first.ordered == second.ordered:
        return [Part("name", first.text, second.text, round(logit, 2), "the same words")]
    alignment = align(first, second)
    seen = features(first, second, alignment)
    if seen.is_unrelated:
        return [Part("name", first.text, second.text, round(logit, 2), "nothing in common")]
    costs = _Costs.of(seen, model)
    over = _cost_of_over(alignment, seen, costs)
    parts = [
        _matched(first, second, match, costs, over)
        for match in sorted(alignment.matches, key=lambda match: match.first)
    ]
    parts += _left_over(first, second, alignment, seen, costs)
    parts += [part for part in _flags(first, second, seen, model) if part.effect]
    rest = round(logit - sum(part.effect for part in parts), 2)
    return [*parts, Part("start", "", "", rest, "where the comparison of two such names begins")]


class _Costs(NamedTuple):
    """What a unit of weight adds or takes off in this pair of names."""

    alike: float
    differs: float
    missing: float

    @classmethod
    def of(cls, seen: Features, model: NameModel) -> _Costs:
        whole = (seen.alike + seen.differs + seen.missing) or 1.0
        root = model.differs_root * sqrt(min(seen.differs, 2.0)) / (seen.differs or 1.0)
        return cls(
            model.alike * min(seen.alike, MOST_ALIKE) / (seen.alike or 1.0),
            model.differs_share / whole + root,
            model.missing_share / whole,
        )


def _cost_of_over(alignment: Alignment, seen: Features, costs: _Costs) -> float:
    """What a unit takes off of what words say more than those that are merely like them: where no word that is left over does."""
    over = sum(abs(match.over) for match in alignment.matches)
    if not over or (alignment.left and alignment.other_left):
        return 0.0
    contradicted = costs.differs * (seen.differs - _spelt(alignment))
    missing = 0.0 if alignment.left or alignment.other_left else costs.missing * seen.missing
    return (contradicted + missing) / over


def _spelt(alignment: Alignment) -> float:
    """What contradicts because words are spelt otherwise."""
    return sum(match.weight * match.cost for match in alignment.matches)


def _matched(first: Profile, second: Profile, match: Match, costs: _Costs, over: float) -> Part:
    one = " ".join(first.words[place].written for place in match.first)
    other = " ".join(second.words[place].written for place in match.second)
    effect = match.weight * (costs.alike * (1 - match.cost) - costs.differs * match.cost)
    effect -= abs(match.over) * over
    return Part("word", one, other, round(effect, 2), _HOW[match.how])


def _left_over(
    first: Profile, second: Profile, alignment: Alignment, seen: Features, costs: _Costs
) -> Iterator[Part]:
    """Words that nothing stands for: those of one name against those of the other, and what only one of them has."""
    against = list(zip(alignment.left, alignment.other_left, strict=False))
    alone = [(first, place) for place in alignment.left[len(against) :]]
    alone += [(second, place) for place in alignment.other_left[len(against) :]]
    contradicted = costs.differs * (seen.differs - _spelt(alignment)) / (len(against) or 1)
    # The words that are against each other can weigh unequally, and so one name have more where both have as many.
    missing = costs.missing * seen.missing / (len(alone) or len(against) or 1)
    for place, other in against:
        effect = -contradicted - (0 if alone else missing)
        words = (first.words[place].written, second.words[other].written)
        yield Part("word", *words, round(effect, 2), "another word")
    initials = sum(side.words[place].kind == "initial" for side, place in alone)
    over = any(match.over for match in alignment.matches)
    for side, place in alone:
        word = side.words[place].written
        one, two = (word, "") if side is first else ("", word)
        # With nothing left against it, an initial is the one word left over that contradicts.
        against_it = not against and not over and side.words[place].kind == "initial"
        effect = -missing - (contradicted / initials if against_it else 0)
        yield Part(
            "word", one, two, round(effect, 2), f"only in the {'first' if side is first else 'second'}"
        )


def _flags(first: Profile, second: Profile, seen: Features, model: NameModel) -> Iterator[Part]:
    """What stands beside the single words."""
    numbers = (" ".join(sorted(first.numbers)), " ".join(sorted(second.numbers)))
    if seen.number_differs:
        yield Part("number", *numbers, -model.number_differs, "another number")
    if seen.number_missing:
        yield Part("number", *numbers, -model.number_missing, "a number that only one has")
    if seen.form_differs:
        forms, other_forms = (" ".join(form.written for form in each.forms) for each in (first, second))
        yield Part("form", forms, other_forms, -model.form_differs, "another legal form")
    if seen.trade_differs:
        yield Part("trade", "", "", -model.trade_differs, "another trade or place")
    if seen.is_far:
        yield Part("far", "", "", -model.far, "no word of one is near to a word of the other")
    if seen.place_missing:
        yield Part(
            "place",
            "",
            "",
            round(seen.of_place(model), 2),
            "all that one has more is a place, as a branch has",
        )
    if seen.lone:
        yield Part("lone", "", "", -model.lone, "one of the names is a single word")
    if seen.is_son:
        yield Part("son", "", "", -model.is_son, "one is said to be a child of whom the other names")
    if seen.gender_differs:
        says = "the family name of a man and of a woman, and another given name"
        yield Part("gender", "", "", -model.gender_differs, says)
    yield from _of_order(first, second, seen, model)


def _of_order(first: Profile, second: Profile, seen: Features, model: NameModel) -> Iterator[Part]:
    """What the places of the words say."""
    if seen.first_differs:
        words = (first.words[0].written, second.words[0].written)
        yield Part("order", *words, -model.first_differs, "another name in the first place")
    if seen.first_missing:
        yield Part("order", "", "", -model.first_missing, "one name is the other with a word before it")
    if seen.order_differs:
        yield Part(
            "order", "", "", -model.order_differs, "the same words in an order that no custom explains"
        )


def fact_parts(found: Sequence[tuple[Fact, float]]) -> Iterator[Part]:
    """What is known beside the names."""
    for fact, effect in found:
        yield Part(fact.kind, fact.first, fact.second, effect, fact.says)


def sentence(parts: Sequence[Part]) -> str:
    """All parts on one line."""
    return "; ".join(part.clause for part in parts if part.kind != "start")
