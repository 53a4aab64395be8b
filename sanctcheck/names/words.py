"""The words of a name in Latin letters, whatever their script."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from sanctcheck.names import cleaning, splitting, tables
from sanctcheck.names.skeletons import MOST, skeletons


class Latin(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One word in Latin letters; the same word of two names is one object, so that what is known of it is found fast."""

    text: str
    written: str
    readings: tuple[str, ...] = ()
    skeletons: tuple[str, ...] = ()
    hyphen: bool = False
    """It is tied to the word after it."""
    dotted: bool = False
    """It was written as an abbreviation."""
    vowelled: bool = True
    """Its vowels are known."""


def latin_words(text: str, kind: str) -> list[Latin]:
    """The words of a cleaned name; one word of a script without blanks can become several."""
    chunks = text.split() if "," not in text else text.replace(",", " ").split()
    person = kind == "person" or (kind not in {"entity", "vessel", "aircraft"} and len(chunks) == 1)
    found: list[Latin] = []
    for chunk in chunks:
        found += _of_chunk(chunk, person=person)
        if len(found) >= splitting.MOST:
            return found[: splitting.MOST]
    return found


@lru_cache(maxsize=1 << 16)
def _of_chunk(chunk: str, *, person: bool) -> tuple[Latin, ...]:
    """What stands between two blanks."""
    found: list[Latin] = []
    for word in splitting.split(chunk):
        latin = _latin(word.written, person=person)
        if word.hyphen or word.dotted:
            latin = tuple(
                replace(each, hyphen=word.hyphen or each.hyphen, dotted=word.dotted) for each in latin
            )
        found += latin
    return tuple(found)


def _latin(written: str, *, person: bool) -> tuple[Latin, ...]:
    script = splitting.script(written)
    if script in {"Latn", ""}:
        return _in_latin(written)
    from sanctcheck.names.scripts import romanise  # noqa: PLC0415 - most names need no script but Latin

    return tuple(
        Latin(
            each.text,
            each.written or written,
            each.readings,
            all_skeletons(each.text, each.readings, each.skeletons),
            vowelled=each.vowelled,
        )
        for each in romanise(written, script, person=person)
    )


def _in_latin(written: str) -> tuple[Latin, ...]:
    text = cleaning.folded(written)
    if not text:
        return ()
    if text[:2] in {"al", "el"} and len(text) > 5 and _is_arabic(text[2:]):
        article = Latin(text[:2], written[:2], (), skeletons(text[:2]), hyphen=True)
        return (article, *_in_latin(written[2:]))
    readings = () if written.isascii() else _marked(written, text)
    return (Latin(text, written, readings, all_skeletons(text, readings, ())),)


def _is_arabic(rest: str) -> bool:
    """Whether what follows `al` in one word is a word of Arabic, so that `al` is its article."""
    if rest[0] in "aeiouy":
        return False
    return rest in tables.arabic_words() or (len(rest) > 4 and rest[-1] in "iy")


def all_skeletons(text: str, readings: tuple[str, ...], given: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a word and of its readings; `given` where they do not follow from the text."""
    found = given or skeletons(text)
    if readings:
        found = (*found, *(skeletons(reading)[0] for reading in readings))
        found += tuple(each for reading in readings[:2] for each in skeletons(reading)[1:])
        found = tuple(dict.fromkeys(found))
    return found[: MOST + 7]


_MARKED = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe",
    "š": "sh", "ş": "sh", "ș": "sh", "ś": "sh", "č": "ch", "ć": "ch", "ç": "ch", "ž": "zh", "ź": "zh", "ż": "zh", "đ": "dj",
    "ř": "rzh", "ğ": "gh", "ñ": "ny", "ł": "w", "ţ": "ts", "ț": "ts", "ě": "ye", "ń": "ny", "ḥ": "h", "ḫ": "kh",
    "ġ": "gh", "ṯ": "th", "ḏ": "dh", "ǧ": "j", "ə": "e", "ē": "e", "ō": "ou", "ū": "uu",
})  # fmt: skip


def _marked(written: str, text: str) -> tuple[str, ...]:
    """What an accent says of the sound, spelt out: `š` is `sh`."""
    spelt = cleaning.folded(unicodedata.normalize("NFC", written.lower()).translate(_MARKED))
    return (spelt,) if spelt != text else ()
