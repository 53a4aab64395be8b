"""Which parts of a dossier a circle of readers may see, by the levels of handling at which they are marked.

What a level means is said in `dossier/handling.py`. Here is added how what nobody marked is taken: like the dossier as a
whole, and never for less than its kind asks; where the dossier says nothing either, it is `unmarked`, which the office that
keeps the dossier sees, and the public does not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from sanctcheck.dossier import handling
from sanctcheck.portrait.model import Level
from sanctcheck.reading.protection import is_protected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.reading.document import Path_

LEVELS: tuple[Level, ...] = ("public", "unmarked", "official", "restricted", "protected")
"""From what everybody may see to what nobody may."""
_STATED = frozenset(get_args(Level)) - {"unmarked"}
OFFICE: frozenset[Level] = frozenset({"public", "unmarked", "official", "restricted"})
"""What the office that keeps a dossier may see: all but what is protected."""
PUBLIC: frozenset[Level] = frozenset({"public"})
"""What may be published: what says so."""


def level_at(value: Any, path: Path_) -> Level:
    """How the part is marked to which a path leads; of a path that leads to nothing, the nearest part above it."""
    if is_protected(value, path):
        return "protected"
    level, whole, is_stated = handling.PUBLIC, _own_level(value), False
    name = ""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        name = step if isinstance(step, str) else name
        if isinstance(value, dict):
            level = handling.level_of(value, name, level)
            is_stated = is_stated or _own_level(value) is not None
    return _taken(level.level, whole, is_stated=is_stated)


def _taken(level: Level, whole: Level | None, *, is_stated: bool) -> Level:
    """A level by kind is no mark: what nobody marked goes with the dossier as a whole, where that asks for more."""
    return level if is_stated else max(level, whole or "unmarked", key=LEVELS.index)


def _own_level(value: Any) -> Level | None:
    stated = value.get("handling") if isinstance(value, dict) else None
    level = stated.get("level") if isinstance(stated, dict) else None
    return level if level in _STATED else None


@dataclass(slots=True)
class Sight:
    """What of one document may be seen, and what was asked for and left out.

    Attributes:
        value: the document as it was read.
        shown: the levels that may be seen; what is protected never is, whatever is asked.
        seen: the levels of what was shown.
        withheld: how many parts of each level were left out.
    """

    value: Any
    shown: frozenset[Level]
    seen: set[Level] = field(default_factory=set)
    withheld: Counter[Level] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """No caller can have it show what is protected."""
        self.shown = self.shown - {"protected"}

    def level(self, *path: str | int) -> Level:
        """How a part is marked."""
        return level_at(self.value, path)

    def may_see(self, *path: str | int) -> bool:
        """Whether a part may be seen."""
        return self.level(*path) in self.shown

    def look(self, *path: str | int) -> bool:
        """Whether a part may be seen, which is noted: it is shown, or left out."""
        level = self.level(*path)
        if level in self.shown:
            self.seen.add(level)
            return True
        self.withheld[level] += 1
        return False

    @property
    def highest(self) -> Level:
        """The highest level of what was shown."""
        return max(self.seen | {"public"}, key=LEVELS.index)


def hidden_texts(value: Any, shown: frozenset[Level]) -> Iterator[tuple[str, str]]:
    """Every text that may not be seen, with the key under which it stands. Nothing recurses: a dossier may be deep."""
    seen, whole = shown - {"protected"}, _own_level(value)
    is_whole_protected = whole == "protected"
    pending: list[tuple[str, Any, handling.Level, bool]] = [("", value, handling.PUBLIC, False)]
    while pending:
        key, part, level, is_stated = pending.pop()
        if isinstance(part, dict):
            if part is not value:
                level = handling.level_of(part, key, level)
                is_stated = is_stated or _own_level(part) is not None
            pending.extend((str(name), item, level, is_stated) for name, item in part.items())
        elif isinstance(part, list):
            pending.extend((key, item, level, is_stated) for item in part)
        elif part is not None and (
            is_whole_protected or _taken(level.level, whole, is_stated=is_stated) not in seen
        ):
            yield key, str(part)
