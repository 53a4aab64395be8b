"""The docstring of a check, taken apart: what `explain` and the docs show, and what the tests run."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

HEADINGS = ("What it checks", "Why it matters", "Example", "Use instead", "Source")
"""The headings of a check's docstring, in this order."""


@dataclass(frozen=True, slots=True)
class Documentation:
    """What the docstring of a check says."""

    title: str
    what: str
    why: str
    example: str
    use_instead: str
    source: str


def documentation(docstring: str) -> Documentation:
    """The parts of a check's docstring.

    Example and Use instead are fragments of a dossier in YAML. A field `with` among them holds parameters of the
    check, a field `regime` the id of the regime; both are left out of the dossier.

    Raises:
        ValueError: a heading is missing, or out of order.
    """
    title, _, rest = docstring.strip().partition("\n")
    starts = [rest.find(f"\n{heading}:\n") for heading in HEADINGS]
    if -1 in starts or starts != sorted(starts):
        raise ValueError(f"expected the headings {', '.join(HEADINGS)}, in this order: {title}")
    ends = [*starts[1:], len(rest)]
    parts = [rest[start + 1 : end].partition("\n")[2] for start, end in zip(starts, ends, strict=True)]
    what, why, example, use_instead, source = (textwrap.dedent(part).strip("\n") for part in parts)
    return Documentation(title, what, why, example, use_instead, source)
