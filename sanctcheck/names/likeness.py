# cython: language_level=3, annotation_typing=False
"""How far two words of names are apart: 0 for the same word, up to 1 for words that have nothing in common."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from sanctcheck.names.skeletons import skeleton, undoubled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.names.prepare import Token

How = Literal[
    "equal", "reading", "variant", "related", "spelling", "letters", "slip", "initial", "joined", "acronym", "different",
]  # fmt: skip
"""The same word; another romanisation of the same letters; a spelling variant; a short form or translation; the same
consonants; some letters differ; a slip of the pen in a word that is in no list; a letter for a name; written as one; an
abbreviation; another word."""


class Likeness(NamedTuple):
    """How far apart two words are, and what ties them."""

    cost: float
    how: How


FAR = 0.3
"""Names of which no words are nearer have nothing in common."""
UNMET = 0.4
"""What words cost at least of which neither is looked up by the other: they are alike at most."""
READING, VARIANT, RELATED, INITIAL = 0.04, 0.08, 0.2, 0.15
"""The costs of another romanisation, of a spelling variant, of a short form or translation, and of an initial."""
LETTERS, CONSONANTS, WRITTEN, SHORT_WRITTEN = 0.65, 0.45, 0.15, 1.6
"""The costs of letters that differ, of consonants, and of what is merely written otherwise; the last in a short word."""
SHORT_LETTERS = 1.0
UNVOWELLED, UNVOWELLED_CONSONANTS = 0.1, 1.2
"""As the first two, where the vowels of a word are not written."""
DISTINCT, PATRONYMIC, FEMININE = 0.5, 0.5, 0.35
"""What is added where two words are known as two names, for the stems of patronymics, and for a feminine ending."""
JOINED_MOST = 0.3
FEWEST_BONES = 3
"""Consonants by which a word is known for several that are written as one: it is looked up by them."""
SLIP, TWO_SLIPS = 2.4, 8.0
"""The costs of one letter that is wrong, left out or put in, or of two that changed places, and of two of these, by the
square of the letters of the word, where it stands in no list and can be a slip of the pen for one that does."""
SLIPPED, TWICE_SLIPPED = 4, 7
"""Letters of the longer word from which on one slip can be told from another word, and two."""
_SERVANT, _LEAST_SERVED = 5, 4
SHORT = 3
"""Of a word of so many letters none is left out when it is looked up."""
LONG = 5
"""From so many letters on a word is no short one."""
EQUAL = Likeness(0.0, "equal")
DIFFERENT = Likeness(1.0, "different")
_READING, _VARIANT = Likeness(READING, "reading"), Likeness(VARIANT, "variant")
_RELATED, _INITIAL = Likeness(RELATED, "related"), Likeness(INITIAL, "initial")
_PATRONYMIC_END = re.compile(r"(?:[oeaiy]{0,2}[vw])?(?:ich|ych|itch|ic|icz|itj|itsj|na|ny|ny[ai]|ych)$")
_LEAST_DIRECTED = 3
_DIRECTION = re.compile(
    f"(?:north|south|east|west|sever|yuzh|vostok|zapad|nord|sud|upper|lower|trans|inter)(?=[a-z]{{{_LEAST_DIRECTED}}})"
)
_FIRSTS = {letter: group for group in ("aeiouyj", "kqcgh", "szc", "vwbfp", "td") for letter in group}
"""First letters of which one may stand for another; words with others are not looked at more closely."""


def likeness(first: Token, second: Token) -> Likeness:
    """How far apart two words are; the same in either order."""
    if first.text == second.text:
        return EQUAL
    if first.kind == "initial" or second.kind == "initial":
        return _initial(first, second)
    if second.text in first.readings or first.text in second.readings:
        return _READING
    if first.canonical and first.canonical == second.canonical:
        return _VARIANT
    if first.groups and second.groups and not set(first.groups).isdisjoint(second.groups):
        return _VARIANT
    if first.kind == second.kind == "generic":
        # Both are known words, and not the same one: `Fund` is no slip of the pen for `Foundation`.
        return DIFFERENT
    spelt = _spelt(first, second)
    if spelt.cost > _RELATED.cost and _are_related(first, second):
        return _RELATED
    return spelt


def _spelt(first: Token, second: Token) -> Likeness:
    vowels = first.vowelled and second.vowelled
    spelt = spelling(first.text, second.text, first.skeletons, second.skeletons, vowels=vowels)
    extra = 0.0
    if (_is_known(first) and _is_known(second)) or _are_opposed(first.text, second.text):
        # Two names that are each known, and not as forms of one name, are two names however near their letters.
        extra = DISTINCT
    elif first.kind == second.kind == "patronymic":
        stem, other = _stem(first.text), _stem(second.text)
        extra = (
            PATRONYMIC * Levenshtein.distance(stem, other) / max(len(stem), len(other), 3)
            if spelt.how == "letters"
            else 0.0
        )
    elif vowels and _are_man_and_woman(first, second):
        extra = FEMININE
    return Likeness(min(1.0, spelt.cost + extra), spelt.how) if extra else spelt


def slip_cost(word: Token, known: Token) -> float:
    """How far a word that is in no list is from one that is, if the writer's fingers slipped; 1 where they did not."""
    text, other = word.text, known.text
    longest = max(len(text), len(other))
    if longest < SLIPPED:
        return 1.0
    most = 2 if longest >= TWICE_SLIPPED else 1
    edits = OSA.distance(text, other, score_cutoff=most)
    if edits > most or _are_man_and_woman(word, known):
        return 1.0
    if edits == 2 and not _have_like_bones(word, known):
        return 1.0
    return (SLIP if edits == 1 else TWO_SLIPS) / longest**2


