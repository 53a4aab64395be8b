"""One record of a checked file: everything that a report says of it, and nothing of how it was found.

A record is data alone, frozen and small: it holds no document and no model, so that it can be kept in a cache and
handed from one process to another, and every report is made from the same. What is protected is no part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - msgspec reads these annotations at run time
from typing import Literal

from sanctcheck.reading.document import Path_, Place, Severity  # noqa: TC001 - as above
from sanctcheck.terms import Force, Outcome, Verified  # noqa: TC001
from sanctcheck.text import encodable

FORM = "form"
"""The family of flaws: what is wrong with a file whatever the law asks."""
LISTS = "identity"
"""The family of what the published lists say of those who are named, whatever the law asks."""


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """A part of the dossier that matters to a finding, with a few words on why; the words may be empty."""

    place: Place
    pointer: Path_
    words: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line on which a finding stands, for a report that shows it; cut to what stands around it where it is long.

    Attributes:
        text: the line as it was written, and so text from outside; None where it is protected.
        start: where in the text the part begins that is meant, counted from zero.
        end: the first character behind that part.
        left_out: how many characters of the line are left out before the text.
    """

    text: str | None
    start: int = 0
    end: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Settled:
    """Why a finding does not count for the exit status. It stays in every report.

    Attributes:
        how: accepted by somebody with a reason, or found when the baseline was taken.
        reason: in the words of whoever accepted it.
        by: who accepted it.
        until: the last day on which it is accepted.
        where: the file in which that is written, with the line where it has one: `sanctcheck.toml:12`.
    """

    how: Literal["accepted", "baseline"]
    reason: str | None = None
    by: str | None = None
    until: date | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A gap that somebody answers for, as it is written in a dossier or in a configuration.

    Attributes:
        standard: of the gap, or REGIME:CRITERION.
        file: the file in which it is written; `place` is the line there.
        at: the part of the dossier, by fields and ids; empty for every part.
    """

    standard: str
    reason: str
    by: str
    until: date
    file: str
    place: Place
    pointer: Path_ = ()
    at: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The file and line in which it is written."""
        return f"{self.file}:{self.place.line}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result, ready to be reported.

    Attributes:
        rule: id of the criterion, or of the rule of form.
        family: of the standard; `form` for a flaw of the file.
        outcome: None for a flaw of the file.
        severity: None where nothing is lacking.
        provisions: the citations that ask for it, the main one first.
        fingerprint: the same for the same gap when lines move; it holds no text of the dossier. Empty where nothing is
            lacking.
        named: the pointer with the ids of list items in place of their numbers, by which it is told from others.
        missing_part: the part that the dossier as a whole lacks, so that no line can be shown.
        excerpt: the line on which it stands; None where there is none, or nothing is lacking.
        settled: why it does not count, although something is lacking.
    """

    rule: str
    family: str
    title: str
    message: str
    place: Place
    pointer: Path_
    regime: str | None = None
    standard: str | None = None
    outcome: Outcome | None = None
    severity: Severity | None = None
    related: tuple[RelatedPlace, ...] = ()
    provisions: tuple[str, ...] = ()
    verified: Verified | None = None
    note: str | None = None
    remedy: str | None = None
    due: date | None = None
    fingerprint: str = ""
    named: Path_ = ()
    missing_part: str | None = None
    excerpt: Excerpt | None = None
    settled: Settled | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is lacking that nobody has settled: only such findings count for the exit status."""
        return self.severity is not None and self.settled is None


@dataclass(frozen=True, slots=True)
class About:
    """Whom a dossier is about and which act it is for: the line below its name."""

    name: str
    """The first name of the target, as the dossier gives it; `[protected]` where that is protected."""
    kind: str | None = None
    status: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class CriterionRecord:
    """One criterion that was tested, with its outcome as a whole; the results behind it are findings."""

    id: str
    standard: str
    family: str
    title: str
    force: Force
    provisions: tuple[str, ...]
    verified: Verified
    note: str | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class InternalError:
    """A check that could not do its work. That is our mistake, never the dossier's."""

    regime: str
    criterion: str
    check: str
    error: str


@dataclass(frozen=True, slots=True)
class LawFile:
    """A file of the law that a result rests on, with its SHA-256."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RegimeRecord:
    """A dossier under one regime: every criterion in force on the day of the law.

    Attributes:
        law: the files that the regime was read from: its own, those that it includes, and the standards.
    """

    id: str
    name: str
    law_day: date
    criteria: tuple[CriterionRecord, ...]
    internal_errors: tuple[InternalError, ...] = ()
    law: tuple[LawFile, ...] = ()

    @property
    def was_in_force(self) -> bool:
        """Whether the regime asked anything at all on the day."""
        return bool(self.criteria or self.internal_errors)


@dataclass(frozen=True, slots=True)
class FileRecord:
    r"""One file that was checked.

    Attributes:
        file: its name, as the user or the folder gave it; bytes in it that are no UTF-8 are written out, `\xff`, so
            that a record can be encoded.
        id: of the dossier; None where it could not be read as one.
        about: None where it could not be read as a dossier, and so was not assessed.
        is_settings: whether it is no dossier but a configuration or a baseline, of which there is something to say.
        fail_on: from which severity on it fails, where that is stricter than for the run.
        accepted: the gaps that the dossier says somebody answers for.
        findings: flaws of the file in the order of its lines, then each result under each regime in the order of the
            law.
        sha256: of the bytes of the file; empty where not all of them were read.
    """

    file: str
    id: str | None = None
    about: About | None = None
    findings: tuple[Finding, ...] = ()
    under: tuple[RegimeRecord, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    is_settings: bool = False
    fail_on: Severity | None = None
    sha256: str = ""

    def __post_init__(self) -> None:
        """Whoever names the file, its name can be encoded."""
        object.__setattr__(self, "file", encodable(self.file))

    @property
    def is_assessed(self) -> bool:
        """Whether the file could be read as a dossier."""
        return self.about is not None

    @property
    def flaws(self) -> tuple[Finding, ...]:
        """What is wrong with the file whatever the law asks."""
        return tuple(finding for finding in self.findings if finding.regime is None)

    def results(self, regime: str) -> tuple[Finding, ...]:
        """The results under one regime, whatever their outcome."""
        return tuple(finding for finding in self.findings if finding.regime == regime)
