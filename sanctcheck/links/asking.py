"""What is asked of an address: whether it answers, and where a hash was recorded, whether it is still the same."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import urllib3

from sanctcheck.links.addresses import Address, NotAllowed, address_of, next_address
from sanctcheck.links.line import NotReached, Way, asked
from sanctcheck.links.model import Answer, Content, Standing

if TYPE_CHECKING:
    from sanctcheck.links.pace import Pace

USER_AGENT: Final = "Mozilla/5.0 (compatible; link-check/1.0)"
"""Who asks. It is honest about being a program, and tells nobody that sanctions are prepared."""
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD: Final = frozenset({301, 308})
_MOST_REDIRECTS: Final = 3
_GONE: Final = frozenset({404, 410})
_LATER: Final = frozenset({429, 503})
_PIECE: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long an answer may take, in seconds, and how many bytes of it are read."""

    seconds: float = 5.0
    bytes: int = 64 * 1024
    whole_seconds: float = 30.0
    whole_bytes: int = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks addresses, one after the other."""

    pace: Pace
    way: Way = field(default_factory=Way)
    bounds: Bounds = field(default_factory=Bounds)
    user_agent: str = USER_AGENT

    def ask(self, url: str, sha256: str | None = None, size: int | None = None) -> Answer:
        """How an address stands. Nothing that a server can send ends in anything but an answer."""
        try:
            return _Question(self, sha256, size).answer(url)
        except NotAllowed as error:
            return Answer("not-allowed", why=str(error))
        except NotReached as error:
            return Answer("unreachable", why=str(error))
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            return _of_line(error)


class _Question:
    """One question, through redirects to its answer."""

    def __init__(self, asker: Asker, sha256: str | None, size: int | None) -> None:
        self._asker = asker
        self._sha256 = sha256
        self._size = size
        self._moved_to = ""
        self._started = 0.0

    def answer(self, url: str) -> Answer:
        first = address_of(url)
        if self._sha256 is not None:
            return self._followed(first, "GET", whole=True)
        found = self._followed(first, "HEAD")
        if found.standing == "alive" or found.status in _LATER:
            return found
        # Many servers answer HEAD with an error, and a reader with the page.
        return self._followed(first, "GET")

    def _followed(self, address: Address, method: str, *, whole: bool = False) -> Answer:
        self._moved_to, moves_for_good = "", True
        for _ in range(_MOST_REDIRECTS + 1):
            led = self._one(address, method, whole=whole)
            if isinstance(led, Answer):
                return led
            address, status = led
            moves_for_good = moves_for_good and status in _FOR_GOOD
            self._moved_to = str(address) if moves_for_good else ""
        raise NotAllowed(f"it leads on more than {_MOST_REDIRECTS} times")

    def _one(self, address: Address, method: str, *, whole: bool) -> Answer | tuple[Address, int]:
        bounds = self._asker.bounds
        headers = {"User-Agent": self._asker.user_agent, "Accept": "*/*", "Accept-Encoding": "identity"}
        if method == "GET" and not whole:
            headers["Range"] = f"bytes=0-{bounds.bytes - 1}"
        seconds = bounds.whole_seconds if whole else bounds.seconds
        if not self._asker.pace.wait(address.host):
            return Answer("refused", why="its host asked to be asked less often")
        self._started = time.monotonic()
        with asked(self._asker.way, address, method, headers, seconds) as response:
            if response.status in _REDIRECTS:
                return next_address(address, response.headers.get("Location")), response.status
            if response.status in _LATER:
                self._asker.pace.leave(address.host)
            return self._read(response, seconds, whole=whole and response.status == 200)

    def _read(self, response: urllib3.BaseHTTPResponse, seconds: float, *, whole: bool) -> Answer:
        bounds = self._asker.bounds
        content = self._compared(response, seconds) if whole else None
        if not whole:
            _read_at_most(response, bounds.bytes, self._started + seconds)
        standing = _standing(response.status)
        return Answer(standing, response.status, content, self._moved_to if standing == "alive" else "")

    def _compared(self, response: urllib3.BaseHTTPResponse, seconds: float) -> Content:
        """Whether what comes is what was recorded. More than was recorded is something else, and is not read."""
        if response.headers.get("Content-Encoding", "identity").strip().lower() not in {"", "identity"}:
            return "not-compared"
        largest = self._asker.bounds.whole_bytes
        if self._size is not None and self._size > largest:
            return "not-compared"
        limit = largest if self._size is None else self._size
        content = _read_at_most(response, limit + 1, self._started + seconds)
        if len(content) > limit:
            return "not-compared" if self._size is None else "changed"
        return "same" if hashlib.sha256(content).hexdigest() == self._sha256 else "changed"


def _read_at_most(response: urllib3.BaseHTTPResponse, number: int, deadline: float) -> bytes:
    content = bytearray()
    while len(content) < number:
        piece = response.read1(min(_PIECE, number - len(content)), decode_content=False)
        if not piece:
            break
        content += piece
        if time.monotonic() > deadline:
            raise NotReached("it sends too slowly")
    return bytes(content)


def _standing(status: int) -> Standing:
    if 200 <= status < 300 or status == 416:
        # There is no such range in an empty page; the page is there.
        return "alive"
    if status in _GONE:
        return "gone"
    return "failing" if status >= 500 else "refused"


def _of_line(error: Exception) -> Answer:
    """What a library says about the line."""
    reasons = [error, error.__cause__, error.__context__, *error.args, getattr(error, "reason", None)]
    if any(isinstance(each, urllib3.exceptions.SSLError) for each in reasons):
        return Answer("certificate", why="it is never left unverified")
    if any(isinstance(each, urllib3.exceptions.TimeoutError | TimeoutError) for each in reasons):
        return Answer("unreachable", why="it does not answer in time")
    return Answer("unreachable", why="no connection, or it broke off")
