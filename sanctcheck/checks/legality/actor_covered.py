"""The target is somebody whom the regime reaches.

What it checks:
    The kind of target is one that can be listed. For conduct that only an official can commit, the target holds or
    held a public office, or the allegation sets out the element `public-official`.

Why it matters:
    Some laws reach natural persons only, some reach only officials for corruption. A listing beyond that is void.

Example:
    with: {targets: [person]}
    target: {type: entity, names: [{name: Example Company}]}

Use instead:
    with: {targets: [person, entity]}
    target: {type: entity, names: [{name: Example Company}]}

Source:
    S.C. 2017, c. 21, s. 2 (“foreign national”); 22 U.S.C. 10102(a)(3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Claim, Result, met, not_met, not_shown
from sanctcheck.dossier.vocabulary import TargetType
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.reading.document import Path_

_ELEMENT = "public-official"


class Parameters(base.Parameters):
    """Whom the regime reaches."""

    targets: tuple[TargetType, ...] = ("person", "entity")
    """The kinds of target that can be listed."""
    official_for: tuple[str, ...] = ()
    """The conduct limbs under which an official must be involved."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether the target's kind is reached and, where it is asked, the public office is shown."""
    claims = [claim for claim in matter.claims if claim.limb and claim.limb.id in parameters.official_for]
    return [_of_type(matter, parameters), *([_of_office(matter, claims)] if claims else [])]


def _of_type(matter: Matter, parameters: Parameters) -> Result:
    kind, path = matter.dossier.target.type, ("target", "type")
    if kind not in parameters.targets:
        reached = listed(parameters.targets, "and")
        return not_met(f"The target is of the kind “{kind}”; the regime reaches {reached} only.", path)
    return met(f"The regime reaches a target of the kind “{kind}”.", path)


def _of_office(matter: Matter, claims: list[Claim]) -> Result:
    posts: list[Path_] = [
        ("target", "posts", index)
        for index, post in enumerate(matter.dossier.target.posts)
        if post.public_office
    ]
    if posts:
        return met("The target holds or held a public office.", *posts)
    entries = [(claim, claim.shown(_ELEMENT, matter.regime.id)) for claim in claims]
    paths = [entry.path for _, entry in entries if entry and entry.part.shown]
    if len(paths) == len(claims):
        return met(f"Each such allegation sets out the element “{_ELEMENT}”.", *paths)
    lacking = dict.fromkeys(
        claim.allegation.part.id for claim, entry in entries if not (entry and entry.part.shown)
    )
    message = f"No public office of the target is shown, which allegation {listed(lacking, 'and')} needs."
    return not_shown(message, ("target", "posts"))
