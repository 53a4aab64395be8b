"""What can be put into a dossier to mend a gap: the block that the check asks for, or that the format needs there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sanctcheck.dossier import format as dossier_format
from sanctcheck.mending.blocks import Block, blocks_for
from sanctcheck.mending.filling import skeleton, to_fill_in
from sanctcheck.mending.insertion import Insertion, insertion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Criterion
    from sanctcheck.reading.document import Document, Path_
    from sanctcheck.record import Finding

ACCEPTED = "accepted_gaps"
_NAMED = re.compile(r"“([a-z_0-9]+)”|\(([a-z_0-9]+)\)|`([a-z_0-9]+)`")


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing that can be done about a finding."""

    title: str
    insertion: Insertion
    path: Path_ = ()


def fixes(document: Document, finding: Finding, law: Law, day: date) -> list[Fix]:
    """Every block that mends a gap, each once: first the one that belongs where the finding points.

    Where the dossier shows the contrary of what is asked, nothing that is put in beside it mends that.
    """
    criterion = _criterion(law, finding)
    if criterion is None or document.value is None or finding.outcome != "not-shown":
        return []
    blocks = (fix for block in blocks_for(criterion) for fix in _of_block(document, finding, block, day))
    found = [*_of_message(document, finding, day), *blocks, *_of_format(document, finding, day)]
    found.sort(key=lambda fix: -_in_common(fix.path, finding.pointer))
    each_once: dict[str, Fix] = {}
    for fix in found:
        each_once.setdefault(fix.title, fix)
    return list(each_once.values())


def _in_common(path: Path_, pointer: Path_) -> int:
    return next(
        (n for n, (one, other) in enumerate(zip(path, pointer, strict=False)) if one != other), len(pointer)
    )


def acceptance(document: Document, finding: Finding, day: date) -> Fix | None:
    """An entry that accepts a gap, for somebody to give the reason; None where the format knows no such entry."""
    if ACCEPTED not in dossier_format.fields(dossier_format.ROOT) or finding.regime is None:
        return None
    entry = {"standard": f"{finding.regime}:{finding.rule}"}
    place = by_ids(document.value, finding.pointer)
    if place:
        entry["place"] = place
    entry |= {"reason": "‹why it is accepted›", "by": "‹who answers for it›", "until": f"‹{day.isoformat()}›"}
    made = insertion(document, (ACCEPTED, 0), entry)
    return Fix("Accept this gap, with a reason", made) if made else None


def by_ids(value: Any, path: Path_) -> str:
    """A path by the ids of its parts: `exhibits/E1/publisher`."""
    steps: list[str] = []
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = None
        named = value.get("id") if isinstance(value, dict) else None
        steps.append(str(named if isinstance(step, int) and named else step))
    return "/".join(steps)


def _criterion(law: Law, finding: Finding) -> Criterion | None:
    if finding.regime is None:
        return None
    criteria = law.regime(finding.regime).regime.criteria
    return next((each for each in criteria if each.id == finding.rule), None)


def _of_block(document: Document, finding: Finding, block: Block, day: date) -> Iterator[Fix]:
    path = _concrete(block.path, finding.pointer, document.value)
    if path is None:
        return
    value = block.value
    here = _value_at(document.value, path)
    if isinstance(here, list) and isinstance(value, list) and (not here or isinstance(value[0], dict)):
        path, value = (*path, len(here)), value[0]
    elif here is not None:
        return
    made = insertion(document, path, to_fill_in(value, path, block.fixed, day))
    if made is not None:
        yield Fix(f"Insert {_named(path, value)}", made, path)


def _of_format(document: Document, finding: Finding, day: date) -> Iterator[Fix]:
    """The field at which a finding points, where it is missing; or one more item of the list at which it points."""
    path = finding.pointer
    here = _value_at(document.value, path)
    if isinstance(here, list):
        path = (*path, len(here))
    elif not path or here is not None:
        return
    value = skeleton(path, day, finding.message)
    # An item of which nothing can be said beforehand helps nobody.
    if value is None or (isinstance(here, list) and not _says_something(value)):
        return
    made = insertion(document, path, value)
    if made is not None:
        yield Fix(f"Insert {_named(path, value)}", made, path)


def _of_message(document: Document, finding: Finding, day: date) -> Iterator[Fix]:
    """The fields that a message names, where the part at which it points lacks them."""
    found = dossier_format.place(finding.pointer)
    here = _value_at(document.value, finding.pointer)
    if found is None or not found.part or not isinstance(here, dict):
        return
    named = {word for words in _NAMED.findall(finding.message) for word in words}
    for field in dossier_format.fields(found.part):
        path = (*finding.pointer, field)
        if field in named and field not in here:
            made = insertion(document, path, skeleton(path, day))
            if made is not None:
                yield Fix(f"Insert “{field}”", made, path)


def _says_something(value: Any) -> bool:
    return isinstance(value, dict) and any(
        isinstance(part, str) and "‹" not in part for part in value.values()
    )


def _concrete(path: Path_, pointer: Path_, value: Any) -> Path_ | None:
    """The path of a block in this dossier: the items on its way are those to which the finding points."""
    found: Path_ = ()
    for depth, step in enumerate(path):
        if not isinstance(step, int):
            found = (*found, step)
            continue
        items = _value_at(value, found)
        count = len(items) if isinstance(items, list) else 0
        if depth == len(path) - 1:
            found = (*found, count)
        elif pointer[:depth] == found and len(pointer) > depth:
            found = (*found, pointer[depth])
        elif count == 1:
            found = (*found, 0)
        else:
            return None
    return found


def _value_at(value: Any, path: Path_) -> Any:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _named(path: Path_, value: Any) -> str:
    """What is inserted, in a few words."""
    event = value.get("event") if isinstance(value, dict) else None
    if event:
        return f"the step “{event}”"
    last = next(step for step in reversed(path) if isinstance(step, str))
    return f"an item of “{last}”" if isinstance(path[-1], int) else f"“{last}”"
