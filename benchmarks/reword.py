"""A dossier whose free text says nothing, to show that the checks read fields and not prose.

Every text of the format is replaced by the same neutral words, save two that are not prose: the standard of proof, which
is a term of the law; and the reasons, which one check compares with the criterion.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from pydantic import BaseModel

from sanctcheck.dossier import model
from sanctcheck.reading.model import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

NEUTRAL_WORDS = "What stood here was replaced."
KEPT = {
    (model.LegalBasis, "standard_of_proof"),
    (model.StatementOfReasons, "text"),
    (model.ReasonPoint, "text"),
}


def reworded(value: Any) -> Any:
    """The value of a dossier with neutral words in the place of every text."""
    return _of_part(value, model.Dossier)


def _of_part(value: Any, part: type[BaseModel]) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: _of_field(each, part, key) for key, each in value.items()}


def _of_field(value: Any, part: type[BaseModel], name: str) -> Any:
    inner = _part_in(part, name)
    if inner is not None:
        if isinstance(value, list):
            return [_of_part(each, inner) for each in value]
        return _of_part(value, inner)
    if not _is_text(part, name) or (part, name) in KEPT:
        return value
    return [NEUTRAL_WORDS for _ in value] if isinstance(value, list) else NEUTRAL_WORDS


@cache
def _part_in(part: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The model that a field holds, by itself or in a list."""
    found = [each for each in _types(part, name) if isinstance(each, type) and issubclass(each, BaseModel)]
    return found[0] if found else None


@cache
def _is_text(part: type[BaseModel], name: str) -> bool:
    """Whether a field holds text that is meant for people, by itself or in a list."""
    return any(each == Text for each in _types(part, name))


def _types(part: type[BaseModel], name: str) -> Iterator[Any]:
    """The annotation of a field as it was written, and every type within it."""
    yield from _within(get_type_hints(part, include_extras=True).get(name))


def _within(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _within(inner)
