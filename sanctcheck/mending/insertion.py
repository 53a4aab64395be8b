"""Putting a new part into a text without touching the rest: one insertion, tried out before it is offered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sanctcheck.dossier import format as dossier_format
from sanctcheck.mending.rendering import field_lines, flow, item_lines, scalar
from sanctcheck.reading.files import parse
from sanctcheck.reading.yaml_reader import PlainNumber

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sanctcheck.reading.document import Document, Path_, Position, Tree


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text to be put in at a position, which counts lines and characters from zero."""

    line: int
    character: int
    text: str


def insertion(document: Document, path: Path_, value: Any) -> Insertion | None:
    """What puts a value at a path, the parts around it included; None where that cannot be done safely.

    A number at the end of the path stands for a new item at the end of a list.
    """
    tree, where, what = _deepest(document, path, value)
    if tree is None:
        return None
    found = _into(document, tree, where, what)
    expected = _with(document.value, (*where[:-1], where[-1]), what)
    return found if found is not None and _applied(document, found) == expected else None


def with_values(document: Document, changes: Sequence[tuple[Path_, Any]]) -> str | None:
    """The text of a document with several values put in, or put in the place of others; all else as it stands.

    None where that cannot be done safely: the text that comes out must hold these values and otherwise the same.
    """
    pieces: list[tuple[Position, Position, str]] = []
    expected = document.value
    for path, given in changes:
        # YAML keeps a number as it is written.
        is_number = type(given) is int and not _is_json(document)
        value = PlainNumber(str(given)) if is_number else given
        leaf = _leaf(document, path)
        if leaf is not None:
            pieces.append((leaf[0], leaf[1], _plain(document, value)))
            expected = _with(expected, path, value)
            continue
        tree, where, what = _deepest(document, path, value)
        found = None if tree is None else _into(document, tree, where, what)
        if found is None:
            return None
        here = (found.line, found.character)
        pieces.append((here, here, found.text))
        expected = _with(expected, where, what)
    text = _replaced(document.text, pieces)
    again = parse(text.encode("utf-8", "surrogatepass"), document.name, max_bytes=len(text) * 4)
    is_whole = not any(flaw.severity == "error" for flaw in again.flaws)
    return text if is_whole and again.value == expected else None


def _leaf(document: Document, path: Path_) -> tuple[Position, Position] | None:
    """Where a plain value stands; None where there is none."""
    tree = document.tree
    for step in path:
        branches = tree[2] if tree is not None and len(tree) > 2 else None
        if isinstance(branches, dict) and step in branches:
            tree = branches[step][2]
        elif isinstance(branches, list) and isinstance(step, int) and step < len(branches):
            tree = branches[step]
        else:
            return None
    return None if tree is None or len(tree) > 2 else (tree[0], tree[1])


