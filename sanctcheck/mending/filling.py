"""A block with ‹…› where a fact belongs: what the law fixes stays, and nothing is claimed that nobody has said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sanctcheck.days import STATED_DAY_PATTERN
from sanctcheck.dossier import format as dossier_format

if TYPE_CHECKING:
    from datetime import date

    from sanctcheck.reading.document import Path_

_KEPT_TEXTS = frozenset({"the target"})
_KEPT_FIELDS = frozenset({"event"})
_SAID = {"boolean": "true or false", "integer": "number", "number": "number"}
_LONGEST = 70
_CLAUSE_END = re.compile(r"[;:(]|, for example")


def to_fill_in(value: Any, path: Path_, fixed: frozenset[str], day: date) -> Any:
    """A block as it is inserted at a path."""
    if isinstance(value, dict):
        return {key: to_fill_in(part, (*path, key), fixed, day) for key, part in value.items()}
    if isinstance(value, list):
        return [to_fill_in(part, (*path, index), fixed, day) for index, part in enumerate(value)]
    found = dossier_format.place(path)
    if found is None or not found.field:
        return f"‹{value}›"
    if found.field in _KEPT_FIELDS or value in fixed or value in _KEPT_TEXTS:
        return value
    return f"‹{_hint(value, found, day)}›"


def _hint(value: Any, found: dossier_format.Place, day: date) -> str:
    described = dossier_format.described(found)
    kind = str(described.get("type"))
    if kind in _SAID:
        return _SAID[kind]
    if described.get("pattern") == STATED_DAY_PATTERN:
        return day.isoformat()
    if "enum" in described or "pattern" in described:
        return str(value)
    return said(str(dossier_format.fields(found.owner)[found.field]["description"]))


def said(description: str) -> str:
    """What a field is for, short enough for a line."""
    text = description.rstrip(".")
    if text.startswith("For ") and ": " in text:
        text = text.partition(": ")[2]
    if len(text) > _LONGEST:
        end = _CLAUSE_END.search(text, 12)
        text = text[: end.start()].rstrip() if end else text
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def skeleton(path: Path_, day: date, message: str = "") -> Any:
    """What may stand at a path by the format alone, each fact to be filled in; None where it knows nothing of the path.

    Of a list of words, the one that a message names is taken.
    """
    found = dossier_format.place(path)
    if found is None:
        return None
    if found.is_list:
        return [skeleton((*path, 0), day, message)]
    if found.part:
        part = dossier_format.part(found.part)
        names = part.get("required") or list(part["properties"])
        made = {name: skeleton((*path, name), day, message) for name in names}
        if "‹" not in str(made):
            # Words that the law fixes alone would claim that it is so: somebody has to say how.
            others = [
                name
                for name, field in part["properties"].items()
                if field.get("maxLength") and name not in made
            ]
            made |= {name: skeleton((*path, name), day) for name in others[:1]}
        return made
    words = list(dossier_format.described(found).get("enum", [""]))
    named = next((word for word in words if word and f"“{word}”" in message), None)
    return named or f"‹{_hint(words[0], found, day)}›"
