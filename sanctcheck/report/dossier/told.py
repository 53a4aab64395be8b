"""What every part of a report is made from, and how parts of a dossier are named in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.report.listed import where
from sanctcheck.report.view import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sanctcheck.law.model import Standard
    from sanctcheck.portrait.model import AllegationShown, Day, ExhibitShown, Portrait
    from sanctcheck.reading.document import Path_
    from sanctcheck.record import FileRecord, Finding, RelatedPlace
    from sanctcheck.report.dossier.words import Words
    from sanctcheck.terms import Verified


@dataclass(frozen=True, slots=True)
class Told:
    """One dossier, as a report tells of it."""

    portrait: Portrait
    record: FileRecord
    standards: Mapping[str, Standard]
    words: Words

    def part(self, pointer: Path_) -> str:
        """A part of the dossier by its fields and ids, as its readers may know them: `exhibits/E1/publisher`."""
        steps = [str(step + 1) if isinstance(step, int) else step for step in pointer]
        parts: Sequence[ExhibitShown | AllegationShown] = ()
        if steps[:1] == ["exhibits"]:
            parts = self.portrait.exhibits
        elif steps[:1] == ["allegations"]:
            parts = self.portrait.allegations
        if len(pointer) > 1 and isinstance(pointer[1], int) and pointer[1] < len(parts):
            steps[1] = parts[pointer[1]].label
        return "/".join(steps)

    def place(self, finding: Finding) -> str:
        """Where a finding stands: `line 29, legal_basis/1/standard_of_proof`."""
        part = self.part(finding.pointer)
        if finding.missing_part is not None or not part:
            return where(finding)
        return f"{where(finding)}, {part}"

    def related(self, related: Iterable[RelatedPlace]) -> tuple[str, ...]:
        """The lines on which findings rest, each once."""
        said = (
            f"line {each.place.line}, {self.part(each.pointer) or 'the dossier'}"
            + (f": {each.words}" if each.words else "")
            for each in related
        )
        return tuple(dict.fromkeys(said))


def cited(provisions: Iterable[str], verified: Verified | None) -> str:
    """Provisions, with the mark that says how surely they are known."""
    mark = MARKS.get(verified or "text")
    return "; ".join(provisions) + (f" [{mark}]" if mark else "")


def day_words(day: Day | None) -> str:
    """A day as it was stated; empty where none is."""
    return "" if day is None else day.stated


def spaced(word: str | None) -> str:
    """A word of a closed list as people read it."""
    return (word or "").replace("-", " ")