def _plain(document: Document, value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if _is_json(document) else scalar(value)


def _is_json(document: Document) -> bool:
    return document.name.endswith(".json") and document.text.lstrip()[:1] == "{"


def _replaced(text: str, pieces: Sequence[tuple[Position, Position, str]]) -> str:
    """A text with pieces put in between positions, from the end on so that the positions before stay true."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    in_order = sorted(enumerate(pieces), key=lambda each: (each[1][0], each[0]), reverse=True)
    for _, (start, end, piece) in in_order:
        at, until = starts[start[0]] + start[1], starts[end[0]] + end[1]
        text = text[:at] + piece + text[until:]
    return text


def _deepest(document: Document, path: Path_, value: Any) -> tuple[Tree | None, Path_, Any]:
    """The place of the deepest part around a path that exists, the path to its new part, and that part."""
    whole, tree, depth = document.value, document.tree, 0
    for step in path[:-1]:
        below = _child(whole, tree, step)
        if below is None:
            break
        whole, tree = below
        depth += 1
    for step in reversed(path[depth + 1 :]):
        value = [value] if isinstance(step, int) else {step: value}
    step = path[depth]
    if isinstance(whole, list):
        return (tree if isinstance(step, int) else None), (*path[:depth], len(whole)), value
    fits = isinstance(whole, dict) and isinstance(step, str) and step not in whole
    return (tree if fits else None), path[: depth + 1], value


def _child(whole: Any, tree: Tree | None, step: str | int) -> tuple[Any, Tree] | None:
    if tree is None or len(tree) < 3:
        return None
    if isinstance(whole, dict) and step in whole and isinstance(whole[step], dict | list):
        return whole[step], tree[2][step][2]
    if (
        isinstance(whole, list)
        and isinstance(step, int)
        and step < len(whole)
        and isinstance(whole[step], dict | list)
    ):
        return whole[step], tree[2][step]
    return None


def _into(document: Document, tree: Tree, where: Path_, value: Any) -> Insertion | None:
    lines = document.text.split("\n")
    if _is_in_brackets(lines, tree):
        return _into_brackets(document, lines, tree, where, value)
    if len(tree) < 3 or not tree[2]:
        return None
    if isinstance(tree[2], list):
        start = tree[2][0][0]
        column = lines[start[0]][: start[1]].rfind("-")
        return None if column < 0 else _below(lines, tree[2][-1], item_lines(value, column))
    sibling = _sibling(list(tree[2]), where)
    column = min(start[1] for start, _, _ in tree[2].values())
    made = field_lines(str(where[-1]), value, column)
    _, key_end, below = tree[2][sibling]
    if len(where) == 1 and len(made) > 1:
        made.insert(0, "")
    return _below(lines, (key_end, key_end, [below]), made)


def _sibling(names: list[str], where: Path_) -> str:
    """The field behind which a new one stands: the last of those that come before it in the format."""
    around = dossier_format.place(where[:-1])
    order = list(dossier_format.fields(around.part)) if around and around.part else []
    if where[-1] not in order:
        return names[-1]
    before = order[: order.index(str(where[-1]))]
    return next((name for name in reversed(before) if name in names), names[0])


def _below(lines: list[str], tree: Tree, made: list[str]) -> Insertion:
    """Lines put below a part."""
    last = min(_last_line(lines, tree), len(lines) - 1)
    if last + 1 < len(lines):
        return Insertion(last + 1, 0, "".join(f"{line}\n" for line in made))
    return Insertion(last, len(lines[last]), "".join(f"\n{line}" for line in made))


def _last_line(lines: list[str], tree: Tree) -> int:
    """The last line of a part: an indented one is counted up to where the next begins."""
    start, end = tree[0], tree[1]
    if len(tree) == 2 or _is_in_brackets(lines, tree):
        return int(end[0] - 1 if end[1] == 0 and end[0] > start[0] else end[0])
    parts: Iterable[Tree] = tree[2] if isinstance(tree[2], list) else [each[2] for each in tree[2].values()]
    return max([int(start[0]), *(_last_line(lines, part) for part in parts)])


def _is_in_brackets(lines: list[str], tree: Tree) -> bool:
    (line, column), (end_line, end_column) = tree[0], tree[1]
    if len(tree) < 3 or end_line >= len(lines) or end_column == 0:
        return False
    return lines[end_line][end_column - 1] in "]}" and lines[line][column : column + 1] in {
        "[",
        "{",
        "&",
        "!",
    }


def _into_brackets(document: Document, lines: list[str], tree: Tree, where: Path_, value: Any) -> Insertion:
    end_line, end_column = tree[1]
    line, column = _last_written(lines, (end_line, end_column - 1))
    before = lines[line][column - 1]
    if _is_json(document):
        written = json.dumps(value, ensure_ascii=False)
        made = written if isinstance(where[-1], int) else f"{json.dumps(where[-1])}: {written}"
    else:
        made = flow(value) if isinstance(where[-1], int) else f"{scalar(where[-1])}: {flow(value)}"
    written_before, mark, _ = lines[line][:column].partition(" #")
    if mark:  # a comment ends the line: a comma behind it would be part of it
        comma = "" if written_before.rstrip().endswith(",") else ", "
        return Insertion(line, column, f"\n{_indent(lines[line])}{comma}{made}")
    opens, has_comma = before in "[{" and not tree[2], before == ","
    room = f"\n{_indent(lines[line])}" if line != tree[0][0] or end_line != line else " "
    return Insertion(line, column, made if opens else f"{'' if has_comma else ','}{room}{made}")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _last_written(lines: list[str], end: Position) -> Position:
    """Where the last character before a position stands that is no blank; the position behind it."""
    line, column = end
    while not lines[line][:column].rstrip():
        line -= 1
        column = len(lines[line])
    return line, len(lines[line][:column].rstrip())


def _with(whole: Any, path: Path_, value: Any) -> Any:
    """A value with another put in at a path."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(whole, list):
        items = list(whole)
        items[int(step) : int(step) + 1] = [_with(whole[int(step)] if rest else None, rest, value)]
        return items
    return {**whole, step: _with(whole.get(step), rest, value)}


def _applied(document: Document, made: Insertion) -> Any:
    """What is read once it is put in; None where the text cannot be read any more."""
    lines = document.text.split("\n")
    line = lines[made.line]
    lines[made.line] = line[: made.character] + made.text + line[made.character :]
    text = "\n".join(lines)
    again = parse(text.encode("utf-8", "surrogatepass"), document.name, max_bytes=len(text) * 4)
    return None if any(flaw.severity == "error" for flaw in again.flaws) else again.value
