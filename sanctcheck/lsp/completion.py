"""What can be written where the cursor stands: fields, words from closed lists, and ids of the dossier and of the law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from sanctcheck.dossier import format as dossier_format
from sanctcheck.dossier.model import FORMAT
from sanctcheck.lsp.references import ids, legal_ids, list_named_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.law.load import Law
    from sanctcheck.lsp.cursor import Cursor
    from sanctcheck.reading.document import Path_


@dataclass(frozen=True, slots=True)
class Known:
    """What completion draws on: the law and its day, and the values of the text when it was last read."""

    law: Law
    day: date
    value: Any
    is_json: bool = False


def completions(cursor: Cursor, known: Known) -> list[types.CompletionItem]:
    """Everything that fits, in an order that an editor keeps."""
    found = dossier_format.place(cursor.path)
    if found is None:
        return []
    if found.part and not found.is_list:
        items = _fields(found.part, cursor, known)
    elif cursor.is_key:
        return []
    else:
        items = _values(found, cursor.path, known)
    return [_numbered(item, number) for number, item in enumerate(items)]


def _numbered(item: types.CompletionItem, number: int) -> types.CompletionItem:
    item.sort_text = f"{number:04}"
    return item


def _fields(part: str, cursor: Cursor, known: Known) -> Iterator[types.CompletionItem]:
    needed = dossier_format.part(part).get("required", [])
    for name, described in dossier_format.fields(part).items():
        if name in cursor.present:
            continue
        text = name if known.is_json else f"{name}: "
        if not known.is_json and name == "format":
            text = f"format: {FORMAT}"
        yield types.CompletionItem(
            label=name,
            kind=types.CompletionItemKind.Field,
            detail="needed" if name in needed else None,
            documentation=_markdown(described["description"]),
            insert_text=text,
        )


def _values(found: dossier_format.Place, path: Path_, known: Known) -> Iterator[types.CompletionItem]:
    for word, meaning in dossier_format.meanings(found).items():
        yield _item(word, meaning, types.CompletionItemKind.EnumMember)
    if "const" in dossier_format.described(found):
        yield _item(str(dossier_format.described(found)["const"]), "", types.CompletionItemKind.Constant)
    where = list_named_by(found)
    if where is not None:
        for name, _, words in ids(known.value, where):
            yield _item(name, words, types.CompletionItemKind.Reference)
    for name, words in legal_ids(known.law, known.value, path, known.day).items():
        yield _item(name, words, types.CompletionItemKind.Reference)


def _item(label: str, words: str, kind: types.CompletionItemKind) -> types.CompletionItem:
    return types.CompletionItem(label=label, kind=kind, detail=words or None)


def _markdown(text: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, text)
