"""Findings as Markdown, for a comment on a pull request and for a job summary; CommonMark, and bounded in length.

The gravest are shown first where not all of them have room, and it is said how many more there are.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.report import base
from sanctcheck.report.listed import (
    SETTLED,
    count,
    excluded_words,
    lacking,
    law_of,
    rule_id,
    said,
    settled_words,
    where,
)
from sanctcheck.report.markdown import foreign
from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.record import FileRecord, Finding, InternalError
    from sanctcheck.tally import Tally

LIMIT = 60_000
"""A comment on GitHub takes 65,536 characters."""
_LONGEST = 600
_WEIGHTS = ("error", "warning", "settled")


class _Item(NamedTuple):
    """What one rule found in one dossier, as it is shown, and the place of both in the order of all."""

    dossier: int
    weight: int
    number: int
    findings: int
    head: str
    text: str


class Form(base.Form):
    """A head with the counts, and a list a dossier. It is written at the end, when it is known what has room."""

    def __init__(self, run: base.Run) -> None:
        super().__init__(run)
        self._kept: tuple[list[_Item], ...] = tuple([] for _ in _WEIGHTS)
        self._room = [LIMIT for _ in _WEIGHTS]
        self._dossiers = 0
        self._found = 0
        self._failed: list[str] = []

    def dossier(self, record: FileRecord) -> str:
        """Nothing yet."""
        self._dossiers += 1
        head = f"\n### {foreign(record.file) or '(no name)'}\n\n{_about(record)}"
        alike: dict[tuple[int, str], list[Finding]] = {}
        for finding in lacking(record):
            alike.setdefault((_weight(finding), rule_id(finding)), []).append(finding)
        for number, ((weight, _), found) in enumerate(alike.items()):
            self._found += len(found)
            # What is too much by itself is too much for all: no more is kept than could be shown.
            if self._room[weight] > 0:
                text = "".join(_lines(found))
                self._room[weight] -= len(text)
                self._kept[weight].append(_Item(self._dossiers, weight, number, len(found), head, text))
        for under in record.under:
            self._failed += [_failure(error) for error in under.internal_errors]
        return ""

    def closing(self, tally: Tally) -> str:
        """The page."""
        head = "".join(_head(tally, self.run)) + "".join(self._failed[:10])
        foot = "".join(_foot(tally))
        room = LIMIT - len(head) - len(foot) - 100
        shown = _with_room([item for kept in self._kept for item in kept], room)
        more = self._found - sum(item.findings for item in shown)
        rest = (
            f"\n{count(more, 'more finding')} {'is' if more == 1 else 'are'} not shown here.\n"
            if more
            else ""
        )
        return f"{head}{''.join(_body(sorted(shown)))}{rest}{foot}"


def _weight(finding: Finding) -> int:
    return _WEIGHTS.index("settled" if finding.settled else str(finding.severity))


def _failure(error: InternalError) -> str:
    words = (
        f"The check {error.check} failed ({error.error}). This is a mistake in sanctcheck: please report it."
    )
    return f"\n{foreign(words)}\n"


def _with_room(items: Iterable[_Item], room: int) -> list[_Item]:
    """The first of some items, with the heads of their dossiers, that have room."""
    shown: list[_Item] = []
    heads: set[int] = set()
    for item in items:
        needed = len(item.text) + (0 if item.dossier in heads else len(item.head))
        if needed > room:
            break
        room -= needed
        heads.add(item.dossier)
        shown.append(item)
    return shown


def _body(items: Iterable[_Item]) -> Iterator[str]:
    for head, of_dossier in groupby(items, key=lambda item: item.head):
        yield head
        for item in of_dossier:
            yield item.text


def _head(tally: Tally, run: base.Run) -> Iterator[str]:
    errors, warnings = tally.severities["error"], tally.severities["warning"]
    yield f"## sanctcheck: {count(errors, 'error')}, {count(warnings, 'warning')}\n\n"
    clean = tally.dossiers - tally.with_findings
    parts = [f"{count(tally.dossiers, 'dossier')} as of {run.as_of}", f"{clean} without findings"]
    if tally.unreadable:
        parts.append(f"{tally.unreadable} could not be read")
    parts += [f"{tally.settled[how]} {said_}" for how, said_ in SETTLED.items() if tally.settled[how]]
    yield f"{', '.join(parts)}.\n"
    for words in excluded_words(tally):
        yield f"\n{foreign(words)}\n"


def _about(record: FileRecord) -> str:
    about = record.about
    if record.is_settings:
        return "Settings of the repository.\n\n"
    if about is None:
        return "Not assessed: mend the form first.\n\n"
    act = f": {about.kind}, {about.status}{f' {about.day}' if about.day else ''}" if about.kind else ""
    return f"About {foreign(shorten(about.name) + act)}\n\n"


def _lines(alike: Sequence[Finding]) -> Iterator[str]:
    first = alike[0]
    kind = f"{first.severity}, settled" if first.settled else f"**{first.severity}**"
    yield f"- {kind} `{rule_id(first)}`{f': {foreign(first.title)}' if first.title else ''}\n"
    for finding in alike:
        yield f"  - {foreign(where(finding))}: {foreign(_short(said(finding)))}\n"
        if finding.settled:
            yield f"    - {foreign(_short(settled_words(finding.settled)))}\n"
    if not first.settled:
        yield from (f"  - law: {foreign(law_of(first))}\n" for _ in first.provisions[:1])
        yield from (f"  - do: {foreign(remedy)}\n" for remedy in (first.remedy,) if remedy)


def _foot(tally: Tally) -> Iterator[str]:
    marks = [f"[{MARKS[mark]}] {LEGEND[mark]}" for mark in MARKS if tally.marks[mark]]
    if marks:
        yield f"\n{foreign('. '.join(marks))}.\n"
    yield "\nsanctcheck reports; a person decides.\n"


def _short(text: str) -> str:
    return shorten(text, _LONGEST)
