"""Names as other people write them: seeded changes to real names, for measuring what a search still finds.

Two sets are made. In the first, each changed name still says who is meant, as a name that somebody asks for does: its words
in another order; a part left out, where what is left stands in nobody else's name; the name of a person as another
country's officials romanise it, in one way throughout; a slip or two of the fingers in words that are long enough to
be known again. The second, harsh one (`perturbations_harsh.py`) takes no such care: letters change in any word, also
in one of two letters, every word is spelt in ways of its own, and what is left of a name may be a part of many.

The rules of writing a sound in another way are these files' own, and owe nothing to the tables of the matcher.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import perturbations_harsh

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KINDS = perturbations_harsh.KINDS
FEWEST_LETTERS, FEWEST_FOR_TWO = 5, 8
"""Letters of a word in which one may be wrong, and of one in which two may be."""
SHORTEST, SHORTEST_FOR_TWO = 8, 12
"""The same of whole names."""
MOST_LEFT_OUT = 1 / 3
"""Of the letters of a name."""
MOST_SOUNDS = 2
"""So many sounds of a name are written in another way, wherever they occur."""

_WAYS: dict[str, tuple[tuple[str, str], ...]] = {
    "French": (
        ("sh", "ch"), ("oo", "ou"), ("u(?!$)", "ou"), ("dzh|j", "dj"), ("kh", "kh"), ("ee", "i"), ("w(?=a)", "ou"),
        ("ov$", "ov"), ("iy$", "i"), ("q(?!u)", "k"),
    ),
    "German": (
        ("sh", "sch"), ("zh", "sch"), ("ya", "ja"), ("yu", "ju"), ("kh", "ch"), ("v", "w"), ("iy$", "ij"), ("oo", "u"),
        ("q(?!u)", "k"), ("ee", "i"),
    ),
    "English": (
        ("iy$", "y"), ("ij$", "y"), ("ja", "ya"), ("ju", "yu"), ("ou", "u"), ("q(?!u)", "k"), ("ov$", "off"), ("ks", "x"),
        ("dj", "j"), ("tch", "ch"), ("ee", "i"),
    ),
    "of passports": (
        ("ya", "ia"), ("yu", "iu"), ("iy$", "ii"), ("y$", "ii"), ("kh", "kh"), ("dj", "j"), ("ou", "u"), ("aa", "a"),
        ("ee", "i"), ("th", "t"), ("dh", "d"),
    ),
    "of sounds": (
        ("kh", "h"), ("gh", "g"), ("q(?!u)", "k"), ("ou", "u"), ("oo", "u"), ("w", "v"), ("ah$", "a"), ("eh$", "e"),
        ("ph", "f"), ("ee", "i"),
    ),
}  # fmt: skip
"""Ways of romanising names, as patterns and what is written for them; a name is written in one of them throughout."""
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE: dict[str, str] = {
    letter: row[max(0, place - 1) : place] + row[place + 1 : place + 2] for row in _KEYS for place, letter in enumerate(row)
}  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEADING = frozenset(
    {"abu", "abd", "bin", "ibn", "al", "el", "van", "von", "der", "de", "la", "del", "of", "the", "and"}
)
"""Words that are not parted from the one behind them."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of a listing: `holder` is its key."""

    text: str
    kind: str
    holder: str


@dataclass(frozen=True, slots=True)
class Perturbed:
    """A name as it could be asked for: `text` stands for the listed name `original`; whoever of `right` is found is right."""

    text: str
    original: str
    kind: str
    right: frozenset[str]


class Bearers:
    """Who has a name, or a name with some words in it."""

    def __init__(self, names: Iterable[Listed]) -> None:
        self._of_name: dict[str, set[str]] = defaultdict(set)
        self._of_word: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for name in names:
            self._of_name[sorted_words(name.text)].add(name.holder)
            for word in plain(name.text).split():
                self._of_word[word].add((name.holder, name.text))

    def of_name(self, text: str) -> set[str]:
        """Those with the very name, whatever the order of its words."""
        return self._of_name.get(sorted_words(text), set())

    def of_words(self, text: str) -> set[str]:
        """Those with a name that has all these words."""
        names = [self._of_word.get(word, set()) for word in plain(text).split()]
        return {holder for holder, _ in set.intersection(*names)} if names else set()


def perturbed(
    names: Sequence[Listed], everybody: Iterable[Listed], count: int, seed: int, *, harsh: bool = False
) -> list[Perturbed]:
    """So many changed names, the kinds in turn, each from a name drawn without laying it back."""
    chance = random.Random(seed)
    bearers = Bearers(everybody)
    made: list[Perturbed] = []
    change = _changed_harshly if harsh else _changed
    for name in chance.sample(names, len(names)):
        kind = KINDS[len(made) % len(KINDS)]
        text = change(name, kind, bearers, chance)
        if text is not None and plain(text) != plain(name.text):
            right = frozenset(bearers.of_name(name.text) | bearers.of_name(text))
            made.append(Perturbed(text, name.text, kind, right))
        if len(made) == count:
            break
    return made


