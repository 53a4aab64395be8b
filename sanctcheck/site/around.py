"""The pages around the lists: the overview, the versions that everything rests on, the limits, and the search."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sanctcheck.law.load import STANDARDS_FILE
from sanctcheck.report.limits import INTRODUCTION, SECTIONS
from sanctcheck.site.division import Row, divided
from sanctcheck.site.indexes import initial
from sanctcheck.site.law_words import family_title
from sanctcheck.site.shell import HOME, LIMITS, SEARCH, SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from sanctcheck.law.load import Law
    from sanctcheck.portrait.model import ListUsed
    from sanctcheck.site.indexes import Entry
    from sanctcheck.site.shell import Shell


def home(shell: Shell, **figures: Any) -> tuple[str, str]:
    """The overview."""
    return HOME.file, shell.page("home.html", HOME.file, title=shell.title, **figures)


def limits(shell: Shell) -> tuple[str, str]:
    """What the tool does not judge."""
    return LIMITS.file, shell.page(
        "limits.html",
        LIMITS.file,
        title="What the tool cannot judge",
        introduction=INTRODUCTION,
        sections=SECTIONS,
    )


def sources(law: Law, lists: Sequence[ListUsed], shell: Shell) -> tuple[str, str]:
    """The versions of the law and of the lists."""
    loaded = [law.regime(name) for name in law.regime_ids]
    shared = {
        document.name: document
        for each in loaded
        for document, _ in each.origins.values()
        if document.name != each.document.name
    }
    return SOURCES.file, shell.page(
        "sources.html",
        SOURCES.file,
        title="What these pages rest on",
        regimes=[(each.regime, each.document.name, _sha256(each.document.text)) for each in loaded],
        shared=[(name, _sha256(shared[name].text)) for name in sorted(shared)],
        standards=_of_standards(law),
        lists=lists,
    )


def _of_standards(law: Law) -> str:
    file = law.folder / STANDARDS_FILE
    if not file.exists() and law.behind is not None:
        return _of_standards(law.behind)
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def search(law: Law, entries: Sequence[Entry], shell: Shell) -> Iterator[tuple[str, str]]:
    """Everything that has a page, with its words."""
    rows = [Row(_found(shell, *each), "Law and other pages") for each in _of_law(law, shell)]
    for entry in entries:
        piece = entry.piece
        words = [piece.id, piece.name, piece.kind.replace("-", " "), *piece.regimes]
        made = _found(shell, "Dossier", entry.page, piece.title or piece.id, ", ".join(filter(None, words)))
        rows.append(Row(made, initial(entry)))
    parts = divided(rows, SEARCH.name)
    for part in parts:
        here = f"{part.file}.html"
        title = f"Search: {part.label}" if part.label else "Search"
        yield here, shell.page("search.html", here, title=title, rows=part.rows, parts=parts)


def _of_law(law: Law, shell: Shell) -> Iterator[tuple[str, str, str, str]]:
    for place in shell.places:
        yield "Page", place.file, place.title, place.about
    for standard in law.standards.values():
        words = f"{standard.id}, {family_title(standard.family)}. {standard.asks}"
        yield "Standard", f"standards/{standard.id}.html", standard.title, words
    for name in law.regime_ids:
        regime = law.regime(name).regime
        known = [each.short or each.citation for each in regime.instruments.values()]
        words = f"{regime.id}, {regime.jurisdiction}. {'; '.join(known)}"
        yield "Regime", f"regimes/{regime.id}.html", regime.name, words


def _found(shell: Shell, kind: str, page: str, title: str, words: str) -> Markup:
    return shell.row("row_search.html", SEARCH.file, kind=kind, page=page, title=title, words=words)
