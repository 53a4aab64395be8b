"""Where in the dossier the cursor stands while one types, so that the text need not be whole.

What stands before the cursor is read up to it, with a word of our own at its end; what stands behind it is not looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.reading.document import Path_

MAX_TEXT = 256 * 1024
"""Text before the cursor that is read; beyond it nothing is completed."""
_HERE = "cursorstandshere"
_ENDINGS = (
    "",
    ": x",
    "]",
    "}",
    ": x}",
    "]}",
    "}]",
    ": x}]",
    '"',
    '"]',
    '"}',
    '": x}',
    '"]}',
    '"}]',
    '": x}]',
)
"""What may be needed behind the cursor so that the text is read as far as it: brackets and quotation marks closed."""
Event = Any


@dataclass(frozen=True, slots=True)
class Cursor:
    """The path of the part, or of the value, in which the cursor stands.

    Attributes:
        path: of the mapping whose field is typed, or of the value.
        is_key: whether the name of a field is typed.
        typed: what of the word stands before the cursor.
        present: the fields that stand before it in the same part.
    """

    path: Path_
    is_key: bool
    typed: str
    present: frozenset[str] = frozenset()


def cursor_at(text: str, offset: int) -> Cursor | None:
    """Where the cursor stands; None where nothing can be said, as within a comment or a text of several lines."""
    before = text[:offset]
    if len(before) > MAX_TEXT or before.rpartition("\n")[2].lstrip().startswith("#"):
        return None
    found = (_read(before + _HERE + ending) for ending in _ENDINGS)
    return next((cursor for cursor in found if cursor is not None), None)


class _Open:
    """A part that has begun: what was read of it, and what comes next."""

    def __init__(self, *, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self.key: str | None = None
        self.keys: list[str] = []
        self.items = 0

    def step(self) -> str | int:
        """The key, or the number, of what is being read."""
        return (self.key or "") if self.is_mapping else self.items

    def took(self) -> None:
        """A value has ended."""
        self.key = None
        self.items += 1


def _read(text: str) -> Cursor | None:
    stack: list[_Open] = []
    try:
        for event in _events(text):
            if isinstance(event, yaml.CollectionStartEvent):
                stack.append(_Open(is_mapping=isinstance(event, yaml.MappingStartEvent)))
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
                if stack:
                    stack[-1].took()
            elif isinstance(event, yaml.ScalarEvent) and event.value.endswith(_HERE):
                return _cursor(stack, event)
            elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                _take(stack, event)
    except yaml.YAMLError:
        return None
    return None


def _events(text: str) -> Iterator[Event]:
    parser = CParser(text)
    while True:
        event = parser.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            return
        yield event


def _take(stack: list[_Open], event: Event) -> None:
    if not stack:
        return
    top = stack[-1]
    if top.is_mapping and top.key is None:
        top.key = getattr(event, "value", "")
        top.keys.append(top.key or "")
    else:
        top.took()


def _cursor(stack: list[_Open], event: Event) -> Cursor | None:
    typed = event.value.removesuffix(_HERE)
    if event.start_mark.line != event.end_mark.line:
        return None
    if not stack:
        return Cursor((), is_key=True, typed=typed)
    top = stack[-1]
    if top.is_mapping and top.key is None:
        return Cursor(_path(stack[:-1]), is_key=True, typed=typed, present=frozenset(top.keys))
    return Cursor(_path(stack), is_key=False, typed=typed)


def _path(stack: list[_Open]) -> Path_:
    return tuple(each.step() for each in stack)
