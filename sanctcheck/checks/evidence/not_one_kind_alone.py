"""No element rests on one kind of source alone.

What it checks:
    For each element that has evidence, at least one exhibit that carries it is of another kind than those named: press
    reports and social media, unless the regime names others.

Why it matters:
    Some sources show where to look and cannot be questioned in court: reporters protect theirs, and the listing by
    another State proves that it listed. The file needs what stands behind them.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - {id: E1, title: Article on the prison, kind: press-report}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1, E2]}
    exhibits:
      - {id: E1, title: Article on the prison, kind: press-report}
      - {id: E2, title: Medical report on two detainees, kind: medical-report}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, para. 119; Berkeley Protocol on Digital Open Source
    Investigations, HR/PUB/20/2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown
from sanctcheck.checks.evidence._carrying import by_element
from sanctcheck.dossier.vocabulary import ExhibitKind
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation, Exhibit


class Parameters(base.Parameters):
    """The kinds that do not stand alone."""

    kinds: tuple[ExhibitKind, ...] = ("press-report", "social-media")
    """The kinds of exhibit on which no element may rest alone."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each allegation that has evidence."""
    for allegation in matter.allegations:
        elements = {name: exhibits for name, exhibits in by_element(matter, allegation).items() if exhibits}
        if elements:
            yield _result(parameters, allegation, elements)


def _result(
    parameters: Parameters, allegation: Placed[Allegation], elements: Mapping[str, list[Placed[Exhibit]]]
) -> Result:
    alone = {name: exhibits for name, exhibits in elements.items() if _all_of(exhibits, parameters.kinds)}
    if not alone:
        others = {
            exhibit.path: None
            for exhibits in elements.values()
            for exhibit in exhibits
            if exhibit.part.kind not in parameters.kinds
        }
        kinds = listed(parameters.kinds)
        return met(f"No element of allegation {allegation.part.id} rests on {kinds} alone.", *others)
    kinds = listed(
        dict.fromkeys(exhibit.part.kind for exhibits in alone.values() for exhibit in exhibits), "and"
    )
    named = listed((f"“{name}”" for name in alone), "and")
    paths = dict.fromkeys(exhibit.path for exhibits in alone.values() for exhibit in exhibits)
    message = f"In allegation {allegation.part.id}, {kinds} alone carries {named}. Expected: a source of another kind."
    return not_shown(message, allegation.path, *paths)


def _all_of(exhibits: list[Placed[Exhibit]], kinds: tuple[ExhibitKind, ...]) -> bool:
    return all(exhibit.part.kind in kinds for exhibit in exhibits)
