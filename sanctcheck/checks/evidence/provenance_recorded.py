"""Every exhibit says where it comes from.

What it checks:
    Each exhibit states who published or made it, when, and when the authority obtained it, or what else the regime
    asks for. A day stated as `unknown` is not recorded. A hash is asked only of an exhibit with a file.

Why it matters:
    Material whose origin is unknown can be neither tested nor defended, and forgery is cheap.

Example:
    exhibits:
      - {id: E1, title: Photograph of the yard, kind: photograph, published: 2019-05-04}

Use instead:
    exhibits:
      - id: E1
        title: Photograph of the yard
        kind: photograph
        author: a detainee
        published: 2019-05-04
        obtained: 2024-11-20

Source:
    Berkeley Protocol on Digital Open Source Investigations, HR/PUB/20/2: collection and preservation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown
from sanctcheck.days import stated_day
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Exhibit

Need = Literal[
    "publisher", "author", "published", "obtained", "obtained_by", "custody", "sha256", "directness"
]
_WORDS: dict[Need, str] = {
    "publisher": "who published or made it",
    "author": "who made it",
    "published": "when it was published or made",
    "obtained": "when it was obtained",
    "obtained_by": "who obtained it",
    "custody": "who held it since",
    "sha256": "the SHA-256 of its file",
    "directness": "how direct it is",
}


class Parameters(base.Parameters):
    """What has to be stated of each exhibit."""

    needs: tuple[Need, ...] = ("publisher", "published", "obtained")
    """What has to be stated; for publisher the author counts too."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each exhibit."""
    return [_recorded(parameters, exhibit) for exhibit in matter.exhibits]


def _recorded(parameters: Parameters, exhibit: Placed[Exhibit]) -> Result:
    lacking = [need for need in parameters.needs if not _has(exhibit.part, need)]
    if lacking:
        words = listed((_WORDS[need] for need in lacking), "and")
        message = f"Exhibit {exhibit.part.id} does not say {words} ({', '.join(lacking)})."
        return not_shown(message, exhibit.path)
    return met(f"Exhibit {exhibit.part.id} says where it comes from.", exhibit.path)


def _has(exhibit: Exhibit, need: Need) -> bool:
    if need == "publisher":
        return exhibit.publisher is not None or exhibit.author is not None
    if need == "sha256":
        return exhibit.file is None or exhibit.sha256 is not None
    if need in {"published", "obtained"}:
        return stated_day(getattr(exhibit, need)) is not None
    return bool(getattr(exhibit, need))
