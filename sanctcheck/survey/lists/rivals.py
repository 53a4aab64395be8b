"""A name that fits two entries of one list alike says of neither that it is meant."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sanctcheck.survey.lists.links import Link

CLOSE = 0.01
"""Scores that are no farther apart tell nobody from anybody."""
RIVALS = "two entries of one list fit alike"


def without_rivals(
    links: Iterable[Link], list_of: Callable[[str], int], are_same: Callable[[str, str], bool]
) -> list[Link]:
    """The same ties; those by name alone are not sure where another entry of the same list fits as well."""
    every = list(links)
    near: dict[tuple[str, int], list[tuple[float, str]]] = defaultdict(list)
    for link in every:
        if link.how is not None:
            near[link.first, list_of(link.second)].append((link.score, link.second))
            near[link.second, list_of(link.first)].append((link.score, link.first))

    def has_rival(one: str, other: str, score: float) -> bool:
        return any(
            each != other and each_score >= score - CLOSE and not are_same(*sorted((each, other)))
            for each_score, each in near[one, list_of(other)]
        )

    def is_unsure(link: Link) -> bool:
        return link.how == "name" and (
            has_rival(link.first, link.second, link.score) or has_rival(link.second, link.first, link.score)
        )

    return [replace(link, how=None, against=RIVALS) if is_unsure(link) else link for link in every]
