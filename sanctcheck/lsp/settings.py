"""What the editor's settings say: under which regimes, and for which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sanctcheck.text import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_BYTES = 1024 * 1024
"""What is checked at each change is bounded more closely than what is checked once."""
_KNOWN = ("regimes", "asOf")


@dataclass(frozen=True, slots=True)
class Settings:
    """Empty regimes are those that a dossier names; without a day it is today."""

    regimes: tuple[str, ...] = ()
    as_of: date | None = None

    @property
    def today(self) -> date:
        """Today, in UTC, as `validate` has it."""
        return datetime.now(UTC).date()

    @property
    def day(self) -> date:
        """The day of the assessment."""
        return self.as_of or self.today


def settings_from(options: Any, known_regimes: Sequence[str]) -> tuple[Settings, list[str]]:
    """The settings in what an editor has sent, and what was wrong with it. What is wrong is left out."""
    if not isinstance(options, dict):
        return Settings(), []
    wrong = [
        f"No setting is called {quoted(name)}.{did_you_mean(str(name), _KNOWN)}"
        for name in options
        if name not in _KNOWN
    ]
    given = options.get("regimes") or []
    if not isinstance(given, list):
        wrong.append("“regimes” is a list of ids, for example [“gb-ghr”].")
        given = []
    regimes = [name for name in given if name in known_regimes]
    wrong += [
        f"No regime is called {quoted(name)}.{did_you_mean(str(name), known_regimes)}"
        for name in given
        if name not in known_regimes
    ]
    return Settings(tuple(regimes), _day(options.get("asOf"), wrong)), wrong


def _day(written: Any, wrong: list[str]) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except (TypeError, ValueError):
        wrong.append(f"“asOf” is a day, year-month-day, for example 2026-03-01; {quoted(written)} is none.")
        return None
