# cython: language_level=3, annotation_typing=False, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The names of an index that can reach what is asked for: the inner loops of a search.

For each name that has a word like one of the query it is bounded from above what the two can reach: first by the words
that were found, a word standing for its nearest one whether another word has taken that or not; then, for what still can
reach enough, by aligning word with word, as `align` does it, with what each pair costs at least. Compiled where a
compiler is at hand (`kernel.pxd` states the types), and the same without, only slower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from sanctcheck.names.index.aligning import MOST_SLOTS
from sanctcheck.names.index.columns import floats, integers
from sanctcheck.names.index.keys import FACTS, FINEST, HEAVY, UNFOUND
from sanctcheck.names.index.letters import IS_INITIAL
from sanctcheck.names.likeness import FAR, INITIAL, RELATED
from sanctcheck.names.profile import INITIAL_WEIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sanctcheck.names.index.aligning import Aligner
    from sanctcheck.names.index.likes import Acronym
    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.index.runs import Join
    from sanctcheck.names.profile import Profile

Reached: TypeAlias = tuple[float, int, set[tuple[int, int]]]
"""What a name reaches at most, which it is, and the pairs of words that can stand for each other."""
_SUMS = 4
_ALIKE, _DIFFERS, _OWN, _OTHER = range(_SUMS)
_KIND, _INITIALS = 0xFF, 0xFF
_PLACE, _SEVERAL = 0x7F, 0x80
"""Of what is noted of a touched name: the word of the query that was last found in it; and that one was found twice."""
_MOST = 100.0
"""What no name reaches."""


