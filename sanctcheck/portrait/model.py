"""What a portrait holds: data alone, frozen and serialisable, with everything left out that its reader may not see.

A portrait stands beside the `FileRecord` of the same file. The record says what was found; the portrait says what the
dossier looks like: who is meant, what evidence there is for what, what was done when, and what law and lists were used.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - msgspec reads these annotations at run time
from typing import Literal

from sanctcheck.deadlines import Status  # noqa: TC001 - as above
from sanctcheck.dossier.vocabulary import (  # noqa: TC001 - as above
    Bearing,
    Directness,
    DisclosureExtent,
    ExhibitKind,
)
from sanctcheck.terms import Verified  # noqa: TC001 - as above

Level = Literal["public", "official", "restricted", "protected", "unmarked"]
"""How a part is handled; a dossier as a whole that says nothing is `unmarked`."""


@dataclass(frozen=True, slots=True)
class LawUsed:
    """The law of one regime as it was used.

    Attributes:
        day: the day whose law was applied.
        files: the files in which it is written, its own first, each with its SHA-256.
        last_verified: the last day on which a person compared it with its sources.
    """

    regime: str
    name: str
    day: date
    files: tuple[tuple[str, str], ...]
    last_verified: str


@dataclass(frozen=True, slots=True)
class ListUsed:
    """One published list, as it was used: the very snapshot."""

    list: str
    title: str
    snapshot: str
    sha256: str
    dated: str
    listings: int
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was stated, with the span that it can mean; a span without an end has none here."""

    stated: str
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class NameShown:
    """One name of the target, as it is written in one script."""

    name: str
    kind: str
    script: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is meant, and who is not. Empty but for `level` where the reader may not see it."""

    level: Level
    is_shown: bool
    type: str = ""
    nationalities: tuple[str, ...] = ()
    holds_public_office: bool = False
    names: tuple[NameShown, ...] = ()
    particulars: tuple[tuple[str, str], ...] = ()
    """What tells the target from others, as pairs of what it is and what it says."""
    told_apart: tuple[tuple[str, str], ...] = ()
    """Others of a like name, with what tells the two apart."""


@dataclass(frozen=True, slots=True)
class ExhibitShown:
    """One exhibit.

    Attributes:
        label: its id; its number in the dossier, `#3`, where the reader may not see it, and nothing else then.
        sources: the first sources to which it goes back, as numbers that are the same for the same source; none for one
            that speaks against, or that is not shown.
        disclosed: to what extent it was given to the target; None where the dossier does not say.
        is_referred_to: whether any element rests on it.
    """

    label: str
    level: Level
    is_shown: bool
    title: str = ""
    kind: ExhibitKind | None = None
    grade: str | None = None
    directness: Directness | None = None
    bearing: Bearing = "for"
    origin: str | None = None
    published: Day | None = None
    publisher: str | None = None
    cites: tuple[str, ...] = ()
    disclosed: DisclosureExtent | None = None
    sources: tuple[int, ...] = ()
    is_referred_to: bool = False

    @property
    def is_disclosed(self) -> bool:
        """Whether the target was given it, in full, redacted or in summary."""
        return self.disclosed in {"full", "redacted", "summary"}


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One element of one allegation under one regime, and the exhibits that carry it.

    Attributes:
        asks: what the regime asks to be shown; empty where it names no such element.
        exhibits: labels of the exhibits that carry it, in the order of the dossier; those that speak against are not.
        against: labels of the exhibits named for it that speak against it.
        independent: how many independent sources the exhibits go back to, those that are not shown included.
        undisclosed: how many of them the target was not given.
    """

    allegation: str
    element: str
    asks: str
    says: str | None
    exhibits: tuple[str, ...]
    against: tuple[str, ...]
    independent: int
    undisclosed: int