def _have_like_bones(word: Token, known: Token) -> bool:
    return _are_bones_alike(word.skeletons or (word.skeleton,), known.skeletons or (known.skeleton,))


def letters_out(word: str) -> int:
    """How many letters are left out of a word, at most, to find words that are like it."""
    return int(len(word) > SHORT)


def bones_out(bones: str) -> int:
    """How many consonants are left out of a skeleton, at most, to find words that are like it."""
    return min(2, max(0, len(bones) - 2) // 2)


def _are_bones_alike(skeletons: Sequence[str], others: Sequence[str]) -> bool:
    for one in skeletons:
        for other in others:
            edits = OSA.distance(one, other)
            if _meet_without(edits, bones_out(one), bones_out(other), len(one) - len(other)):
                return True
    return False


def _meet_without(edits: int, out: int, other_out: int, longer: int) -> bool:
    """Whether two spellings are the same when so many letters are left out of each: then one is looked up by the other."""
    return edits <= min(out, other_out) or edits == longer <= out or edits == -longer <= other_out


def _is_known(word: Token) -> bool:
    return bool(word.groups or word.related)


def _are_opposed(one: str, other: str) -> bool:
    """Northland and Southland: the rest is the same, and what stands before it is what tells them apart."""
    if one[-_LEAST_DIRECTED:] != other[-_LEAST_DIRECTED:]:
        return False
    begins, begins_other = _DIRECTION.match(one), _DIRECTION.match(other)
    if begins is None or begins_other is None or begins[0] == begins_other[0]:
        return False
    return one[begins.end() :] == other[begins_other.end() :]


def _ends_feminine(text: str) -> bool:
    return text.endswith("a")


def _is_feminine(man: str, woman: str) -> bool:
    """Martin and Martina, Paulo and Paula; but Boyka is how Belarus writes Boyko."""
    if not woman.endswith("a"):
        return False
    return man == woman[:-1] or (man == f"{woman[:-1]}o" and not man.endswith("ko"))


def _are_man_and_woman(one: Token, other: Token) -> bool:
    """Whether one of two words can be the feminine of the other; `Mustaf` is a name of no man, but short of a letter."""
    man, woman = (other, one) if _ends_feminine(one.text) and not _ends_feminine(other.text) else (one, other)
    return _is_feminine(man.text, woman.text) and not (_is_known(woman) and not _is_known(man))


def _stem(patronymic: str) -> str:
    """`Pavl` of `Pavlovich`: the rest is the same in all."""
    return _PATRONYMIC_END.sub("", patronymic)


def joined_cost(word: Token, several: Sequence[Token], joined: str) -> float:
    """How far a word is from several that are written as one (`joined`); 1 where they have other consonants."""
    text = word.text
    if text == joined:
        return 0.0
    if joined in word.readings:
        return READING
    if text[0] not in _FIRSTS.get(joined[0], joined[0]):
        return 1.0
    bones = joined_bones(joined, tuple([each.skeleton for each in several]))
    if not share_bones(word, bones):
        return 1.0
    cost = spelling(text, joined, word.skeletons, bones).cost
    return cost if cost <= JOINED_MOST else 1.0


@lru_cache(maxsize=1 << 15)
def joined_bones(joined: str, several: tuple[str, ...]) -> tuple[str, ...]:
    """The consonants of words that are written as one: as one, and as they are read one by one where that is known."""
    whole, parted = skeleton(joined), "".join(several)
    return (whole,) if parted in {"", whole} else (whole, parted)


def share_bones(word: Token, bones: Sequence[str]) -> bool:
    """Whether a word has such consonants; too few of them say nothing."""
    skeletons = word.skeletons
    for each in bones:  # noqa: SIM110 - a loop is compiled, a generator is not
        if len(each) >= FEWEST_BONES and each in skeletons:
            return True
    return False


def _initial(first: Token, second: Token) -> Likeness:
    if first.kind == second.kind or first.text[:1] != second.text[:1]:
        return DIFFERENT
    return _INITIAL


def _are_related(first: Token, second: Token) -> bool:
    if first.related and _meet(first.related, second):
        return True
    if second.related and _meet(second.related, first):
        return True
    return served(first) == second.text or served(second) == first.text


def served(word: Token) -> str:
    """What a name is without its `Abd`, which many leave out: `Abdul Rahman` and `Rahman`; empty where it has none."""
    text = word.text
    return text[_SERVANT:] if text.startswith("abdul") and len(text) >= _SERVANT + _LEAST_SERVED else ""


def _meet(related: tuple[str, ...], other: Token) -> bool:
    text, groups, others = other.text, other.groups, other.related
    for name in related:  # noqa: SIM110 - as above
        if name == text or name in groups or name in others:
            return True
    return False


@lru_cache(maxsize=1 << 16)
def spelling(
    first: str, second: str, skeletons: tuple[str, ...], others: tuple[str, ...], *, vowels: bool = True
) -> Likeness:
    """By their letters, and by their consonants as rival romanisations write them.

    Args:
        first: one word.
        second: the other.
        skeletons: the consonants of the first.
        others: those of the second.
        vowels: whether both words have theirs written; Arabic and Hebrew leave them out.
    """
    longest = max(len(first), len(second))
    letters = _letters_apart(foldings(first), foldings(second)) / longest
    consonants = _consonants_apart(skeletons, others)
    edits = OSA.distance(first, second)
    if vowels:
        # In a short word there is little but its vowels to tell it from another: Fang and Feng, Minh and Manh.
        # Two letters that changed places are a slip of the fingers, and no other name; nor is `y` for `i`.
        is_slip = edits == 1 and (
            sorted(first) == sorted(second) or first.replace("y", "i") == second.replace("y", "i")
        )
        written = SHORT_WRITTEN if longest < LONG and not is_slip else WRITTEN
        of_letters = (
            SHORT_LETTERS
            if longest < LONG and not consonants and len(first) == len(second) and not is_slip
            else LETTERS
        )
        cost = of_letters * letters + CONSONANTS * consonants + written * edits / longest
    else:
        cost = UNVOWELLED * letters + UNVOWELLED_CONSONANTS * consonants
    if (
        cost < UNMET
        and not _meet_without(edits, letters_out(first), letters_out(second), len(first) - len(second))
        and not _are_bones_alike(skeletons, others)
    ):
        cost = UNMET
    return Likeness(min(cost, 1.0), "letters" if consonants else "spelling")


def _letters_apart(one: tuple[str, str], other: tuple[str, str]) -> int:
    """How many letters differ, whichever way vowels are folded."""
    found: int = OSA.distance(one[0], other[0])
    if found and (one[0] != one[1] or other[0] != other[1]):
        found = min(found, OSA.distance(one[1], other[1]))
    return found


def _consonants_apart(skeletons: tuple[str, ...], others: tuple[str, ...]) -> float:
    """The share of consonants in which the nearest skeletons differ."""
    nearest = 1.0
    for one in skeletons:
        for other in others:
            if one == other:
                return 0.0
            nearest = min(nearest, OSA.distance(one, other) / max(len(one), len(other), 3))
    return nearest


_LOW, _HIGH = str.maketrans("eouyjw", "auuiiv"), str.maketrans("eouyjw", "iuuiiv")
"""Vowels that rival romanisations write for one another: `e` for `a` or for `i`, `o` for `u`, `y` and `j` for `i`."""
_SOUNDS = {
    "kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "bh": "b", "ck": "k", "q": "k", "sh": "c", "sch": "c", "ch": "c", "tch": "c",
    "tsch": "c", "zh": "j", "dzh": "j", "dj": "j", "ou": "u", "oo": "u", "ee": "i",
}  # fmt: skip
"""Sounds that several letters stand for, and what one letter is written for them."""
_WITHIN = {"gh": "(?<!n)gh"}
"""Letters of which some stand side by side by chance: in `Minghua` one syllable ends and the next begins."""
_SOUND = re.compile(
    "|".join(_WITHIN.get(sound, sound) for sound in sorted(_SOUNDS, key=lambda sound: (-len(sound), sound)))
    + "|(?<=[ae])h$"
)
_LEAST_SOUNDED = 6
"""In a short word they tell one name from another: Zhong and Jong, Khan and Han."""
_LAST = {"d": "t", "b": "p", "f": "v"}
_SHORTEST_ENDED = 2
_ENDINGS = {"au": "ov", "eu": "ev", "iv": "ov"}
"""Of Belarusian and Ukrainian family names, as Russian has them: Karpau, Kovaliv."""
_LEAST_ENDED = 4


@lru_cache(maxsize=1 << 15)
def foldings(word: str) -> tuple[str, str]:
    """A word with such vowels written in one way and in the other; each sound, and a letter that is doubled, as one letter.

    The last has no voice, as the skeleton has it: `Ivanov` and `Ivanoff`, `Ahmed` and `Ahmet`, `Karpau` and `Karpov`.
    """
    if len(word) >= _LEAST_ENDED:
        ending = _ENDINGS.get(word[-2:])
        if ending:
            word = word[:-2] + ending
    word = word.replace("eo", "o")  # of Korean: Cheol and Chol
    if len(word) >= _LEAST_SOUNDED:
        word = _SOUND.sub(_sounded, word)
    return _ended(word.translate(_LOW)), _ended(word.translate(_HIGH))


def _sounded(match: re.Match[str]) -> str:
    return _SOUNDS.get(match.group(), "")


def _ended(word: str) -> str:
    letters = undoubled(word)
    last = _LAST.get(letters[-1:])
    return letters[:-1] + last if last and len(letters) > _SHORTEST_ENDED else letters
