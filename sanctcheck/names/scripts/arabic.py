"""Arabic letters: Arabic, Persian, Dari, Pashto, Urdu, Kurdish, Uyghur.

Short vowels are not written, so a word that is in no table is romanised by its consonants; what they can stand for in
one language or another gives the skeletons.
"""

from __future__ import annotations

from itertools import product

from sanctcheck.names import tables
from sanctcheck.names.scripts import Romanised

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
_SPREAD = 12
_ARTICLE = "ال"
_JOINED_FIRST = ("عبد", "أبو", "ابو")
_AND = frozenset({"و", "او"})


def romanise(word: str) -> tuple[Romanised, ...]:
    """The usual form where a table has it; else the letters, and the skeletons that they allow."""
    word = _plain(word)
    known = tables.readings("arabic").get(word)
    if known is not None:
        return (Romanised(known[0], known[1:]),)
    if word.startswith(_ARTICLE) and len(word) > 4:
        rest = romanise(word[2:])
        return (Romanised("al"), *rest)
    if word.startswith("عبدال") and len(word) > 6:
        return _servant(word[5:])
    return (Romanised(_spelt(word), (), _bones(word)),)


def _plain(word: str) -> str:
    """The letters of Persian and Urdu keyboards that are those of Arabic."""
    return word.translate(_PLAIN)


_PLAIN = str.maketrans({"ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "آ": "ا", "ى": "ي", "ۃ": "ة", "ۂ": "ه", "ے": "ي", "ۓ": "ي"})  # fmt: skip


def _servant(rest: str) -> tuple[Romanised, ...]:
    """`Abd al-` and a name of God, in one word."""
    (last,) = romanise(rest)[-1:]
    return (
        Romanised(
            f"abdul{last.text}",
            tuple(f"abdul{reading}" for reading in last.readings),
            tuple(f"abd{bones}" for bones in last.skeletons),
        ),
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
    last = len(word) - 1
    choices = []
    spread = 1
    for index, letter in enumerate(word):
        bones = _BONES.get(letter) or (_LETTERS.get(letter, ""),)
        if index == 0:
            bones = _FIRST.get(letter, bones)
        elif index == last:
            bones = _LAST.get(letter, bones)
        if spread * len(bones) > _SPREAD:
            bones = bones[:1]
        spread *= len(bones)
        choices.append(bones)
    return tuple(dict.fromkeys("".join(choice) for choice in product(*choices)))
