"""Which fields name another part of the dossier, or a part of the law, by its id; and what they can name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sanctcheck.dossier import format as dossier_format
from sanctcheck.law.time import in_force
from sanctcheck.lsp.analysis import value_at
from sanctcheck.reading.protection import PROTECTED, is_protected
from sanctcheck.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Regime
    from sanctcheck.reading.document import Path_

_LISTS: Mapping[str, Path_] = {
    "exhibit": ("exhibits",),
    "exhibits": ("exhibits",),
    "cites": ("exhibits",),
    "allegation": ("allegations",),
    "allegations": ("allegations",),
    "relationship": ("target", "relationships"),
    "answers": ("process",),
    "addressed": ("process",),
}
"""By the name of a field that holds ids: the list of the parts that it names."""
_SUMMARY = ("title", "summary", "event", "to")


def list_named_by(found: dossier_format.Place) -> Path_ | None:
    """The list whose items a field names by their ids; None for any other field."""
    is_own_list = found.owner == dossier_format.ROOT or (
        found.owner == "Target" and found.field == "relationships"
    )
    return None if is_own_list or found.part else _LISTS.get(found.field)


def ids(value: Any, where: Path_) -> Iterator[tuple[str, Path_, str]]:
    """Each id in a list of the dossier, with the path of its part and a few words on it."""
    items = value_at(value, where)
    for index, item in enumerate(items if isinstance(items, list) else ()):
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str):
            yield name, (*where, index), _summary(value, (*where, index), item)


def _summary(value: Any, path: Path_, item: Mapping[str, Any]) -> str:
    if is_protected(value, path):
        return PROTECTED
    words = next((item[name] for name in _SUMMARY if isinstance(item.get(name), str)), "")
    return shorten(str(words), 100)


def definition(value: Any, path: Path_) -> Path_ | None:
    """The path of the part that is named at a path by its id."""
    found = dossier_format.place(path)
    where = list_named_by(found) if found and not found.is_list else None
    if where is None:
        return None
    named = value_at(value, path)
    return next((at for name, at, _ in ids(value, where) if name == named), None)


def uses(value: Any, target: Path_) -> Iterator[Path_]:
    """Every path at which a part is named by its id."""
    named = value_at(value, (*target, "id"))
    pending: list[tuple[Path_, Any]] = [((), value)]
    while pending:
        path, item = pending.pop()
        if isinstance(item, dict):
            pending.extend(((*path, key), below) for key, below in reversed(item.items()))
        elif isinstance(item, list):
            pending.extend(((*path, index), item[index]) for index in reversed(range(len(item))))
        elif item == named and definition(value, path) == target:
            yield path


def legal_ids(law: Law, value: Any, path: Path_, day: date) -> dict[str, str]:
    """The ids of the law that a field can name at a path: of regimes, conduct, links and elements."""
    owner_and_field = _owner_and_field(path)
    if owner_and_field in {
        ("LegalBasis", "regime"),
        ("Event", "regime"),
        ("ElementShown", "regime"),
        ("Measure", "regime"),
    }:
        # Their names would have to be read from the file of each.
        return dict.fromkeys(law.regime_ids, "")
    regimes = _regimes(law, value, path)
    if owner_and_field == ("Ground", "conduct"):
        return {each.id: each.title for regime in regimes for each in in_force(regime.conduct, regime, day)}
    if owner_and_field == ("Ground", "link"):
        return {each.id: each.title for regime in regimes for each in in_force(regime.links, regime, day)}
    if owner_and_field == ("ElementShown", "element"):
        limbs = [element for regime in regimes for limb in regime.conduct for element in limb.elements]
        links = [element for regime in regimes for link in regime.links for element in link.elements]
        return {element.id: element.asks for element in (*limbs, *links)}
    if owner_and_field == ("AcceptedGap", "standard"):
        return {each.id: each.title for each in law.standards.values()}
    return {}


def _owner_and_field(path: Path_) -> tuple[str, str]:
    found = dossier_format.place(path)
    return (found.owner, found.field) if found else ("", "")


def _regimes(law: Law, value: Any, path: Path_) -> list[Regime]:
    """The regime of the legal basis in which a path lies, else every one that the dossier names."""
    if path[:1] == ("legal_basis",) and len(path) > 1:
        names = [value_at(value, (*path[:2], "regime"))]
    else:
        bases = value_at(value, ("legal_basis",))
        names = [value_at(each, ("regime",)) for each in bases] if isinstance(bases, list) else []
    return [law.regime(name).regime for name in dict.fromkeys(names) if name in law.regime_ids]
