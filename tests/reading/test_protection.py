"""What is protected stays out of sight: parts, quotations, and the lines on which they stand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from sanctcheck.reading.document import Document
from sanctcheck.reading.files import parse
from sanctcheck.reading.protection import (
    hide_lines,
    is_hidden_line,
    is_protected,
    is_surely_told,
    may_protect,
    protected_part,
    shown,
    without_quotations,
)

if TYPE_CHECKING:
    from sanctcheck.reading.document import Path_


def hidden(document: Document) -> list[int]:
    return [number for number in range(1, document.text.count("\n") + 3) if is_hidden_line(document, number)]


def read(text: str, name: str = "x.yaml") -> Document:
    return parse(text.encode(), name)


@pytest.mark.parametrize(
    ("handling", "protected"),
    [
        (None, False),
        ({"level": "public"}, False),
        ({"level": "official"}, False),
        ({"level": "restricted"}, False),
        ({"level": "protected"}, True),
        ({"level": "protectd"}, True),
        ({}, True),
        ([], True),
        ("public", False),
        ("protected", True),
    ],
)
def test_whatever_is_no_open_level_protects(handling: Any, protected: bool) -> None:  # noqa: FBT001
    assert is_protected({"handling": handling, "name": "N."}, ("name",)) is protected


@pytest.mark.parametrize(
    ("path", "part"),
    [
        (("a", "b", "c"), ("a", "b")),
        (("a", "b"), ("a", "b")),
        (("a",), None),
        (("list", 1, "x"), ("list", 1)),
        (("list", 0, "x"), None),
        (("list", 7, "x"), None),
        (("list", "x"), None),
        (("absent", "x"), None),
        (("word", "x"), None),
        ((), None),
    ],
)
def test_the_protected_part_is_the_outermost_that_is_marked(path: Path_, part: Path_ | None) -> None:
    mark = {"handling": {"level": "protected"}, "c": {"handling": "protected"}}

    assert protected_part({"a": {"b": mark}, "list": [{"x": 1}, mark], "word": "w"}, path) == part


@pytest.mark.parametrize(
    ("text", "protects"),
    [
        ("a: b", False),
        ("a: {handling: {level: official}}", False),
        ("handling:\n  level: public\n", False),
        ('{"handling": {"level": "official"}}', False),
        ("a: {handling: {level: restricted}}", True),
        ("a: {handling: {level: protected}}", True),
        ("a: {handling: {level: publicly}}", True),
        ("a: {handling: {because: x, level: public}}", True),
        ('a: {handling: {level: "\\x70rotected"}}', True),
        ("- protected", False),
        ("protected", False),
    ],
)
def test_a_document_that_marks_nothing_need_not_be_looked_at(text: str, protects: bool) -> None:  # noqa: FBT001
    assert may_protect(read(text)) is protects


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("a: b\na: c", True),
        ("a: {handling: {level: protected}}", True),
        ("a: {handling: {level: protected}}\na: c", False),
        ("a: {handling: {level: protected}", False),
        ("a: {handling: {level: protected}}\n---\n", False),
    ],
)
def test_what_is_protected_is_told_for_sure_from_a_document_that_was_read_whole(
    text: str,
    sure: bool,  # noqa: FBT001 - a parameter
) -> None:
    assert is_surely_told(read(text)) is sure


def test_nothing_that_is_quoted_stays_in_a_message_without_quotations() -> None:
    assert without_quotations("“A” and “B” and “C") == "[protected] and [protected] and [protected]"


class _Guard:
    def scrubbed(self, text: str) -> str:
        return text.replace("N.", "[protected]")

    def is_told(self, text: str, level: str) -> bool:
        raise NotImplementedError(text, level)


def test_who_is_protected_is_left_out_of_what_is_shown() -> None:
    document = Document("x")
    assert shown("N. came", document) == "N. came"

    document.guard = _Guard()
    assert shown("N. came", document) == "[protected] came"


TEXT = """\
title: A
people:
  - handling: {level: protected}
    name: N.
    words: |
      One
      Two
  - name: M.
more:
  deep:
    handling:
      level: protected
    name: N.
end: x
"""


def test_the_lines_of_protected_parts_are_hidden_and_no_others() -> None:
    document = read(TEXT)

    # A text in several lines reaches up to where the next part begins, as the parser has it.
    assert hidden(document) == [3, 4, 5, 6, 7, 8, 11, 12, 13]


def test_the_lines_of_a_protected_document_are_all_hidden() -> None:
    assert hidden(read("handling: {level: protected}\na: b\nc: [d,\n e]\n")) == [1, 2, 3, 4]


def test_in_json_the_lines_are_those_from_the_bracket_to_the_last_value() -> None:
    text = '{\n"a": 1,\n"b": [\n{"handling": "protected",\n"n": "N."\n},\n{"n": "M."}\n]}\n'

    assert hidden(read(text, "x.json")) == [4, 5]


def test_more_lines_can_be_hidden() -> None:
    document = read(TEXT)
    hide_lines(document, range(14, 15))
    hide_lines(document, range(1, 2))

    assert hidden(document) == [1, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14]


@pytest.mark.parametrize(
    "text",
    [
        "a: {handling: {level: protected}}\na: b\nc: d\n",
        "a: {handling: {level: protected}\nb: c\n",
        'a: {handling: {level: "\\x70rotected"}\nb: c\n',
    ],
)
def test_every_line_is_hidden_where_it_cannot_be_told_what_is_protected(text: str) -> None:
    document = read(text)

    assert is_hidden_line(document, 1)
    assert is_hidden_line(document, 999)


def test_every_line_is_hidden_where_it_is_not_known_where_parts_stand() -> None:
    value = {"a": {"handling": {"level": "protected"}}}
    document = Document("x", "handling: {level: protected}", value, find_places=lambda: None)

    assert is_hidden_line(document, 1)
    assert is_hidden_line(document, sys.maxsize - 1)


def test_a_word_that_is_escaped_is_found_in_the_value() -> None:
    assert hidden(read('a: {handling: {level: "\\x70rotected"}}\nb: c\n')) == [1]


@pytest.mark.parametrize(
    "text",
    ["a: b\n", "# handling: {level: protected}\na: b\n", "a: b\n   # level: protected\n", 'a: "\\x61"\n'],
)
def test_nothing_is_hidden_where_nothing_is_marked(text: str) -> None:
    assert hidden(read(text)) == []
