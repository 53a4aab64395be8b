"""What the site says of one dossier, made where it was checked: its page, and what the lists of the site say of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sanctcheck.finding import record_of
from sanctcheck.portrait.coding import portrait_as_bytes
from sanctcheck.portrait.making import portrait_of
from sanctcheck.portrait.visibility import LEVELS, whole_level
from sanctcheck.portrait.withholding import withheld
from sanctcheck.screen.dossier.checked import met_in_lists
from sanctcheck.screen.screening import Wanted
from sanctcheck.site.dossier_page import dossier_page
from sanctcheck.validation import Validator

if TYPE_CHECKING:
    from collections.abc import Callable

    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.portrait.making import Circumstances
    from sanctcheck.portrait.model import DeadlineShown, Level, Portrait
    from sanctcheck.record import FileRecord, Finding
    from sanctcheck.screen.corpus import Corpus
    from sanctcheck.site.shell import Shell
    from sanctcheck.validation import Request, Validated


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap or flaw, as the index of findings has it; `standard` is empty for a flaw of the file's form."""

    standard: str
    family: str
    regime: str
    rule: str
    severity: str
    outcome: str
    message: str
    settled: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What the site says of one dossier."""

    id: str
    file: str
    title: str
    name: str
    kind: str
    status: str
    day: str
    level: Level
    regimes: tuple[str, ...]
    gaps: tuple[Gap, ...]
    deadlines: tuple[DeadlineShown, ...]
    page: str
    portrait: bytes
    internal_errors: int = 0

    def open_gaps(self, severity: str) -> int:
        """How many gaps of a severity nobody has settled."""
        return sum(gap.severity == severity and not gap.settled for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one file.

    Attributes:
        piece: what is shown of it; None where it is not shown.
        names: the names of `--dossier` by which it was asked for.
        is_dossier: whether it is one at all; a file of a folder may be something else.
        level: how the dossier as a whole is marked; None where it could not be read.
    """

    piece: Piece | None = None
    names: frozenset[str] = frozenset()
    is_dossier: bool = True
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Readers:
    """Whom the site is for.

    Attributes:
        shown: the levels that it shows of every dossier.
        named: dossiers that are in it whatever their level, by id or file.
    """

    shown: frozenset[Level]
    named: frozenset[str] = frozenset()

    def levels(self, whole: Level, *, is_named: bool) -> frozenset[Level] | None:
        """The levels that are shown of a dossier; None where it is not in the site.

        A dossier that is asked for by name is shown up to the level that it has as a whole: an exhibit that is marked
        higher stays out.
        """
        if whole == "protected":
            return None
        if is_named:
            return self.shown | set(LEVELS[: LEVELS.index(whole) + 1]) - {"protected"}
        return self.shown if whole in self.shown else None


@dataclass(slots=True)
class DossierWork:
    """Checks dossiers and makes what the site says of them, one at a time."""

    request: Request
    circumstances: Circumstances
    readers: Readers
    shell: Shell
    settled: Callable[[FileRecord], FileRecord]
    corpus: Corpus | None = None
    _validator: Validator | None = field(default=None)

    def __call__(self, candidate: Candidate) -> Answer:
        """What becomes of one file."""
        if self._validator is None:
            self._validator = Validator(self.circumstances.law, self.request)
        validated = self._validator.validate(candidate)
        if validated is None:
            return Answer(is_dossier=False)
        return self.answer(validated)

    def answer(self, validated: Validated) -> Answer:
        """What becomes of one file that was checked."""
        dossier, value = validated.dossier, validated.document.value
        name = validated.document.name
        if dossier is None:
            return Answer(names=self.readers.named & {name})
        names = self.readers.named & {dossier.id, name}
        level = whole_level(value)
        shown = self.readers.levels(level, is_named=bool(names))
        portrait = None if shown is None else self._portrait(validated, shown)
        if shown is None or portrait is None:
            return Answer(names=names, level=level)
        record = withheld(self.settled(record_of(validated)), validated, shown)
        return Answer(self._piece(record, portrait), names, level=level)

    def _portrait(self, validated: Validated, shown: frozenset[Level]) -> Portrait | None:
        meeting = None if self.corpus is None else met_in_lists(validated, self.corpus, Wanted())
        return portrait_of(validated, shown, self.circumstances, meeting)

    def _piece(self, record: FileRecord, portrait: Portrait) -> Piece:
        act = portrait.act
        return Piece(
            id=portrait.id,
            file=record.file,
            title=portrait.title or "",
            name=record.about.name if record.about else "",
            kind=act.kind if act else "",
            status=act.status if act else "",
            day=act.day.stated if act and act.day else "",
            level=portrait.handling,
            regimes=tuple(under.id for under in record.under),
            gaps=tuple(_gap(each) for each in record.findings if each.severity is not None),
            deadlines=tuple(each for each in portrait.deadlines if not each.of_regime),
            page=dossier_page(self.shell, self.circumstances.law.standards, record, portrait),
            portrait=portrait_as_bytes(portrait),
            internal_errors=sum(len(under.internal_errors) for under in record.under),
        )


def _gap(finding: Finding) -> Gap:
    return Gap(
        finding.standard or "",
        finding.family,
        finding.regime or "",
        finding.rule,
        finding.severity or "",
        finding.outcome or "",
        finding.message,
        finding.settled.how if finding.settled else "",
    )


def counted(pieces: list[Piece]) -> tuple[Counter[str], Counter[str]]:
    """How many open gaps there are in each standard, and how many dossiers were assessed under each regime."""
    gaps = Counter(gap.standard for piece in pieces for gap in piece.gaps if not gap.settled)
    regimes = Counter(regime for piece in pieces for regime in piece.regimes)
    return gaps, regimes
