"""A JSON dossier in one style: two blanks an indent, numbers as they were written, nothing that draws nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sanctcheck.text import is_hidden
from sanctcheck.tidy.order import fields, ordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.tidy.order import Model


class _Number(str):
    """A number as it is written."""

    __slots__ = ()


def written_json(text: str, model: Model) -> str:
    """A JSON text that was read without a flaw, anew, with the fields in the order of the model."""
    value = json.loads(text, parse_int=_Number, parse_float=_Number)
    return "".join(_value(value, model, "\n")) + "\n"


def _value(value: Any, model: Model | None, line: str) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield "{"
        yield from _fields(value, model, line + "  ")
        yield line + "}"
    elif isinstance(value, list) and value:
        yield "["
        for number, item in enumerate(value):
            yield f"{',' if number else ''}{line}  "
            yield from _value(item, model, line + "  ")
        yield line + "]"
    elif isinstance(value, _Number):
        yield value
    elif isinstance(value, str):
        yield _string(value)
    else:
        yield json.dumps(value)


def _fields(value: dict[str, Any], model: Model | None, line: str) -> Iterator[str]:
    names = list(value)
    places = ordered(names, model) if model else range(len(names))
    known = fields(model) if model else {}
    for number, at in enumerate(places):
        name = names[at]
        yield f"{',' if number else ''}{line}{_string(name)}: "
        yield from _value(value[name], known.get(name), line)


def _string(text: str) -> str:
    """A text in quotation marks; characters that draw nothing or steer a terminal stay, or become, escapes."""
    made = json.dumps(text, ensure_ascii=False)
    if made.isascii() and "\x7f" not in made:
        return made
    return "".join(json.dumps(each)[1:-1] if is_hidden(each) or each == "\x7f" else each for each in made)
