"""What the store writes down: of each snapshot its manifest, and of each list the last contact with its publisher."""

from __future__ import annotations

import hashlib
from datetime import datetime  # noqa: TC003 - msgspec reads the annotations at run time
from typing import Literal

import msgspec

Origin = Literal["fetched", "mirror", "imported"]
Guard = Literal[
    "records", "declared", "minimum", "lost", "kind", "sublist", "programme", "field", "format", "older",
    "unreadable",
]  # fmt: skip


class KeptFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One raw file of a snapshot, kept byte for byte under its hash."""

    name: str
    sha256: str
    bytes: int
    source: str
    """Where it came from, without tokens: an address, or the name of a file carried in by hand."""
    modified: str | None = None
    """The publisher's `Last-Modified`."""


class Profile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A list in figures: what guards compare, and what `lists status` shows."""

    records: int
    """Records of the raw files that the parser took in."""
    counted: int
    """Records of the raw files, counted in another way."""
    declared: int | None = None
    """Records that the file itself says it has."""
    listings: int
    names: int
    kinds: dict[str, int] = {}
    sublists: dict[str, int] = {}
    programmes: dict[str, int] = {}
    filled: dict[str, int] = {}
    """By core field: in how many listings it says something."""
    not_understood: dict[str, int] = {}


class Objection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a guard does not take a list as it came."""

    guard: Guard
    message: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One snapshot of one list: everything that is needed to repeat a screening against the very bytes."""

    format: Literal["snapshot/1"] = "snapshot/1"
    list: str
    number: int
    previous: str
    """The SHA-256 of the manifest before this one; empty for the first. So no snapshot can be changed unseen."""
    publisher: str
    form: str
    """The publisher's format that was read: `enhanced-xml`."""
    files: tuple[KeptFile, ...]
    origin: Origin
    retrieved_at: datetime
    published: str
    """The publisher's own date of the list; empty where it states none."""
    tool: str
    profile: Profile
    accepted: tuple[Objection, ...] = ()
    """What guards said, and a person accepted."""
    reason: str = ""
    """Why the person accepted it."""

    @property
    def sha256(self) -> str:
        """Names the content: the hash of its file, or of the hashes of its files where there are several."""
        if len(self.files) == 1:
            return self.files[0].sha256
        return content_hash({file.name: file.sha256 for file in self.files})

    @property
    def short(self) -> str:
        """As people quote it: `LIST@` and twelve digits of the hash."""
        return f"{self.list}@{self.sha256[:12]}"


class Contact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the last contact with a publisher went. It may be lost without harm: the snapshots stand by themselves."""

    sha256: str = ""
    """The content to which the rest refers."""
    verified_at: datetime | None = None
    """When the whole list last came, byte for byte the same: nothing but a complete download says so."""
    unchanged_at: datetime | None = None
    """When the publisher last said that it has nothing newer."""
    etag: str | None = None
    modified: str | None = None
    url_hash: str = ""
    """Of the address that was asked: what another one says does not count."""
    failed_at: datetime | None = None
    failure: str = ""
    cause: str = ""
    clock: str = ""
    """What is odd about this machine's clock, or the publisher's."""


def content_hash(files: dict[str, str]) -> str:
    """One hash for several files, from their names and hashes, in any order."""
    lines = "".join(f"{files[name]} {name}\n" for name in sorted(files))
    return hashlib.sha256(lines.encode()).hexdigest()


_MANIFEST = msgspec.json.Decoder(Manifest)
_CONTACT = msgspec.json.Decoder(Contact)


def manifest_from(content: bytes) -> Manifest:
    """The manifest that a file holds.

    Raises:
        ValueError: it holds none.
    """
    return _MANIFEST.decode(content)


def contact_from(content: bytes) -> Contact:
    """The contact that a file holds.

    Raises:
        ValueError: it holds none.
    """
    return _CONTACT.decode(content)


def as_json(value: Manifest | Contact) -> bytes:
    """As it is written to the disk: indented, for people who look."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
