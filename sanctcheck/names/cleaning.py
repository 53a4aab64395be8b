"""A name as it came, made fit to be taken apart: bounded, composed, without what draws nothing or only looks alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 500
"""Characters of a name that are looked at."""

_APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u2018\u2019\u201b\u2032\ua78b\ua78c\uff07\u05f3"
_HYPHENS = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be\u30a0"
_KEPT = ".,/&+"
_MARKS_WITHOUT_MEANING = (
    (0x0300, 0x036F),
    (0x0591, 0x05C7),
    (0x064B, 0x065F),
    (0x0610, 0x061A),
    (0x06D6, 0x06ED),
)
"""Accents that found no letter, Hebrew points, Arabic vowel signs: written or left out at will."""
_ALONE = {0x0640: "", 0x0670: "", 0x2116: " no ", 0x30FB: " ", 0x00B7: " ", 0x05F4: "", 0x3007: "零"}

_ASIDE = re.compile(r"\(([^()]{0,300})\)")
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјкмнорстхуԁһԛԝҮүΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ",
    "ABESIJKMHOPCTXYaesijkmhopctxydhqwYyABEZHIKMNOPTYXaiknoptux",
)
_FROM_LATIN = str.maketrans("ABEKMHOPCTXYIJSËaeopcxyijkstmhëĸï", "АВЕКМНОРСТХУІЈЅЁаеорсхуіјкѕтмнёкї")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile("[\u0370-\u052f]")
_LATIN_ALONE = re.compile(
    "[DFGLNQRUVWZbdfglnqruvwz\u00c0-\u00ca\u00cc-\u00ea\u00ec-\u00ee\u00f0-\u0137\u0139-\u024f]"
)
_OTHER_ALONE = re.compile("[БГДЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯбгджзийлпфцчшщъыьэюявЁёЎў]")


class _Characters(dict[int, str]):
    """What becomes of each character; worked out when one is first met."""

    def __missing__(self, code: int) -> str:
        became = _became(chr(code))
        self[code] = became
        return became


def _became(character: str) -> str:
    code = ord(character)
    if code in _ALONE:
        return _ALONE[code]
    if character in _APOSTROPHES:
        return "'"
    if character in _HYPHENS:
        return "" if code == 0xAD else "-"
    if character in _KEPT:
        return character
    if any(first <= code <= last for first, last in _MARKS_WITHOUT_MEANING):
        return ""
    category = unicodedata.category(character)
    if category in {"Cf", "Cs", "Cn", "Co"} or "\ufe00" <= character <= "\ufe0f":
        return ""
    return character if category[0] in "LMN" else " "


_CHARACTERS = _Characters()


def clean(text: str) -> str:
    """The name in composed letters, with `'`, `-`, `.`, `,`, `/`, `&` and blanks as the only other characters."""
    text = text[:LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)[:LONGEST]
    if "(" in text:
        text = _ASIDE.sub(_without_repetition, text)
    text = text.translate(_CHARACTERS)
    if not text.isascii() and _is_mixed(text):
        text = " ".join(_one_script(word) for word in text.split())
        if len(_OTHER.findall(text)) > len(_LATIN.findall(text)):
            text = " ".join(_in_company(word) for word in text.split())
    return text


def _without_repetition(aside: re.Match[str]) -> str:
    """Nothing for what only repeats the name in its own script: `Zorvex (original script: Зорвекс)`."""
    said = aside.group(1)
    repeats = "script" in said.lower() or (
        _LATIN.search(said) is None and not said.isascii() and _LATIN.search(aside.string) is not None
    )
    return " " if repeats else f" {said} "


def _in_company(word: str) -> str:
    """Two letters at most that can be of either alphabet, in a name in Cyrillic."""
    return word.translate(_FROM_LATIN) if word.isascii() and len(word) < 3 else word


def _is_mixed(text: str) -> bool:
    return _LATIN.search(text) is not None and _OTHER.search(text) is not None


def _one_script(word: str) -> str:
    """A word of two alphabets, in the one to which more of its letters can belong only."""
    if word.isascii() or not _is_mixed(word):
        return word
    ours, theirs = len(_LATIN_ALONE.findall(word)), len(_OTHER_ALONE.findall(word))
    if ours == theirs:
        ours, theirs = len(_LATIN.findall(word)), len(_OTHER.findall(word))
    if ours >= theirs:
        return word.translate(_LOOK_ALIKES)
    return word.translate(_FROM_LATIN)


_SPECIAL = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
    "ŋ": "ng", "ə": "a", "ɛ": "e", "ɔ": "o", "ŧ": "t", "ƒ": "f", "ĸ": "k", "ǝ": "a", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
})  # fmt: skip
_ACCENTS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """A Latin word in lower case, without accents."""
    word = word.lower()
    if word.isascii():
        return word
    word = _ACCENTS.sub("", unicodedata.normalize("NFD", word.translate(_SPECIAL)))
    if word.isascii():
        return word
    from anyascii import anyascii  # noqa: PLC0415 - only a few names need it

    return "".join(character for character in anyascii(word).lower() if character.isalnum())