class Kernel:
    """Holds one query at a time against the names of an index. For one thread."""

    def __init__(self, arrays: Mapping[str, Array], aligner: Aligner) -> None:
        self.aligner = aligner
        self.logits = self.aligner.logits
        self.names_of = integers(arrays["words.names"])
        self.names_ends = integers(arrays["words.names.ends"])
        self.weights = floats(arrays["words.weights"])
        self.facts = integers(arrays["names.facts"])
        names = len(arrays["names.kinds"])
        self.before = 0  # places that earlier queries took: what is below was noted for one of those
        self.name_slots = integers(np.zeros(names, np.int32))
        self.touched = integers(np.zeros(names + 1, np.uint32))
        self.nearest = integers(np.zeros(names + 1, np.uint8))
        self.sums = floats(np.zeros(_SUMS * (names + 1)))
        self.enough = floats(np.zeros(self.logits.kinds))
        self.own = self.aligner.own
        self.own_signs = self.aligner.own_signs
        self.names_touched = self.number = self.own_numbers = self.kind = 0
        self.own_total = 0.0

    def ask(self, asked: Profile, numbers: int) -> None:
        """Takes a query; `numbers` is the same for names with the same numbers, 0 for those that have none."""
        self.before += self.names_touched
        if self.before > MOST_SLOTS:
            self.name_slots = integers(np.zeros(len(self.name_slots), np.int32))
            self.before = 0
        self.names_touched = 0
        self.number, self.own_total, self.own_numbers = len(asked.words), sum(asked.weights), numbers
        self.aligner.ask(asked)

    def like(self, place: int, words: memoryview[int], costs: memoryview[int]) -> None:
        """Takes the words that can stand for one of the query, the farthest first, and touches the names that have them."""
        own = self.own[place]
        for at in range(len(words) - 1, -1, -1):
            word, cost = words[at], costs[at] / FINEST
            is_shared = self.aligner.like(place, word, cost)
            weight = self.weights[word]
            both = (own + weight) / 2
            differs = both * cost
            if cost > RELATED:  # as `Aligner.take_nearest`
                differs = min(differs, min(own, weight) * max(cost, FAR))
                both = max(own, weight)
            for name_at in range(self.names_ends[word], self.names_ends[word + 1]):
                slot = self.name_slot_of(self.names_of[name_at])
                if self.nearest[slot] & _PLACE == place + 1:
                    self.nearest[slot] |= (
                        _SEVERAL  # and the nearer one need not be that which stands for the word
                    )
                else:
                    self.nearest[slot] = self.nearest[slot] & _SEVERAL | (place + 1)
                    if is_shared:
                        self.nearest[slot] |= _SEVERAL
                    sums = slot * _SUMS
                    self.sums[sums + _ALIKE] += both - differs
                    self.sums[sums + _DIFFERS] += differs
                    self.sums[sums + _OWN] += own
                    self.sums[sums + _OTHER] += weight

    def name_slot_of(self, name: int) -> int:
        """Where the sums of a name stand."""
        slot = self.name_slots[name] - self.before
        if slot <= 0:
            self.names_touched += 1
            slot = self.names_touched
            self.name_slots[name] = self.before + slot
            self.touched[slot] = name
            self.nearest[slot] = 0
            for at in range(slot * _SUMS, (slot + 1) * _SUMS):
                self.sums[at] = 0.0
        return slot

    def want(self, kind: int, least: Sequence[float]) -> None:
        """Takes as which kind is asked, and what names of each kind have to reach."""
        self.kind = kind
        for other in range(self.logits.kinds):
            self.enough[other] = least[other]

    def reached(self) -> list[Reached]:
        """The touched names that can reach enough, each with what it reaches at most."""
        found = []
        for slot in range(1, self.names_touched + 1):
            name = self.touched[slot]
            wanted = self.enough[self.facts[name * FACTS + 2] & _KIND]
            if wanted < _MOST:
                row = self.weigh(name, wanted)
                if self.nearest[slot] & _SEVERAL or self.highest(slot, name, row) >= wanted:
                    bound = self.aligner.bound(name, row)
                    if bound >= wanted:
                        found.append((bound, name, self.aligner.possible()))
        return found

    def joined(self, joins: Mapping[int, Sequence[Join]]) -> list[Reached]:
        """The same for names words of which, or of the query, can be written as one."""
        found = []
        for name, ways in joins.items():
            wanted = self.enough[self.facts[name * FACTS + 2] & _KIND]
            if wanted < _MOST:
                row = self.weigh(name, wanted)
                bound = self.aligner.joined(name, row, ways)
                if bound >= wanted:
                    found.append((bound, name, self.aligner.possible()))
        return found

    def abbreviated(self, acronyms: Sequence[Acronym]) -> list[Reached]:
        """The same for names that a word of the query abbreviates, or that have a word that abbreviates it."""
        found = []
        for acronym in acronyms:
            name = acronym.name
            wanted = self.enough[self.facts[name * FACTS + 2] & _KIND]
            if wanted < _MOST:
                row = self.weigh(name, wanted)
                self.logits.off = 0.0
                bound = self.aligner.abbreviated(acronym, row)
                if bound >= wanted:
                    found.append((bound, name, self.aligner.possible()))
        return found

    def weigh(self, name: int, wanted: float) -> int:
        """Says what a name has to reach, and what is taken off for it; gives where its model stands."""
        self.logits.wanted = wanted
        facts = name * FACTS
        row = self.logits.row(self.kind, self.facts[facts + 2] & _KIND)
        is_lone = self.number == 1 or self.facts[facts + 2] >> 16 > 0
        self.logits.take_off(row, self.own_numbers, self.facts[facts + 1], is_lone)
        return row

    def highest(self, slot: int, name: int, row: int) -> float:
        """The log-odds that a name cannot exceed, whose words are those that were found and others that are farther.

        For names of which no two words are like one of the query. What is left over on both sides is taken to be as
        near as it can be without having been found.
        """
        sums = slot * _SUMS
        alike, differs = self.sums[sums + _ALIKE], self.sums[sums + _DIFFERS]
        left = max(self.own_total - self.sums[sums + _OWN], 0.0)
        other = max(self.facts[name * FACTS] / HEAVY - self.sums[sums + _OTHER], 0.0)
        initials = self.facts[name * FACTS + 2] >> 8 & _INITIALS
        if self.aligner.own_initials or initials:
            # Each stands for any word that starts with it; which ones do is not looked up.
            for place in range(self.number):
                if self.own_signs[place] & IS_INITIAL:
                    taken = min(other, 1.0)
                    other -= taken
                    left = max(left - self.own[place], 0.0)
                    alike += (taken + self.own[place]) / 2 * (1 - INITIAL)
            letters = initials * INITIAL_WEIGHT
            stand = min(left, initials * 1.0)
            left -= stand
            alike += (stand + min(other, letters)) / 2 * (1 - INITIAL)
            other = max(other - letters, 0.0)
        common = min(left, other)
        alike += common * (1 - UNFOUND)
        return self.logits.of(row, alike, differs + common * UNFOUND, abs(left - other))
