"""The order of fields: that in which the models have them, which is the order of a reader's questions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sanctcheck.tidy.tree import Node

Model = type[BaseModel]


@cache
def fields(model: Model) -> Mapping[str, Model | None]:
    """The fields of a model as files name them, in their order, each with the model that it holds."""
    return {field.alias or name: _held(field.annotation) for name, field in model.model_fields.items()}


def _held(annotation: Any) -> Model | None:
    """The model in an annotation: of the value, or of the items of a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _held(each)) is not None), None)


def ordered(names: Iterable[str], model: Model) -> list[int]:
    """The positions of some fields in the order of a model; one that it lacks stays behind the one before it."""
    known = {name: rank for rank, name in enumerate(fields(model))}
    rank = -1
    ranks = []
    for position, name in enumerate(names):
        rank = known.get(name, rank)
        ranks.append((rank, position))
    return [position for _, position in sorted(ranks)]


def put_in_order(node: Node, model: Model) -> None:
    """Puts the fields of a part, and of the parts in it, into the order of its model."""
    if node.kind == "list":
        for entry in node.entries:
            put_in_order(entry.value, model)
    elif node.kind == "mapping":
        node.entries = [node.entries[at] for at in ordered([each.name for each in node.entries], model)]
        for entry in node.entries:
            held = fields(model).get(entry.name)
            if held is not None:
                put_in_order(entry.value, held)
