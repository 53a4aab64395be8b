"""The block that a check asks for: what its example with the gap lacks, beside the one without."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sanctcheck.checks.documentation import documentation
from sanctcheck.checks.registry import load_check
from sanctcheck.reading.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sanctcheck.law.model import Criterion
    from sanctcheck.reading.document import Path_

_NO_PART = ("with", "regime")
_NAMES = ("id", "event", "element", "kind", "regime", "name", "text", "on", "who", "measure", "allegation")
"""By these fields two items of a list are told to be the same."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part that is missing: where it stands, and an example of it.

    A number in `path` that is higher than what the example with the gap has stands for a new item.
    """

    path: Path_
    value: Any
    fixed: frozenset[str] = frozenset()
    """Words in it that the law fixes, and that are no example."""


def blocks_for(criterion: Criterion) -> tuple[Block, ...]:
    """The blocks that a criterion's check asks for, with its parameters in place of the example's."""
    blocks, parameters = _of_check(criterion.check)
    return tuple(_with_parameters(block, parameters, criterion.with_) for block in blocks)


@cache
def _of_check(name: str) -> tuple[tuple[Block, ...], Mapping[str, Any]]:
    """The blocks in the documentation of a check, and the parameters of its example."""
    check = load_check(name)
    told = documentation(check.documentation)
    lacking, having = (read_yaml(text)[0] or {} for text in (told.example, told.use_instead))
    parameters = having.get("with") or {}
    for each in (lacking, having):
        for part in _NO_PART:
            each.pop(part, None)
    return tuple(_added(lacking, having, ())), parameters


def _added(lacking: Any, having: Any, path: Path_) -> Iterator[Block]:
    if isinstance(lacking, dict) and isinstance(having, dict):
        for key, value in having.items():
            if key not in lacking:
                yield Block((*path, key), value)
            else:
                yield from _added(lacking[key], value, (*path, key))
    elif isinstance(lacking, list) and isinstance(having, list):
        for index, value in enumerate(having):
            if len(having) == len(lacking):
                yield from _added(lacking[index], value, (*path, index))
                continue
            same = next((at for at, each in enumerate(lacking) if _is_same(each, value)), None)
            if same is None:
                yield Block((*path, len(lacking)), value)
            else:
                yield from _added(lacking[same], value, (*path, same))


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        names = [name for name in _NAMES if name in one and name in other]
        return bool(names) and all(one[name] == other[name] for name in names[:1])
    return bool(one == other)


def _with_parameters(block: Block, example: Mapping[str, Any], actual: Mapping[str, Any]) -> Block:
    """A block in which what the example's parameters fix is what the criterion's parameters fix."""
    words: dict[str, str] = {}
    for name, value in example.items():
        before, now = _first(value), _first(actual.get(name, value))
        if isinstance(before, str) and isinstance(now, str):
            words[before] = now
    return Block(block.path, _replaced(block.value, words), frozenset(words.values()))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list | tuple) and value else value


def _replaced(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(part, words) for key, part in value.items()}
    if isinstance(value, list):
        return [_replaced(part, words) for part in value]
    # The example may say more than the word: “the Speaker of Parliament” for “Parliament”.
    said = (now for before, now in words.items() if isinstance(value, str) and before in value)
    return next(said, value)
