"""Arabic letters: Arabic, Persian, Dari, Pashto, Urdu, Kurdish, Uyghur.

Short vowels are not written, so a word that is in no table is romanised by its consonants; what they can stand for in
one language or another gives the skeletons.
"""

from __future__ import annotations

from functools import cache

from sanctcheck.names import tables
from sanctcheck.names.scripts import Romanised, of_table
from sanctcheck.names.scripts.consonants import Sounds, skeletons_of
from sanctcheck.names.skeletons import skeletons

_LETTERS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n",
    "ه": "h", "و": "u", "ي": "i", "ى": "a", "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ة": "a", "ؤ": "u", "ئ": "i", "ء": "",
    "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "i", "ې": "e", "ۍ": "ai", "ے": "e", "ۓ": "e", "ھ": "h", "ہ": "h",
    "ۂ": "h", "ۀ": "a", "ە": "a", "ں": "n", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ڤ": "v", "ۆ": "o", "ێ": "e", "ڕ": "r", "ڵ": "l", "ۇ": "u",
    "ۈ": "u", "ۋ": "v", "ټ": "t", "ډ": "d", "ړ": "r", "ږ": "zh", "ښ": "sh", "ځ": "dz", "څ": "ts", "ڼ": "n", "ګ": "g", "ڭ": "ng", "ۅ": "o",
    "ڠ": "ng", "ڨ": "g", "ڢ": "f", "ڥ": "v", "ۏ": "v",
}  # fmt: skip
_BONES = {
    "ث": ("t", "s"), "ذ": ("d", "z"), "ض": ("d", "z"), "ظ": ("z", "d"), "ق": ("k", "g"), "ج": ("j", "g"),
    "خ": ("h",), "غ": ("g",), "ش": ("x",), "چ": ("c",), "ژ": ("j",), "ح": ("h",), "ه": ("h",), "ہ": ("h",), "ھ": ("h",),
    "و": ("", "v"), "ۆ": ("",), "ۇ": ("",), "ۈ": ("",), "ۋ": ("v",), "ښ": ("x", "h"), "ږ": ("j", "g"), "ځ": ("z",), "څ": ("z", "s"),
    "ة": ("", "t"), "ۀ": ("",), "ە": ("",),
    **dict.fromkeys("عءئؤيىیېۍےۓێاأإآٱۅ", ("",)),
}  # fmt: skip
_FIRST = {"و": ("v",), "ي": ("y",), "ی": ("y",), **dict.fromkeys("عءئؤاأإآٱ", ("a",))}
_LAST = {"ه": ("",), "ہ": ("",), "ة": ("", "t"), "ح": ("",), "ھ": ("",), "د": ("t",), "ب": ("p",), "ف": ("v",), "پ": ("p",), "ڤ": ("v",), "خ": ("",)}  # fmt: skip
_LONG = {"ا": "a", "و": "u", "ي": "i", "ة": "a", "ه": ("a", "i", "")}
_SPREAD = 12
_ARTICLE = "ال"
_PLAIN = str.maketrans({
    "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "آ": "ا", "ى": "ي", "ۃ": "ة", "ۂ": "ه", "ے": "ي",
    "\u200c": "", "ۓ": "ي", "ې": "ي", "ۍ": "ي", "ګ": "گ", "ڪ": "ك",
})  # fmt: skip
"""Letters of other keyboards, and those that are written for one another, as Arabic has them."""
_PREFIXES = (("وال", "wa"), ("فال", "fa"), ("بال", "bi"), ("لل", "li"))
"""`And the`, `in the`, `for the`, which are tied to their word."""
_RELATIVE = (
    ("ية", "iyah"),
    ("يه", "iyeh"),
    ("يان", "ian"),
    ("ي", "i"),
    ("ة", "a"),
    ("ه", "eh"),
    ("ان", "an"),
    ("ات", "at"),
    ("ها", "ha"),
)
_HALVES = 24
"""Letters of a word in which two known words are looked for."""


