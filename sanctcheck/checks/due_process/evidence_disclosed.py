"""The evidence was given to the target.

What it checks:
    Each exhibit that carries an allegation was given to the target, to an extent that the regime accepts, and before
    the step that the regime names, if it names one. An exhibit may be withheld where its handling is restricted or
    protected, or with a reason and a summary in its place.

Why it matters:
    The right to be heard is empty without sight of what one has to answer. What cannot be shown for reasons of
    security has to be made up for, first of all by a summary.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: act, shown: Three detainees were beaten., exhibits: [E1]}
    exhibits:
      - {id: E1, title: Medical report on two detainees, kind: medical-report}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: act, shown: Three detainees were beaten., exhibits: [E1]}
    exhibits:
      - id: E1
        title: Medical report on two detainees
        kind: medical-report
        disclosure: {extent: redacted, day: 2026-03-02, because: names of the patients}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 111-129; Al-Dulimi v Switzerland, ECtHR (GC),
    no. 5809/08, 21 June 2016.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_applicable, not_met, not_shown, pending
from sanctcheck.checks.due_process._disclosure import GIVEN, disclosed_on, disclosing_step, may_be_withheld
from sanctcheck.checks.due_process._log import is_before, nearest_step
from sanctcheck.dossier.vocabulary import DisclosureExtent, ProcessStep
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Exhibit


class Parameters(base.Parameters):
    """What the provision fixes."""

    before: ProcessStep | None = None
    """The step before which the evidence has to be given, where the law names one."""
    accept: tuple[DisclosureExtent, ...] = GIVEN
    """The extents of disclosure that suffice."""
    when_renewed_only: bool = False
    """Whether it is asked of renewals only."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each exhibit that carries an allegation."""
    act = matter.dossier.act
    if parameters.when_renewed_only and (act is None or act.kind != "renewal"):
        return [not_applicable("Asked of renewals only.")]
    carrying = {exhibit.path: exhibit for claim in matter.claims for exhibit in matter.exhibits_of(claim)}
    results = (_disclosed(matter, exhibit, parameters) for exhibit in carrying.values())
    return [result for result in results if result is not None]


def _disclosed(matter: Matter, exhibit: Placed[Exhibit], parameters: Parameters) -> Result | None:
    name, disclosure = exhibit.part.id, exhibit.part.disclosure
    if may_be_withheld(exhibit.part):
        return _withheld(exhibit)
    extent = disclosure.extent if disclosure else "not-yet"
    if extent == "not-yet" and disclosing_step(matter, exhibit) is None:
        path = exhibit.at("disclosure") if disclosure else exhibit.path
        if not matter.is_adopted:
            return pending(f"Exhibit {name} is still to be given to the target.", path)
        return not_shown(f"The dossier does not show that exhibit {name} was given to the target.", path)
    if extent not in {*parameters.accept, "not-yet"}:
        accepted = listed(parameters.accept)
        message = f"Exhibit {name} was disclosed as “{extent}”; {accepted} is asked for."
        return not_met(message, exhibit.at("disclosure", "extent"))
    return _before(matter, exhibit, parameters)


def _withheld(exhibit: Placed[Exhibit]) -> Result | None:
    """Met where the reason is given; a missing reason is the matter of `withholding_justified`."""
    if exhibit.part.disclosure is None or exhibit.part.disclosure.because is None:
        return None
    return met(f"Exhibit {exhibit.part.id} is withheld, and the dossier says why.", exhibit.at("disclosure"))


def _before(matter: Matter, exhibit: Placed[Exhibit], parameters: Parameters) -> Result:
    name, given = exhibit.part.id, disclosed_on(matter, exhibit)
    step = disclosing_step(matter, exhibit)
    shown_at = exhibit.at("disclosure") if exhibit.part.disclosure or step is None else step.path
    limit = nearest_step(matter, parameters.before) if parameters.before else None
    if limit is not None and given is None:
        return not_shown(f"The dossier does not say when exhibit {name} was given to the target.", shown_at)
    if limit is not None and given is not None and is_before(limit, given):
        message = f"Exhibit {name} was given to the target only after the step “{parameters.before}”."
        return not_met(message, shown_at, (limit.path, "the step before which it was due"))
    return met(f"Exhibit {name} was given to the target.", shown_at)
