"""`sanctcheck validate`: what each dossier lacks, line by line."""

from __future__ import annotations

import os
import sys
from functools import cache, partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.against_lists import asks_lists, held_against_lists, lists_options
from sanctcheck.cli.configured import Configured, baseline_options
from sanctcheck.cli.in_public import WithoutMatches, goes_to_a_log, is_public, names_option
from sanctcheck.cli.lists.options import MISSING, plain_errors
from sanctcheck.cli.options import (
    DAY,
    colour_option,
    configuration_options,
    criteria_option,
    law_from,
    max_bytes_option,
    say_what_is_wrong_with,
    today,
    view_of,
)
from sanctcheck.cli.outputs import Reports, asked_for, output_options
from sanctcheck.cli.paths import named_paths, paths_options
from sanctcheck.cli.progress import watched
from sanctcheck.cli.sealed import signers_from, signers_option
from sanctcheck.cli.settings import in_force_for, what_it_asks_of_lists
from sanctcheck.cli.working import Asked, records_of, start_up, working_options
from sanctcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sanctcheck.basis import Basis, SnapshotUsed
    from sanctcheck.cli.outputs import Output
    from sanctcheck.config.in_force import Given, InForce
    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.law.load import Law
    from sanctcheck.record import FileRecord
    from sanctcheck.report.base import Form, Run
    from sanctcheck.tally import Tally

_SHOWN = ("met", "pending", "not-applicable")


_FORMS = "\n".join(f"  {name:<10}{each.words}" for name, each in FORMATS.items())