def romanise(word: str) -> tuple[Romanised, ...]:
    """The usual form where a table has it or its halves; else the letters, and the skeletons that they allow."""
    word = word.translate(_PLAIN)
    if not word:
        return ()
    known = _known().get(word)
    if known is not None:
        return of_table(known)
    if word.startswith("عبد") and len(word) > 5:
        return (_servant(word[3:].removeprefix("ال") if len(word) > 6 else word[3:]),)
    if word.startswith("ابو") and len(word) > 5:
        return (Romanised("abu"), *romanise(word[3:]))
    for prefix, latin in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return (Romanised(latin), *romanise(word[len(prefix) :]))
    if word.startswith(_ARTICLE) and len(word) > 4:
        return (Romanised("al"), *romanise(word[2:]))
    return (_derived(word) or _in_halves(word) or Romanised(_spelt(word), (), _bones(word), vowelled=False),)


@cache
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, latin in tables.readings("arabic").items():
        found.setdefault(word.translate(_PLAIN), latin)
    return found


def _derived(word: str) -> Romanised | None:
    """A known word with an ending that makes it a surname or a woman's name."""
    for ending, latin in _RELATIVE:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = _known().get(word[: -len(ending)])
            if base is not None and "_" not in base[0]:
                return Romanised(f"{base[0]}{latin}", tuple(f"{reading}{latin}" for reading in base[1:]))
    return None


def _in_halves(word: str) -> Romanised | None:
    """Two known words that are written as one: `Mohammad` and `Reza`."""
    known = _known()
    if not 5 <= len(word) <= _HALVES:
        return None
    for cut in range(len(word) - 2, 1, -1):
        first, last = known.get(word[:cut]), known.get(word[cut:])
        if first is not None and last is not None and "_" not in first[0] + last[0]:
            joined = dict.fromkeys(f"{one}{other}" for one in first[:3] for other in last[:2])
            text, *others = joined
            return Romanised(text, tuple(others))
    return None


def _servant(rest: str) -> Romanised:
    """`Abd al-` and a name of God, in one word."""
    last = romanise(rest)[-1]
    tails = last.skeletons or skeletons(last.text)
    tails = (*tails, *(bones for reading in last.readings for bones in skeletons(reading)[:1]))
    return Romanised(
        f"abdul{last.text}",
        tuple(f"abdul{reading}" for reading in last.readings),
        tuple(dict.fromkeys(f"abd{bones[1:] if bones[:1] == 'a' else bones}" for bones in tails)),
        vowelled=last.vowelled,
    )


def _spelt(word: str) -> str:
    text = "".join(_LETTERS.get(letter, "") for letter in word)
    if word[0] in "وۋ":
        text = "w" + text[1:]
    elif word[0] == "ي" and text[1:2] not in {"", "i"}:
        text = "y" + text[1:]
    elif word[0] == "ع" and text[:1] not in set("aeiou"):
        text = "a" + text
    return text


def _bones(word: str) -> tuple[str, ...]:
    return tuple(bones for each in skeletons_of(word, _SOUNDS) for bones in _voiced(each, word))


def _usual(letter: str) -> tuple[str, ...]:
    return _BONES.get(letter) or (_LETTERS.get(letter, ""),)


_SOUNDS = Sounds(_usual, _FIRST, _LAST, _SPREAD)


def _voiced(bones: str, word: str) -> tuple[str, ...]:
    """With hardly a consonant, a skeleton has vowels: all that the word allows."""
    consonant = bones.removeprefix("a")
    if len(consonant) > 1 or len(bones) > 2 or not consonant:
        return (bones,) if bones else ("a",)
    before = "aiu" if bones != consonant else ("",)
    after = _LONG.get(word[-1]) or ("", "a", "i", "u")
    return tuple(f"{first}{consonant}{last}" for first in before for last in after)
