"""A dossier's value for a reader: part by part kept, replaced by what may stand there, or left out; and what was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sanctcheck.dossier.handling import PUBLIC, level_of
from sanctcheck.dossier.model import Dossier
from sanctcheck.redaction.placeholder import gist_of, placeholder, was_given
from sanctcheck.tidy.order import fields

if TYPE_CHECKING:
    from pydantic import BaseModel

    from sanctcheck.dossier.handling import Level, Reader
    from sanctcheck.dossier.vocabulary import HandlingLevel, WithheldKind, WithholdingRule
    from sanctcheck.reading.document import Path_

ASKING = frozenset(
    {"Exhibit", "Allegation", "ElementShown", "ReasonPoint", "StatementOfReasons", "StatedFact"}
)
"""The parts of which the law can ask for the gist: what is said against the target, and what carries it."""
_OWN = frozenset({"redaction", "handling", "protected_persons", "seal"})
"""Fields of the dossier that each version has of its own, or not at all."""
_OF_HANDLING = ("level", "releasable_to")
"""What others are told of the handling of a part that they see."""


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that was withheld.

    Attributes:
        path: where it stood.
        asks_for_gist: whether it is such that the law can ask for its gist.
        has_gist: whether one stands there now.
    """

    path: Path_
    kind: WithheldKind
    level: HandlingLevel
    rule: WithholdingRule
    asks_for_gist: bool = False
    has_gist: bool = False


@dataclass(slots=True)
class Withholding:
    """The work on one dossier for one reader."""

    reader: Reader
    omissions: list[Omission] = field(default_factory=list)

    def version(self, value: dict[str, Any]) -> dict[str, Any]:
        """The dossier's value without what the reader may not see."""
        made = self._fields(
            {name: part for name, part in value.items() if name not in _OWN}, Dossier, (), PUBLIC
        )
        if value.get("protected_persons"):
            self.omissions.append(Omission(("protected_persons",), "field", "protected", "level"))
        made["handling"] = {"level": "official" if self.reader.is_given_gists else "public"}
        return made

    def _fields(
        self, value: dict[str, Any], model: type[BaseModel], path: Path_, level: Level
    ) -> dict[str, Any]:
        held = fields(model)
        made: dict[str, Any] = {}
        for name, part in value.items():
            if name == "handling":
                made[name] = {each: part[each] for each in _OF_HANDLING if each in part}
                continue
            inside = held.get(name)
            kept = part if inside is None else self._part(part, inside, (*path, name), level)
            if kept is not None:
                made[name] = kept
        return made

    def _part(self, value: Any, model: type[BaseModel], path: Path_, above: Level) -> Any:
        """A part or a list of parts; None where nothing of it is left."""
        if isinstance(value, list):
            return self._list(value, model, path, above)
        level = level_of(value, str(next(step for step in reversed(path) if isinstance(step, str))), above)
        rule = self.reader.denied(level)
        if rule is None:
            return self._fields(value, model, path, level)
        made = placeholder(value, model, self.reader)
        self._note(value, model, path, level, rule)
        return made

    def _list(self, value: list[Any], model: type[BaseModel], path: Path_, above: Level) -> list[Any] | None:
        levels = [level_of(item, str(path[-1]), above) for item in value]
        rules = {self.reader.denied(level) for level in levels}
        if "id" not in fields(model) and value and len(rules) == len(set(levels)) == 1 and None not in rules:
            # Nothing of it is shown, and nothing refers to its items: that there are some says enough.
            (rule,) = rules
            if rule is not None and not any(map(gist_of, value)):
                self.omissions.append(Omission(path, "field", levels[0].level, rule))
                return None
        kept = [self._part(item, model, (*path, at), above) for at, item in enumerate(value)]
        return [item for item in kept if item is not None]

    def _note(
        self, value: dict[str, Any], model: type[BaseModel], path: Path_, level: Level, rule: WithholdingRule
    ) -> None:
        asks = model.__name__ in ASKING and self.reader.is_owed_gists and not was_given(value)
        has = self.reader.is_given_gists and gist_of(value) is not None
        self.omissions.append(Omission(path, "part", level.level, rule, asks, has))
