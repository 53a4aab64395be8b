"""A report document as HTML: the body of a page, and a page of its own.

Written here and not by a template, because it is written a thousand times for a site; `_text` is the one way in which a
text comes in, and pictures are the only markup that is taken over: this program drew them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from sanctcheck import __version__
from sanctcheck.report.dossier.document import Entry, Facts, Figure, Paragraph, Points
from sanctcheck.report.html.page import page
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.report.dossier.document import Block, Cell, ReportDocument, Section, Table

_GRADES = frozenset("ABCDEF")
STYLE = "document.css"
"""The styles that the body asks for, beside those of every page."""


def text(document: ReportDocument) -> str:
    """The report as a page of its own."""
    return page(
        "document.html",
        styles=(STYLE,),
        version=__version__,
        title=f"{document.title}: {document.subject}",
        document=document,
        body=body(document),
    )


def body(document: ReportDocument) -> Markup:
    """The report as part of a page, with headings from the second order on and ids that begin with `d-`."""
    return Markup("".join(_body(document)))  # noqa: S704 - each text in it went through `_text`


def _body(document: ReportDocument) -> Iterator[str]:
    yield f'<section class="cover" aria-label="Cover">{_facts(document.cover)}'
    yield f'<p class="notice">{_text(document.notice)}</p></section>\n'
    yield '<nav id="d-contents" aria-label="Contents"><ol class="contents">'
    for section in document.sections:
        if section.order == 1:
            yield f'<li><a href="#d-{_text(section.name)}">{_text(section.title)}</a></li>'
    yield "</ol></nav>\n"
    for section in document.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    new_page = ' class="new-page"' if section.new_page else ""
    heading = section.order + 1
    name = _text(section.name)
    yield f'<section id="d-{name}"{new_page}>\n<h{heading}>{_text(section.title)}</h{heading}>\n'
    for block in section.blocks:
        yield from _block(block, heading + 1)
    yield "</section>\n"


def _block(block: Block, heading: int) -> Iterator[str]:
    if isinstance(block, Paragraph):
        tone = f' class="{block.tone}"' if block.tone else ""
        yield f"<p{_way(block.text)}{tone}>{_text(block.text)}</p>\n"
    elif isinstance(block, Points):
        yield f"<ul>{_each('li', block.items)}</ul>\n"
    elif isinstance(block, Facts):
        yield _facts(block)
    elif isinstance(block, Entry):
        yield from _entry(block, heading)
    elif isinstance(block, Figure):
        yield from _figure(block)
    else:
        yield from _table(block)


def _facts(block: Facts) -> str:
    pairs = (f"<div><dt>{_text(what)}</dt>{_each('dd', said)}</div>" for what, said in block.pairs)
    return f'<dl class="facts">{"".join(pairs)}</dl>\n'


def _entry(block: Entry, heading: int) -> Iterator[str]:
    label = f'<span class="label">{_text(block.label)}</span> <code>{_text(block.name)}</code>'
    yield f'<article class="entry {block.tone}">\n<h{heading}>{label}<br><span{_way(block.title)}>{_text(block.title)}</span></h{heading}>\n'
    yield f"{_facts(block.facts)}</article>\n"


def _figure(block: Figure) -> Iterator[str]:
    caption = _text(block.caption)
    yield f'<figure id="d-{_text(block.name)}">\n<div class="scroll" tabindex="0" role="group" aria-label="{caption}, picture">'
    yield f"{block.svg}</div>\n<figcaption>{_text(block.says)}</figcaption>\n"
    yield "<details open><summary>The table behind the picture</summary>\n"
    yield from _table(block.table)
    yield "</details>\n</figure>\n"


def _table(table: Table) -> Iterator[str]:
    narrow = ' class="narrow"' if table.narrow else ""
    caption = _text(table.caption)
    yield f'<div class="scroll" tabindex="0" role="group" aria-label="{caption}"><table{narrow}>\n<caption>{caption}</caption>\n'
    head = "".join(f'<th scope="col">{_text(each)}</th>' for each in table.head)
    yield f"<thead><tr>{head}</tr></thead>\n<tbody>\n"
    for first, *others in table.rows:
        yield f'<tr><th scope="row"{_way(first.text)}{_class(first)}>{_text(first.text)}</th>'
        yield "".join(f"<td{_way(each.text)}{_class(each)}>{_text(each.text)}</td>" for each in others)
        yield "</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _each(element: str, texts: Iterable[str]) -> str:
    return "".join(f"<{element}{_way(each)}>{_text(each)}</{element}>" for each in texts)


def _way(text: str) -> str:
    """A text that may run from right to left runs as its first letter does."""
    return "" if text.isascii() else ' dir="auto"'


def _class(cell: Cell) -> str:
    if not (cell.grade or cell.is_open or cell.tone):
        return ""
    names = [f"grade-{cell.grade.lower()}"] if cell.grade in _GRADES else []
    names += ["open"] if cell.is_open else []
    names += [cell.tone] if cell.tone else []
    return f' class="{" ".join(names)}"'


@lru_cache(maxsize=16_384)
def _text(text: str) -> str:
    """A text from outside: on one line, with what would hide in it made visible, and no markup.

    Kept for a while, because the dossiers of a site share the words of the law.
    """
    return str(escape(visible(" ".join(text.split()))))
