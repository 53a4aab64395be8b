"""The store of lists: snapshots under their hash, so written that every reader at every moment finds them whole.

    STORE/LIST/raw/SHA256             the publisher's bytes
    STORE/LIST/snapshots/NUMBER.json  the manifests; each holds the hash of the one before. The highest is current.
    STORE/LIST/newest.json            which manifest was written last: newest.py
    STORE/LIST/listings/              what was read from the bytes, for speed alone
    STORE/LIST/incoming/              what is on its way in, and what was left of it
    STORE/LIST/rejected/              the last download that a guard refused, with its reasons
    STORE/LIST/contact.json           the last contact with the publisher

A snapshot comes into being when its manifest takes its name; all that it needs is on the disk by then.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.errors import StoreError
from sanctcheck.lists.files import TEMPORARY, settle, sha256_of, written_whole
from sanctcheck.lists.newest import Newest, UnreadableError, forget, note, noted
from sanctcheck.lists.snapshot import Contact, Manifest, as_json, contact_from, manifest_from
from sanctcheck.lists.source import RawFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STORE = "SANCTCHECK_LISTS"
"""The environment variable that names the store's folder."""
PATIENCE = 30.0
"""Seconds that a run waits for another one that is at work on the same list."""
_LIST_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\Z")
_MANIFEST_NAME = re.compile(r"[0-9]{6}\.json\Z")
_FOLDERS = ("raw", "snapshots", "listings", "incoming", "rejected")
_LARGEST_MANIFEST = 4 * 1024 * 1024


