"""The graph of the evidence: circles and first sources, also on a hostile dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.checks.base import Placed
from sanctcheck.checks.evidence._sources import circles, citations, first_sources, groups, independent_sources
from sanctcheck.dossier.model import Exhibit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MANY = 2_000
NAMES = [f"E{number}" for number in range(7)]
GRAPHS = st.fixed_dictionaries({name: st.lists(st.sampled_from(NAMES), max_size=4) for name in NAMES})
ORIGINS = st.fixed_dictionaries({}, optional={name: st.sampled_from(["o1", "o2", "E0"]) for name in NAMES})


def placed(
    cites: Mapping[str, Sequence[str]], origins: Mapping[str, str] | None = None
) -> list[Placed[Exhibit]]:
    stated = origins or {}
    return [
        Placed(
            Exhibit(id=name, title=name, kind="other", cites=list(cited), origin=stated.get(name)),
            ("exhibits", index),
        )
        for index, (name, cited) in enumerate(cites.items())
    ]


def reachable(graph: Mapping[str, Sequence[str]], start: str) -> set[str]:
    found: set[str] = set()
    left = list(graph[start])
    while left:
        node = left.pop()
        if node not in found:
            found.add(node)
            left.extend(graph[node])
    return found


def count(exhibits: list[Placed[Exhibit]]) -> int:
    return independent_sources(exhibits, first_sources(exhibits))


@given(GRAPHS)
def test_nodes_of_one_group_lead_to_one_another_and_no_others_do(graph: dict[str, list[str]]) -> None:
    group_of = {node: index for index, group in enumerate(groups(graph)) for node in group}
    beyond = {node: reachable(graph, node) | {node} for node in graph}

    assert set(group_of) == set(graph)
    for one in graph:
        for other in graph:
            assert (group_of[one] == group_of[other]) == (other in beyond[one] and one in beyond[other])


@given(GRAPHS)
def test_a_group_comes_after_all_to_which_it_leads(graph: dict[str, list[str]]) -> None:
    group_of = {node: index for index, group in enumerate(groups(graph)) for node in group}

    assert all(group_of[target] <= group_of[node] for node in graph for target in graph[node])


@given(GRAPHS)
def test_each_circle_is_a_way_back_to_its_start(graph: dict[str, list[str]]) -> None:
    for circle in circles(graph):
        steps = zip(circle, [*circle[1:], circle[0]], strict=True)

        assert all(target in graph[node] for node, target in steps)
        assert len(set(circle)) == len(circle)


@given(GRAPHS)
def test_there_is_a_circle_where_some_node_leads_back_to_itself(graph: dict[str, list[str]]) -> None:
    assert bool(circles(graph)) == any(node in reachable(graph, node) for node in graph)


def test_a_circle_is_the_shortest_one_and_starts_at_the_first_of_its_exhibits() -> None:
    graph = {"E1": ["E2", "E3"], "E2": ["E4"], "E3": ["E1"], "E4": ["E1"], "E5": ["E5"]}

    assert circles(graph) == [["E1", "E3"], ["E5"]]


def test_a_citation_that_leads_to_nothing_is_left_out() -> None:
    assert citations(placed({"E1": ["gone", "E2"], "E2": []})) == {"E1": ["E2"], "E2": []}


def test_a_circle_of_two_thousand_exhibits_is_found_without_recursion() -> None:
    graph = {f"E{number}": [f"E{(number + 1) % MANY}"] for number in range(MANY)}

    (circle,) = circles(graph)

    assert len(circle) == MANY
    assert count(placed(graph)) == 1


def test_a_chain_of_two_thousand_exhibits_has_no_circle_and_one_source() -> None:
    graph = {f"E{number}": [f"E{number + 1}"] if number + 1 < MANY else [] for number in range(MANY)}

    assert circles(graph) == []
    assert count(placed(graph)) == 1


def test_exhibits_that_all_cite_all_are_one_source_and_one_circle() -> None:
    names = [f"E{number}" for number in range(400)]
    graph = dict.fromkeys(names, names)

    assert circles(graph) == [["E0"]]
    assert count(placed(graph)) == 1


def test_exhibits_of_one_origin_are_one_source() -> None:
    assert count(placed({"E1": [], "E2": []}, {"E1": "agency", "E2": "agency"})) == 1
    assert count(placed({"E1": [], "E2": []}, {"E1": "agency", "E2": "clinic"})) == 2


def test_an_origin_may_be_another_exhibit() -> None:
    assert count(placed({"E1": [], "E2": []}, {"E1": "E2"})) == 1


def test_an_exhibit_that_states_an_origin_and_cites_its_record_is_not_two_sources() -> None:
    assert count(placed({"E1": ["E3"], "E2": [], "E3": []}, {"E1": "agency", "E2": "agency"})) == 1


def test_a_report_takes_nothing_from_the_independence_of_the_witnesses_that_it_cites() -> None:
    assert count(placed({"E1": [], "E2": [], "E3": ["E1", "E2"]})) == 2


def test_two_articles_on_one_report_are_one_source() -> None:
    exhibits = placed({"E1": ["E3"], "E2": ["E3"], "E3": []})

    assert independent_sources(exhibits[:2], first_sources(exhibits)) == 1


def test_one_exhibit_is_one_source_however_many_it_cites() -> None:
    exhibits = placed({"E1": ["E2", "E3"], "E2": [], "E3": []})

    assert independent_sources(exhibits[:1], first_sources(exhibits)) == 1


def test_an_exhibit_that_speaks_against_is_no_source_of_what_speaks_for() -> None:
    against = Placed(Exhibit(id="E9", title="E9", kind="other", bearing="against"), ("exhibits", 9))
    exhibits = placed({"E1": ["E9"]})

    assert first_sources([*exhibits, against]).keys() == {"E1"}


@given(GRAPHS, ORIGINS, st.permutations(NAMES))
def test_the_order_of_the_exhibits_does_not_matter(
    graph: dict[str, list[str]], origins: dict[str, str], order: list[str]
) -> None:
    shuffled = placed({name: graph[name][::-1] for name in order}, origins)

    assert count(placed(graph, origins)) == count(shuffled)


@given(GRAPHS, ORIGINS, st.lists(st.sampled_from(NAMES), unique=True))
def test_an_independent_exhibit_adds_one_source(
    graph: dict[str, list[str]], origins: dict[str, str], carrying: list[str]
) -> None:
    exhibits = placed({**graph, "new": []}, origins)
    sources = first_sources(exhibits)
    before = [exhibit for exhibit in exhibits if exhibit.part.id in carrying]

    after = independent_sources([*before, exhibits[-1]], sources)

    assert after == independent_sources(before, sources) + 1


@settings(max_examples=50)
@given(GRAPHS, ORIGINS, st.lists(st.sampled_from(NAMES), unique=True), st.sampled_from(NAMES))
def test_another_carrying_exhibit_never_takes_a_source_away(
    graph: dict[str, list[str]], origins: dict[str, str], carrying: list[str], added: str
) -> None:
    exhibits = placed(graph, origins)
    sources = first_sources(exhibits)
    before = [exhibit for exhibit in exhibits if exhibit.part.id in carrying]
    after = [exhibit for exhibit in exhibits if exhibit.part.id in {*carrying, added}]

    assert independent_sources(before, sources) <= independent_sources(after, sources)