def plain(name: str) -> str:
    """A name without capitals and punctuation."""
    return " ".join(re.findall(r"\w+", name.casefold()))


def sorted_words(name: str) -> str:
    """The same with its words in the order of the alphabet."""
    return " ".join(sorted(plain(name).split()))


def _changed_harshly(name: Listed, kind: str, _: Bearers, chance: random.Random) -> str | None:
    return perturbations_harsh.changed(name.text, kind, chance)


def _changed(name: Listed, kind: str, bearers: Bearers, chance: random.Random) -> str | None:
    words = name.text.replace(",", " ").split()
    if kind == "reordered":
        return _reordered(words, chance)
    if kind == "part dropped":
        return _without_a_part(words, name.holder, bearers, chance)
    if kind == "written another way":
        return _another_way(name.text, chance) if name.kind == "person" else None
    return _with_slips(words, 1 if kind == "one edit" else 2, chance)


def _reordered(words: list[str], chance: random.Random) -> str | None:
    """What stands at the end is put first, as lists differ in where they have the family name."""
    places = [at for at in range(1, len(words)) if plain(words[at - 1]) not in _LEADING]
    if not places:
        return None
    at = chance.choice(places)
    return " ".join(words[at:] + words[:at])


def _without_a_part(words: list[str], holder: str, bearers: Bearers, chance: random.Random) -> str | None:
    """One part left out, but never the one that fewest others bear; what is left stands in nobody else's name."""
    telling = min(range(len(words)), key=lambda place: len(bearers.of_words(words[place])))
    for at in chance.sample(range(len(words)), len(words)):
        kept = [word for place, word in enumerate(words) if place != at]
        says = sum(len(word) > 2 for word in kept) >= 2
        if (
            at != telling
            and len(words[at]) <= MOST_LEFT_OUT * sum(map(len, words))
            and len(plain(words[at])) > 1
            and says
            and bearers.of_words(" ".join(kept)) == {holder}
        ):
            return " ".join(kept)
    return None


def _another_way(text: str, chance: random.Random) -> str | None:
    """As another country's officials write the sounds; a doubled letter once, for every other name."""
    folded = text.replace(",", " ").lower()
    single = chance.random() < 0.5
    for way in chance.sample(sorted(_WAYS), len(_WAYS)):
        some = chance.sample(_WAYS[way], len(_WAYS[way]))
        fitting = [rule for rule in some if any(re.search(rule[0], word) for word in folded.split())]
        rules = tuple(rule for rule in _WAYS[way] if rule in fitting[:MOST_SOUNDS])
        words = [_romanised(word, rules, single=single) for word in folded.split()]
        if words != folded.split():
            return " ".join(words)
    return None


def _romanised(word: str, way: tuple[tuple[str, str], ...], *, single: bool) -> str:
    """Each sound once: what was written for one is not read as another."""
    if len(word) < FEWEST_LETTERS or not way:
        return word
    written = re.sub("|".join(f"({old})" for old, _ in way), lambda found: _way_of(found, way), word)
    return _DOUBLED.sub(r"\1", written) if single else written


def _way_of(found: re.Match[str], way: tuple[tuple[str, str], ...]) -> str:
    return way[(found.lastindex or 1) - 1][1]


def _with_slips(words: list[str], number: int, chance: random.Random) -> str | None:
    """One letter left out, put in, changed, or two swapped, in words that stay recognisable; twice in a long one alone."""
    if len(plain(" ".join(words))) < (SHORTEST if number == 1 else SHORTEST_FOR_TWO):
        return None
    changed = words[:]
    slips = dict.fromkeys(range(len(words)), 0)
    for _ in range(number):
        fit = [place for place, word in enumerate(words) if max(map(len, _WORD.findall(word)), default=0) >= (FEWEST_FOR_TWO if slips[place] else FEWEST_LETTERS)]  # fmt: skip
        if not fit:
            return None
        place = chance.choice(fit)
        changed[place] = _slipped(changed[place], chance)
        slips[place] += 1
    return " ".join(changed)


def _slipped(word: str, chance: random.Random) -> str:
    places = [index for index, letter in enumerate(word) if letter.isalpha()]
    at = chance.choice(places)
    letter = chance.choice(_BESIDE.get(word[at].lower(), _LETTERS) if chance.random() < 0.5 else _LETTERS)
    kind = chance.choice(("out", "in", "other", "swap"))
    if kind == "out":
        return word[:at] + word[at + 1 :]
    if kind == "in":
        return word[:at] + letter + word[at:]
    if kind == "swap" and at + 1 < len(word) and word[at + 1].isalpha():
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + letter + word[at + 1 :]
