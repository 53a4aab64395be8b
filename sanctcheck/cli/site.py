"""`sanctcheck site`: dossiers, deadlines, standards and regimes as a static site."""

from __future__ import annotations

import os
import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.against_lists import asks_lists, lists_asked_for, lists_options
from sanctcheck.cli.lists.options import MISSING, plain_errors
from sanctcheck.cli.options import (
    DAY,
    configuration_options,
    criteria_option,
    law_from,
    max_bytes_option,
    say_what_is_wrong_with,
    today,
)
from sanctcheck.cli.progress import watched
from sanctcheck.cli.working import start_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.cli.configured import Configured
    from sanctcheck.config.in_force import InForce
    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.law.load import Law
    from sanctcheck.portrait.model import Level
    from sanctcheck.screen.chosen import Against
    from sanctcheck.site.build import Built
    from sanctcheck.site.dossiers import DossierWork, Readers
    from sanctcheck.survey.lists.model import Overlap

_LEVELS: tuple[Level, ...] = ("unmarked", "official", "restricted")
_MOST_JOBS = 64
_TITLES = {True: "Designation dossiers", False: "Sanctions regimes side by side"}


@click.command("site", short_help="Write a static site of dossiers, deadlines, standards and regimes.")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--title", metavar="TEXT", help="The name of the site.")
@click.option(
    "--include",
    metavar="LEVEL",
    type=click.Choice(_LEVELS),
    help="Also show dossiers and parts of this level and of those below: unmarked (dossiers that say nothing), official, restricted.",
)
@click.option(
    "--dossier",
    "named",
    metavar="NAME",
    multiple=True,
    help="Take in this dossier, by id or file, up to the level that it has as a whole (repeatable).",
)
@click.option(
    "--as-of",
    type=DAY,
    metavar="DATE",
    help="The day for which all is said, year-month-day; today if left out.",
)
@click.option(
    "--regime",
    "regimes",
    metavar="ID",
    multiple=True,
    help="Assess under this regime (repeatable) instead of those that each dossier names.",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1, _MOST_JOBS),
    help="Work with so many processes; if left out, as many as there are cores, where there are enough files.",
)
@configuration_options
@max_bytes_option
@criteria_option
@lists_options
def command(**options: Any) -> None:
    """Write a site into the folder OUT: it needs no server, asks for nothing from the network, and works from a folder.

    Without PATH it is one for a working group: regimes side by side on any day, what each standard asks and who has it,
    the law of each regime, and the days that it fixes. With PATH there are pages of the dossiers, of what is lacking in
    them, and of what is due.

    Of dossiers it shows what is marked public. What is marked otherwise, or not at all, comes in as it is asked for by
    --include and --dossier; what is protected never does.

    OUT is written whole or not at all. It must be empty, or hold an earlier site and nothing else. With --include or
    --dossier it is for you alone (700, and 600 for files): who else may read it is yours to say.

    \b
    sanctcheck site public/                          regimes and standards alone
    sanctcheck site public/ dossiers/                with what may be published
    sanctcheck site office/ dossiers/ --include restricted

    \b
    Exit status
      0  the site was written
      1  it was written, and a dossier could not be read
      2  could not run: wrong options, unusable criteria or configuration, OUT
         holds something else, a mistake of ours
      3  nothing was written: no dossier was found
      4  a list that was asked for is missing or too old; it was written with one
         that is too old
      5  the site could not be written
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    with plain_errors():
        sys.exit(_run(options))


def _run(options: dict[str, Any]) -> int:
    from sanctcheck.checking.in_turn import ProcessEndedError  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.errors import FileError, UsageError  # noqa: PLC0415
    from sanctcheck.tally import NOT_WRITTEN  # noqa: PLC0415
    from sanctcheck.text import visible  # noqa: PLC0415

    try:
        return _write(options)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except FileError as error:
        say_what_is_wrong_with(error)
        return 2
    except ProcessEndedError as error:
        click.echo(f"sanctcheck: nothing was written: {error}. Try it with --jobs 1.", err=True)
        return 2
    except OSError as error:
        out = visible(str(options["out"]))
        click.echo(f"sanctcheck: {out} could not be written: {error.strerror}.", err=True)
        return NOT_WRITTEN


def _write(options: dict[str, Any]) -> int:
    from sanctcheck.site.build import build, manifest  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.site.folder import SiteFolder  # noqa: PLC0415
    from sanctcheck.tally import NOTHING_TO_CHECK, OK, Tally  # noqa: PLC0415

    law = cache(lambda: law_from(options["criteria"]))
    with start_up():
        configured = _configured(options, law, Tally())
        against = _against(options, configured)
        work = _work(options, configured, law(), against)
        candidates = _candidates(configured) if options["paths"] else None
    with SiteFolder(options["out"], is_private=_is_private(options)) as folder:
        number = len(candidates or ())
        built = build(
            folder,
            work,
            candidates,
            overlap=_overlap(against, work, options["jobs"]),
            jobs=_jobs(options["jobs"], number),
            watched=partial(watched, total=number),
        )
        _refuse_what_was_not_found(built)
        if candidates is not None and not built.found:
            click.echo("sanctcheck: no dossier was found there, and no site was written.", err=True)
            return NOTHING_TO_CHECK
        folder.finish(manifest(work))
    _say_what_was_made(built, options)
    if built.internal_errors:
        click.echo("sanctcheck: a check failed; `sanctcheck validate` names it.", err=True)
        return 2
    if against is not None and against.is_stale:
        return MISSING
    return 1 if built.unread else OK


def _against(options: dict[str, Any], configured: Configured) -> Against | None:
    from sanctcheck.cli.settings import what_it_asks_of_lists  # noqa: PLC0415

    if not asks_lists(options):
        return None
    return lists_asked_for(options, what_it_asks_of_lists(configured.in_force.configuration))


def _is_private(options: dict[str, Any]) -> bool:
    """Whether more was asked for than what everybody may see: such a site is for its user alone, like a report."""
    return options["include"] is not None or bool(options["named"])


def _overlap(against: Against | None, work: DossierWork, jobs: int | None) -> Overlap | None:
    if against is None:
        return None
    from sanctcheck.survey.lists.overlap import Asked, overlap_of  # noqa: PLC0415 - only where lists are given

    return overlap_of(against.corpus, Asked(work.shell.as_of, jobs or os.cpu_count() or 1))


def _configured(options: dict[str, Any], law: Any, tally: Any) -> Configured:
    from sanctcheck.cli.configured import Configured  # noqa: PLC0415
    from sanctcheck.cli.settings import in_force_for  # noqa: PLC0415
    from sanctcheck.config.in_force import Given  # noqa: PLC0415

    as_of = options["as_of"].date() if options["as_of"] else None
    given = Given(options["regimes"], False, None, as_of, ())  # noqa: FBT003 - the option that there is none of
    paths = options["paths"] or (".",)
    in_force = in_force_for(paths, given, today(), options, law=law)
    return Configured(in_force, options["paths"], tally)


def _candidates(configured: Configured) -> list[Candidate]:
    from sanctcheck.dossier.discovery import candidates  # noqa: PLC0415

    return list(configured.files(candidates(configured.paths)))


def _work(options: dict[str, Any], configured: Configured, law: Law, against: Against | None) -> DossierWork:
    from sanctcheck.portrait.making import Circumstances  # noqa: PLC0415
    from sanctcheck.portrait.matches import lists_used  # noqa: PLC0415
    from sanctcheck.site.dossiers import DossierWork  # noqa: PLC0415
    from sanctcheck.site.shell import Shell, places  # noqa: PLC0415
    from sanctcheck.validation import Request  # noqa: PLC0415

    in_force: InForce = configured.in_force
    has_dossiers = bool(options["paths"])
    title = options["title"] or _TITLES[has_dossiers]
    return DossierWork(
        Request(in_force.as_of, options["regimes"], max_bytes=options["max_bytes"]),
        Circumstances(in_force.as_of, law, () if against is None else lists_used(against)),
        _readers(options),
        Shell(title, in_force.as_of, places(has_dossiers=has_dossiers, has_lists=against is not None)),
        configured.settling().settle,
        None if against is None else against.corpus,
    )


def _readers(options: dict[str, Any]) -> Readers:
    from sanctcheck.portrait.visibility import LEVELS, PUBLIC  # noqa: PLC0415
    from sanctcheck.site.dossiers import Readers  # noqa: PLC0415

    include = options["include"]
    shown = PUBLIC if include is None else frozenset(LEVELS[: LEVELS.index(include) + 1])
    return Readers(shown, frozenset(options["named"]))


def _jobs(asked: int | None, number: int) -> int:
    from sanctcheck.checking.workers import usual_number  # noqa: PLC0415

    return usual_number(number) if asked is None else asked


def _refuse_what_was_not_found(built: Built) -> None:
    from sanctcheck.text import listed, quoted  # noqa: PLC0415

    if built.missing:
        names = listed(sorted(map(quoted, built.missing)), "and")
        raise click.UsageError(f"No dossier there has this id or file name: {names}. No site was written.")


def _say_what_was_made(built: Built, options: dict[str, Any]) -> None:
    """What was written, and what was left out, to standard error: what may not be shown is not counted on any page."""
    from sanctcheck.report.listed import count  # noqa: PLC0415
    from sanctcheck.text import visible  # noqa: PLC0415

    said = [count(built.pages, "page")]
    if options["paths"]:
        said.append(f"{count(built.dossiers, 'dossier')} among them")
    click.echo(f"sanctcheck: {', '.join(said)}, in {visible(str(options['out']))}.", err=True)
    if built.left_out:
        levels = _by_level(built.left_out.items())
        click.echo(
            f"sanctcheck: {count(built.left_out.total(), 'dossier')} left out ({levels}): see --include and --dossier.",
            err=True,
        )
    if built.unread:
        click.echo(
            f"sanctcheck: {count(built.unread, 'file')} left out that could not be read; see: sanctcheck validate.",
            err=True,
        )


def _by_level(counts: Iterable[tuple[Level, int]]) -> str:
    from sanctcheck.portrait.visibility import LEVELS  # noqa: PLC0415

    return ", ".join(
        f"{number} {level}" for level, number in sorted(counts, key=lambda each: LEVELS.index(each[0]))
    )
