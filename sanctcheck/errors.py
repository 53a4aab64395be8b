"""What can stop the work itself. Bad content is a finding, never one of these.

SanctcheckError
├── UsageError           the command line asks for something that is not there
├── LawError             criteria files cannot be used; carries the flaws found in them
├── ListError            a published list cannot be read
└── NothingToCheckError  no dossier was found
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.reading.document import Document, Flaw


class SanctcheckError(Exception):
    """The root of all errors of sanctcheck; its text is written for the user."""


class UsageError(SanctcheckError):
    """The command line asks for something that is not there."""


class NothingToCheckError(SanctcheckError):
    """No dossier was found where the user pointed."""


class ListError(SanctcheckError):
    """A published list cannot be read; says which file, where, and what to do."""


class LawError(SanctcheckError):
    """Criteria files cannot be used. `found` holds each flaw with the file in which it stands."""

    def __init__(self, message: str, found: Iterable[tuple[Document, Flaw]] = ()) -> None:
        super().__init__(message)
        self.found = tuple(found)