@click.command(
    "validate",
    short_help="Check dossiers, and say what each lacks and what to do.",
    epilog=f"\b\nForms of the report\n{_FORMS}",
)
@paths_options
@click.option(
    "--regime",
    "regimes",
    metavar="ID",
    multiple=True,
    help="Assess under this regime (repeatable) instead of those that the dossier names.",
)
@click.option(
    "--all-regimes", is_flag=True, help="Assess under every regime, to see under which else it would stand."
)
@click.option(
    "--as-of",
    type=DAY,
    metavar="DATE",
    help="The day of the assessment, year-month-day; today, in UTC, if left out.",
)
@output_options
@click.option(
    "--show",
    type=click.Choice([*_SHOWN, "all"]),
    multiple=True,
    help="Show these results beside gaps; “met” with the lines relied on.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "none"]),
    help="From which severity on the exit status is 1; error if left out.",
)
@click.option("--exit-zero", is_flag=True, help="Exit status 0 although there are findings.")
@click.option("--watch", is_flag=True, help="Go on, and check again what has changed, until Ctrl-C.")
@baseline_options
@configuration_options
@colour_option
@max_bytes_option
@criteria_option
@signers_option
@names_option
@lists_options
@working_options
def command(**options: Any) -> None:
    """Check dossiers: files, folders, patterns, or - for standard input.

    Every criterion that the law of the regime asks for on the day is tested. A result is met, not met (the dossier
    shows the contrary), not shown (it is silent or too thin), pending (not due yet) or not applicable. Nothing is
    changed, and no connection is made.

    A sanctcheck.toml of the repository can ask for more; see `sanctcheck config`. What is accepted, in a dossier or there,
    and what a baseline holds stays in every report, and does not count.

    One run writes as many reports as are asked for:
    `--output terminal --output sarif=report.sarif`.

    \b
    Exit status
      0  nothing at or above --fail-on
      1  findings (a dossier that cannot be read is one)
      2  could not run: wrong options, unusable criteria or configuration, a
         mistake of ours
      3  nothing to check: no dossier was found
      4  a list of --lists is missing or too old
      5  a report could not be written
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    given = {**options, "paths": named_paths(options)}
    with plain_errors():
        sys.exit(_watch(given) if given["watch"] else _run(given))


def _watch(given: dict[str, Any]) -> int:
    """Checks again and again what has changed."""
    from sanctcheck.cli.watching import Watch, files_beside  # noqa: PLC0415 - few calls watch

    def check(paths: tuple[str, ...], notice: Callable[[FileRecord], None]) -> int:
        return _run({**given, "paths": paths}, notice)

    files = [
        output.file for output in asked_for(given["outputs"], given["format_"]) if output.file is not None
    ]
    beside = partial(files_beside, given)
    return Watch(given["paths"], check, files, given["criteria"], takes_all=bool(files), beside=beside).run()


class Options:
    """The options of one call, by name, with what the configuration says where the command line is silent."""

    def __init__(
        self, given: dict[str, Any], in_force: InForce, notice: Callable[[FileRecord], None]
    ) -> None:
        self.notice = notice
        self.regimes: tuple[str, ...] = given["regimes"]
        self.all_regimes: bool = given["all_regimes"]
        self.as_of = in_force.as_of
        self.outputs = asked_for(given["outputs"], given["format_"], in_force.output)
        self.show = in_force.show
        self.fail_on = in_force.fail_on
        self.exit_zero: bool = given["exit_zero"]
        self.quiet: bool = given["quiet"]
        self.colour: bool | None = given["colour"]
        self.csv_raw: bool = given["csv_raw"]
        self.max_bytes: int = given["max_bytes"]
        self.given = given
        self.has_stale_list = False
        self.lists: tuple[SnapshotUsed, ...] = ()
        self.configuration = in_force.configuration

    def run(self, output: Output, law: Callable[[], Law]) -> Run:
        """What one report is told of the run. A file has no colours unless they are asked for, and no width of its own."""
        from sanctcheck.report.base import Run  # noqa: PLC0415
        from sanctcheck.report.view import View  # noqa: PLC0415

        if output.file is None:
            view = view_of(self.as_of, self.show)
        else:
            view = View(self.as_of, self.show, colour=bool(self.colour))
        root = os.getcwd()  # noqa: PTH109 - text is asked for
        return Run(view, law, self.fail_on, root, self.quiet, self.csv_raw, self.basis)

    def basis(self) -> Basis:
        """What the run rests on; known when all files are there."""
        from sanctcheck.cli.resting import basis_of  # noqa: PLC0415 - few forms tell it

        file = None if self.configuration is None else self.configuration.document.name
        return basis_of(self.given, file, self.lists)

    def asked(self) -> Asked:
        """What the result for a file rests on, and how the work on many is to be done."""
        from sanctcheck.terms import GAPS, OUTCOME  # noqa: PLC0415

        # The report for people leaves out most of what is met, so that it need not be worked out.
        is_for_people = all(output.form == "terminal" for output in self.outputs)
        return Asked(
            regimes=self.regimes,
            all_regimes=self.all_regimes,
            as_of=self.as_of,
            max_bytes=self.max_bytes,
            criteria=self.given["criteria"],
            outcomes=frozenset(GAPS | self.show if is_for_people else OUTCOME),
            jobs=self.given["jobs"],
            keeps=not self.given["no_cache"],
            signers=signers_from(self.given["signers"]),
        )


def _given(options: dict[str, Any]) -> Given:
    """What the command line says of what a configuration can say too."""
    from sanctcheck.config.in_force import Given  # noqa: PLC0415

    as_of = options["as_of"].date() if options["as_of"] else None
    return Given(options["regimes"], options["all_regimes"], options["fail_on"], as_of, options["show"])


def _run(given: dict[str, Any], notice: Callable[[FileRecord], None] = lambda _: None) -> int:
    from sanctcheck.errors import FileError, UsageError  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.tally import FOUND, NOT_WRITTEN, NOTHING_TO_CHECK, OK, Tally  # noqa: PLC0415

    tally = Tally()
    law = cache(lambda: law_from(given["criteria"]))
    try:
        in_force = in_force_for(given["paths"], _given(given), today(), given, law=law)
        options = Options(given, in_force, notice)
        configured = Configured(in_force, given["paths"], tally, given["baseline"], given["write_baseline"])
        is_written = _report(options, configured, law, tally)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except FileError as error:
        say_what_is_wrong_with(error)
        return 2
    status = tally.exit_status(options.fail_on)
    if options.has_stale_list and status in {OK, FOUND}:
        return MISSING
    if status == NOTHING_TO_CHECK:
        _say_why_nothing_is_checked(tally)
    if not is_written:
        return NOT_WRITTEN
    return OK if status == FOUND and options.exit_zero else status


def _say_why_nothing_is_checked(tally: Tally) -> None:
    from sanctcheck.report.listed import count  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.text import listed, visible  # noqa: PLC0415

    why = "no dossier was found there: no .yaml, .yml or .json file is one."
    if tally.excluded:
        places = visible(listed(sorted({place for _, place in tally.excluded}), "and"))
        files = count(tally.excluded.total(), "file")
        why = f"nothing is left to check: {files} excluded by {places}. What is named as a file is checked."
    click.echo(f"sanctcheck: {why}", err=True)


def _report(options: Options, configured: Configured, law: Callable[[], Law], tally: Tally) -> bool:
    """Writes every report, and the baseline; whether all of them were written."""
    with start_up():
        records = configured.records(records_for(options, configured, law))
        # Before a word is written: a regime that nobody knows ends the run here.
        first = list(islice(records, 1))
        reports = Reports((_form(output, options, law), output) for output in options.outputs)
    try:
        for record in chain(first, records):
            tally.count(record)
            if record is not None:
                reports.add(record)
                options.notice(record)
        reports.close(tally)
    finally:
        reports.abandon()
    return configured.finish() and not reports.failed


def _form(output: Output, options: Options, law: Callable[[], Law]) -> Form:
    """The form of one report; in the log of a CI, one that names nobody whom the lists name."""
    from sanctcheck.report.formats import form  # noqa: PLC0415 - see `sanctcheck.cli`

    made = form(output.form, options.run(output, law))
    names_people = asks_lists(options.given) and goes_to_a_log(output)
    if names_people and is_public(shows_names=options.given["shows_names"]):
        return WithoutMatches(made)
    return made


def records_for(
    options: Options,
    configured: Configured,
    law: Callable[[], Law],
    called: Callable[[list[Candidate]], list[Candidate]] = list,
) -> Iterable[FileRecord | None]:
    """The record of each file; with what the lists say of its names, where they are asked.

    `called` may give the files other names than those under which they were found.
    """
    from sanctcheck.dossier.discovery import candidates  # noqa: PLC0415

    found = called(candidates(configured.paths, skip_others=options.given["skip_others"]))
    files = configured.files(found)
    shown = files if options.quiet else watched(files)
    if not asks_lists(options.given):
        return records_of(shown, len(found), options.asked(), law)
    from sanctcheck.finding import recorded  # noqa: PLC0415
    from sanctcheck.validation import Request, validate  # noqa: PLC0415

    request = Request(
        *(options.as_of, options.regimes, options.all_regimes, options.max_bytes),
        signers=signers_from(options.given["signers"]),
    )
    of_lists = what_it_asks_of_lists(configured.in_force.configuration)
    held = held_against_lists(validate(shown, law(), request), options.given, of_lists)
    options.has_stale_list, options.lists = held.is_stale, held.lists
    return recorded(held.checked)
