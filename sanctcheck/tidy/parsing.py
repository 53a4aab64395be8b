"""From a YAML text that was read without a flaw to its layout.

Comments belong to the field or item below them; at the end of a part, to that part if they are indented as deep as its
fields are; behind a value, to that value.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from sanctcheck.tidy.marks import Comment, Lines, Token, comments, tokens
from sanctcheck.tidy.tree import BLANK, Entry, Node, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROPERTIES = frozenset({"Anchor", "Tag"})
_INDENTED = frozenset({"BlockMappingStart", "BlockSequenceStart", "BlockEntry"})
_BLOCK_STYLES = frozenset({"|", ">"})
_NO_VALUE = frozenset(
    {"Key", "Value", "BlockEnd", "FlowEntry", "FlowMappingEnd", "FlowSequenceEnd", "DocumentEnd"}
)
_BOUNDS = frozenset({"StreamEnd", "DocumentEnd"})


def layout(text: str) -> Sheet:
    """The layout of a text. What `sanctcheck.reading` refuses must not come here."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._lines = Lines(text)
        self._tokens = tokens(self._lines)
        self._comments = comments(self._lines, self._tokens)
        self._offsets = [comment.offset for comment in self._comments]
        self._next_comment = 0
        self._at = 0

    def read(self) -> Sheet:
        """The whole file."""
        directives = []
        while self._kind in {"StreamStart", "Directive", "DocumentStart"}:
            token = self._take()
            if token.kind == "Directive":
                directives.append(self._lines.text[token.start : token.end])
        header = self._head(self._next_written())
        root = self._node(None)
        root.tail += self._head(len(self._lines.text))
        return Sheet([*directives, "---", *header] if directives else header, root)

    # --- tokens -------------------------------------------------------------------------------------------------------

    @property
    def _kind(self) -> str:
        return self._tokens[self._at].kind

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _takes(self, kind: str) -> bool:
        """Takes the next token if it is of this kind."""
        if self._kind != kind:
            return False
        self._at += 1
        return True

    def _next_written(self) -> int:
        """Where the next token begins that takes any room."""
        at = self._at
        while at < len(self._tokens) and self._tokens[at].end == self._tokens[at].start:
            at += 1
        return self._tokens[at].start if at < len(self._tokens) else len(self._lines.text)

    # --- comments -----------------------------------------------------------------------------------------------------

    def _upcoming(self, until: int) -> Comment | None:
        if self._next_comment < len(self._comments):
            comment = self._comments[self._next_comment]
            if comment.offset < until:
                return comment
        return None

    def _head(self, until: int) -> list[str]:
        """The comments before a place, with empty lines above and among them, and above the place itself."""
        found: list[str] = []
        while (comment := self._upcoming(until)) is not None:
            self._next_comment += 1
            found += [BLANK, comment.text] if comment.is_below_blank else [comment.text]
        if self._lines.begins_below_blank(until):
            found.append(BLANK)
        return found

    def _behind(self) -> str:
        """A comment behind the token that was taken last, on its line, with the room before it."""
        comment = self._upcoming(self._next_written())
        if comment is None or comment.is_alone:
            return ""
        self._next_comment += 1
        return " " * max(comment.room, 2) + comment.text

    def _tail(self, column: int) -> list[str]:
        """The comments below the last entry of an indented part that are indented as deep as it."""
        found: list[str] = []
        while (comment := self._upcoming(self._next_written())) is not None and comment.column >= column:
            self._next_comment += 1
            found += [BLANK, comment.text] if comment.is_below_blank else [comment.text]
        return found

    # --- values -------------------------------------------------------------------------------------------------------

    def _node(self, around: Node | None) -> Node:
        start = self._at
        while self._kind in _PROPERTIES:
            self._take()
        properties = self._tokens[start : self._at]
        written = " ".join(self._lines.text[each.start : each.end] for each in properties)
        kind = self._kind
        if kind in _INDENTED:
            return self._indented(written)
        if kind in {"FlowMappingStart", "FlowSequenceStart"}:
            return self._flow(around, written)
        column = around.column if around else 0
        if kind in _NO_VALUE or kind in _BOUNDS:
            return Node("text", [written], column=column)
        token = self._take()
        begin = properties[0].start if properties else token.start
        raw, ends_file = self._lines.text[begin : token.end], token.end == len(self._lines.text)
        return Node("text", _written_lines(raw, token, ends_file=ends_file), column=column)

    def _indented(self, properties: str) -> Node:
        first = self._tokens[self._at]
        node = Node("mapping" if first.kind == "BlockMappingStart" else "list", properties=properties)
        node.column = first.column
        # The items of a list may stand in the column of the field that it belongs to, and then nothing ends it.
        is_level = first.kind == "BlockEntry"
        if not is_level:
            self._take()
        while self._kind in {"Key", "Value", "BlockEntry"} and not (is_level and self._kind != "BlockEntry"):
            node.entries.append(self._item(node) if node.kind == "list" else self._field(node))
        node.tail = self._tail(node.column + is_level)
        if not is_level:
            self._take()
        return node

    def _flow(self, around: Node | None, properties: str) -> Node:
        start = self._take()
        node = Node(
            "mapping" if start.kind == "FlowMappingStart" else "list", properties=properties, is_flow=True
        )
        node.column = around.column if around else 0
        end = "FlowMappingEnd" if node.kind == "mapping" else "FlowSequenceEnd"
        while self._kind != end:
            node.entries.append(self._field(node) if node.kind == "mapping" else self._flow_item(node))
        node.tail = self._head_without_blanks()
        close = self._take()
        node.has_comments = bisect(self._offsets, start.start) < bisect(self._offsets, close.start)
        return node

    def _item(self, node: Node) -> Entry:
        entry = Entry(None, "", self._head(self._next_written()), node)
        self._take()
        return self._with_value(entry, node)

    def _flow_item(self, node: Node) -> Entry:
        entry = Entry(None, "", self._head_without_blanks(), node)
        if self._kind == "Key":
            pair = Node("mapping", is_flow=True, column=node.column)
            pair.entries.append(self._field(pair))
            entry.value = pair
            return entry
        return self._with_value(entry, node)

    def _head_without_blanks(self) -> list[str]:
        return [line for line in self._head(self._next_written()) if line != BLANK]

    def _field(self, node: Node) -> Entry:
        head = self._head_without_blanks() if node.is_flow else self._head(self._next_written())
        self._takes("Key")
        head += self._head_without_blanks()
        key = self._node(node)
        entry = Entry(_key(key.raw), _name(key.raw), head, node)
        if self._kind != "Value":
            entry.value = Node("text", [""], column=node.column)
            return self._ended(entry, node)
        entry.head += self._head_without_blanks()
        self._take()
        return self._with_value(entry, node)

    def _with_value(self, entry: Entry, node: Node) -> Entry:
        entry.opening = self._behind()
        if self._is_empty(node):
            entry.value = Node("text", [""], column=node.column)
            return self._ended(entry, node)
        if self._kind not in _INDENTED:
            entry.head += self._head_without_blanks()
        entry.value = self._node(node)
        return self._ended(entry, node)

    def _is_empty(self, node: Node) -> bool:
        """Whether no value comes; a dash may be the next item's."""
        return self._kind in _NO_VALUE or (self._kind == "BlockEntry" and node.kind == "list")

    def _ended(self, entry: Entry, node: Node) -> Entry:
        """With the comment behind the value; a comma may stand between."""
        if node.is_flow:
            self._takes("FlowEntry")
        value = entry.value
        if (value.kind == "text" and not is_block(value.raw)) or value.is_flow:
            entry.trailing = self._behind()
        if value.kind == "text" and value.raw == [""] and entry.opening:
            entry.trailing, entry.opening = entry.opening, ""
        return entry


