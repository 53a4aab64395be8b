"""A survey in the form that is asked for, where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.report.survey.whole import Surveyed


def write(surveyed: Surveyed, given: dict[str, Any]) -> None:
    """To standard output, or to a file that is whole or not there.

    Raises:
        UsageError: a table was asked for that does not exist.
    """
    pieces = list(_pieces(surveyed, given))
    if given["output"] is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    from sanctcheck.cli.places import report_at  # noqa: PLC0415 - see `sanctcheck.cli`

    with report_at(given["output"]) as file:
        for piece in pieces:
            file.write(piece.encode("utf-8", "backslashreplace"))


def _pieces(surveyed: Surveyed, given: dict[str, Any]) -> Iterable[str]:
    """Only the form asked for is imported."""
    if given["format_"] == "json":
        from sanctcheck.report.survey import json_form  # noqa: PLC0415

        return [json_form.text(surveyed)]
    from sanctcheck.report.survey.whole import report_of  # noqa: PLC0415

    report = report_of(surveyed)
    if given["format_"] == "csv":
        from sanctcheck.report.survey import csv_table  # noqa: PLC0415

        usual = "gaps" if surveyed.overlap is not None else "conduct"
        return csv_table.text(report, given["table"] or usual, raw=given["csv_raw"])
    if given["format_"] == "markdown":
        from sanctcheck.report.survey import markdown  # noqa: PLC0415

        return markdown.text(report)
    if given["format_"] == "html":
        from sanctcheck.report.survey import html  # noqa: PLC0415

        return [html.text(report)]
    from dataclasses import replace  # noqa: PLC0415

    from sanctcheck.cli.options import view_of  # noqa: PLC0415
    from sanctcheck.report.survey import terminal  # noqa: PLC0415

    view = view_of(surveyed.as_of)
    if given["output"] is not None:
        view = replace(view, colour=bool(given["colour"]))
    return terminal.text(report, view)
