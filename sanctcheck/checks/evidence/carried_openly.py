"""Each element still stands when only what the target may see counts.

What it checks:
    Every element that evidence carries is carried by an exhibit that the target was given, in full, redacted or as a
    summary, or that nothing keeps from them. An exhibit is kept from them where it was withheld, or where its handling is
    restricted or protected and nothing of it was given. Elements that nothing carries at all are the matter of
    `elements-supported`.

Why it matters:
    A court that does not accept the reasons for secrecy, or may not, decides on what was disclosed alone. Who knows before
    the decision which element would then fall can still have a summary written, or find another source.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - id: E1
        title: Statement of a detainee
        kind: victim-statement
        handling: {level: protected, because: His family lives in the target's town.}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - id: E1
        title: Statement of a detainee
        kind: victim-statement
        handling: {level: protected, because: His family lives in the target's town.}
        disclosure: {extent: summary, because: His name would endanger him., summary: Three of those held had broken bones.}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 127-129.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown
from sanctcheck.checks.due_process._disclosure import GIVEN
from sanctcheck.checks.evidence._carrying import by_element
from sanctcheck.dossier.vocabulary import DisclosureExtent
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation, Exhibit

_CLOSED = frozenset({"restricted", "protected"})


class Parameters(base.Parameters):
    """What counts as shown to the target."""

    given: tuple[DisclosureExtent, ...] = GIVEN
    """The extents of disclosure that make an exhibit count although its handling is closed."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each element that evidence carries."""
    for allegation in matter.allegations:
        for element, exhibits in by_element(matter, allegation).items():
            if exhibits:
                yield _carried(allegation, element, exhibits, parameters)


def _carried(
    allegation: Placed[Allegation], element: str, exhibits: list[Placed[Exhibit]], parameters: Parameters
) -> Result:
    kept = [exhibit for exhibit in exhibits if _is_kept(exhibit.part, parameters)]
    where = f"the element “{element}” of allegation {allegation.part.id}"
    index = next(at for at, entry in enumerate(allegation.part.elements) if entry.element == element)
    path = allegation.at("elements", index)
    lost = listed([exhibit.part.id for exhibit in kept], "and")
    if len(kept) == len(exhibits):
        related = ((exhibit.path, "kept from the target") for exhibit in kept)
        message = f"When only what the target may see counts, nothing carries {where}: it loses {lost}."
        return not_shown(message, path, *related)
    paths = (exhibit.path for exhibit in exhibits if exhibit not in kept)
    if kept:
        left = f"{len(exhibits) - len(kept)} of {len(exhibits)} exhibits"
        message = f"When only what the target may see counts, {where} loses {lost} and stands on {left}."
        return met(message, path, *paths)
    return met(f"All that carries {where} may be seen by the target.", path, *paths)


def _is_kept(exhibit: Exhibit, parameters: Parameters) -> bool:
    extent = exhibit.disclosure.extent if exhibit.disclosure else "not-yet"
    if extent == "withheld":
        return True
    closed = exhibit.handling is not None and exhibit.handling.level in _CLOSED
    return closed and extent not in parameters.given
