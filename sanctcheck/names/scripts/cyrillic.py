"""Cyrillic: Russian, Ukrainian, Belarusian, Serbian, Macedonian, Bulgarian, and the Turkic languages of Central Asia."""

from __future__ import annotations

import re

from sanctcheck.names.scripts import Romanised

_COMMON = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "ѐ": "e", "ѝ": "i",
    "ә": "a", "ғ": "gh", "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u",
    "ҝ": "g", "ҹ": "j", "ӑ": "a", "ӗ": "e", "ҫ": "s", "ӳ": "u", "җ": "j", "ӏ": "",
}  # fmt: skip
_TABLE = str.maketrans(_COMMON)
_UKRAINIAN = str.maketrans(_COMMON | {"г": "h", "и": "y"})
_BELARUSIAN = str.maketrans(_COMMON | {"г": "h"})
_SERBIAN = str.maketrans(_COMMON | {"х": "h", "ц": "c", "ж": "z", "ч": "c", "ш": "s"})
_SERBIAN_SPOKEN = str.maketrans(
    _COMMON | {"х": "h", "ћ": "ch", "ј": "y", "ђ": "dj", "љ": "ly", "њ": "ny", "џ": "dzh"}
)
_BULGARIAN = str.maketrans(_COMMON | {"щ": "sht", "ъ": "a", "х": "h"})
_PASSPORT = str.maketrans(_COMMON | {"ю": "iu", "я": "ia", "й": "i", "ё": "e", "ъ": "ie"})
_FOREIGN = (("ks", "x"), ("dzh", "j"), ("kh", "h"))
"""What stands in Cyrillic for single letters of other languages."""
_HARD_SIGN = re.compile("ъ(?![еёюя])|щ(?=$|[^аеиоуюя])")
_ADJECTIVE = re.compile("(?:ый|ий|ой)$")
_SOFT_E = re.compile("(?:^|(?<=[аеёиоуыэюяъь]))е")


def romanise(word: str) -> tuple[Romanised, ...]:
    """The usual form for the language that the letters show, and beside it those of passports and of neighbours."""
    word = word.lower()
    found = _spelt(word)
    rivals = tuple(dict.fromkeys(each for each in found[1:] if each and each != found[0]))
    return (Romanised(found[0], rivals),)


def plainly(word: str) -> str:
    """The word in the commonest spelling of the language that its letters show."""
    return _spelt(word)[0]


def _spelt(word: str) -> list[str]:
    if any(letter in word for letter in "ђјљњћџѓќѕ"):
        return [word.translate(_SERBIAN), word.translate(_SERBIAN_SPOKEN)]
    if any(letter in word for letter in "їєґ"):
        return [word.translate(_UKRAINIAN), word.translate(_TABLE)]
    if "ў" in word:
        return [word.translate(_BELARUSIAN), word.translate(_TABLE)]
    russian = _ADJECTIVE.sub(lambda ending: "и" if ending.group() != "ой" else "ой", word)
    found = [russian.translate(_TABLE).replace("yy", "y")]
    if "і" in word:
        found.insert(0, word.translate(_UKRAINIAN))
    if _SOFT_E.search(word) is not None:
        found.append(_SOFT_E.sub("є", russian).translate(_TABLE))
    if "г" in word:
        found.append(word.translate(_UKRAINIAN))
    if _HARD_SIGN.search(word) is not None:
        found.append(word.translate(_BULGARIAN))
    passport = word.translate(_PASSPORT)
    if passport not in found:
        found.append(passport)
    return found + [found[0].replace(*pair) for pair in _FOREIGN if pair[0] in found[0]]
