"""`sanctcheck evidence links`: whether the addresses of exhibits still answer, and are still what was recorded."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.options import colour_option, max_bytes_option, today, view_of
from sanctcheck.cli.paths import named_files, paths_options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.links.model import Answer, Asked, DossierLinks

_HOURS = 24


@click.command(
    "links", short_help="Ask whether each link answers, is archived, and is still what was recorded."
)
@paths_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    help="The form of the report.",
)
@click.option(
    "--max-age",
    metavar="HOURS",
    type=click.IntRange(0, 24 * 365),
    default=_HOURS,
    show_default=True,
    help="Take answers of runs before that are no older; 0 asks anew.",
)
@click.option(
    "--user-agent", metavar="TEXT", help="Say who asks, for example with an address of your office."
)
@colour_option
@max_bytes_option
def command(**options: Any) -> None:
    """Ask of each address of the exhibits whether it answers, whether an archived copy is stated and answers, and whether
    what comes is what was recorded.

    This makes connections: to the hosts that the dossiers name, and to no other; who runs them sees that somebody asks, and from
    where. Exhibits that are protected are never asked about. Only the public web is asked, by http and https on their usual
    ports; what leads elsewhere is refused. One host is asked at most once a second.

    \b
    Exit status
      0  every address answers, and has an archived copy
      1  findings (a dossier that cannot be read is one)
      2  could not run
      3  nothing to check: no dossier, or none with an address
    """  # noqa: D205, D301 - click keeps the lines behind its \b as they stand
    agent = options["user_agent"]
    if agent is not None and not (agent.isascii() and agent.isprintable() and 0 < len(agent) <= 200):
        raise click.UsageError("--user-agent is a line of at most 200 plain characters.")
    candidates = named_files(options)
    ask = _asking(options["max_age"], agent)
    found = [each for candidate in candidates if (each := _one(candidate, options["max_bytes"], ask))]
    if not any(each.answers or each.unread or each.protected for each in found):
        click.echo("sanctcheck: no dossier with an address of an exhibit was found there.", err=True)
        sys.exit(3)
    _write(found, options["format_"])
    sys.exit(1 if any(each.findings or each.unread for each in found) else 0)


def _asking(hours: int, user_agent: str | None) -> Callable[[Asked], Answer]:
    """What asks an address, unless it was asked a short while ago."""
    from sanctcheck.links.asking import USER_AGENT, Asker  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.links.kept import KeptAnswers, usual_folder  # noqa: PLC0415
    from sanctcheck.links.pace import Pace  # noqa: PLC0415

    asker = Asker(Pace(), user_agent=user_agent or USER_AGENT)
    kept = KeptAnswers.opened(usual_folder(), hours * 3_600)

    def ask(asked: Asked) -> Answer:
        known = kept.get(asked.url, asked.sha256) if kept is not None else None
        if known is not None:
            return known
        answer = asker.ask(asked.url, asked.sha256, asked.size)
        if kept is not None:
            kept.put(asked.url, asked.sha256, answer)
        return answer

    return ask


def _one(candidate: Candidate, max_bytes: int, ask: Callable[[Asked], Answer]) -> DossierLinks | None:
    from sanctcheck.dossier.model import Dossier  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.links.checking import checked  # noqa: PLC0415
    from sanctcheck.links.model import DossierLinks  # noqa: PLC0415
    from sanctcheck.reading.files import read_document, read_standard_input  # noqa: PLC0415
    from sanctcheck.reading.shape import shape  # noqa: PLC0415
    from sanctcheck.tidy.dossier_file import is_dossier, why_not  # noqa: PLC0415

    if candidate.path is None:
        document = read_standard_input(max_bytes=max_bytes)
    else:
        document = read_document(candidate.path, candidate.name, max_bytes=max_bytes)
    if document.value is not None and not candidate.by_name and not is_dossier(document):
        return None
    dossier = shape(document, Dossier)
    reason = why_not(document)
    if dossier is None or reason is not None:
        return DossierLinks(document.name, unread=reason or "It cannot be read: see `sanctcheck validate`.")
    return checked(dossier, document, ask)


def _write(found: Sequence[DossierLinks], form: str) -> None:
    if form == "json":
        from sanctcheck.report.links import json_form  # noqa: PLC0415 - only the form asked for is imported

        click.echo(json_form.text(found), nl=False)
        return
    from sanctcheck.report.links import terminal  # noqa: PLC0415

    for piece in terminal.text(found, view_of(today())):
        click.echo(piece, nl=False)
