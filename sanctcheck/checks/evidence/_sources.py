"""The graph of the evidence: which exhibits draw on which, the circles in it, and the sources it goes back to.

A dossier may be hostile: nothing here recurses, and each step looks at every citation a fixed number of times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sanctcheck.checks.base import Placed
    from sanctcheck.dossier.model import Exhibit

    Graph = Mapping[str, Sequence[str]]


def citations(exhibits: Sequence[Placed[Exhibit]]) -> dict[str, list[str]]:
    """The exhibits that each exhibit cites; an id that leads to nothing is left out (another finding names it)."""
    known = {exhibit.part.id for exhibit in exhibits}
    return {exhibit.part.id: [name for name in exhibit.part.cites if name in known] for exhibit in exhibits}


def groups(graph: Graph) -> list[list[str]]:
    """The nodes in groups whose members all lead to one another, a group after all those to which it leads."""
    reverse: dict[str, list[str]] = {node: [] for node in graph}
    for node, targets in graph.items():
        for target in targets:
            reverse[target].append(node)
    seen: set[str] = set()
    left = _by_departure(graph)[::-1]
    return [list(_departures(reverse, node, seen)) for node in left if node not in seen][::-1]


def _by_departure(graph: Graph) -> list[str]:
    seen: set[str] = set()
    return [left for node in graph if node not in seen for left in _departures(graph, node, seen)]


def _departures(graph: Graph, start: str, seen: set[str]) -> Iterator[str]:
    """The nodes that are reached from `start` and not yet seen, each when all behind it is done."""
    seen.add(start)
    trail = [(start, iter(graph[start]))]
    while trail:
        node, rest = trail[-1]
        following = next((target for target in rest if target not in seen), None)
        if following is None:
            trail.pop()
            yield node
        else:
            seen.add(following)
            trail.append((following, iter(graph[following])))


def circles(graph: Graph) -> list[list[str]]:
    """One shortest circle of each group that has one, begun at its first node, in the order of the graph."""
    position = {node: index for index, node in enumerate(graph)}
    closed = [group for group in groups(graph) if len(group) > 1 or group[0] in graph[group[0]]]
    starts = sorted((min(group, key=position.__getitem__) for group in closed), key=position.__getitem__)
    return [_circle(graph, start) for start in starts]


def _circle(graph: Graph, start: str) -> list[str]:
    """The shortest way from a node that lies on a circle back to it, without the return."""
    came_from: dict[str, str] = {}
    reached = [start]
    for node in reached:
        new = [target for target in dict.fromkeys(graph[node]) if target not in came_from]
        came_from.update(dict.fromkeys(new, node))
        if start in came_from:
            break
        reached.extend(new)
    way = [came_from[start]]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def first_sources(exhibits: Sequence[Placed[Exhibit]]) -> dict[str, int]:
    """For each exhibit, the first sources that it goes back to, as the bits of a number.

    Exhibits that state one `origin`, and exhibits that cite one another in a circle, are one source. Beyond that an
    exhibit goes back to the sources of what it cites, and is a source itself where it cites nothing. Numbers, because
    sets of names would be slow on a dossier in which everything cites everything.
    """
    graph = _with_origins([exhibit for exhibit in exhibits if exhibit.part.bearing != "against"])
    bits: dict[str, int] = {}
    for index, group in enumerate(groups(graph)):
        beyond = 0
        for target in (target for node in group for target in graph[node]):
            beyond |= bits.get(target, 0)
        bits.update(dict.fromkeys(group, beyond or 1 << index))
    return bits


def _with_origins(exhibits: Sequence[Placed[Exhibit]]) -> dict[str, list[str]]:
    graph = citations(exhibits)
    for exhibit in exhibits:
        if exhibit.part.origin is not None:
            graph[exhibit.part.id].append(exhibit.part.origin)
            graph.setdefault(exhibit.part.origin, []).append(exhibit.part.id)
    return graph


def independent_sources(exhibits: Sequence[Placed[Exhibit]], sources: Mapping[str, int]) -> int:
    """How many independent sources some exhibits bring: each exhibit at most one, and each first source once."""
    together = 0
    for exhibit in exhibits:
        together |= sources[exhibit.part.id]
    return min(len(exhibits), together.bit_count())
