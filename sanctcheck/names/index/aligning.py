# cython: language_level=3, annotation_typing=False, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""What two names reach at most, by aligning word with word as `align` does it, with what each pair costs at least.

Compiled where a compiler is at hand (`aligning.pxd` states the types), and the same without, only slower.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from sanctcheck.names.align import ACRONYM, APART
from sanctcheck.names.index.columns import floats, integers
from sanctcheck.names.index.keys import UNFOUND
from sanctcheck.names.index.letters import IS_INITIAL
from sanctcheck.names.likeness import FAR, RELATED
from sanctcheck.names.profile import MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sanctcheck.names.index.likes import Acronym
    from sanctcheck.names.index.logits import Logits
    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.index.runs import Join
    from sanctcheck.names.index.spelt import Spelt
    from sanctcheck.names.profile import Profile

JOINED = 0.03
"""What words cost at least that are written as one."""
MOST_SLOTS = 1 << 30
"""So many places of words or of names are given before they are counted anew."""
_NEVER = -100.0
_FREE, _LOOKED_AT, _ALONE = 1, 2, 3
"""Of words of a query that stand for no other yet: one for which a word may be found, and one for which there is none."""
_MOST_TOGETHER, _MOST_AT_ONCE = 8, 3
"""So many of the ways in which words of one name can be one are looked at together, and so many at once."""


