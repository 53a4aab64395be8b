"""Words of East Slavic languages in all their endings, by their stems."""

from __future__ import annotations

import re
from functools import cache

from sanctcheck.names import tables

_SHORTEST = 3
_ENDINGS = frozenset({
    "", "a", "aya", "e", "ego", "em", "ey", "i", "ia", "ie", "ii", "im", "ikh", "ikha", "iy", "iya", "iyam", "iyami", "iyu", "iye", "o", "oe", "ogo", "om", "omu", "oy", "oye", "oho", "ov", "u", "uyu", "y", "ya", "yaya", "yam", "yami", "ye", "yi", "yj", "ykh", "ym", "ymi", "yy", "yyu", "yu", "am", "ami", "akh", "amy", "ay", "ae", "aha", "ama", "iv", "ij", "iyi", "ou", "aia", "oi", "yey", "n",
})  # fmt: skip


_OF_PLACE = re.compile("(?<=.{3})sk(?:i|iy|yy|yi|ii|ij|y|aya|aia|oe|oye|ogo|oy|om|a|e|ae)$")


def place(word: str) -> str:
    """The town of which an East Slavic adjective is made (`Kazanskiy`, Kazan); empty for any other word."""
    return _OF_PLACE.sub("", word) if _OF_PLACE.search(word) is not None else ""


def meaning(word: str) -> str:
    """What an East Slavic word of organisations means in English, as the table of generic words has it; else nothing."""
    stems = _stems()
    for length in range(len(word), _SHORTEST - 1, -1):
        if word[length:] in _ENDINGS or length == len(word):
            found = stems.get(word[:length])
            if found is not None:
                return found
        elif len(word) - length > 6:
            break
    return ""


@cache
def _stems() -> dict[str, str]:
    from sanctcheck.names.scripts.cyrillic import plainly  # noqa: PLC0415 - with the first name of an organisation

    found: dict[str, str] = {}
    for line in tables.lines("stems"):
        stem, meant = line.split()
        found[plainly(stem)] = meant.replace("_", " ")
    return found
