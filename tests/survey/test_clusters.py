"""However names tie entries, no group ever holds two entries that their list tells apart."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.survey.lists.clusters import Clusters
from sanctcheck.survey.lists.links import How, Link

_KEYS = [f"{name}{number}" for name in "abc" for number in range(4)]
_pairs = st.sampled_from([tuple(sorted(pair)) for pair in combinations(_KEYS, 2)])
_hows = st.sampled_from([*get_args(How), None])
_links = st.lists(
    st.builds(
        lambda pair, how, score: Link(pair[0], pair[1], how, score),
        _pairs,
        _hows,
        st.integers(0, 10).map(lambda n: n / 10),
    ),
    unique_by=lambda link: link.pair,
)
_same = st.frozensets(_pairs)


def _clusters(
    links: list[Link], same: frozenset[tuple[str, str]], apart: frozenset[tuple[str, str]]
) -> Clusters:
    made = Clusters(lambda key: ord(key[0]), lambda one, other: (one, other) in same, apart)
    made.join(links)
    return made


@given(_links, _same, _same)
@settings(deadline=None)
def test_no_group_holds_two_whom_a_list_or_a_person_tells_apart(
    links: list[Link], same: frozenset[tuple[str, str]], apart: frozenset[tuple[str, str]]
) -> None:
    made = _clusters(links, same, apart)

    for key in _KEYS:
        for pair in combinations(sorted(made.group(key)), 2):
            assert pair not in apart
            assert pair[0][0] != pair[1][0] or pair in same


@given(_links, _same, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_ties_does_not_matter(
    links: list[Link], same: frozenset[tuple[str, str]], chance: object
) -> None:
    shuffled = list(links)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    one, other = _clusters(links, same, frozenset()), _clusters(shuffled, same, frozenset())

    assert [set(one.group(key)) for key in _KEYS] == [set(other.group(key)) for key in _KEYS]


@given(_links)
@settings(deadline=None)
def test_nothing_is_joined_without_a_sure_tie(links: list[Link]) -> None:
    made = _clusters(links, frozenset(), frozenset())

    tied = {link.pair for link in links if link.how is not None}
    assert {link.pair for link in made.joins} <= tied
    assert {refused.link.pair for refused in made.refused} <= tied
