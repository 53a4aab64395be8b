"""Where each part of a TOML file stands. `tomllib` reads the values, and keeps no places.

The text is one that `tomllib` has accepted, so that this walk needs to tell tokens apart and no more.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.reading.document import Position, Tree

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n]*)
    | (?P<string>
        \"{3}(?:\\.|[^\\])*?\"{3}\"{0,2}
        | '{3}.*?'{3}'{0,2}
        | "(?:\\.|[^"\\\n])*"
        | '[^'\n]*'
      )
    | (?P<newline>\n)
    | (?P<mark>[\[\]{},=.])
    | (?P<bare>[^\s\[\]{},=.\#"']+)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: Position
    end: Position


@dataclass(slots=True)
class _Part:
    """A part of the file while it is put together; `fields` for a table, `items` for a list, neither for a value."""

    start: Position
    end: Position
    fields: dict[str, tuple[Position, Position, _Part]] | None = None
    items: list[_Part] | None = field(default=None)

    def tree(self) -> Tree:
        """As the reader of documents keeps places."""
        if self.fields is not None:
            branches = {key: (start, end, part.tree()) for key, (start, end, part) in self.fields.items()}
            return (self.start, self.end, branches)
        if self.items is not None:
            return (self.start, self.end, [item.tree() for item in self.items])
        return (self.start, self.end)


def toml_places(text: str) -> Tree:
    """The tree of places of a TOML text that `tomllib` has accepted."""
    return _Walk(text).root.tree()


def _tokens(text: str) -> Iterator[_Token]:
    line = line_start = behind = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        breaks = text.count("\n", behind, start)
        if breaks:
            line, line_start = line + breaks, text.rfind("\n", behind, start) + 1
        first: Position = (line, start - line_start)
        within = text.count("\n", start, end)
        if within and match.lastgroup == "string":
            line, line_start = line + within, text.rfind("\n", start, end) + 1
            behind = end
        else:
            behind = start if match.lastgroup == "newline" else end
        yield _Token(str(match.lastgroup), match.group(), first, (line, end - line_start))


class _Walk:
    """One walk over the tokens, statement by statement."""

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        self.root = _Part((0, 0), (len(lines) - 1, len(lines[-1])), {})
        self._tokens = [token for token in _tokens(text) if token.kind != "comment"]
        self._at = 0
        here = self.root
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.kind == "newline":
                self._at += 1
            elif token.text == "[" and token.kind == "mark":
                here = self._header()
            else:
                self._pair(here)

    def _next(self) -> _Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _is_next(self, mark: str) -> bool:
        token = self._tokens[self._at]
        return token.kind == "mark" and token.text == mark

    def _header(self) -> _Part:
        """`[table]` or `[[list of tables]]`: the table that the pairs below belong to."""
        start = self._next().start
        is_list = self._is_next("[")
        self._at += is_list
        keys = self._keys()
        self._at += is_list
        end = self._next().end
        parent = self._below(self.root, keys[:-1])
        name, key_start, key_end = keys[-1]
        fields = parent.fields if parent.fields is not None else {}
        if is_list:
            made = _Part(start, end, items=[])
            _, _, tables = fields.setdefault(name, (key_start, key_end, made))
            table = _Part(start, end, {})
            if tables.items is not None:
                tables.items.append(table)
            return table
        _, _, table = fields.setdefault(name, (key_start, key_end, _Part(start, end, {})))
        return table

    def _keys(self) -> list[tuple[str, Position, Position]]:
        """A key, or several with dots between them."""
        keys = []
        while True:
            token = self._next()
            keys.append((_key(token), token.start, token.end))
            if not self._is_next("."):
                return keys
            self._at += 1

    def _below(self, part: _Part, keys: list[tuple[str, Position, Position]]) -> _Part:
        """The table that keys lead to, made where it is not there yet; in a list of tables, the last one."""
        for name, start, end in keys:
            fields = part.fields if part.fields is not None else {}
            _, _, part = fields.setdefault(name, (start, end, _Part(start, end, {})))
            part = part.items[-1] if part.items else part
        return part

    def _pair(self, table: _Part) -> None:
        keys = self._keys()
        self._at += 1  # the sign =
        value = self._value()
        parent = self._below(table, keys[:-1])
        name, start, end = keys[-1]
        if parent.fields is not None:
            parent.fields[name] = (start, end, value)

    def _value(self) -> _Part:
        token = self._next()
        if token.kind == "string":
            return _Part(token.start, token.end)
        if token.text == "[":
            return self._list(token.start)
        if token.text == "{":
            return self._inline_table(token.start)
        # A number or a day can have dots, and a space before its time of day.
        end = token.end
        while self._at < len(self._tokens) and (self._tokens[self._at].kind == "bare" or self._is_next(".")):
            end = self._next().end
        return _Part(token.start, end)

    def _list(self, start: Position) -> _Part:
        items: list[_Part] = []
        while True:
            token = self._tokens[self._at]
            if token.kind == "newline" or token.text == ",":
                self._at += 1
            elif self._is_next("]"):
                return _Part(start, self._next().end, items=items)
            else:
                items.append(self._value())

    def _inline_table(self, start: Position) -> _Part:
        made = _Part(start, start, {})
        while True:
            token = self._tokens[self._at]
            if token.kind == "newline" or token.text == ",":
                self._at += 1
            elif self._is_next("}"):
                made.end = self._next().end
                return made
            else:
                self._pair(made)


def _key(token: _Token) -> str:
    if token.kind != "string":
        return token.text
    return next(iter(tomllib.loads(f"{token.text} = 0")))
