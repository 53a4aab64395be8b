"""What is done about one file: checked, put on record, and made ready to be sent to another process or to be kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sanctcheck.checking.beside import sights
from sanctcheck.checking.entry import Entry, encoded
from sanctcheck.finding import record_of
from sanctcheck.law.load import Law
from sanctcheck.reading.protection import is_surely_told
from sanctcheck.validation import Validator

if TYPE_CHECKING:
    from collections.abc import Container

    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.portrait.model import Level
    from sanctcheck.validation import Request, Validated


@dataclass(frozen=True, slots=True)
class Done:
    """A file that was checked.

    Attributes:
        entry: an `Entry` as bytes, which is all that another process needs of it.
        may_be_kept: whether a later run may take it instead of checking the file again.
    """

    entry: bytes
    may_be_kept: bool


@dataclass(slots=True)
class Work:
    """Checks files under one law. It can be handed to another process, which then reads the law for itself."""

    law: Law
    request: Request
    outcomes: Container[str]
    portrays: frozenset[Level] | None = None
    """The levels of handling that portraits may show; None where no portraits are made."""
    _validator: Validator | None = field(default=None)

    def __getstate__(self) -> tuple[Law, Request, Container[str], frozenset[Level] | None]:
        """The law by its folders: what was read of it stays here."""
        return _unread(self.law), self.request, self.outcomes, self.portrays

    def __setstate__(self, state: tuple[Law, Request, Container[str], frozenset[Level] | None]) -> None:
        self.law, self.request, self.outcomes, self.portrays = state
        self._validator = None

    @property
    def validator(self) -> Validator:
        """What checks, made when it is first needed."""
        if self._validator is None:
            self._validator = Validator(self.law, self.request)
        return self._validator

    def entry(self, candidate: Candidate, content: bytes | None = None) -> Entry:
        """What is said of one file, read here unless its content is given."""
        validated = self.validator.validate(candidate, content)
        if validated is None:
            return Entry(None)
        return Entry(record_of(validated, self.outcomes), (), self._portrait(validated))

    def done(self, candidate: Candidate, content: bytes) -> Done:
        """The same, with what a later run has to know to take it over."""
        validated = self.validator.validate(candidate, content)
        if validated is None:
            return Done(encoded(Entry(None)), may_be_kept=True)
        beside = sights(candidate, validated)
        entry = Entry(record_of(validated, self.outcomes), beside or (), self._portrait(validated))
        return Done(encoded(entry), may_be_kept=beside is not None and _may_be_kept(validated))

    def _portrait(self, validated: Validated) -> bytes:
        if self.portrays is None:
            return b""
        from sanctcheck.portrait.coding import portrait_as_bytes  # noqa: PLC0415 - few runs ask for portraits
        from sanctcheck.portrait.making import Circumstances, portrait_of  # noqa: PLC0415

        made_with = Circumstances(self.request.as_of, self.law)
        return portrait_as_bytes(portrait_of(validated, self.portrays, made_with))

    def task(self, given: tuple[Candidate, bytes]) -> Done:
        """`done`, as a process beside is asked for it."""
        return self.done(*given)


def _unread(law: Law) -> Law:
    return Law(law.folder, None if law.behind is None else _unread(law.behind))


def _may_be_kept(validated: Validated) -> bool:
    """No mistake of ours is made to last, and nothing is written to the disk of which it is not sure what it tells.

    A record holds nothing of what is marked as protected, and so may be kept.
    """
    is_whole = not any(under.internal_errors for under in validated.under)
    return is_whole and is_surely_told(validated.document)