@dataclass(frozen=True, slots=True)
class VictimShown:
    """A victim, or a group of them, as far as kinds and counts go; who they are is no part of a portrait."""

    number: int | None = None
    activity: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class AllegationShown:
    """One allegation; its label alone where the reader may not see it."""

    label: str
    level: Level
    is_shown: bool
    summary: str = ""
    conduct: str = ""
    basis: str = ""
    role: str | None = None
    standing: str | None = None
    since: Day | None = None
    until: Day | None = None
    place: str | None = None
    country: str | None = None
    victims: tuple[VictimShown, ...] = ()
    withheld_victims: int = 0


@dataclass(frozen=True, slots=True)
class ActShown:
    """The act that the dossier is for."""

    kind: str
    status: str
    day: Day | None = None
    effective: Day | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """One listing ground relied on: the conduct and the link, by their ids in the regime's criteria."""

    regime: str
    conduct: str
    link: str
    allegations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """One measure imposed on the target."""

    kind: str
    regime: str | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Elements and exhibits under one regime."""

    regime: str
    rows: tuple[ElementRow, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the process."""

    event: str
    meaning: str
    day: Day | None = None
    regime: str | None = None
    detail: tuple[tuple[str, str], ...] = ()
    """What else the log says of it, as pairs of what it is and what it says."""
    due: Day | None = None


@dataclass(frozen=True, slots=True)
class DeadlineShown:
    """One day that the law sets, for this dossier or for the regime as a whole."""

    regime: str
    rule: str
    what: str
    provisions: tuple[str, ...]
    verified: Verified
    day: date
    status: Status
    of_regime: bool
    line: int | None = None
    effect: str | None = None
    is_earliest: bool = False
    is_good_practice: bool = False


@dataclass(frozen=True, slots=True)
class ListMatch:
    """A listing that came near somebody who is named in the dossier.

    Attributes:
        asked: the name that was looked for, and `matched` the listed name that it was compared with.
        parts: what the score is made of, each with its effect in log-odds.
        settled: why nobody has to look at it any more; empty where somebody has to.
    """

    role: str
    asked: str
    matched: str
    list: str
    reference: str
    name: str
    score: float
    programmes: tuple[str, ...] = ()
    listed_on: tuple[str, ...] = ()
    removed_on: tuple[str, ...] = ()
    parts: tuple[tuple[str, float], ...] = ()
    settled: str = ""


@dataclass(frozen=True, slots=True)
class ListMatches:
    """What the published lists hold near those who are named; None in a portrait where they were not asked."""

    looked_for: int
    protected: int
    """How many were not looked for, because the dossier protects them."""
    matches: tuple[ListMatch, ...]
    withheld: int = 0
    """How many matches the reader may not see."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """What one dossier looks like, for one circle of readers.

    Attributes:
        handling: how the dossier as a whole is marked.
        reader: for whom it was made: `office`, `target`, `public`, `partner:GB`; `levels` where levels were named.
        shown: the levels that this portrait may show.
        highest: the highest level of what it does show: the line of handling that has to stand on it.
        withheld: how many parts of each level were left out.
        circles: circles in which exhibits cite one another, by labels; those of exhibits that are not shown left out.
        regimes: the regimes under which it was assessed, in their order.
    """

    file: str
    id: str
    title: str | None
    prepared_by: str | None
    version: str
    as_of: date
    handling: Level
    reader: str
    shown: tuple[Level, ...]
    highest: Level
    withheld: tuple[tuple[Level, int], ...]
    act: ActShown | None
    grounds: tuple[Ground, ...]
    measures: tuple[MeasureShown, ...]
    comparators: tuple[bool, ...]
    """Of those in a like position whom the dossier compares, whether each is listed."""
    identity: Identity
    allegations: tuple[AllegationShown, ...]
    exhibits: tuple[ExhibitShown, ...]
    matrices: tuple[Matrix, ...]
    circles: tuple[tuple[str, ...], ...]
    independent: int
    """How many independent sources the dossier goes back to as a whole."""
    steps: tuple[Step, ...]
    deadlines: tuple[DeadlineShown, ...]
    laws: tuple[LawUsed, ...] = ()
    lists: tuple[ListUsed, ...] = ()
    matches: ListMatches | None = None
