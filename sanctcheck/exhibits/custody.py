"""Gaps in the chain of custody: who held an exhibit, from when on, and whether it was still the same."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sanctcheck.days import stated_day
from sanctcheck.reading.document import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.dossier.model import Custody, Dossier, Exhibit
    from sanctcheck.reading.document import Document, Path_, Place, Severity


def custody_flaws(dossier: Dossier, document: Document, today: date) -> Iterator[Flaw]:
    """Every gap in the chains of custody of a dossier. None is seen where no chain is recorded: a regime may ask for one."""
    for index, exhibit in enumerate(dossier.exhibits):
        if exhibit.custody:
            yield from _Chain(exhibit, ("exhibits", index), document).gaps(today)


class _Chain:
    """The steps of one exhibit. Of what they say nothing is repeated: holders may be sources."""

    def __init__(self, exhibit: Exhibit, path: Path_, document: Document) -> None:
        self._exhibit = exhibit
        self._path = path
        self._document = document
        self._steps: list[Custody] = exhibit.custody

    def gaps(self, today: date) -> Iterator[Flaw]:
        yield from self._days(today)
        yield from self._beginning()
        for index, (before, step) in enumerate(pairwise(self._steps), start=1):
            yield from self._hand_over(before, step, index)
        yield from self._hashes()

    def _days(self, today: date) -> Iterator[Flaw]:
        last, last_index = None, 0
        for index, step in enumerate(self._steps):
            day = stated_day(step.day)
            if day is None:
                message = "Nobody can say who held the exhibit when: the day of this step is not known."
                yield self._flaw((index, "day"), "custody-day-unknown", message, "warning")
                continue
            if day.earliest > today:
                message = f"The step is stated as done, but lies after the day of the assessment, {today.isoformat()}."
                yield self._flaw((index, "day"), "day-in-future", message)
            if last is not None and day.surely_before(last):
                message = f"This step is dated before step {last_index + 1}, which stands above it."
                yield self._flaw((index, "day"), "custody-order", message, before=(last_index, "day"))
            else:
                last, last_index = day, index

    def _beginning(self) -> Iterator[Flaw]:
        """The obtaining is a step: the first one, or where earlier holders are known, one of those behind it."""
        obtained = stated_day(self._exhibit.obtained)
        days = [day for step in self._steps if (day := stated_day(step.day)) is not None]
        if obtained is None or not days:
            return
        if days[0].surely_after(obtained):
            message = "The chain begins after the day on which the exhibit was obtained: who held it until then is not said."
        elif all(day.surely_before(obtained) or day.surely_after(obtained) for day in days):
            message = "No step of the chain is dated on the day on which the exhibit was obtained."
        else:
            return
        yield self._flaw((0, "day"), "custody-begins-late", message, "warning")

    def _hand_over(self, before: Custody, step: Custody, index: int) -> Iterator[Flaw]:
        if step.received_from is not None and _plain(step.received_from) not in {
            _plain(before.holder),
            _plain(step.holder),
        }:
            message = (
                f"The holder had it from somebody else than the holder of step {index}: a step is missing."
            )
            yield self._flaw((index, "received_from"), "custody-hand-over-missing", message, "warning")
        elif (
            _plain(step.holder) != _plain(before.holder)
            and step.received_from is None
            and step.action is None
        ):
            message = (
                f"The holder is another than at step {index}, and neither `received_from` nor `action` says "
                "how it came to them."
            )
            yield self._flaw((index, "holder"), "custody-hand-over-missing", message, "warning")

    def _hashes(self) -> Iterator[Flaw]:
        known: tuple[int, str] | None = None
        for index, step in enumerate(self._steps):
            if step.sha256 is None:
                continue
            explained = any(
                each.changed_because for each in self._steps[known[0] + 1 if known else 0 : index + 1]
            )
            if known is not None and known[1] != step.sha256 and not explained:
                message = f"The SHA-256 is another than at step {known[0] + 1}: it was changed in between."
                yield self._flaw(
                    (index, "sha256"), "custody-hash-changed", message, before=(known[0], "sha256")
                )
            known = index, step.sha256
        if known is None or self._exhibit.sha256 is None or known[1] == self._exhibit.sha256:
            return
        if not any(each.changed_because for each in self._steps[known[0] + 1 :]):
            message = "The SHA-256 of this step, the last one known, is not the one of the exhibit's file."
            yield self._flaw((known[0], "sha256"), "custody-hash-last", message)

    def _flaw(
        self,
        below: Path_,
        rule: str,
        message: str,
        severity: Severity = "error",
        before: Path_ | None = None,
    ) -> Flaw:
        path = (*self._path, "custody", *below)
        related: tuple[tuple[Place, str], ...] = ()
        if before is not None:
            related = ((self._document.place((*self._path, "custody", *before)), "compare with this"),)
        return Flaw(rule, message, self._document.place(path), severity, path, related)


def _plain(holder: str) -> str:
    """A holder's name without what does not matter: “The hospital” is “the hospital”, and “a hospital”."""
    words = holder.casefold().split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)
