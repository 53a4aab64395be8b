"""Values as lines of YAML in the style of `sanctcheck fmt`, or as JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from sanctcheck.reading.yaml_reader import PlainNumber, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOM = 100
_UNSAFE = re.compile(r"[,\[\]{}#&*!|>'\"%@`\n]|: |:\Z|\A[-?:]|\A\s|\s\Z")


def field_lines(key: str, value: Any, column: int) -> list[str]:
    """A field and its value, with the key in a column."""
    return [" " * column + line for line in _lines(f"{scalar(key)}:", value)]


def item_lines(value: Any, column: int) -> list[str]:
    """An item of a list, with its dash in a column."""
    return [" " * column + line for line in _lines("-", value)]


def _lines(before: str, value: Any) -> Iterator[str]:
    short = flow(value)
    is_short = len(short) <= _ROOM and not _is_nested(value) and (before == "-" or isinstance(value, list))
    if is_short or not value or not isinstance(value, dict | list):
        yield f"{before} {short}"
        return
    inner = [line for part in _parts(value) for line in part]
    if before == "-":
        yield f"- {inner[0]}"
        yield from (f"  {line}" for line in inner[1:])
    else:
        yield before
        yield from (f"  {line}" for line in inner)


def _parts(value: Any) -> Iterator[list[str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield list(_lines(f"{scalar(key)}:", part))
    else:
        for item in value:
            yield list(_lines("-", item))


def _is_nested(value: Any) -> bool:
    if isinstance(value, dict):
        return any(isinstance(part, dict | list) for part in value.values())
    return isinstance(value, list) and any(isinstance(part, dict | list) for part in value)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    return scalar(value)


def scalar(value: Any) -> str:
    """A plain value; text in quotation marks where it would be taken for something else."""
    if isinstance(value, PlainNumber):
        return str(value)
    if not isinstance(value, str):
        return json.dumps(value)
    read = read_yaml(value)[0] if value and not _UNSAFE.search(value) else None
    is_plain = type(read) is str and read == value
    return value if is_plain else json.dumps(value, ensure_ascii=False)
