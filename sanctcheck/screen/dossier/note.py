"""One thing that the lists say about a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sanctcheck.reading.document import Path_, Severity
    from sanctcheck.screen.screening import Hit

Rule = Literal[
    "namesake-listed", "already-listed", "number-of-another", "associate-not-listed", "associate-listed"
]
STANDARD: dict[Rule, str] = {
    "namesake-listed": "target-told-apart",
    "already-listed": "target-identified",
    "number-of-another": "target-identified",
    "associate-not-listed": "link-with-conduct",
    "associate-listed": "link-with-conduct",
}
"""By rule, the standard that it bears on."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the lists say about one part of a dossier.

    Attributes:
        path: the part.
        severity: None where nothing is lacking, and it is only worth knowing.
        listing: the key of the listing that it is about; empty where it is about none.
    """

    rule: Rule
    path: Path_
    message: str
    severity: Severity | None = None
    remedy: str | None = None
    listing: str = ""

    @property
    def standard(self) -> str:
        """The standard that it bears on."""
        return STANDARD[self.rule]


def listed_as(hit: Hit) -> str:
    """Who is listed, and by whom: `gb-fcdo GHR0001, Orlan VESKARI`."""
    return f"{hit.listed.named} {hit.entry.id}, {hit.entry.name}"


def listed_under(hit: Hit) -> str:
    """Under what, and since when: ` under Global Human Rights since 2026-04-10`; what the list leaves out is left out."""
    programmes = f" under {'; '.join(hit.entry.programmes)}" if hit.entry.programmes else ""
    since = f" since {hit.entry.listed_on[0]}" if hit.entry.listed_on else ""
    return programmes + since
