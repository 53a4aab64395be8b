"""The whole site: dossiers checked and made into pages, then the lists over them and the pages of the law."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sanctcheck import __version__
from sanctcheck.checking.in_turn import in_turn
from sanctcheck.deadlines import of_calendar
from sanctcheck.law.cells import all_versions
from sanctcheck.portrait.model import DeadlineShown
from sanctcheck.site import around, comparison, indexes, regimes, standards, survey
from sanctcheck.site.address import Addresses
from sanctcheck.site.dossiers import counted
from sanctcheck.site.indexes import Due, Entry
from sanctcheck.site.shell import DOSSIERS, policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sanctcheck.deadlines import Deadline
    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.portrait.model import Level
    from sanctcheck.site.dossiers import Answer, DossierWork, Piece
    from sanctcheck.site.folder import SiteFolder
    from sanctcheck.survey.lists.model import Overlap


@dataclass(slots=True)
class Built:
    """What was made, for whoever asked for it.

    Attributes:
        unread: files that are no dossier that can be read.
        left_out: dossiers that may not be shown, by their level.
        missing: names that no dossier has.
    """

    dossiers: int = 0
    pages: int = 0
    unread: int = 0
    internal_errors: int = 0
    left_out: Counter[Level] = field(default_factory=Counter)
    missing: frozenset[str] = frozenset()

    @property
    def found(self) -> int:
        """How many dossiers there were, whatever became of them."""
        return self.dossiers + self.unread + self.left_out.total()


def build(
    folder: SiteFolder,
    work: DossierWork,
    candidates: Iterable[Candidate] | None,
    *,
    overlap: Overlap | None = None,
    jobs: int = 1,
    watched: Callable[[Iterable[Answer]], Iterable[Answer]] = iter,
) -> Built:
    """Writes every page into a folder, without finishing it; no candidates at all make a site without dossiers.

    `overlap` is what the survey of the lists found, where lists were given; `watched` hands on what it is given, and may show how far the work is.
    """
    built = Built()
    writer = _Writer(folder, built)
    entries: list[Entry] = []
    if candidates is not None:
        answers = watched(in_turn(candidates, work, jobs))
        entries = indexes.in_order(_taken(answers, writer, work.readers.named))
    has_dossiers = candidates is not None
    for file, text in _pages(work, entries, built, has_dossiers=has_dossiers):
        writer.write(file, text)
    if has_dossiers or overlap is not None:
        pieces = (entry.piece for entry in entries)
        shown = work.readers.shown
        of_dossiers = survey.dossiers_surveyed(pieces, work.shell, shown) if has_dossiers else None
        writer.write(*survey.page(work.shell, of_dossiers, overlap))
    return built


def manifest(work: DossierWork) -> dict[str, object]:
    """What the site says of itself to programs; a server can send its policy as a header."""
    shell = work.shell
    return {
        "tool": f"sanctcheck {__version__}",
        "title": shell.title,
        "as_of": shell.as_of.isoformat(),
        "content_security_policy": policy(),
    }


@dataclass(slots=True)
class _Writer:
    folder: SiteFolder
    built: Built

    def write(self, file: str, text: str) -> None:
        self.folder.write(file, text)
        self.built.pages += 1


def _taken(answers: Iterable[Answer], writer: _Writer, named: frozenset[str]) -> Iterator[Entry]:
    """The dossiers that are shown, their pages written as they come, so that memory does not hold them all."""
    built, addresses = writer.built, Addresses()
    found: set[str] = set()
    for answer in answers:
        found |= answer.names
        piece = answer.piece
        if not answer.is_dossier:
            continue
        if piece is None:
            if answer.level is None:
                built.unread += 1
            else:
                built.left_out[answer.level] += 1
            continue
        built.dossiers += 1
        built.internal_errors += piece.internal_errors
        file = f"{DOSSIERS.name}/{addresses.address(piece.id, piece.file)}.html"
        writer.write(file, piece.page)
        yield Entry(replace(piece, page=""), file)
    built.missing = named - found


def _pages(
    work: DossierWork, entries: list[Entry], built: Built, *, has_dossiers: bool
) -> Iterator[tuple[str, str]]:
    law, shell = work.circumstances.law, work.shell
    pieces = [entry.piece for entry in entries]
    gaps, assessed = counted(pieces)
    dues = list(_dues(work, entries, assessed if has_dossiers else None))
    yield around.home(
        shell,
        dossiers=len(entries) if has_dossiers else None,
        errors=_total(pieces, lambda piece: piece.open_gaps("error")),
        warnings=_total(pieces, lambda piece: piece.open_gaps("warning")),
        settled=_total(pieces, lambda piece: sum(bool(gap.settled) for gap in piece.gaps)),
        overdue=sum(due.deadline.status == "overdue" for due in dues),
        has_lists=bool(work.circumstances.lists),
    )
    if has_dossiers:
        yield from indexes.dossiers(entries, shell, left_out=built.left_out.total() > 0)
        yield from indexes.findings(entries, law.standards, shell)
    yield from indexes.deadlines(dues, shell)
    stood = {name: all_versions(law.regime(name).regime, law.standards) for name in law.regime_ids}
    yield from comparison.pages(law, shell, stood)
    yield from standards.pages(law, shell, stood, gaps)
    yield from regimes.pages(law, shell, stood, assessed)
    yield around.sources(law, work.circumstances.lists, shell)
    yield around.limits(shell)
    yield from around.search(law, entries, shell)


def _total(pieces: Iterable[Piece], number: Callable[[Piece], int]) -> int:
    return sum(map(number, pieces))


def _dues(work: DossierWork, entries: Iterable[Entry], assessed: Counter[str] | None) -> Iterator[Due]:
    """Every deadline: of the dossiers, and of the regimes that they were assessed under; without any, of all regimes."""
    for entry in entries:
        for deadline in entry.piece.deadlines:
            yield Due(deadline, entry)
    law = work.circumstances.law
    for name in law.regime_ids:
        if assessed is None or name in assessed:
            for fixed in of_calendar(law.regime(name).regime, work.shell.as_of):
                yield Due(_shown(fixed))


def _shown(fixed: Deadline) -> DeadlineShown:
    return DeadlineShown(
        regime=fixed.regime,
        rule=fixed.rule,
        what=fixed.what,
        provisions=fixed.provisions,
        verified=fixed.verified,
        day=fixed.day,
        status=fixed.status,
        of_regime=True,
        effect=fixed.effect,
        is_earliest=fixed.is_earliest,
    )
