"""What is asked about an address, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from sanctcheck.reading.document import Path_, Place, Severity

Standing = Literal["alive", "gone", "refused", "failing", "unreachable", "certificate", "not-allowed"]
STANDING: Final[dict[Standing, str]] = {
    "alive": "it answers",
    "gone": "it is not there any more",
    "refused": "it does not let programs in, so that nothing is known",
    "failing": "its server has trouble",
    "unreachable": "it cannot be reached",
    "certificate": "its certificate could not be verified",
    "not-allowed": "it is not asked",
}
Content = Literal["same", "changed", "not-compared"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One address of an exhibit.

    Attributes:
        exhibit: its id.
        field: `url` or `archived`.
        url: the address.
        path: where it stands in the dossier.
        place: where it stands in the file.
        sha256: the hash with which what comes is to be compared; None where it is not.
        size: how many bytes it then has, where that is known.
    """

    exhibit: str
    field: Literal["url", "archived"]
    url: str
    path: Path_
    place: Place
    sha256: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking.

    Attributes:
        standing: how the address stands.
        status: the status of the last answer; 0 where there was none.
        content: whether it is what was recorded; None where that was not asked.
        moved_to: where it has moved to for good, if it has.
        why: more on it, in words for the user.
        kept: whether it is the answer of a run before.
    """

    standing: Standing
    status: int = 0
    content: Content | None = None
    moved_to: str = ""
    why: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class LinkFinding:
    """Something that somebody should look after."""

    rule: str
    severity: Severity
    exhibit: str
    path: Path_
    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class DossierLinks:
    """The addresses of one dossier.

    Attributes:
        file: its name.
        answers: each address with what came of it.
        findings: in the order of the dossier.
        protected: how many exhibits were not asked about because they are protected.
        unread: why the dossier could not be read; empty where it was.
    """

    file: str
    answers: tuple[tuple[Asked, Answer], ...] = ()
    findings: tuple[LinkFinding, ...] = ()
    protected: int = 0
    unread: str = ""
