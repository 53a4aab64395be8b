"""One call of `sanctcheck survey`, from its options to its exit status."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.lists.options import MISSING
from sanctcheck.cli.options import law_from, say_what_is_wrong_with, today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.portrait.model import Level, Portrait
    from sanctcheck.record import FileRecord
    from sanctcheck.report.survey.whole import Surveyed
    from sanctcheck.survey.dossiers.survey import DossierSurvey

_NOTHING = 3
_NAMED = 5


def survey_as_asked(given: dict[str, Any]) -> int:
    """One call; the exit status."""
    from sanctcheck.cli.surveying.of_lists import asks_lists, of_lists  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.cli.surveying.written import write  # noqa: PLC0415
    from sanctcheck.errors import FileError  # noqa: PLC0415
    from sanctcheck.report.survey.whole import Surveyed  # noqa: PLC0415

    _refuse_what_does_not_go_together(given, asks=asks_lists(given))
    day = given["as_of"].date() if given["as_of"] else today()
    overlap, is_stale, state = None, False, None
    if asks_lists(given):
        overlap, is_stale, state = of_lists(given, day)
    try:
        dossiers = _of_dossiers(given, day) if given["paths"] else None
    except FileError as error:
        say_what_is_wrong_with(error)
        return 2
    if dossiers is not None and dossiers.unread:
        _say_what_is_unread(dossiers.unread)
    surveyed = Surveyed(day, dossiers, overlap, state)
    if _is_empty(surveyed):
        click.echo("sanctcheck: there is nothing to survey in it.", err=True)
        return _NOTHING
    write(surveyed, given)
    return MISSING if is_stale else 0


def _refuse_what_does_not_go_together(given: dict[str, Any], *, asks: bool) -> None:
    if not given["paths"] and not asks:
        raise click.UsageError(
            "Name dossiers (files, folders), or lists: --lists all for those that are kept, --list-file FILE for one at hand."
        )
    if not asks and (given["state"] or given["decisions"]):
        raise click.UsageError("--state and --decisions go with lists: --lists or --list-file.")
    if given["table"] is not None and given["format_"] != "csv":
        raise click.UsageError("--table goes with --format csv.")


def _say_what_is_unread(files: tuple[str, ...]) -> None:
    from sanctcheck.text import visible  # noqa: PLC0415 - see `sanctcheck.cli`

    named = ", ".join(files[:_NAMED]) + (", …" if len(files) > _NAMED else "")
    click.echo(
        f"sanctcheck: could not be read as dossiers, and are no part of it: {visible(named)}", err=True
    )


def _is_empty(surveyed: Surveyed) -> bool:
    has_dossiers = surveyed.dossiers is not None and surveyed.dossiers.dossiers
    has_lists = surveyed.overlap is not None and any(each.listings for each in surveyed.overlap.lists)
    return not has_dossiers and not has_lists


def _of_dossiers(given: dict[str, Any], day: date) -> DossierSurvey:
    from sanctcheck.portrait.visibility import LEVELS  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.survey.dossiers.survey import survey_of  # noqa: PLC0415

    shown = LEVELS[: LEVELS.index(given["up_to"]) + 1]
    return survey_of(_portraits(given, day, frozenset(shown)), day, shown)


def _portraits(
    given: dict[str, Any], day: date, shown: frozenset[Level]
) -> Iterator[tuple[FileRecord, Portrait | None]]:
    """The record of each file with its portrait, on all cores, and from results that were kept."""
    from sanctcheck.cli.progress import watched  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.cli.working import Asked, entries_of  # noqa: PLC0415
    from sanctcheck.dossier.discovery import candidates  # noqa: PLC0415
    from sanctcheck.portrait.coding import portrait_from_bytes  # noqa: PLC0415

    files = candidates(given["paths"])
    asked = Asked(
        regimes=(),
        all_regimes=False,
        as_of=day,
        max_bytes=given["max_bytes"],
        criteria=given["criteria"],
        outcomes=frozenset(),
        jobs=given["jobs"],
        keeps=not given["no_cache"],
        portrays=shown,
    )
    law = cache(lambda: law_from(given["criteria"]))
    for entry in entries_of(watched(files), len(files), asked, law):
        if entry.record is not None:
            yield entry.record, portrait_from_bytes(entry.portrait)
