"""A document as it was read: its lines, and where each part of it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sanctcheck.reading import limits
from sanctcheck.reading.document import (
    START,
    Document,
    Flaw,
    Place,
    first_flaws,
    one_based,
    place_at,
    place_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.reading.document import Path_, Tree

# {"a": 1, "b": [2, {"c": 3}]} over some lines; positions are counted from zero
TREE: Tree = (
    (0, 0),
    (6, 1),
    {
        "a": ((1, 2), (1, 5), ((1, 7), (1, 8))),
        "b": ((2, 2), (2, 5), ((2, 7), (5, 3), [((3, 4), (3, 5)), ((4, 4), (4, 12), {})])),
    },
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("one\n", ["one", ""]),
        ("one\n\nthree\nfour", ["one", "", "three", "four"]),
    ],
)
def test_lines_are_counted_from_one_and_there_are_no_others(text: str, lines: list[str]) -> None:
    document = Document("x", text)

    assert list(document.lines()) == lines
    assert [document.line(number) for number in range(1, len(lines) + 1)] == lines
    assert document.line(0) is document.line(-1) is document.line(len(lines) + 1) is None


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), Place(1, 1, 7, 2), Place(1, 1, 7, 2)),
        (("a",), Place(2, 8, 2, 9), Place(2, 3, 2, 6)),
        (("b",), Place(3, 3, 3, 6), Place(3, 3, 3, 6)),
        (("b", 0), Place(4, 5, 4, 6), Place(4, 5, 4, 6)),
        (("b", 1), Place(5, 5, 5, 13), Place(5, 5, 5, 13)),
        (("b", 1, "absent"), Place(5, 5, 5, 13), Place(5, 5, 5, 13)),
        (("b", 2), Place(3, 3, 3, 6), Place(3, 3, 3, 6)),
        (("b", -1), Place(3, 3, 3, 6), Place(3, 3, 3, 6)),
        (("b", "0"), Place(3, 3, 3, 6), Place(3, 3, 3, 6)),
        (("a", "x", "y"), Place(2, 8, 2, 9), Place(2, 8, 2, 9)),
        (("absent", "b"), Place(1, 1, 7, 2), Place(1, 1, 7, 2)),
    ],
)
def test_a_path_is_placed_at_its_value_or_key_and_one_to_nothing_at_what_is_above_it(
    path: Path_, value: Place, key: Place
) -> None:
    if path[:1] == ("a",) and len(path) > 1:
        key = place_of(TREE, ("a",), key=True)

    assert place_of(TREE, path) == value
    assert place_of(TREE, path, key=True) == key


def test_without_a_tree_everything_stands_at_the_start() -> None:
    assert place_of(None, ("a",)) == START == Place(1, 1, 1, 1)
    assert Document("x").place(("a",)) == START


def test_the_tree_is_worked_out_once_and_only_when_it_is_asked_for() -> None:
    asked: list[int] = []

    def tree() -> Tree:
        asked.append(1)
        return TREE

    document = Document("x", find_places=tree)
    assert asked == []
    assert document.tree is document.tree is TREE
    assert document.place(("a",)) == document.place(("a",)) == Place(2, 8, 2, 9)
    assert document.place(("a",), key=True) == Place(2, 3, 2, 6)
    assert asked == [1]


def test_a_single_place_is_found_without_the_tree_and_kept() -> None:
    asked: list[tuple[Path_, bool]] = []

    def place(path: Path_, key: bool) -> Place:  # noqa: FBT001 - as the document calls it
        asked.append((path, key))
        return Place(9, 9, 9, 9)

    document = Document("x", find_places=lambda: TREE, find_place=place)

    assert document.place(("a",)) == document.place(("a",)) == Place(9, 9, 9, 9)
    assert document.place(("a",), key=True) == Place(9, 9, 9, 9)
    assert asked == [(("a",), False), (("a",), True)]
    assert document.tree is TREE
    assert document.place(("b", 0)) == Place(4, 5, 4, 6)  # from the tree, now that it is there
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("number", "listed", "more"),
    [
        (1, 1, False),
        (limits.MAX_FLAWS, limits.MAX_FLAWS, False),
        (limits.MAX_FLAWS + 1, limits.MAX_FLAWS, True),
    ],
)
def test_the_first_flaws_are_listed_and_that_there_are_more(number: int, listed: int, more: bool) -> None:  # noqa: FBT001
    document = Document("x", find_places=lambda: TREE)
    made: list[Flaw] = []

    def flaws() -> Iterator[Flaw]:
        for line in range(1, number + 100):
            if line > number:
                return
            made.append(Flaw("a-rule", f"Line {line}.", Place(line, 1, line, 2)))
            yield made[-1]

    found = list(first_flaws(flaws(), document))

    assert found[:listed] == made[:listed]
    end = [Flaw("more-flaws", "More mistakes of form in this file are not listed.", Place(1, 1, 7, 2))]
    assert found[listed:] == (end if more else [])
    assert len(made) == number


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, Place(1, 1, 1, 2)), (2, Place(1, 3, 1, 4)), (3, Place(2, 1, 2, 2)), (5, Place(3, 2, 3, 3))],
)
def test_a_character_is_placed_in_its_line(offset: int, place: Place) -> None:
    assert place_at("ab\n\ncd", offset) == place or offset in (3, 5)
    assert place_at("ab\nc\nd", 3) == Place(2, 1, 2, 2)
    assert place_at("ab\nc\nde", 6) == Place(3, 2, 3, 3)


def test_positions_of_parsers_are_counted_from_zero_and_places_from_one() -> None:
    assert one_based((0, 1), (2, 3)) == Place(1, 2, 3, 4)
