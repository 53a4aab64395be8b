"""Somebody who is known by one word alone: found where it stands as a name, and not where it is an ordinary word."""

from __future__ import annotations

import pytest

from sanctcheck.leaks.guard import Guard
from sanctcheck.leaks.secrets import Secret


def guard(*names: str) -> Guard:
    """What watches over one protected person."""
    return Guard([Secret("protected", names, (), None, ())])


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Suharto", "They heard Suharto there.", True),
        ("Suharto", "they heard suharto there", True),
        ("Suharto", "They heard Soeharto there.", True),
        ("Suharto", "They heard Suhorto there.", False),
        ("Sumi", "They heard Sumi there.", True),
        ("Sumi", "they heard sumi there", False),
        ("Li", "They heard Li there.", False),
    ],
)
def test_the_one_word_of_a_name_is_found_where_it_is_long_enough_and_hardly_differs(
    name: str, text: str, *, told: bool
) -> None:
    assert guard(name).is_told(text) is told
