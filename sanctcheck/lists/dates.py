"""Dates as the lists write them, kept as precise as they are and no more.

Dates that are all numbers have the day first, as every publisher here writes them.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from sanctcheck.lists.model import ListedDate

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january", "janvier"),
            ("feb", "february", "février", "fevrier"),
            ("mar", "march", "mars"),
            ("apr", "april", "avril"),
            ("may", "mai"),
            ("jun", "june", "juin"),
            ("jul", "july", "juillet"),
            ("aug", "august", "août", "aout"),
            ("sep", "sept", "september", "septembre"),
            ("oct", "october", "octobre"),
            ("nov", "november", "novembre"),
            ("dec", "december", "décembre", "decembre"),
        ),
        start=1,
    )
    for name in names
}
_CIRCA = re.compile(
    r"^(?:(?:in )?(?:the )?(?:approximately|approx\.?|circa|ca?\.|about|around|possibly|probably|"
    r"vers|environ|c(?=\d))\s*)+",
    re.IGNORECASE,
)
_BORN = re.compile(r"^(?:born|dob|date of birth)\s*(?:in|on|:)?\s*", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2})(?:[T ][\d:.]*)?(?:Z|[+-]\d\d:?\d\d)?)?)?$")
_NUMBERS = re.compile(r"(\d{1,2}|dd)[-./](\d{1,2}|mm)[-./](\d{4})(?: 00:00(?::00)?)?$", re.IGNORECASE)
_MONTH_NUMBER = re.compile(r"(\d{1,2}|mm)[-./](\d{4})$", re.IGNORECASE)
_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er)?[ .-]*(?:of )?)?([^\W\d_]{3,9})\.?[ ,-]*(\d{4})$", re.IGNORECASE
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$", re.IGNORECASE)
_DECADE = re.compile(r"(?:(?:the )?(?:early|mid|late)[- ])?(?:the )?(\d{3})0['\u2019]?s$", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:between|from|entre)?\s*(.{4,24}?)\s*(?:\bto\b|\band\b|\bet\b|\buntil\b|[-\u2013\u2014])\s*(.{4,24}?)$", re.IGNORECASE
)  # fmt: skip
_CHOICES = re.compile(
    r"\s*(?:;|\bor\b|\bou\b|/(?!\d)|\n|,(?=\s*(?:\d|[a-z]\)|[^\W\d_]{1,14}\.? \d))|\(?\b[a-z]\)|\(\d+\))\s*",
    re.IGNORECASE,
)
_EARLIEST, _LATEST = 1000, 2199


@lru_cache(maxsize=16384)
def listed_date(text: str) -> ListedDate:
    """One date; `start` is empty where it is not understood."""
    text = text.strip()
    plain = _BORN.sub("", text.rstrip(" .,;")).strip("() ")
    without = _CIRCA.sub("", plain)
    circa = without != plain
    start = _day(without)
    if start:
        return ListedDate(text, start, circa=circa)
    decade = _DECADE.match(without)
    if decade is not None:
        return ListedDate(text, f"{decade[1]}0", f"{decade[1]}9", circa=True)
    return _range(text, without, circa=circa)


def listed_dates(text: str) -> Iterator[ListedDate]:
    """Several dates in one text: `1963 or 1964`, `a) 1960 b) 1962`, `(1) 01/02/1970. (2) 03/04/1971`."""
    whole = listed_date(text)
    if whole.start or not text.strip():
        if text.strip():
            yield whole
        return
    for part in _CHOICES.split(text):
        if part and part.strip(" .,;()"):
            yield from _within(part)


_WITHIN = re.compile(
    r"\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[ -][^\W\d_]{3,9}\.?[ -]\d{4}\b|"
    r"(?<![/.-])\b(?:1[89]|20)\d\d\b(?![/.-])"
)


def _within(part: str) -> Iterator[ListedDate]:
    """The date that a text is, or the dates that stand in it among other words; the text stays whole."""
    whole = listed_date(part)
    starts = [start for token in _WITHIN.findall(part) if (start := _day(token))] if not whole.start else []
    if not starts:
        yield whole
    for start in starts:
        yield ListedDate(whole.text, start, circa=_CIRCA.match(part.strip()) is not None)


def period(start: str, end: str, text: str, *, circa: bool = False) -> ListedDate:
    """The time between two ISO dates, which may be partial; the earlier one when there is but one."""
    first, last = _day(start), _day(end)
    if not first or not last or first == last:
        return ListedDate(text, first or last, circa=circa)
    if first > last:
        first, last = last, first
    return ListedDate(text, first, last, circa=circa)


def _range(text: str, plain: str, *, circa: bool) -> ListedDate:
    both = _RANGE.match(plain)
    if both is None:
        return ListedDate(text)
    first, last = (_CIRCA.sub("", side.strip()) for side in both.groups())
    start, end = _day(first), _day(last)
    if not start or not end or start > end:
        return ListedDate(text)
    around = circa or first != both[1].strip() or last != both[2].strip()
    return ListedDate(text, start, end, circa=around)


@lru_cache(maxsize=16384)
def _day(text: str) -> str:
    """The partial ISO date of what is one day, month or year; empty for anything else."""
    iso = _ISO.match(text)
    if iso is not None:
        return _iso(iso[1], iso[2], iso[3])
    numbers = _NUMBERS.match(text)
    if numbers is not None:
        return _iso(numbers[3], numbers[2], numbers[1])
    month = _MONTH_NUMBER.match(text)
    if month is not None:
        return _iso(month[2], month[1], None)
    words = _WORDS.match(text)
    if words is not None:
        return _iso(words[3], _month(words[2]), words[1])
    american = _MONTH_FIRST.match(text)
    return _iso(american[3], _month(american[1]), american[2]) if american is not None else ""


def _month(word: str) -> str:
    """Its number, or a word that is none, which `_iso` refuses."""
    return str(_MONTHS.get(word.casefold(), "?"))


def _iso(year: str, month: str | None, day: str | None) -> str:
    """`00`, `dd` and `mm` say that a part is not known; a date that does not exist is none."""
    months, days = _part(month), _part(day)
    if months is None or days is None or not _EARLIEST <= int(year) <= _LATEST:
        return ""
    if not months:
        return year if not days else ""
    if not days:
        return f"{year}-{months:02}" if months <= 12 else ""
    try:
        return date(int(year), months, days).isoformat()
    except ValueError:
        return ""


def _part(text: str | None) -> int | None:
    if text is None or text.casefold() in ("dd", "mm"):
        return 0
    return int(text) if text.isdigit() else None
