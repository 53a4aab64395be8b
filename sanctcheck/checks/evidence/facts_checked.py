"""Plain facts are checked.

What it checks:
    Each fact that the dossier states about the target and that can be looked up, such as a post, a share or a date, was
    checked against its source, and the check did not show it to be wrong.

Why it matters:
    One wrong date in the reasons casts doubt on all the rest, and it is the easiest mistake to avoid.

Example:
    stated_facts:
      - {claim: The target was governor of the prison from 2017 to 2020.}

Use instead:
    stated_facts:
      - {claim: The target was governor of the prison from 2017 to 2020., checked: true, correct: true}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 119 and 124.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_applicable, not_met, not_shown
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import StatedFact


class Parameters(base.Parameters):
    """None: every stated fact is checked."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each stated fact."""
    del parameters
    facts = matter.dossier.stated_facts
    if not facts:
        return [not_applicable("The dossier states no facts apart from its allegations.")]
    return [_checked(Placed(fact, ("stated_facts", index))) for index, fact in enumerate(facts)]


def _checked(fact: Placed[StatedFact]) -> Result:
    claim = quoted(fact.part.claim)
    if fact.part.correct is False:
        return not_met(f"A stated fact was found to be wrong: {claim}.", fact.at("correct"))
    if fact.part.checked is not True:
        return not_shown(f"A stated fact was not checked against its source: {claim}.", fact.path)
    return met(f"A stated fact was checked: {claim}.", fact.path)
