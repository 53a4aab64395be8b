"""One question put to the lists: who is meant, and where the question stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.names.party import Party

MAX_NAME = 500
"""Characters of a name that is screened; a longer text is no name."""
MAX_NAMES = 100
"""Names of one query."""


@dataclass(frozen=True, slots=True)
class Query:
    """Somebody to look for.

    Attributes:
        row: its number in the file, from 0; line feeds and blank lines do not count.
        party: what is known of them.
        id: the file's own word for it, such as the number of a customer.
        problem: why it cannot be screened; empty where it can.
        not_understood: what the file states of them that has no reading, and is not compared.
    """

    row: int
    party: Party
    id: str = ""
    problem: str = ""
    not_understood: tuple[str, ...] = ()


def problem_of(party: Party) -> str:
    """Why somebody cannot be screened; empty where they can."""
    if not any(any(letter.isalnum() for letter in name.text) for name in party.names):
        return "There is no name."
    longest = max(len(name.text) for name in party.names)
    if longest > MAX_NAME:
        return f"A name of {longest:,} characters: at most {MAX_NAME} are read."
    if len(party.names) > MAX_NAMES:
        return f"{len(party.names):,} names: at most {MAX_NAMES} are read."
    return ""
