"""Which snapshot was the last one to be kept: without it, nobody misses a manifest that is cut off the end of the chain.

    STORE/LIST/newest.json    the number and the hash of the newest manifest

It is written after the manifest, so that a kill between the two leaves it one behind, which is no fault: the manifest that
it does not know names the one that it knows. The next run that writes brings it up to date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from sanctcheck.errors import StoreError
from sanctcheck.lists.files import settle, written_whole

if TYPE_CHECKING:
    from pathlib import Path

NAME = "newest.json"
_LARGEST = 4096


class Newest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The manifest that was written last."""

    format: Literal["newest/1"] = "newest/1"
    number: int
    sha256: str


_NEWEST = msgspec.json.Decoder(Newest)


class UnreadableError(StoreError):
    """What was noted of the newest snapshot is not as it was written."""


def noted(folder: Path) -> Newest | None:
    """What is noted in the folder of a list; None where nothing is, as in stores of earlier versions.

    Raises:
        UnreadableError: it is not as it was written.
        StoreError: the system cannot read it.
    """
    path = folder / NAME
    try:
        with path.open("rb") as file:
            return _NEWEST.decode(file.read(_LARGEST))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError as error:
        raise UnreadableError(
            f"What was noted of the newest snapshot of {folder.name} is damaged; the next update notes it anew."
        ) from error
    except OSError as error:
        raise StoreError(
            f"What was noted of the newest snapshot of {folder.name} cannot be read: {error.strerror}."
        ) from error


def note(folder: Path, newest: Newest) -> None:
    """Writes it down, whole or not at all."""
    with written_whole(folder / NAME) as file:
        file.write(msgspec.json.encode(newest) + b"\n")


def forget(folder: Path) -> None:
    """Takes it away, before the snapshots are: for good, so that a power cut brings none back that names one of them."""
    (folder / NAME).unlink(missing_ok=True)
    settle(folder)
