"""The dossier format by paths: what may stand where, and what it means. From the packaged JSON Schema."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sanctcheck.data import data_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sanctcheck.reading.document import Path_

Schema = dict[str, Any]
ROOT = "Dossier"


@dataclass(frozen=True, slots=True)
class Place:
    """What the format says of a path: the part that it leads into, or the field of a part that holds a plain value.

    Attributes:
        part: the name of the part whose fields stand here; empty for a plain value.
        owner: the name of the part that has the field at the end of the path.
        field: the name of that field.
        is_list: whether a list is expected here, and not one of its items.
    """

    part: str = ""
    owner: str = ""
    field: str = ""
    is_list: bool = False


@cache
def schema() -> Schema:
    """The schema of the format."""
    text = (data_folder("schemas") / "dossier.schema.json").read_text(encoding="utf-8")
    loaded: Schema = json.loads(text)
    return loaded


def part(name: str) -> Schema:
    """The schema of a part by its name."""
    whole = schema()
    found: Schema = whole if name == ROOT else whole["$defs"][name]
    return found


def fields(name: str) -> Mapping[str, Schema]:
    """The fields of a part, in their order, each with its schema."""
    found: Mapping[str, Schema] = part(name)["properties"]
    return found


def place(path: Path_) -> Place | None:
    """What may stand at a path; None where the format knows nothing of it."""
    here = Place(ROOT)
    for step in path:
        below = _below(here, step)
        if below is None:
            return None
        here = below
    return here


def _below(here: Place, step: str | int) -> Place | None:
    if isinstance(step, int):
        return Place(here.part, here.owner, here.field) if here.is_list else None
    if here.is_list or not here.part:
        return None
    described = fields(here.part).get(step)
    if described is None:
        return None
    is_list = described.get("type") == "array"
    name = _reference(described["items"] if is_list else described)
    return Place(name, here.part, step, is_list)


def _reference(described: Schema) -> str:
    return str(described.get("$ref", "")).rpartition("/")[2]


def described(found: Place) -> Schema:
    """The schema of the field at the end of a path; of its items where it is a list."""
    whole = fields(found.owner)[found.field]
    return {**whole, **whole.get("items", {})}


def meanings(found: Place) -> Mapping[str, str]:
    """The words that a field takes, with their meanings; none where it takes others."""
    if not found.owner:
        return {}
    whole = described(found)
    if whole.get("type") == "boolean":
        return {"true": "yes", "false": "no"}
    return dict(zip(whole.get("enum", []), whole.get("enumDescriptions", []), strict=False))
