"""A text cut into words that know where they stand in it, whatever hides between their letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from sanctcheck.names.cleaning import folded

LONGEST = 200_000
"""Characters of a text that are looked at; no field of a dossier takes more."""
_LETTER = r"[^\W_]|[\u0900-\u0dff\u0e31\u0e34-\u0e4e\u0eb1\u0eb4-\u0ece\u1000-\u109f\u1780-\u17d3]"
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORDS = re.compile(f"(?:{_LETTER})+")
_ASCII_WORDS = re.compile("[a-z0-9]+")
_FIRST_EAST_ASIAN = "\u3040"
_MEANINGLESS = (
    (0x0300, 0x036F), (0x0483, 0x0487), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x06D6, 0x06ED), (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0x180B, 0x180F), (0xE0100, 0xE01EF),
)  # fmt: skip
"""Accents, points and vowel signs that are written or left out at will; and what picks a glyph."""
_DRAWS_NOTHING = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u0640\u0670")
_HIDDEN = frozenset({"Cf", "Cs", "Cn", "Co"})
_LINE_END = re.compile(r"(?:[-\u00ad\u2010]|(?<![ \t\r]))[ \t\r]*+\n\s*")
"""A run of blanks is looked through from its beginning alone: from each of its places, a long one would cost its square."""
_MARKUP = re.compile(r"[*_~`^\\|\[\](){}]")
_MARKED = re.compile(rf"<[^<>\n]{{0,200}}>|\]\([^()\s]{{0,500}}\)|{_MARKUP.pattern}|{_LINE_END.pattern}")
_TURNED = re.compile("[\u202d\u202e]([^\u202c\n]{1,500})")
_DIGIT_AMONG_LETTERS = re.compile(r"[^\W\d_][0-9@$]|[0-9@$][^\W\d_]")
_AS_LETTERS = [str.maketrans("0345789@$1", f"oeastbgas{one}") for one in "il"]
"""Digits as the letters that they are written for: `P3tr0va`."""
_MAY_BE_ESCAPED = re.compile(r"[&%]|\\[uUx]|[uU]\+[0-9a-fA-F]|=[0-9A-Fa-f]{2}=")
_ESCAPED = re.compile(
    r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\x([0-9a-fA-F]{2})"
    r"|[uU]\+([0-9a-fA-F]{4,6})(?:[ ,](?=[uU]\+))?|(?:=[0-9A-Fa-f]{2}){2,500}"
)
_MOST_ESCAPES = 3
"""How often one escape may stand in another: `%2541`."""
_CODES = 0x110000
_JAMO = re.compile("[\u1100-\u11ff\u3099\u309a]")


class Word(NamedTuple):
    """One word of a text."""

    text: str
    """Without accents and what draws nothing, in lower case; Latin letters are plain ones."""
    start: int
    end: int
    is_capital: bool
    """It has a capital, or its script has none."""


class _Characters(dict[int, str]):
    """What becomes of each character; worked out when one is first met."""

    def __missing__(self, code: int) -> str:
        became = "".join(map(_became, unicodedata.normalize("NFKC", chr(code))))
        self[code] = became
        return became


def _became(character: str) -> str:
    if character.isascii():
        return character
    code = ord(character)
    if character in _DRAWS_NOTHING or any(first <= code <= last for first, last in _MEANINGLESS):
        return ""
    return "" if unicodedata.category(character) in _HIDDEN else character


_CHARACTERS = _Characters()


@cache
def _runs() -> re.Pattern[str]:
    """Stretches of one kind of character. Made ready when it is first needed: large classes cost more than all texts of a dossier."""
    return re.compile(
        rf"[{_IDEOGRAPHS}]+|[\u3040-\u309f]+|[\u30a0-\u30ff]+|(?:(?![{_IDEOGRAPHS}\u3040-\u30ff])(?:{_LETTER}))+"
    )


@lru_cache(maxsize=8)
def plain(text: str) -> tuple[str, list[int] | None]:
    """The text without what draws nothing, and where each of its characters stood; None where it stands there still."""
    text = text[:LONGEST]
    if text.isascii():
        return text, None
    if all(len(_CHARACTERS[ord(character)]) == 1 for character in set(text)):
        return text.translate(_CHARACTERS), None
    parts = [_CHARACTERS[ord(character)] for character in text]
    return "".join(parts), [at for at, part in enumerate(parts) for _ in part]


def words(text: str) -> list[Word]:
    """The words of a text; where a script puts no blanks between them, stretches of one kind of character."""
    stripped, places = plain(text)
    pattern = _runs() if max(stripped, default="") >= _FIRST_EAST_ASIAN else _WORDS
    found = []
    for match in pattern.finditer(stripped):
        start, end = match.span()
        written = match.group()
        if places is not None:
            start, end = places[start], places[end - 1] + 1
        found.append(
            Word(simple(written), start, end, written != written.lower() or written == written.upper())
        )
    return found


def ascii_words(text: str) -> list[str]:
    """The words of a text in ASCII as `words` has them, without where they stand."""
    return _ASCII_WORDS.findall(text[:LONGEST].lower())


def distinct_words(text: str) -> set[str]:
    """Each word of a text once."""
    return set(ascii_words(text)) if text.isascii() else {word.text for word in words(text)}


def simple(word: str) -> str:
    """A word in lower case; of Latin letters plain ones are left."""
    if word.isascii():
        return word.lower()
    if all(character < "\u0250" or "\u1e00" <= character < "\u1f00" for character in word):
        return folded(word)
    return word.casefold()


def disguises(text: str, *, is_within: bool = False) -> list[tuple[str, list[int] | None]]:
    """What else a text reads as: without line ends or markup, with digits for letters, its escapes resolved, as it is shown.

    With each goes where its characters stood; None where that cannot be said of each.
    """
    found: list[tuple[str, list[int] | None]] = []
    # What draws nothing may stand within a line end too.
    stripped, stood = plain(text)
    if "\n" in stripped:
        found.append(_without(_LINE_END, stripped, stood))
    if "<" in stripped or _MARKUP.search(stripped):
        found.append(_without(_MARKED, stripped, stood))
    if _DIGIT_AMONG_LETTERS.search(stripped):
        places = stood or list(range(len(stripped)))
        found += [(stripped.translate(table), places) for table in _AS_LETTERS]
    others = []
    if _MAY_BE_ESCAPED.search(text):
        others.append(unescaped(text))
    if "\u202e" in text or "\u202d" in text:
        others.append(_TURNED.sub(lambda turned: turned.group(1)[::-1], text))
    if _JAMO.search(text) or (not text.isascii() and not unicodedata.is_normalized("NFC", text)):
        others.append(unicodedata.normalize("NFKC", text))
    for other in others:
        if other != text:
            found.append((other, None))
            # What it is when it is read may be disguised as well.
            if not is_within:
                found += [(each, None) for each, _ in disguises(other, is_within=True)]
    return found


def unescaped(text: str) -> str:
    """A text with what stands for letters in it resolved: `&#65;`, `%41`, `U+0041`, `=41=6D`, and these in one another."""
    for _ in range(_MOST_ESCAPES):
        before = text
        text = _ESCAPED.sub(_resolved, unquote(unescape(text)))[:LONGEST]
        if text == before:
            break
    return text


def _resolved(match: re.Match[str]) -> str:
    if match.group().startswith("="):
        return bytes.fromhex(match.group().replace("=", "")).decode("utf-8", "replace")
    code = int(next(each for each in match.groups() if each is not None), 16)
    return chr(code) if code < _CODES else ""


def _without(pattern: re.Pattern[str], text: str, stood: list[int] | None) -> tuple[str, list[int]]:
    """A text without what fits a pattern, and where each of its characters stood at first."""
    places: list[int] = []
    at = 0
    for match in pattern.finditer(text):
        places += range(at, match.start())
        at = match.end()
    places += range(at, len(text))
    return "".join([text[place] for place in places]), places if stood is None else [
        stood[at] for at in places
    ]
