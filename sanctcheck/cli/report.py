"""`sanctcheck report`: the gap report on one dossier, as a document to file."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.against_lists import asks_lists, lists_asked_for, lists_options
from sanctcheck.cli.configured import Configured
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
from sanctcheck.cli.readers import READER
from sanctcheck.cli.report_files import report_options, reports_asked_for, written
from sanctcheck.cli.settings import in_force_for, what_it_asks_of_lists
from sanctcheck.report.dossier.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sanctcheck.dossier import handling
    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.law.load import Law
    from sanctcheck.record import FileRecord
    from sanctcheck.report.dossier.document import ReportDocument
    from sanctcheck.screen.chosen import Against
    from sanctcheck.validation import Validated

_FORMS = "\n".join(f"  {name:<10}{each.words}" for name, each in FORMS.items())


@click.command(
    "report",
    short_help="Write the gap report on a dossier as a document: HTML, PDF, Word, Markdown.",
    epilog=f"\b\nFormats\n{_FORMS}",
)
@click.argument("dossier", metavar="DOSSIER")
@report_options
@click.option("--plain", is_flag=True, help="In plain words, for readers without legal training.")
@click.option(
    "--regime",
    "regimes",
    metavar="ID",
    multiple=True,
    help="Assess under this regime (repeatable) instead of those that the dossier names.",
)
@click.option(
    "--as-of",
    type=DAY,
    metavar="DATE",
    help="The day of the assessment, year-month-day; today, in UTC, if left out.",
)
@click.option(
    "--for",
    "reader",
    metavar="READER",
    type=READER,
    help="Leave out what this reader may not see: target, public, or partner:STATE (partner:GB). Left out, the office "
    "that keeps the dossier; what is protected is never shown.",
)
@configuration_options
@max_bytes_option
@criteria_option
@lists_options
def command(**options: Any) -> None:
    """Write the gap report on one DOSSIER (a file, or - for standard input) as a document that can be filed.

    A cover with the day, the law and the lists that were used; counts by family; every gap with provision, lines and
    remedy; the evidence for each element; the process on a line of time; what draws on what; what is met, and on what
    facts; who is meant; and what no tool can judge. All formats say the same.

    `-o report.pdf -o report.docx` writes both. A report is written whole or not at all.

    \b
    Exit status
      0  the report was written, whatever it says
      1  the dossier could not be read
      2  could not run: wrong options, unusable criteria or configuration, a
         mistake of ours
      3  there is no dossier there
      4  a list of --lists is missing or too old
      5  a report could not be written
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.errors import FileError  # noqa: PLC0415 - see `sanctcheck.cli`

    with plain_errors():
        try:
            sys.exit(_run(options))
        except FileError as error:
            say_what_is_wrong_with(error)
            sys.exit(2)


def _run(given: dict[str, Any]) -> int:
    from sanctcheck.report.dossier.forms import content  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.tally import NOT_WRITTEN, NOTHING_TO_CHECK, OK  # noqa: PLC0415

    outputs = reports_asked_for(given["format_"], given["files"])
    candidate = _candidate(given["dossier"])
    if candidate is None:
        click.echo("sanctcheck: no dossier was found there: no .yaml, .yml or .json file is one.", err=True)
        return NOTHING_TO_CHECK
    made = _Making(given, candidate)
    document = made.document()
    if document is None:
        return 1
    contents = [content(each.form, document) for each in outputs]
    if not written(outputs, contents, candidate.name):
        return NOT_WRITTEN
    if made.has_failed_check:
        click.echo("sanctcheck: a check failed, as the report says. This is a mistake of ours.", err=True)
        return 2
    return MISSING if made.has_stale_list else OK


def _candidate(name: str) -> Candidate | None:
    from sanctcheck.dossier.discovery import candidates  # noqa: PLC0415

    files = list(candidates([name]))
    if len(files) > 1:
        raise click.UsageError(f"Name one dossier; {len(files)} were found there.")
    return files[0] if files else None


class _Making:
    """One report on its way, with what has to be said of the run."""

    def __init__(self, given: dict[str, Any], candidate: Candidate) -> None:
        from sanctcheck.config.in_force import Given  # noqa: PLC0415
        from sanctcheck.tally import Tally  # noqa: PLC0415

        as_of = given["as_of"].date() if given["as_of"] else None
        self.given, self.candidate = given, candidate
        self.law: Callable[[], Law] = cache(lambda: law_from(given["criteria"]))
        paths = (given["dossier"],)
        asked = Given(given["regimes"], all_regimes=False, as_of=as_of)
        in_force = in_force_for(paths, asked, today(), given, law=self.law)
        self.configured = Configured(in_force, paths, Tally())
        self.as_of = in_force.as_of
        self.has_stale_list = self.has_failed_check = False

    def document(self) -> ReportDocument | None:
        """The report; None, and a word why, where the dossier cannot be read."""
        from sanctcheck.dossier import handling  # noqa: PLC0415 - see `sanctcheck.cli`
        from sanctcheck.portrait.making import Circumstances, portrait_of  # noqa: PLC0415
        from sanctcheck.portrait.matches import lists_used  # noqa: PLC0415
        from sanctcheck.portrait.visibility import THE_OFFICE  # noqa: PLC0415
        from sanctcheck.report.dossier.building import document_of  # noqa: PLC0415
        from sanctcheck.screen.dossier.meeting import meet  # noqa: PLC0415
        from sanctcheck.screen.screening import Wanted  # noqa: PLC0415

        checked, against = self._checked()
        if checked is None or checked.dossier is None:
            self._say_that_it_cannot_be_read()
            return None
        reader = THE_OFFICE if self.given["reader"] is None else handling.reader(self.given["reader"])
        lists = () if against is None else lists_used(against)
        value = checked.document.value
        meeting = None if against is None else meet(checked.dossier, value, against.corpus, Wanted())
        portrait = portrait_of(checked, reader, Circumstances(self.as_of, self.law(), lists), meeting)
        if portrait is None:
            return None
        self.has_failed_check = any(each.internal_errors for each in checked.under)
        record = self._record(checked, reader)
        return document_of(portrait, record, self.law().standards, plain=self.given["plain"])

    def _checked(self) -> tuple[Validated | None, Against | None]:
        from sanctcheck.validation import Request, Validator  # noqa: PLC0415

        [file] = self.configured.files([self.candidate])
        request = Request(self.as_of, self.given["regimes"], max_bytes=self.given["max_bytes"])
        checked = Validator(self.law(), request).validate(file)
        if checked is None or not asks_lists(self.given):
            return checked, None
        from sanctcheck.screen.dossier.checked import held_against  # noqa: PLC0415
        from sanctcheck.screen.screening import Wanted  # noqa: PLC0415

        against = lists_asked_for(self.given, what_it_asks_of_lists(self.configured.in_force.configuration))
        self.has_stale_list = against.is_stale
        [held] = held_against([checked], against.corpus, Wanted())
        return held, against

    def _record(self, checked: Validated, reader: handling.Reader) -> FileRecord:
        """What was found, settled as the configuration has it, without what readers may not see."""
        from sanctcheck.finding import record_of  # noqa: PLC0415
        from sanctcheck.portrait.withholding import withheld  # noqa: PLC0415

        settled = self.configured.records([record_of(checked)])
        record = next(each for each in settled if each is not None and not each.is_settings)
        return withheld(record, checked, reader)

    def _say_that_it_cannot_be_read(self) -> None:
        from sanctcheck.text import visible  # noqa: PLC0415

        name = visible(self.candidate.name)
        click.echo(f"sanctcheck: {name} could not be read; see: sanctcheck validate {name}", err=True)
