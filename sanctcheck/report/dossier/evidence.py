"""The evidence matrix: elements by exhibits, with grades, independent sources, and what the target was not given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.dossier.bounds import MOST_ELEMENTS, MOST_EXHIBITS, cut_rows
from sanctcheck.report.dossier.document import NOTHING, Cell, Facts, Paragraph, Section, Table, row
from sanctcheck.report.dossier.told import day_words, spaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sanctcheck.portrait.model import AllegationShown, ElementRow, ExhibitShown, Matrix
    from sanctcheck.report.dossier.document import Block, Tone
    from sanctcheck.report.dossier.told import Told

COLUMNS = 10
"""Exhibits side by side in one table; more of them stand in tables below one another."""
_HIDDEN = "not shown"


def sections(told: Told) -> Iterator[Section]:
    """The allegations, the matrix under each regime, and the exhibits."""
    portrait, words = told.portrait, told.words
    blocks: list[Block] = []
    if portrait.allegations:
        shown = portrait.allegations[:MOST_ELEMENTS]
        blocks += [Facts(tuple((each.label, (_allegation(each),)) for each in shown))]
        if len(shown) < len(portrait.allegations):
            more = len(portrait.allegations) - len(shown)
            blocks.append(Paragraph(f"And {more:,} more allegations. The dossier has all.", "warning"))
        blocks += [Paragraph(words["matrix_text"]), Paragraph(words["matrix_key"], "quiet")]
    else:
        blocks.append(Paragraph(words["no_matrix"]))
    yield Section("matrix", words["matrix"], tuple(blocks), new_page=True)
    by_label = {each.label: each for each in portrait.exhibits}
    for matrix in portrait.matrices:
        if matrix.rows:
            yield Section(f"matrix-{matrix.regime}", matrix.regime, tuple(_tables(matrix, by_label)), order=2)
    if portrait.exhibits:
        yield Section(
            "exhibits", words["exhibits"], (_exhibits(portrait.exhibits, words["exhibits"]),), order=2
        )


def _allegation(allegation: AllegationShown) -> str:
    if not allegation.is_shown:
        return f"{_HIDDEN} ({allegation.level})"
    days = " to ".join(dict.fromkeys(filter(None, map(day_words, (allegation.since, allegation.until)))))
    said = [spaced(allegation.conduct), spaced(allegation.basis), days, allegation.place, allegation.country]
    return f"{allegation.summary} ({', '.join(each for each in said if each)})"


def _tables(matrix: Matrix, by_label: Mapping[str, ExhibitShown]) -> Iterator[Block]:
    """The matrix, as many exhibits side by side as a page holds."""
    rows = matrix.rows[:MOST_ELEMENTS]
    named = {label for each in rows for label in (*each.exhibits, *each.against)}
    every = [label for label in by_label if label in named]
    if len(rows) < len(matrix.rows) or len(every) > MOST_EXHIBITS:
        yield Paragraph(
            f"Shown are {len(rows)} of {len(matrix.rows):,} elements, and of the {len(every):,} exhibits that carry them the"
            f" first {min(len(every), MOST_EXHIBITS)}. The dossier has all.",
            "warning",
        )
    labels = every[:MOST_EXHIBITS]
    parts = [labels[start : start + COLUMNS] for start in range(0, len(labels), COLUMNS)] or [[]]
    for number, part in enumerate(parts):
        more = ("Sources", "Not given") if number == 0 else ()
        which = f", exhibits {part[0]} to {part[-1]}" if len(parts) > 1 else ""
        yield Table(
            f"{matrix.regime}: elements and exhibits{which}",
            ("Element", *more, *part),
            tuple(_row(each, part, by_label, is_first=number == 0) for each in rows),
            (12, *(3 for _ in more), *(2 for _ in part)),
            narrow=True,
        )


def _row(
    element: ElementRow, labels: Sequence[str], by_label: Mapping[str, ExhibitShown], *, is_first: bool
) -> tuple[Cell, ...]:
    asks = element.asks or "the dossier’s own word"
    tone: Tone = "" if element.exhibits else "warning"
    head = Cell(f"{element.allegation} {spaced(element.element)}: {asks}", tone="")
    counts = (
        Cell(str(element.independent) if element.exhibits else "none", tone=tone),
        Cell(
            str(element.undisclosed) if element.undisclosed else NOTHING,
            tone="" if element.undisclosed else "quiet",
        ),
    )
    return row(head, *(counts if is_first else ()), *(_cell(element, by_label[label]) for label in labels))


def _cell(element: ElementRow, exhibit: ExhibitShown) -> Cell:
    if exhibit.label in element.exhibits:
        if not exhibit.is_shown:
            return Cell("yes")
        star = "" if exhibit.is_disclosed else "*"
        return Cell(
            f"{exhibit.grade or 'yes'}{star}", (exhibit.grade or "")[:1], is_open=not exhibit.is_disclosed
        )
    if exhibit.label in element.against:
        return Cell(f"against {exhibit.grade or ''}".strip())
    return Cell("")


def _exhibits(exhibits: Sequence[ExhibitShown], caption: str) -> Table:
    head = ("Exhibit", "What it is", "Kind", "Grade", "Directness", "Given to the target", "Handling")
    return Table(caption, head, cut_rows([_exhibit(each) for each in exhibits]), (2, 6, 3, 2, 3, 3, 3))


def _exhibit(exhibit: ExhibitShown) -> tuple[Cell, ...]:
    if not exhibit.is_shown:
        return row(exhibit.label, _HIDDEN, "", "", "", "", exhibit.level)
    published = day_words(exhibit.published)
    by = ", ".join(each for each in (exhibit.publisher, published) if each)
    against = {"against": " (speaks against)", "both": " (speaks for and against)", "for": ""}[
        exhibit.bearing
    ]
    return row(
        exhibit.label,
        exhibit.title + (f" ({by})" if by else "") + against,
        spaced(exhibit.kind),
        Cell(exhibit.grade or "none", (exhibit.grade or "")[:1]),
        spaced(exhibit.directness) or "not stated",
        Cell(spaced(exhibit.disclosed) or "not stated", is_open=not exhibit.is_disclosed),
        exhibit.level,
    )
