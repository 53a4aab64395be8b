"""Two sets of dossiers, paired by id, else by path, and compared one pair after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.difference.parts import Change, changed_exhibits, changed_steps
from sanctcheck.difference.results import under_regimes
from sanctcheck.finding import record_of
from sanctcheck.record import FileRecord
from sanctcheck.settling.settle import Settlement, Settling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sanctcheck.difference.results import Turned, UnderRegime
    from sanctcheck.dossier.model import Dossier
    from sanctcheck.reading.document import Guard
    from sanctcheck.record import Finding
    from sanctcheck.validation import Validated


@dataclass(frozen=True, slots=True)
class Version:
    """A dossier as it was checked for a day."""

    record: FileRecord
    dossier: Dossier | None
    guard: Guard | None = None
    """Takes those whom it protects out of what is said of it."""

    @property
    def key(self) -> str | None:
        """The id of the dossier."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class Difference:
    """One dossier, before and after; None where a side does not have it."""

    old: FileRecord | None
    new: FileRecord | None
    under: tuple[UnderRegime, ...] = ()
    exhibits: tuple[Change, ...] = ()
    steps: tuple[Change, ...] = ()
    flaws: tuple[Finding, ...] = ()
    mended_flaws: tuple[Finding, ...] = ()

    @property
    def turned(self) -> Iterator[Turned]:
        """Every criterion that turned."""
        for under in self.under:
            yield from under.turned

    @property
    def lacking(self) -> Iterator[Finding]:
        """What is lacking now and was not before, whether or not somebody answers for it."""
        yield from self.flaws
        for turned in self.turned:
            yield from turned.gaps

    @property
    def is_empty(self) -> bool:
        """Whether nothing is different."""
        # A regime that only one side names is a difference, although nothing may be lacking under it.
        one_sided = [each for each in self.under if each.old_day is None or each.new_day is None]
        parts = (self.exhibits, self.steps, self.flaws, self.mended_flaws, tuple(self.turned), one_sided)
        return self.old is not None and self.new is not None and not any(parts)


def version(validated: Validated, as_of: date) -> Version:
    """What a comparison needs of a checked file."""
    return Version(
        Settling(Settlement(as_of)).settle(record_of(validated)), validated.dossier, validated.document.guard
    )


def differences(
    old: Iterable[tuple[str, Version]], new: Iterable[tuple[str, Version]]
) -> Iterator[Difference]:
    """Each dossier of two sides, the later side's first, in its order; then those that it has no more.

    Each is given with its path from where its side begins.
    """
    before = list(old)
    for path, later in new:
        at = _partner(path, later, before)
        yield difference(None if at is None else before.pop(at)[1], later)
    for _, earlier in before:
        yield difference(earlier, None)


def _partner(path: str, later: Version, before: list[tuple[str, Version]]) -> int | None:
    """The same dossier before: by its id, which outlives a renamed file; else by its path."""
    ids = (at for at, (_, each) in enumerate(before) if later.key is not None and each.key == later.key)
    same = list(ids)
    with_path = [at for at, (name, _) in enumerate(before) if name == path]
    both = [at for at in same if at in with_path]
    return next(iter([*both, *same, *with_path]), None)


def difference(old: Version | None, new: Version | None) -> Difference:
    """One dossier, before and after."""
    if new is None:
        return Difference(None if old is None else old.record, None)
    if old is None:
        nothing = FileRecord("")
        return Difference(
            None, new.record, tuple(under_regimes(nothing, new.record)), flaws=_only_in(new.record, nothing)
        )
    exhibits: tuple[Change, ...] = ()
    steps: tuple[Change, ...] = ()
    if old.dossier is not None and new.dossier is not None:
        exhibits = tuple(_shown(each, old, new) for each in changed_exhibits(old.dossier, new.dossier))
        steps = tuple(_shown(each, old, new) for each in changed_steps(old.dossier, new.dossier))
    return Difference(
        old.record,
        new.record,
        tuple(under_regimes(old.record, new.record)),
        exhibits,
        steps,
        _only_in(new.record, old.record),
        _only_in(old.record, new.record),
    )


def _shown(change: Change, *versions: Version) -> Change:
    """A change without those whom either version protects."""
    for each in versions:
        if each.guard is not None:
            name, words = each.guard.scrubbed(change.name), each.guard.scrubbed(change.words)
            change = Change(change.kind, name, words)
    return change


def _only_in(one: FileRecord, other: FileRecord) -> tuple[Finding, ...]:
    """The flaws of the file that only one version has, by their fingerprints."""
    known = {each.fingerprint for each in other.flaws}
    return tuple(each for each in one.flaws if each.fingerprint not in known)