def is_block(raw: Sequence[str]) -> bool:
    """Whether a text is written indented, below `|` or `>`."""
    return block_header(raw[0])[:1] in _BLOCK_STYLES


def block_header(line: str) -> str:
    """The first line of an indented text without anchor and tag."""
    words = line.split()
    while words and words[0][0] in "&!":
        words.pop(0)
    return " ".join(words)


def _key(raw: list[str]) -> str:
    if len(raw) > 1:
        import json  # noqa: PLC0415 - hardly any key has several lines

        return json.dumps(_name(raw), ensure_ascii=False)
    return raw[0] or '""'


def _name(raw: list[str]) -> str:
    from sanctcheck.reading.yaml_reader import read_yaml  # noqa: PLC0415

    if not raw[0] or raw[0][0] not in "\"'&!|>":
        return raw[0]
    value, _, _ = read_yaml("\n".join(raw))
    return "" if value is None else str(value)


def _written_lines(raw: str, token: Token, *, ends_file: bool) -> list[str]:
    """The lines of a text as they are written."""
    lines = raw.split("\n")
    if token.style in _BLOCK_STYLES:
        if not lines[-1]:
            lines.pop()
        elif ends_file:
            # No line feed ends it, which is part of what it says; with one behind it, it has to say so.
            lines[0] = _stripping(lines[0])
    return lines


def _stripping(header: str) -> str:
    """The first line of an indented text, saying that its last line feed is none of it."""
    mark = block_header(header).partition(" ")[0]
    return header.replace(mark, mark.replace("+", "").replace("-", "") + "-", 1)