def usual_folder() -> Path:
    """Where the store is unless an option says otherwise: as the environment says, or in the user's cache folder."""
    named = os.environ.get(STORE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path  # noqa: PLC0415 - only the commands on lists need it

    return user_cache_path("sanctcheck", appauthor=False) / "lists"


class BusyError(StoreError):
    """Another run is at work on the list, and did not end in time."""


class DamagedError(StoreError):
    """Something that was kept is not as it was written, or is gone."""


class Store:
    """A folder of lists. Reading needs no lock; whoever writes holds the list's."""

    def __init__(self, folder: Path) -> None:
        """Uses a folder, which need not be there yet.

        Raises:
            StoreError: it is not a folder of this user's alone.
        """
        self.folder = folder
        _refuse_foreign(folder)

    def ids(self, *, even_damaged: bool = False) -> list[str]:
        """The lists of which there is a snapshot; `even_damaged`, also those of which all snapshots are gone."""
        kept = [self.kept(list_id) for list_id in self.folders()]
        return [each.list_id for each in kept if each.numbers() or (even_damaged and each.is_damaged())]

    def folders(self) -> list[str]:
        """The lists of which there is anything at all, be it only what was refused."""
        if not self.folder.is_dir():
            return []
        return sorted(
            path.name for path in self.folder.iterdir() if _LIST_ID.match(path.name) and path.is_dir()
        )

    def kept(self, list_id: str) -> Kept:
        """What is kept of one list; perhaps nothing.

        Raises:
            StoreError: the id cannot be one.
        """
        if not _LIST_ID.match(list_id):
            raise StoreError(
                f"“{list_id[:60]}” cannot be the id of a list: small letters, digits and hyphens."
            )
        return Kept(self.folder / list_id, list_id)

    def create(self) -> None:
        """Makes the folder, for this user alone."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"The store {self.folder} cannot be made: {error.strerror}.") from error
        _refuse_foreign(self.folder)


def _refuse_foreign(folder: Path) -> None:
    """A store that somebody else can write to could be filled with lists of theirs."""
    try:
        facts = os.lstat(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"The store {folder} cannot be used: {error.strerror}.") from error
    if not stat.S_ISDIR(facts.st_mode):
        raise StoreError(f"The store {folder} is a link or a file, and must be a folder.")
    if os.name != "nt" and facts.st_uid != os.geteuid():
        raise StoreError(f"The store {folder} belongs to another user. Name one of your own: --store DIR.")
    if os.name != "nt" and facts.st_mode & 0o022:
        raise StoreError(f"Others may write to the store {folder}. Take that away: chmod 700 {folder}")


class Kept:
    """What is kept of one list."""

    def __init__(self, folder: Path, list_id: str) -> None:
        self.folder = folder
        self.list_id = list_id

    @property
    def incoming(self) -> Path:
        """Where files are on their way in."""
        return self.folder / "incoming"

    @property
    def listings(self) -> Path:
        """Where what was read is kept for speed."""
        return self.folder / "listings"

    def numbers(self) -> list[int]:
        """The numbers of the snapshots, oldest first."""
        try:
            names = [path.name for path in (self.folder / "snapshots").iterdir()]
        except (FileNotFoundError, NotADirectoryError):
            return []
        return sorted(int(name[:6]) for name in names if _MANIFEST_NAME.match(name))

    def _manifest_path(self, number: int) -> Path:
        return self.folder / "snapshots" / f"{number:06}.json"

    def manifest_bytes(self, number: int) -> bytes:
        """A manifest as it stands on the disk."""
        with self._manifest_path(number).open("rb") as file:
            return file.read(_LARGEST_MANIFEST)

    def manifest(self, number: int) -> Manifest:
        """The manifest of a snapshot.

        Raises:
            DamagedError: it is not there, or damaged.
            StoreError: the system cannot read it, so that nothing is known of it.
        """
        named = f"The manifest of snapshot {number} of {self.list_id}"
        try:
            found = manifest_from(self.manifest_bytes(number))
        except (FileNotFoundError, ValueError) as error:
            raise DamagedError(f"{named} is damaged or gone.") from error
        except OSError as error:
            raise StoreError(f"{named} cannot be read: {error.strerror}.") from error
        if found.number != number or found.list != self.list_id:
            raise DamagedError(f"{named} is that of another one.")
        return found

    def snapshots(self) -> Iterator[Manifest]:
        """The snapshots that are as they were written, newest first.

        Raises:
            StoreError: the system cannot read one. An older one is not given for it.
        """
        for number in reversed(self.numbers()):
            try:
                yield self.manifest(number)
            except DamagedError:
                continue  # `lists verify` names it

    def current(self) -> Manifest | None:
        """The newest snapshot; None where there is none."""
        return next(self.snapshots(), None)

    def raw(self, manifest: Manifest) -> list[RawFile]:
        """The raw files of a snapshot, each compared with its hash.

        Raises:
            StoreError: one is gone, or is not what it was.
        """
        for file in manifest.files:
            path = self._raw_path(file.sha256)
            try:
                unchanged = sha256_of(path) == file.sha256
            except OSError as error:
                raise StoreError(f"The raw file of {manifest.short} is gone: {error.strerror}.") from error
            if not unchanged:
                raise StoreError(f"The raw file of {manifest.short} is not what it was when it was kept.")
        return [RawFile(self._raw_path(file.sha256), file.name) for file in manifest.files]

    def _raw_path(self, sha256: str) -> Path:
        return self.folder / "raw" / sha256

    def contact(self) -> Contact:
        """The last contact with the publisher; what cannot be read counts as none."""
        try:
            return contact_from((self.folder / "contact.json").read_bytes())
        except (OSError, ValueError):
            return Contact()

    def note(self, contact: Contact) -> None:
        """Writes down the last contact."""
        with written_whole(self.folder / "contact.json") as file:
            file.write(as_json(contact))

    @contextmanager
    def at_work(self, patience: float = PATIENCE) -> Iterator[None]:
        """Holds the list's lock, which the system frees should this run die, and clears what dead runs left.

        Raises:
            BusyError: another run holds it for longer than the patience.
        """
        from filelock import FileLock, Timeout  # noqa: PLC0415 - readers take no lock

        for folder in (self.folder, *(self.folder / name for name in _FOLDERS)):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = self.folder / "lock"
        lock.touch(mode=0o600)
        try:
            with FileLock(lock, timeout=patience):
                self._sweep()
                self._note_the_newest()
                yield
        except NotImplementedError as error:
            raise StoreError(
                f"The disk of {self.folder} knows no locks. Use another: --store DIR."
            ) from error
        except Timeout as error:
            raise BusyError(
                f"Another run has been at work on {self.list_id} for {patience:.0f} seconds."
            ) from error

    def _sweep(self) -> None:
        for left in self.folder.rglob(f"*{TEMPORARY}"):
            left.unlink(missing_ok=True)
        for left in self.incoming.iterdir():
            if left.suffix not in {".part", ".json"}:
                left.unlink()

    def add(self, manifest: Manifest, files: Mapping[str, Path]) -> None:
        """Keeps a snapshot: first its raw files, given by hash, which are moved in; then its manifest."""
        self.put_raw(files)
        with written_whole(self._manifest_path(manifest.number)) as file:
            file.write(as_json(manifest))
        self._note_the_newest()

    def _note_the_newest(self) -> None:
        """Notes which manifest is the newest, where that is not noted: never an older one than was noted before."""
        with suppress(OSError, StoreError):  # the next run will
            numbers, known = self.numbers(), self._noted()
            if numbers and (known is None or known.number < numbers[-1]):
                self.manifest(numbers[-1])  # what is damaged is not noted
                note(self.folder, Newest(number=numbers[-1], sha256=self._hash_of(numbers[-1])))

    def _noted(self) -> Newest | None:
        """What is noted of the newest snapshot; what is damaged counts as nothing, `lists verify` says so."""
        try:
            return noted(self.folder)
        except UnreadableError:
            return None

    def _hash_of(self, number: int) -> str:
        return hashlib.sha256(self.manifest_bytes(number)).hexdigest()

    def is_damaged(self) -> bool:
        """Whether something was kept, and no snapshot of it can be read."""
        return self.current() is None and (bool(self.numbers()) or self._noted() is not None)

    def is_cut_short(self) -> bool:
        """Whether a snapshot was kept after the newest one that there is."""
        before = self._noted()
        # A run beside may add one, or remove all, between two looks.
        is_short = before is not None and not any(each >= before.number for each in self.numbers())
        return is_short and before == self._noted()

    def put_raw(self, files: Mapping[str, Path]) -> None:
        """Moves raw files, given by hash, to where they are kept."""
        for sha256, path in files.items():
            path.chmod(0o600)
            path.replace(self._raw_path(sha256))
        settle(self.folder / "raw")

    def next_place(self) -> tuple[int, str]:
        """The number of the next snapshot, and the hash of the manifest that stands before it."""
        numbers, known = self.numbers(), self._noted()
        if known is not None and (not numbers or numbers[-1] <= known.number):
            return known.number + 1, known.sha256  # where it is gone or was changed, that stays to be seen
        return (numbers[-1] + 1, self._hash_of(numbers[-1])) if numbers else (1, "")

    def faults(self) -> Iterator[str]:
        """Everything that is not as it was written: manifests, their chain, raw files."""
        before = None
        for number in self.numbers():
            try:
                manifest = self.manifest(number)
                self.raw(manifest)
            except StoreError as error:
                yield str(error)
                before = None
                continue
            if before is not None and manifest.previous != before:
                yield f"Snapshot {number} of {self.list_id} does not follow the one before it: one was changed or taken out."
            before = self._hash_of(number)
        yield from self._faults_at_the_end()

    def _faults_at_the_end(self) -> Iterator[str]:
        """What does not hold of the newest snapshot, beside which no later one stands that could tell."""
        try:
            known = noted(self.folder)
        except UnreadableError as error:
            yield str(error)
            return
        if known is None:
            return
        if self.is_cut_short():
            yield f"Snapshot {known.number} of {self.list_id}, the last one that was kept, is gone."
        with suppress(DamagedError, FileNotFoundError):  # which has been said
            self.manifest(known.number)
            if self._hash_of(known.number) != known.sha256:
                yield f"The manifest of snapshot {known.number} of {self.list_id} is not what it was when it was kept."

    def purge(self, keep: int) -> int:
        """Removes all but the newest snapshots; all of the list where none is to be kept. Says how many went."""
        numbers = self.numbers()
        gone = numbers[: len(numbers) - keep] if keep else numbers
        if not keep:
            forget(self.folder)
        for number in gone:
            self._manifest_path(number).unlink()
        if not keep:
            (self.folder / "contact.json").unlink(missing_ok=True)
            for name in _FOLDERS:  # the lock stays: somebody may wait for it
                shutil.rmtree(self.folder / name)
            return len(gone)
        for path in (self.folder / "rejected").iterdir():
            path.unlink()
        self._forget_what_no_manifest_names()
        return len(gone)

    def _forget_what_no_manifest_names(self) -> None:
        kept = list(self.snapshots())
        if len(kept) < len(self.numbers()):
            return  # a damaged manifest may name it
        named = {file.sha256 for manifest in kept for file in manifest.files}
        for path in (self.folder / "raw").iterdir():
            if path.name not in named:
                path.unlink()
