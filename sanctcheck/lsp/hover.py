"""What is said of what the pointer is on: what a field or word means, what an id names, and what the law asks here."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from lsprotocol import types

from sanctcheck.dossier import format as dossier_format
from sanctcheck.errors import SanctcheckError
from sanctcheck.explanation import topic
from sanctcheck.lsp.analysis import path_at, value_at
from sanctcheck.lsp.diagnostics import code_of, lacking, range_of
from sanctcheck.lsp.references import ids, legal_ids, list_named_by
from sanctcheck.report.explanation import explained
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.law.load import Law
    from sanctcheck.lsp.analysis import Analysis
    from sanctcheck.lsp.texts import OpenText
    from sanctcheck.reading.document import Path_

_MARKUP = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~&:@/]")
_EXPLAINED = 2
"""Findings on one place that are explained whole; the rest is in the list of problems."""


def hover(
    analysis: Analysis, opened: OpenText, position: types.Position, law: Law, day: date
) -> types.Hover | None:
    """What is said at a position; None where there is nothing to say."""
    parts = [*_at(analysis, opened, position, law, day)]
    codes = [code_of(each) for each in lacking(analysis) if _is_in(range_of(each, opened), position)]
    for code in list(dict.fromkeys(codes))[:_EXPLAINED]:
        parts += _explanation(law, code, day)
    if not parts:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(parts)))


def _is_in(stretch: types.Range, position: types.Position) -> bool:
    return stretch.start <= position <= stretch.end


def _at(analysis: Analysis, opened: OpenText, position: types.Position, law: Law, day: date) -> Iterator[str]:
    if not analysis.is_read:
        return
    character = opened.character(position.line, position.character)
    path, is_key = path_at(analysis.document.tree, position.line, character)
    found = dossier_format.place(path)
    if found is None or not found.field or not path:
        return
    if is_key:
        yield _field(found)
    elif not found.part:
        yield from _value(analysis, found, path, law, day)


def _field(found: dossier_format.Place) -> str:
    whole = dossier_format.fields(found.owner)[found.field]
    text = f"**{found.field}** ({_named(found.owner)})\n\n{whole['description']}"
    words = dossier_format.meanings(found)
    if "enum" in dossier_format.described(found):
        text += "\n\n" + "\n".join(f"- `{word}`: {meaning}" for word, meaning in words.items())
    if found.part:
        names = ", ".join(f"`{name}`" for name in dossier_format.fields(found.part))
        text += f"\n\n{dossier_format.part(found.part)['description']} Its fields: {names}."
    return text


def _named(part: str) -> str:
    return "dossier" if part == dossier_format.ROOT else part


def _value(
    analysis: Analysis, found: dossier_format.Place, path: Path_, law: Law, day: date
) -> Iterator[str]:
    value = analysis.document.value
    written = value_at(value, path)
    meaning = dossier_format.meanings(found).get(written) if isinstance(written, str) else None
    if meaning:
        yield f"**{written}**: {meaning}"
    where = list_named_by(found)
    named = next((words for name, _, words in ids(value, where) if name == written), None) if where else None
    if named is not None:
        yield f"**{plain(written)}**: {plain(named)}"
    words = legal_ids(law, value, path, day).get(written) if isinstance(written, str) else None
    if words:
        yield f"**{written}**: {words}"


def _explanation(law: Law, code: str, day: date) -> Iterator[str]:
    try:
        yield markdown(explained(topic(law, code, day)))
    except SanctcheckError:
        return


def plain(text: str) -> str:
    """Text of a dossier within Markdown: no link, no image that an editor would fetch, no markup."""
    return _MARKUP.sub(r"\\\g<0>", visible(text))


def markdown(text: str) -> str:
    """What `explain` prints, as Markdown: its headings bold, its paragraphs unfolded, its examples as code."""
    blocks: list[str] = []
    lines = text.rstrip("\n").split("\n")
    is_code = False
    for is_indented, group in groupby(
        (line for line in lines if line.strip()), lambda line: line.startswith(" ")
    ):
        found = list(group)
        if not is_indented:
            blocks += [f"**{visible(line)}**" for line in found]
            is_code = found[-1].startswith("A dossier that")
        elif is_code:
            blocks.append("\n".join(["```yaml", *(visible(line[2:]) for line in found), "```"]))
        else:
            blocks += _paragraphs(found)
    return "\n\n".join(blocks)


def _paragraphs(lines: list[str]) -> list[str]:
    """Each line that is indented no deeper than the first begins a paragraph; as one, where none is."""
    deeper = [line.startswith("    ") for line in lines]
    if not any(deeper):
        return [visible(" ".join(line.strip() for line in lines))]
    items: list[str] = []
    for line, is_deeper in zip(lines, deeper, strict=True):
        if is_deeper and items:
            items[-1] += " " + line.strip()
        else:
            items.append("- " + line.strip())
    return ["\n".join(visible(item) for item in items)]
