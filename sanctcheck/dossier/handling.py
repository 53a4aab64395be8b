"""Who may see what: the level of each part of a dossier, and the readers for whom a version can be made.

The levels are ordered. A part has the level that its handling states, else that of its kind, and never a lower one than
the part in which it stands. The level of the dossier as a whole is about the file as it is, which holds everything, and is
not handed down: a version for others is made so that something of it can be shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sanctcheck.dossier.vocabulary import HandlingLevel, WithholdingRule
    from sanctcheck.reading.document import Path_

LEVELS: tuple[HandlingLevel, ...] = ("public", "official", "restricted", "protected")
"""From what everybody may see to what nobody may."""
UNSTATED: dict[str, HandlingLevel] = {
    "accepted_gaps": "restricted",
    "comparators": "official",
    "exhibits": "official",
    "process": "official",
    "proportionality": "official",
    "protected_persons": "protected",
    "stated_facts": "official",
    "told_apart_from": "official",
    "victims": "official",
}
"""The level of parts, by their field, whose handling says nothing; everything else is public unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody for whom a version is made.

    Attributes:
        name: as a user writes it.
        sees: the levels that are shown.
        releasable: the levels that are shown where the part names the reader's State.
        state: of a partner.
        is_given_gists: whether the gist of what is withheld is for this reader.
        is_owed_gists: whether the law can ask that this reader be given it.
    """

    name: str
    sees: frozenset[HandlingLevel]
    releasable: frozenset[HandlingLevel] = frozenset()
    state: str | None = None
    is_given_gists: bool = True
    is_owed_gists: bool = False

    def denied(self, part: Level) -> WithholdingRule | None:
        """Why a part is not shown; None where it is."""
        if part.level in self.releasable:
            return None if self.state in (part.releasable_to or ()) else "releasability"
        if part.level not in self.sees:
            return "level"
        is_for_others = self.state is not None and part.releasable_to is not None
        return "releasability" if is_for_others and self.state not in (part.releasable_to or ()) else None


READERS: dict[str, Reader] = {
    "target": Reader("target", frozenset({"public", "official"}), is_owed_gists=True),
    "public": Reader("public", frozenset({"public"}), is_given_gists=False),
    "partner": Reader("partner", frozenset({"public", "official"}), frozenset({"restricted"})),
}
"""What each sees. What is protected is seen by none: it could endanger somebody, whoever the partner is."""


def reader(written: str) -> Reader:
    """The reader whom `target`, `public` or `partner:GB` names."""
    kind, _, state = written.partition(":")
    base = READERS[kind]
    return replace(base, name=written, state=state or None)


@dataclass(frozen=True, slots=True)
class Level:
    """How a part is handled."""

    level: HandlingLevel
    releasable_to: frozenset[str] | None = None
    """The States to which it may be released; None where no part above it names any."""


PUBLIC = Level("public")


def rank(level: str) -> int:
    """The place of a level among all; a word that is none counts as the highest."""
    return LEVELS.index(level) if level in LEVELS else len(LEVELS) - 1


def level_of(value: Any, field: str, above: Level) -> Level:
    """How a part is handled that stands in a field of a part that is handled as `above`."""
    handling = value.get("handling")
    stated: str
    marks: frozenset[str] | None
    if handling is None:
        stated, marks = UNSTATED.get(field, "public"), None
    elif isinstance(handling, dict):
        # What is no level counts as the highest: it is a mistake of form, and nobody knows what was meant.
        stated, marks = str(handling.get("level")), _states(handling.get("releasable_to"))
    else:
        stated, marks = str(handling), None
    if rank(stated) < rank(above.level):
        stated = above.level
    if marks is None or above.releasable_to is None:
        marks = above.releasable_to if marks is None else marks
    else:
        marks &= above.releasable_to
    return Level(LEVELS[rank(stated)], marks)


def _states(marks: Any) -> frozenset[str] | None:
    """The States that marks name; None where there are no marks."""
    if not isinstance(marks, list) or not marks:
        return None
    return frozenset(each for each in marks if isinstance(each, str))


def level_at(value: Any, path: Path_) -> Level:
    """How the part is handled to which a path leads; where it leads to nothing, the part above."""
    level, field = PUBLIC, ""
    for number, step in enumerate(path):
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return level
        field = step if isinstance(step, str) else field
        if isinstance(value, dict):
            level = level_of(value, field, level)
        elif number == len(path) - 1 or not isinstance(value, list):
            return level
    return level


def texts(value: Any) -> Iterator[tuple[Path_, str, Level]]:
    """Every text of a dossier's value, with its path and how the part is handled in which it stands."""
    pending: list[tuple[Path_, Any, str, Level]] = [((), value, "", PUBLIC)]
    while pending:
        path, part, field, above = pending.pop()
        if isinstance(part, str):
            yield path, part, above
        elif isinstance(part, dict):
            level = level_of(part, field, above) if path else above
            pending.extend(((*path, key), item, key, level) for key, item in reversed(part.items()))
        elif isinstance(part, list):
            pending.extend(
                ((*path, index), part[index], field, above) for index in range(len(part) - 1, -1, -1)
            )


def marked(value: Any, levels: Collection[str]) -> Iterator[tuple[Path_, dict[str, Any], Level]]:
    """The parts of these levels, each the outermost one."""
    pending: list[tuple[Path_, Any, str, Level]] = [((), value, "", PUBLIC)]
    while pending:
        path, part, field, above = pending.pop()
        if isinstance(part, dict):
            level = level_of(part, field, above) if path else above
            if level.level in levels:
                yield path, part, level
            else:
                pending.extend(((*path, key), item, key, level) for key, item in reversed(part.items()))
        elif isinstance(part, list):
            pending.extend(
                ((*path, index), part[index], field, above) for index in range(len(part) - 1, -1, -1)
            )
