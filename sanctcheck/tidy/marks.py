"""What a YAML text is written of: tokens, and the comments between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from yaml.cyaml import CParser  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_COMMENT = re.compile(r"#[^\n]*")


@dataclass(frozen=True, slots=True)
class Token:
    """What the parser calls a token: a mark, a value, or the beginning or end of a part (which takes no room)."""

    kind: str
    start: int
    end: int
    column: int
    style: str | None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment. `room` is the number of blanks before it."""

    offset: int
    column: int
    text: str
    room: int
    is_alone: bool
    is_below_blank: bool


class Lines:
    """A text by lines, which are counted from zero here."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def offset(self, mark: Any) -> int:
        """Where a place of the parser's stands in the text."""
        start = self._starts[mark.line] if mark.line < len(self._starts) else len(self.text)
        return min(start + int(mark.column), len(self.text))

    def start_of(self, offset: int) -> int:
        """Where the line of a character begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def begins_below_blank(self, offset: int) -> bool:
        """Whether the first thing on a line stands here, and the line above is empty."""
        start = self.start_of(offset)
        if offset >= len(self.text) or start == 0 or self.text[start:offset].strip():
            return False
        return not self.text[self.start_of(start - 1) : start].strip()


def tokens(lines: Lines) -> list[Token]:
    """Every token of a text; the ends of indented parts, and keys without a mark, take no room."""
    return list(_tokens(lines))


def _tokens(lines: Lines) -> Iterator[Token]:
    parser = CParser(lines.text)
    while (token := parser.get_token()) is not None:
        start, end = lines.offset(token.start_mark), lines.offset(token.end_mark)
        kind = type(token).__name__.removesuffix("Token")
        yield Token(kind, start, end, token.start_mark.column, getattr(token, "style", None))
        if kind == "StreamEnd":
            return


def comments(lines: Lines, written: Sequence[Token]) -> list[Comment]:
    """Every comment, in its order: what begins with `#` between two tokens."""
    return [_comment(lines, found.start(), found.group().rstrip()) for found in _found(lines, written)]


def comment_texts(text: str) -> Counter[str]:
    """How often each comment stands in a text."""
    lines = Lines(text)
    return Counter(found.group().rstrip() for found in _found(lines, tokens(lines)))


def _found(lines: Lines, written: Iterable[Token]) -> Iterator[re.Match[str]]:
    rooms = ((token.start, token.end) for token in written if token.end > token.start)
    for (_, start), (end, _) in pairwise([(0, 0), *rooms, (len(lines.text), 0)]):
        yield from _COMMENT.finditer(lines.text, start, end)


def _comment(lines: Lines, offset: int, text: str) -> Comment:
    begin = lines.start_of(offset)
    before = lines.text[begin:offset]
    return Comment(
        offset,
        offset - begin,
        text,
        len(before) - len(before.rstrip()),
        not before.strip(),
        lines.begins_below_blank(offset),
    )
