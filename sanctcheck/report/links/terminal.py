"""Links for a terminal: what somebody should look after first, then each address as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.dossier.rules import RULES
from sanctcheck.links.model import STANDING
from sanctcheck.report.listed import count
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.links.model import Answer, Asked, DossierLinks, LinkFinding
    from sanctcheck.report.view import View


def text(dossiers: Sequence[DossierLinks], view: View) -> Iterator[str]:
    """All of it, piece by piece."""
    for each in dossiers:
        yield from _dossier(each, view)
    yield view.wrapped(_summary(dossiers), "")


def _dossier(each: DossierLinks, view: View) -> Iterator[str]:
    yield view.paint(f"Dossier {visible(each.file)}", "strong") + "\n"
    if each.unread:
        yield view.wrapped(visible(each.unread), "  ", "    ")
    for finding in each.findings:
        yield from _finding(finding, each.file, view)
    for asked, answer in each.answers:
        yield from _answer(asked, answer, view)
    if each.protected:
        exhibits = "1 exhibit is" if each.protected == 1 else f"{each.protected:,} exhibits are"
        yield view.wrapped(f"{exhibits} protected, and nobody was asked about them.", "\n  ", "  ")
    yield "\n"


def _finding(finding: LinkFinding, file: str, view: View) -> Iterator[str]:
    yield f"\n  {view.paint(finding.severity, finding.severity)}  {finding.rule}  {visible(finding.exhibit)}\n"
    yield view.wrapped(finding.message, "    ", "    ")
    yield view.wrapped(f"{visible(file)}:{finding.place.line}:{finding.place.column}", "    at  ", "        ")
    yield view.wrapped(RULES[finding.rule].remedy, "    do  ", "        ")


def _answer(asked: Asked, answer: Answer, view: View) -> Iterator[str]:
    field = "page" if asked.field == "url" else "archived copy"
    said = [STANDING[answer.standing]]
    if answer.status and answer.standing != "alive":
        said.append(f"status {answer.status}")
    if answer.content == "same":
        said.append("the file recorded")
    if answer.kept:
        said.append("asked before")
    yield view.wrapped(f"{visible(asked.exhibit)}  {field}: {', '.join(said)}", "\n  ", "    ")
    yield f"    {visible(asked.url)}\n"
    if answer.moved_to:
        yield f"    moved for good to {visible(answer.moved_to)}\n"


def _summary(dossiers: Sequence[DossierLinks]) -> str:
    answers = [answer for each in dossiers for _, answer in each.answers]
    alive = sum(answer.standing == "alive" for answer in answers)
    errors = sum(finding.severity == "error" for each in dossiers for finding in each.findings)
    warnings = sum(len(each.findings) for each in dossiers) - errors
    addresses = "1 address" if len(answers) == 1 else f"{len(answers):,} addresses"
    return f"{addresses}, answering: {alive:,}; {count(errors, 'error')}, {count(warnings, 'warning')}."