class Aligner:
    """Aligns one query at a time with names of an index. For one thread."""

    def __init__(self, arrays: Mapping[str, Array], spelt: Spelt, logits: Logits) -> None:
        self.spelt = spelt
        self.logits = logits
        self.words_of = integers(arrays["names.aligned"])
        self.words_ends = integers(arrays["names.aligned.ends"])
        self.weights = floats(arrays["words.weights"])
        self.signs = integers(arrays["words.signs"])
        words = len(arrays["words.signs"])
        self.before = 0  # places that earlier queries took: what is below was noted for one of those
        self.word_slots = integers(np.zeros(words, np.int32))
        self.words_seen = integers(np.zeros(words + 1, np.uint32))
        self.costs = floats(np.zeros(1 << 12))
        self.own = floats(np.zeros(MOST_WORDS))
        self.own_signs = self.spelt.own_signs
        self.own_free = integers(np.zeros(MOST_WORDS, np.uint8))
        self.slots = integers(np.zeros(MOST_WORDS, np.int32))
        self.others = floats(np.zeros(MOST_WORDS))
        self.other_free = integers(np.zeros(MOST_WORDS, np.uint8))
        self.pair_costs = floats(np.zeros(MOST_WORDS * MOST_WORDS))
        self.pairs = integers(np.zeros(MOST_WORDS * MOST_WORDS, np.int32))
        self.words_number = self.number = self.other_number = 0
        self.initials = self.own_initials = 0
        self.alike = self.differs = 0.0

    def ask(self, asked: Profile) -> None:
        """Takes a query."""
        self.before += self.words_number
        if self.before > MOST_SLOTS:
            self.word_slots = integers(np.zeros(len(self.word_slots), np.int32))
            self.before = 0
        self.words_number = self.own_initials = 0
        self.number = len(asked.words)
        for place, word in enumerate(asked.words):
            self.own[place] = asked.weights[place]
            self.spelt.ask(place, word, place in asked.strange)
            self.own_initials |= word.kind == "initial"

    def like(self, place: int, word: int, cost: float) -> bool:
        """Notes what a word of the index costs that was found for one of the query; whether it was for another before."""
        known = self.word_slots[word] - self.before
        self.costs[self.slot_of(word) * self.number + place] = cost
        return known > 0

    def slot_of(self, word: int) -> int:
        """Where the costs of a word of the index stand."""
        slot = self.word_slots[word] - self.before
        if slot <= 0:
            self.words_number += 1
            slot = self.words_number
            self.word_slots[word] = self.before + slot
            self.words_seen[slot] = word
            end = (slot + 1) * self.number
            if end > len(self.costs):
                self.grow()
            for at in range(end - self.number, end):
                self.costs[at] = -1.0
        return slot

    def grow(self) -> None:
        """Makes room for more costs."""
        more = np.zeros(2 * len(self.costs) + self.number)
        more[: len(self.costs)] = self.costs
        self.costs = floats(more)

    def cost(self, place: int, slot: int) -> float:
        """What a word of the query and one of a name cost at least."""
        at = slot * self.number + place
        if self.costs[at] < 0:
            word = self.words_seen[slot]
            least = self.spelt.least(place, word)
            if not (self.own_signs[place] | self.signs[word]) & IS_INITIAL:
                least = max(least, UNFOUND)
            self.costs[at] = least
        return self.costs[at]

    def bound(self, name: int, row: int) -> float:
        """What a name reaches at most; less than what is wanted says no more."""
        self.load(name)
        return self.settled(row)

    def possible(self) -> set[tuple[int, int]]:
        """The pairs of words that can stand for each other, of the query and of the name that was aligned last."""
        found = set()
        for place in range(self.number):
            for other in range(self.other_number):
                if self.cost(place, self.slots[other]) < APART:
                    found.add((place, other))
        return found

    def load(self, name: int) -> None:
        """Takes a name, to be aligned with the query."""
        start = self.words_ends[name]
        self.other_number = self.words_ends[name + 1] - start
        self.initials = self.own_initials
        for at in range(self.other_number):
            word = self.words_of[start + at]
            self.slots[at] = self.slot_of(word)
            self.others[at] = self.weights[word]
            if self.signs[word] & IS_INITIAL:
                self.initials = 1
        self.free()

    def free(self) -> None:
        """No word stands for another."""
        for at in range(self.other_number):
            self.other_free[at] = 1
        for at in range(self.number):
            self.own_free[at] = _FREE
        self.alike = self.differs = 0.0

    def settled(self, row: int) -> float:
        """What a name reaches at most, of which some words stand for others; less than what is wanted says no more."""
        if not self.initials:
            # No words without a key in common are nearer than these.
            self.pair(UNFOUND + 1e-9, True)
            left = 0.0
            while self.reach(row, UNFOUND, left) >= self.logits.wanted:
                place = self.heaviest()
                if place < 0:
                    break
                self.own_free[place] = _LOOKED_AT
                if self.is_alone(place):
                    self.own_free[place] = _ALONE
                    left += self.own[place]
            else:
                return _NEVER
        self.pair(APART, False)
        return self.reach(row, 1.0, 0.0)

    def heaviest(self) -> int:
        """The word of the query that weighs most of those that stand for none and were not looked at; -1 if there is none."""
        found = -1
        for at in range(self.number):
            if self.own_free[at] == _FREE and (found < 0 or self.own[at] > self.own[found]):
                found = at
        return found

    def is_alone(self, place: int) -> bool:
        """Whether no word of the name can stand for one of the query."""
        for other in range(self.other_number):
            if self.other_free[other] and self.cost(place, self.slots[other]) < APART:
                return False
        return True

    def reach(self, row: int, cost: float, alone: float) -> float:
        """The log-odds, where words that are left over on both sides cost so much, but for some that stand for none."""
        left = other = 0.0
        for at in range(self.number):
            if self.own_free[at]:
                left += self.own[at]
        for at in range(self.other_number):
            if self.other_free[at]:
                other += self.others[at]
        common = min(left - alone, other)
        apart = min(left, other) - common
        alike, differs = self.alike + common * (1 - cost), self.differs + common * cost + apart
        return self.logits.of(row, alike, differs, abs(left - other))

    def pair(self, most: float, known: bool) -> None:
        """Lets the nearest words that are nearer than `most` stand for each other, each once."""
        number = 0
        for place in range(self.number):
            if self.own_free[place] and self.own_free[place] != _ALONE:
                for other in range(self.other_number):
                    if self.other_free[other]:
                        cost = self.costs[self.slots[other] * self.number + place]
                        if cost < 0:
                            cost = 1.0 if known else self.cost(place, self.slots[other])
                        if cost < most:
                            self.pair_costs[number] = cost
                            self.pairs[number] = place * MOST_WORDS + other
                            number += 1
        while number:
            number = self.take_nearest(number)

    def take_nearest(self, number: int) -> int:
        """Lets the nearest of some pairs stand for each other; how many pairs are left."""
        best = 0
        for at in range(1, number):
            if self.pair_costs[at] < self.pair_costs[best]:
                best = at
        cost = self.pair_costs[best]
        place, other = self.pairs[best] // MOST_WORDS, self.pairs[best] % MOST_WORDS
        self.own_free[place] = self.other_free[other] = 0
        one, two = self.own[place], self.others[other]
        both = (one + two) / 2
        differs = both * cost
        if cost > RELATED:
            # The words may be farther apart than it seems; then the lighter one counts, and the rest is merely missing.
            differs = min(differs, min(one, two) * max(cost, FAR))
            both = max(one, two)
        self.alike += both - differs
        self.differs += differs
        kept = 0
        for at in range(number):
            pair = self.pairs[at]
            if self.own_free[pair // MOST_WORDS] and self.other_free[pair % MOST_WORDS]:
                self.pairs[kept] = pair
                self.pair_costs[kept] = self.pair_costs[at]
                kept += 1
        return kept

    def joined(self, name: int, row: int, joins: Sequence[Join]) -> float:
        """What a name reaches at most, words of which or of the query are written as one in one of the ways."""
        best = _NEVER
        for some in ways(len(joins)):
            self.load(name)
            for at in some:
                if not self.join(name, joins[at]):
                    break
            else:
                best = max(best, self.settled(row))
        return best

    def join(self, name: int, join: Join) -> bool:
        """Makes one word of some, and lets it stand for another; not where one of them stands for one already."""
        first, last, start, number, word = join
        if start < 0:
            start = 0
            while self.words_of[self.words_ends[name] + start] != word:
                start += 1
        both = 0.0
        for at in range(first, last):
            if not self.own_free[at]:
                return False
            both += self.own[at] / 2
            self.own_free[at] = 0
        for at in range(start, start + number):
            if not self.other_free[at]:
                return False
            both += self.others[at] / 2
            self.other_free[at] = 0
        self.alike += both * (1 - JOINED)
        self.differs += both * JOINED
        return True

    def abbreviated(self, acronym: Acronym, row: int) -> float:
        """What a name reaches at most of which a word is an abbreviation of the other, beside words that are the same."""
        name, of, weight, letters = acronym
        self.load(name)
        alike = left = other_left = 0.0
        for place in range(self.number):
            left += self.own[place]
        for other in range(self.other_number):
            other_left += self.others[other]
        said = min(weight, other_left if of >= 0 else left)
        for place in range(self.number):
            for other in range(self.other_number):
                if place != of and self.costs[self.slots[other] * self.number + place] == 0:
                    alike += (self.own[place] + self.others[other]) / 2
                    left -= self.own[place]
                    other_left -= self.others[other]
                    break
        cost = ACRONYM / max(letters - 2, 1)
        missing = left - weight if of >= 0 else other_left - weight
        return self.logits.of(row, alike + said * (1 - cost), said * cost, max(missing, 0.0))


@lru_cache(maxsize=256)
def ways(number: int) -> list[tuple[int, ...]]:
    """Which of so many joins a name can have at once: `Ali Reza Mohammad Pour` for `Alireza Mohammadpour`."""
    several = range(min(number, _MOST_TOGETHER))
    together = [some for most in range(2, _MOST_AT_ONCE + 1) for some in combinations(several, most)]
    return [*((one,) for one in range(number)), *together]
