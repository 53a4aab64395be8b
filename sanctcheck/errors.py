"""What can stop the work itself. Bad content is a finding, never one of these.

SanctcheckError
├── UsageError           the command line asks for something that is not there
├── FileError            a file that the work rests on cannot be used; carries the flaws found in it
│   ├── LawError             criteria files
│   └── ConfigurationError   a configuration or a baseline
├── ListError            a published list cannot be read
├── FetchError           a publisher did not give its list; carries the cause
└── StoreError           the store of lists cannot be used, or does not hold what is asked for
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.lists.pages import Cause
    from sanctcheck.reading.document import Document, Flaw


class SanctcheckError(Exception):
    """The root of all errors of sanctcheck; its text is written for the user."""


class UsageError(SanctcheckError):
    """The command line asks for something that is not there."""


class ListError(SanctcheckError):
    """A published list cannot be read; says which file, where, and what to do."""


class FileError(SanctcheckError):
    """A file that the work rests on cannot be used. `found` holds each flaw with the file in which it stands."""

    def __init__(self, message: str, found: Iterable[tuple[Document, Flaw]] = ()) -> None:
        super().__init__(message)
        self.found = tuple(found)


class LawError(FileError):
    """Criteria files cannot be used."""


class ConfigurationError(FileError):
    """A configuration or a baseline cannot be used."""


class FetchError(SanctcheckError):
    """A publisher did not give its list. `cause` is one of `sanctcheck.lists.pages.Cause`."""

    def __init__(self, cause: Cause, message: str) -> None:
        super().__init__(message)
        self.cause = cause


class StoreError(SanctcheckError):
    """The store of lists cannot be used, or does not hold what is asked for."""


def where(error: BaseException) -> str:
    """The kind of an unforeseen error and where it arose: never its text, which may hold values of a dossier."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return f"{type(error).__name__} in unknown place"
    return (
        f"{type(error).__name__} in {trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
    )
