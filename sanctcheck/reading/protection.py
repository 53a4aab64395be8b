"""What is marked as protected, and the lines on which it stands: nothing of either is ever shown."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.reading.document import Document, Path_, Tree

PROTECTED = "[protected]"
"""What stands where something is protected."""
WITHHELD = "[withheld]"
"""What stands where a part was withheld from whoever a version is for."""
_QUOTED = re.compile("“[^”]*”?")
_OPEN = ("public", "official", "restricted")
"""The levels of what may be shown. Any other word is taken for a mistake that stands for `protected`: nobody knows what was meant."""
_NOT_OPEN = re.compile(
    rf"""handling["']?+\s*+:(?!\s*+\{{?+\s*+["']?+level["']?+\s*+:\s*+["']?+(?:{"|".join(_OPEN)})(?![\w-]))"""
)
"""A handling of which the text does not say at once that its level is one of these."""
_ESCAPED = re.compile(r"\\[uUx]")


def is_protected(value: Any, path: Path_) -> bool:
    """Whether a path leads into a part that is marked as protected, so that nothing of it may be shown."""
    return protected_part(value, path) is not None


def protected_part(value: Any, path: Path_) -> Path_ | None:
    """The first part on a path that is marked as protected. Below it even the name of a field may tell something."""
    for length, step in enumerate(path):
        if _is_marked(value):
            return path[:length]
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return path if _is_marked(value) else None


def _is_marked(value: Any) -> bool:
    handling = value.get("handling") if isinstance(value, dict) else None
    if handling is None:
        return False
    return (handling.get("level") if isinstance(handling, dict) else handling) not in _OPEN


def _may_mark(text: str) -> bool:
    """Whether a text can mark anything as protected, rightly or in a word that is none."""
    return "protected" in text or _NOT_OPEN.search(text) is not None


def may_protect(document: Document) -> bool:
    """Whether a document can protect anybody: one that marks nothing need not be looked at."""
    text = document.text
    return isinstance(document.value, dict) and (
        "restricted" in text or _may_mark(text) or _ESCAPED.search(text) is not None
    )


def is_surely_told(document: Document) -> bool:
    """Whether what is protected in a document can be told for sure from what is not."""
    if not _may_mark(document.text):
        return True
    return document.value is not None and all(flaw.rule != "duplicate-key" for flaw in document.flaws)


def without_quotations(message: str) -> str:
    """A message without what it quotes."""
    return _QUOTED.sub(PROTECTED, message)


def shown(text: str, document: Document) -> str:
    """A text without the names of those whom the document protects."""
    return text if document.guard is None else document.guard.scrubbed(text)


def hide_lines(document: Document, lines: range) -> None:
    """Has some lines hidden that are not marked, because what is protected was found on them."""
    document.hidden_lines = (*_known_lines(document), lines)


def is_hidden_line(document: Document, line: int) -> bool:
    """Whether a line, counted from one, may hold something that is protected."""
    return any(line in lines for lines in _known_lines(document))


def _known_lines(document: Document) -> tuple[range, ...]:
    if document.hidden_lines is None:
        document.hidden_lines = tuple(_hidden_lines(document))
    return document.hidden_lines


def _hidden_lines(document: Document) -> Iterator[range]:
    """Stretches of lines. All of them, where protected parts cannot be told from others for sure."""
    is_escaped = isinstance(document.value, dict) and _ESCAPED.search(document.text) is not None
    if not is_escaped and not (_may_mark(document.text) and _may_mark(_without_comments(document))):
        return
    if not is_surely_told(document):
        yield range(1, sys.maxsize)
    elif document.find_lines is not None:
        yield from map(document.find_lines, _marked(document.value))
    elif document.tree is None:
        yield range(1, sys.maxsize)
    else:
        yield from _marked_lines(document.value, document.tree)


def _marked(value: Any) -> Iterator[Path_]:
    """The paths of the parts that are marked as protected, the outermost of each."""
    pending: list[tuple[Path_, Any]] = [((), value)]
    while pending:
        path, value = pending.pop()
        if isinstance(value, dict):
            if _is_marked(value):
                yield path
            else:
                pending.extend(((*path, key), item) for key, item in value.items() if type(item) is not str)
        elif isinstance(value, list):
            pending.extend(
                ((*path, index), item) for index, item in enumerate(value) if type(item) is not str
            )


def _marked_lines(value: Any, tree: Tree) -> Iterator[range]:
    """The lines of these parts, by a tree of places."""
    pending: list[tuple[Any, Tree]] = [(value, tree)]
    while pending:
        value, tree = pending.pop()
        if _is_marked(value):
            yield range(tree[0][0] + 1, _last_line(tree) + 2)
        elif isinstance(value, dict) and len(tree) > 2:
            pending.extend((value[key], branch) for key, (_, _, branch) in tree[2].items())
        elif isinstance(value, list) and len(tree) > 2:
            pending.extend(zip(value, tree[2], strict=True))


def _without_comments(document: Document) -> str:
    """The lines that are more than a comment: the scaffold's comments name the levels."""
    return "\n".join(line for line in document.lines() if not line.lstrip().startswith("#"))


def _last_line(tree: Tree) -> int:
    """The last line of a part, from zero: YAML counts an indented part up to where the next one begins."""
    last: int = tree[0][0]
    pending = [tree]
    while pending:
        part = pending.pop()
        if len(part) == 2:
            last = max(last, part[1][0])
        elif isinstance(part[2], dict):
            last = max([last, *(end[0] for _, end, _ in part[2].values())])
            pending.extend(branch for _, _, branch in part[2].values())
        else:
            pending.extend(part[2])
    return last
