"""What is asked of a publisher, within which bounds, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sanctcheck import __version__
from sanctcheck.lists.limits import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.lists.pages import Content

USER_AGENT = f"Mozilla/5.0 (compatible; sanctcheck/{__version__}; reads published sanctions lists)"
"""Who we are. It begins as it does because at least one publisher refuses everybody who begins otherwise."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long fetching one file may take, in seconds; and how often it is tried again."""

    total: float = 300.0
    connect: float = 10.0
    read: float = 30.0
    retries: int = 8
    first_pause: float = 2.0
    longest_pause: float = 60.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. `etag` and `modified` are those of the version that is there already."""

    url: str
    content: Content
    hosts: frozenset[str] = frozenset()
    user_agent: str = USER_AGENT
    largest: int = MAX_BYTES
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: a file on the disk; None where the publisher says that it has nothing newer."""

    path: Path | None
    url: str
    etag: str | None
    modified: str | None
    date: str | None
    """The publisher's clock, as its header `Date` has it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Bytes that have come, of how many; or a word on why nothing comes just now."""

    received: int
    total: int | None = None
    note: str | None = None


def without_secrets(url: str) -> str:
    """An address without its query and user name, in which tokens travel: fit for messages and manifests."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "an address that cannot be read"
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"
