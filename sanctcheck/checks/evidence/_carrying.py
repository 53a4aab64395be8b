"""Which exhibits carry an allegation: the ties between allegations, their elements and the evidence.

An allegation may stand under several listing grounds; here it is looked at once. Exhibits that speak against it carry
nothing, and elements that are set out for another regime do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter, Placed
    from sanctcheck.dossier.model import Allegation, Exhibit

    Carried = tuple[Placed[Allegation], list[Placed[Exhibit]]]


def by_element(matter: Matter, allegation: Placed[Allegation]) -> dict[str, list[Placed[Exhibit]]]:
    """The exhibits that carry each element of an allegation under the regime, in the order of the allegation."""
    cited: dict[str, list[str]] = {}
    for entry in allegation.part.elements:
        if entry.regime in {None, matter.regime.id}:
            cited.setdefault(entry.element, []).extend(entry.exhibits)
    return {element: _speaking_for(matter, ids) for element, ids in cited.items()}


def carrying(matter: Matter, allegation: Placed[Allegation]) -> list[Placed[Exhibit]]:
    """The exhibits that carry any element of an allegation under the regime, each once."""
    entries = [entry for entry in allegation.part.elements if entry.regime in {None, matter.regime.id}]
    return _speaking_for(matter, [name for entry in entries for name in entry.exhibits])


def carried(matter: Matter) -> list[Carried]:
    """Each allegation relied on that any exhibit carries, with those exhibits.

    Allegations without evidence are left out: `elements_supported` reports them.
    """
    pairs = [(allegation, carrying(matter, allegation)) for allegation in matter.allegations]
    return [(allegation, exhibits) for allegation, exhibits in pairs if exhibits]


def carrying_exhibits(matter: Matter) -> list[Placed[Exhibit]]:
    """The exhibits that carry any allegation relied on, each once, in the order of the dossier."""
    found = {exhibit.path for _, exhibits in carried(matter) for exhibit in exhibits}
    return [exhibit for exhibit in matter.exhibits if exhibit.path in found]


def _speaking_for(matter: Matter, ids: Iterable[str]) -> list[Placed[Exhibit]]:
    return [exhibit for exhibit in matter.cited(ids) if exhibit.part.bearing != "against"]
