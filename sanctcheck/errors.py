"""What can stop the work itself. Bad content is a finding, never one of these.

SanctcheckError
├── UsageError           the command line asks for something that is not there
├── LawError             a criteria file cannot be used; carries the flaws found in it
└── NothingToCheckError  no dossier was found
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.reading.document import Document, Flaw


class SanctcheckError(Exception):
    """The root of all errors of sanctcheck; its text is written for the user."""


class UsageError(SanctcheckError):
    """The command line asks for something that is not there."""


class NothingToCheckError(SanctcheckError):
    """No dossier was found where the user pointed."""


class LawError(SanctcheckError):
    """A criteria file cannot be used."""

    def __init__(self, message: str, document: Document | None = None, flaws: Sequence[Flaw] = ()) -> None:
        super().__init__(message)
        self.document = document
        self.flaws = tuple(flaws)
