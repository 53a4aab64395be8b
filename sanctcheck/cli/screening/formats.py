"""The report of a screening in each of its formats, as text; the module of one format alone is loaded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sanctcheck.cli.options import view_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.cli.screening.asked import Asked
    from sanctcheck.cli.screening.run import Found
    from sanctcheck.report.view import View


def pieces(asked: Asked, found: Found) -> Iterator[str]:
    """The report, piece by piece."""
    forms = {"json": _json, "jsonl": _json_lines, "csv": _csv, "decisions": _blocks, "terminal": _terminal}
    return forms[asked.format](asked, found)


def _json_lines(asked: Asked, found: Found) -> Iterator[str]:
    from sanctcheck.report.screening.json_form import line  # noqa: PLC0415 - one format a call

    return (line(each, explain=asked.explain) for each in found.every)


def _json(asked: Asked, found: Found) -> Iterator[str]:
    from sanctcheck.report.screening.json_form import Run, report  # noqa: PLC0415 - as above

    run = Run(found.against, asked.wanted().threshold, found.totals, found.decisions, found.meeting)
    return report(found.every, run, explain=asked.explain)


def _csv(asked: Asked, found: Found) -> Iterator[str]:
    from sanctcheck.report.screening.csv_table import rows  # noqa: PLC0415 - as above

    return rows(found.every, explain=asked.explain, raw=asked.csv_raw)


def _blocks(asked: Asked, found: Found) -> Iterator[str]:
    from sanctcheck.report.screening.pasted import blocks  # noqa: PLC0415 - as above

    del asked
    return blocks(found.every, headed=found.decisions is None)


def _terminal(asked: Asked, found: Found) -> Iterator[str]:
    from sanctcheck.report.screening import terminal  # noqa: PLC0415 - as above

    view = view_of(datetime.now(UTC).date())
    if asked.is_public:
        yield from _counted(found, view, by_row=asked.kind == "table")
        return
    if found.meeting is not None and found.read is not None:
        from sanctcheck.report.screening.dossier import of_dossier  # noqa: PLC0415

        yield from of_dossier(found.meeting, found.read.document, found.every, view, explain=asked.explain)
    elif asked.kind == "table":
        yield from terminal.of_many(found.every, view, explain=asked.explain)
    else:
        for each in found.every:
            yield from terminal.of_one(each, view, explain=asked.explain)
    yield from terminal.closing(found.totals, found.against, found.decisions, view)


def _counted(found: Found, view: View, *, by_row: bool) -> Iterator[str]:
    """For a log that everybody may read: counts, and no name."""
    from sanctcheck.report.screening import counted, terminal  # noqa: PLC0415 - as above

    if found.meeting is not None:
        yield from counted.of_notes(found.meeting, view)
    for line in counted.of_queries(found.every, view):
        if by_row:
            yield line
    totals = replace(found.totals, first_problems=[], first_not_understood=[], not_understood=0)
    yield from terminal.closing(totals, found.against, None, view)
    yield counted.hint(view)
