"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["fine", "note", "mend"]
"""As it should be; worth knowing or not set up; wrong, or too old to rely on."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen, and what can be done about it; nothing has to be done where `advice` is empty."""

    name: str
    state: State
    says: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What was seen of one part of the installation or the repository."""

    title: str
    sights: tuple[Sight, ...]
