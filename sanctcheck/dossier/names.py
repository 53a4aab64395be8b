"""Names that do not read as they are written: characters that cannot be seen, and letters borrowed from a script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from sanctcheck.reading.document import Document, Flaw, Path_
from sanctcheck.reading.protection import is_protected
from sanctcheck.text import is_hidden, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.dossier.model import Dossier

MAX_WORDS = 40
MAX_GROWTH = 4
"""How many times longer a name may become when its compatibility characters are written out."""

# Characters that draw nothing although Unicode counts them as letters or marks.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]")
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_VIRAMA = 9
_LATER_IDEOGRAPHS = range(0x20000, 0x40000)
_WORDS = re.compile(r"[^\s\-\u2010-\u2015/]+")
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"})
_WIDTHS = frozenset({"FULLWIDTH", "HALFWIDTH"})
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo"})
_NO_SCRIPT = frozenset({"FEMININE", "MASCULINE"})


def name_flaws(dossier: Dossier, document: Document) -> Iterator[Flaw]:
    """What is odd about the names in a dossier."""
    for path, name in _names(dossier):
        if name.isascii() and name.isprintable() and len(name) < MAX_WORDS:
            continue
        hidden = _hidden_characters(name)
        if hidden:
            message = f"This holds characters that cannot be seen: {_code_points(hidden)}. Delete them."
            yield Flaw("name-hidden-character", message, document.place(path), pointer=path)
        for rule, message in _doubts(name, protected=is_protected(document.value, path)):
            yield Flaw(rule, message, document.place(path), severity="warning", pointer=path)


def _names(dossier: Dossier) -> Iterator[tuple[Path_, str]]:
    target = dossier.target
    for index, name in enumerate(target.names):
        yield ("target", "names", index, "name"), name.name
    for index, identifier in enumerate(target.identifiers):
        yield ("target", "identifiers", index, "number"), identifier.number
    for index, relationship in enumerate(target.relationships):
        yield ("target", "relationships", index, "to"), relationship.to
    for index, lookalike in enumerate(target.told_apart_from):
        yield ("target", "told_apart_from", index, "name"), lookalike.name
    for index, allegation in enumerate(dossier.allegations):
        for number, other in enumerate(allegation.counterparties):
            yield ("allegations", index, "counterparties", number), other


def _doubts(name: str, *, protected: bool) -> Iterator[tuple[str, str]]:
    if len(name.split()) > MAX_WORDS:
        yield "name-too-many-words", f"A name of more than {MAX_WORDS} words: write one name in each entry."
    if len(unicodedata.normalize("NFKC", name)) > MAX_GROWTH * len(name):
        yield (
            "name-expands",
            "This name holds characters that each stand for many: write the letters themselves.",
        )
    for word in _WORDS.findall(name):
        scripts = _scripts(word)
        if len(scripts) > 1:
            yield "name-mixed-script", _mixed(scripts, protected=protected)
            return
    borrowed = _borrowed_words(name)
    if borrowed:
        shown = "" if protected else f" ({_code_points(borrowed)})"
        yield (
            "name-mixed-script",
            f"Beside Latin words, one consists of letters of another script that look Latin{shown}: write it in one script.",
        )


_LIKE_LATIN = frozenset(
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u04ae\u0430"  # Cyrillic
    "\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d\u0475"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd"  # Greek
    "\u03c1"
    "\u0555\u054f\u054d\u0585\u057d\u0578"  # Armenian
    "\u13aa\u13f4\u13df\u13a0\u13ac\u13bb\u13a5\u13ab\u13e6\u13de\u13b7\u13e2\u13d2\u13da\u13a2\u13d9"  # Cherokee
    "\u13b3\u13c3"
)
"""Letters of other scripts that cannot be told from Latin ones in most typefaces (Unicode Technical Standard 39)."""


def _borrowed_words(name: str) -> str:
    """A word beside Latin ones that is wholly written in letters that look Latin, and is not."""
    words = _WORDS.findall(name)
    if not any("LATIN" in _scripts(word) for word in words):
        return ""
    for word in words:
        letters = [each for each in word if _script(each)]
        if len(letters) > 1 and all(each in _LIKE_LATIN for each in letters):
            return "".join(letters)
    return ""


def _mixed(scripts: dict[str, list[str]], *, protected: bool) -> str:
    main, *others = sorted(scripts, key=lambda script: -len(scripts[script]))
    borrowed = [letter for script in others for letter in scripts[script]]
    names = listed([script.title() for script in sorted([main, *others])], "and")
    shown = "" if protected else f" ({_code_points(borrowed)})"
    return f"One word mixes {names} letters, which can look alike{shown}: write it in one script."


def _scripts(word: str) -> dict[str, list[str]]:
    """The letters of a word by script; the scripts of East Asia, which mix freely, count as one."""
    found: dict[str, list[str]] = {}
    for character in word:
        script = _script(character)
        if script:
            found.setdefault(script, []).append(character)
    return found


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    if unicodedata.category(character) not in _LETTERS:
        return ""
    words = unicodedata.name(character, "").split(" ")
    script = words[1] if words[0] in _WIDTHS else words[0]
    if script in _NO_SCRIPT:
        return ""
    return "EAST ASIAN" if script in _EAST_ASIAN else script


def _hidden_characters(name: str) -> list[str]:
    suspects = {each for each in set(name) if _BLANK.match(each) or is_hidden(each)}
    return [each for index, each in enumerate(name) if each in suspects and _draws_nothing(each, name, index)]


def _draws_nothing(character: str, name: str, index: int) -> bool:
    if _BLANK.match(character):
        return True
    if not is_hidden(character) or ord(character) in _LATER_IDEOGRAPHS:
        return False
    return character not in {_NON_JOINER, _JOINER} or not _joins(character, name, index)


def _joins(character: str, name: str, index: int) -> bool:
    """Whether a joiner does its work, as Persian and the scripts of India need it."""
    before, behind = name[max(index - 1, 0) : index], name[index + 1 : index + 2]
    if before and unicodedata.combining(before) == _VIRAMA:
        return True
    around = {_script(each) for each in (before, behind) if each}
    return character == _NON_JOINER and around == {"ARABIC"} and bool(before and behind)


def _code_points(characters: Iterable[str]) -> str:
    """The first few of some characters, each once."""
    points = [f"U+{ord(character):04X}" for character in Counter(characters)]
    return ", ".join(points[:5]) + (", …" if len(points) > 5 else "")
