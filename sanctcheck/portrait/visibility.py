"""Which parts of a dossier a reader may see. What a level means, and for whom, is said in `dossier/handling.py` alone.

Added here is how the dossier as a whole is marked: `unmarked` where it says nothing. That decides whether it is shown to
somebody at all, and nothing about its parts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sanctcheck.dossier import handling
from sanctcheck.dossier.handling import Reader
from sanctcheck.reading.protection import is_protected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.dossier.vocabulary import HandlingLevel
    from sanctcheck.portrait.model import Level
    from sanctcheck.reading.document import Path_

LEVELS: tuple[Level, ...] = ("public", "unmarked", "official", "restricted", "protected")
"""From what everybody may see to what nobody may; a dossier as a whole can be `unmarked`, a part never is."""
OFFICE: frozenset[Level] = frozenset({"public", "unmarked", "official", "restricted"})
"""What the office that keeps a dossier may see: all but what is protected."""
PUBLIC: frozenset[Level] = frozenset({"public"})
"""What may be published."""
_SEEN: tuple[HandlingLevel, ...] = ("public", "official", "restricted")
THE_OFFICE = Reader("office", frozenset(_SEEN), is_given_gists=False)
"""The reader who keeps the dossier."""


def reader_of(shown: frozenset[Level] | Reader) -> Reader:
    """Whoever may see some levels, as a reader. What is protected is seen by nobody, whatever is asked."""
    if isinstance(shown, Reader):
        return shown
    return Reader("levels", frozenset(each for each in _SEEN if each in shown))


def whole_level(value: Any) -> Level:
    """How the dossier as a whole is marked."""
    stated = value.get("handling") if isinstance(value, dict) else None
    level = stated.get("level") if isinstance(stated, dict) else None
    return next((each for each in LEVELS if each == level), "unmarked")


def level_at(value: Any, path: Path_) -> Level:
    """How the part is handled to which a path leads."""
    return "protected" if is_protected(value, path) else handling.level_at(value, path).level


def is_seen(value: Any, path: Path_, reader: Reader) -> bool:
    """Whether a reader may see the part to which a path leads."""
    return not is_protected(value, path) and reader.denied(handling.level_at(value, path)) is None


@dataclass(slots=True)
class Sight:
    """What of one document a reader sees.

    Attributes:
        value: the document as it was read.
        reader: who looks.
        seen: the levels of what was shown.
        withheld: how many parts of each level were left out.
    """

    value: Any
    reader: Reader
    seen: set[Level] = field(default_factory=set)
    withheld: Counter[Level] = field(default_factory=Counter)

    def level(self, *path: str | int) -> Level:
        """How a part is handled."""
        return level_at(self.value, path)

    def may_see(self, *path: str | int) -> bool:
        """Whether a part may be seen."""
        return is_seen(self.value, path, self.reader)

    def look(self, *path: str | int) -> bool:
        """Whether a part may be seen, which is noted: it is shown, or left out."""
        level = self.level(*path)
        if self.may_see(*path):
            self.seen.add(level)
            return True
        self.withheld[level] += 1
        return False

    @property
    def highest(self) -> Level:
        """The highest level of what was shown, and of the dossier as a whole where its reader keeps it.

        That nobody marked a dossier does not make its report public.
        """
        whole = whole_level(self.value)
        own = (
            {whole}
            if whole in self.reader.sees | {"unmarked"} and "restricted" in self.reader.sees
            else set()
        )
        return max(self.seen | own | {"public"}, key=LEVELS.index)


def hidden_texts(value: Any, reader: Reader) -> Iterator[tuple[str, str]]:
    """Every text that a reader may not see, with the field in which it stands."""
    is_whole_protected = whole_level(value) == "protected"
    for path, text, level in handling.texts(value):
        if is_whole_protected or reader.denied(level) is not None:
            yield next((step for step in reversed(path) if isinstance(step, str)), ""), text
