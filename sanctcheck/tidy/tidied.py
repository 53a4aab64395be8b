"""A dossier's text in the canonical order and style, or why it is left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sanctcheck.dossier.model import Dossier
from sanctcheck.reading.files import parse
from sanctcheck.tidy.json_layout import written_json
from sanctcheck.tidy.marks import comment_texts
from sanctcheck.tidy.order import put_in_order
from sanctcheck.tidy.parsing import layout
from sanctcheck.tidy.writing import hoist, written

if TYPE_CHECKING:
    from sanctcheck.reading.document import Document


def tidied(document: Document) -> str | None:
    """The text of a document in canonical form; None where it could not be had without changing what the file says.

    The document must have been read without an error. Whatever was written anew is read again, and must hold the same
    values and the same comments.
    """
    if is_json(document):
        text = written_json(document.text, Dossier)
        return text if _says_the_same(document, text) else None
    # An alias must stand behind its anchor: where the order of the fields would part them, it is left as it is.
    for in_order in (True, False):
        text = _written(document.text, in_order=in_order)
        if _says_the_same(document, text) and comment_texts(text) == comment_texts(document.text):
            return text
    return None


def is_json(document: Document) -> bool:
    """Whether a document was read as JSON."""
    return document.name.endswith(".json") or (
        document.name == "<stdin>" and document.text.lstrip()[:1] == "{"
    )


def _written(text: str, *, in_order: bool) -> str:
    sheet = layout(text)
    if in_order:
        put_in_order(sheet.root, Dossier)
    hoist(sheet.root)
    return written(sheet)


def _says_the_same(document: Document, text: str) -> bool:
    again = parse(text.encode("utf-8", "surrogatepass"), document.name, max_bytes=max(len(text) * 4, 1))
    flaws = [flaw for flaw in again.flaws if flaw.severity == "error"]
    return not flaws and same(document.value, again.value)


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same: of the same kind, whatever the order of fields."""
    pending = [(one, other)]
    while pending:
        first, second = pending.pop()
        if type(first) is not type(second):
            return False
        if isinstance(first, dict):
            if first.keys() != second.keys():
                return False
            pending.extend((first[key], second[key]) for key in first)
        elif isinstance(first, list):
            if len(first) != len(second):
                return False
            pending.extend(zip(first, second, strict=True))
        elif first != second:
            return False
    return True
