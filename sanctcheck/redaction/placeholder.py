"""What stands in the place of a part that is withheld: its id, its gist, and else what says nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from sanctcheck.reading.protection import WITHHELD

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from sanctcheck.dossier.handling import Reader

_NEUTRAL = {"kind": "association"}
"""What says least among words of which none is “other”."""
_KEPT = frozenset({"id", "allegation", "element", "event", "regime", "format", "type"})
"""Fields that a part cannot do without, and that tell others where it belongs rather than what it says."""
_GIST_IN = {
    "ElementShown": "shown",
    "Event": "note",
    "LegalBasis": "standard_met_because",
    "Lookalike": "difference",
    "Proportionality": "aim",
    "Relationship": "basis",
    "StatementOfReasons": "text",
}
"""The field in which the gist of a part stands, where that is not the first text that it needs; of a target it is the name."""


def placeholder(part: dict[str, Any], model: type[BaseModel], reader: Reader) -> dict[str, Any] | None:
    """What stands there instead; None where nothing can that would not say something untrue.

    Args:
        part: what is withheld.
        model: what it is.
        reader: for whom.
    """
    gist = gist_of(part) if reader.is_given_gists else None
    made: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if name in _KEPT and name in part:
            made[name] = part[name]
        elif field.is_required():
            neutral = _neutral(name, field, part)
            if neutral is None:
                return None
            made[name] = neutral
    if model.__name__ == "Exhibit":
        made["disclosure"] = _disclosure(part, gist, reader)
    elif gist is not None and "names" in made:
        made["names"] = [{"name": gist}]
    elif gist is not None:
        made[_GIST_IN.get(model.__name__) or _first_text(made)] = gist
    # Whatever can be withheld by itself has a handling of its own.
    made["handling"] = {"level": "official" if reader.is_given_gists else "public"}
    return made


def gist_of(part: dict[str, Any]) -> str | None:
    """What may be told of a part: the summary that the target was given, or the gist."""
    disclosure, handling = part.get("disclosure"), part.get("handling")
    for stated, name in ((disclosure, "summary"), (handling, "gist")):
        if isinstance(stated, dict) and isinstance(stated.get(name), str):
            return str(stated[name])
    return None


def was_given(part: dict[str, Any]) -> bool:
    """Whether the target was given the material itself, or a part of it."""
    disclosure = part.get("disclosure")
    return isinstance(disclosure, dict) and disclosure.get("extent") in {"full", "redacted"}


def _disclosure(part: dict[str, Any], gist: str | None, reader: Reader) -> dict[str, Any]:
    stated = part.get("disclosure")
    because = stated.get("because") if isinstance(stated, dict) and reader.is_given_gists else None
    made: dict[str, Any] = {"extent": "withheld" if gist is None else "summary"}
    if was_given(part) and reader.is_owed_gists:
        made["extent"] = part["disclosure"]["extent"]
    if because is not None:
        made["because"] = because
    if gist is not None:
        made["summary"] = gist
    return made


def _first_text(made: dict[str, Any]) -> str:
    return next(name for name, value in made.items() if value == WITHHELD)


def _neutral(name: str, field: FieldInfo, part: dict[str, Any]) -> Any:
    """A value that a field can have and that says nothing; None where there is none."""
    if get_origin(field.annotation) is Literal:
        words = get_args(field.annotation)
        return "other" if "other" in words else _NEUTRAL.get(name)
    if field.annotation is str:
        said = "unknown" if name == "day" else WITHHELD
        return said if _takes(field, said) else None
    if name == "names" and isinstance(part.get("names"), list):
        return [{"name": WITHHELD}]
    return None


def _takes(field: FieldInfo, text: str) -> bool:
    """Whether a text has the form that a field asks for, such as that of a day or an id."""
    patterns = (getattr(each, "pattern", None) for each in field.metadata)
    return all(re.search(pattern, text) for pattern in patterns if pattern is not None)
