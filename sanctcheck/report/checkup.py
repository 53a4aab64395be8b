"""What `doctor` prints: for people, and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sanctcheck.report.json_text import json_text
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.checkup.model import Part
    from sanctcheck.report.view import View

FORMAT = "doctor/1"
_MARKS = {"fine": "ok", "note": "note", "mend": "mend"}
_COLUMN = 20


def terminal(parts: Iterable[Part], view: View) -> Iterator[str]:
    """A line for each thing seen, and below it what to do."""
    for part in parts:
        yield view.paint(part.title, "strong") + "\n"
        for sight in part.sights:
            mark = _MARKS[sight.state].ljust(5)
            painted = view.paint(mark, "warning") if sight.state == "mend" else mark
            behind = " " * len(f"  {mark} {sight.name.ljust(_COLUMN)} ")
            said = view.wrapped(sight.says, behind, behind)[len(behind) :]
            yield f"  {painted} {visible(sight.name).ljust(_COLUMN)} {said}"
            if sight.advice:
                yield view.wrapped(sight.advice, f"{behind[:-2]}> ", behind)
        yield "\n"


def as_json(parts: Iterable[Part]) -> str:
    """The same for programs."""
    made = {"format": FORMAT, "parts": [asdict(part) for part in parts]}
    return json_text(made, indent=2) + "\n"
