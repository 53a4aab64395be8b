"""One question put to the lists: who is meant, and where the question stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.names.party import Party

MAX_NAME = 500
"""Characters of a name that is screened; a longer text is no name."""
MAX_EACH = 100
"""Names, birth dates, countries and numbers of one query, each."""
MAX_CELL = 1_000
"""Characters of what is stated beside the names; a longer text is not read."""


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
    stated = {
        "names": len(party.names),
        "birth dates": len(party.births),
        "countries": len(party.countries),
        "numbers": len(party.identifiers),
    }
    for what, number in stated.items():
        if number > MAX_EACH:
            return f"{number:,} {what}: at most {MAX_EACH} are read."
    return ""
