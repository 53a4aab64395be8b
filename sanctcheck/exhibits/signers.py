"""Whose signatures are known: a list of the user's own, in the form of `ssh-keygen`'s allowed signers.

It is never taken from the repository under test, which could else vouch for itself.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from sanctcheck.errors import UsageError
from sanctcheck.exhibits.sshsig import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 1024 * 1024
_PRINCIPALS = re.compile(r'(?:"[^"]*"|[^\s"]+)[ \t]+')
_OPTION = re.compile(r'(?P<name>[a-zA-Z-]+)(?:="(?P<value>[^"]*)")?(?:,|(?=[ \t]))')
_MOMENT = re.compile(r"(\d{8})(?:(\d{4})(\d{2})?)?Z?")
_OPTIONS = frozenset({"namespaces", "valid-after", "valid-before", "cert-authority"})


@dataclass(frozen=True, slots=True)
class Signer:
    """A key that is known, and from when to when it may have signed."""

    key: bytes
    after: date | None = None
    before: date | None = None

    def may_have_signed(self, day: date) -> bool:
        """Whether the key was valid on a day."""
        return (self.after is None or day >= self.after) and (self.before is None or day <= self.before)


def read_signers(text: str) -> tuple[Signer, ...]:
    """The keys of a list that may sign exhibits. Authorities that vouch for other keys are passed over.

    Raises:
        UsageError: a line is none of such a list.
    """
    found: list[Signer] = []
    for number, line in enumerate(text.splitlines(), start=1):
        written = line.strip()
        if written and not written.startswith("#"):
            try:
                found.extend(_of_line(written))
            except (ValueError, binascii.Error) as error:
                raise UsageError(
                    f"Line {number} of --signers is none of a list of allowed signers: write NAME, options if any, "
                    "and the public key, as ssh-keygen(1) describes it under ALLOWED SIGNERS."
                ) from error
    return tuple(found)


def _of_line(line: str) -> Iterator[Signer]:
    principals = _PRINCIPALS.match(line)
    if principals is None:
        raise ValueError("no names")
    rest, options = _options(line[principals.end() :])
    kind, written, *_ = [*rest.split(), "", ""]
    key = base64.b64decode(written, validate=True)
    length = int.from_bytes(key[:4], "big")
    if not kind or key[4 : 4 + length] != kind.encode():
        raise ValueError("no public key")
    namespaces = options.get("namespaces")
    is_for_this = namespaces is None or any(
        fnmatchcase(NAMESPACE, each.strip()) for each in namespaces.split(",")
    )
    if is_for_this and "cert-authority" not in options:
        yield Signer(key, _day(options.get("valid-after")), _day(options.get("valid-before")))


def _options(text: str) -> tuple[str, dict[str, str]]:
    options: dict[str, str] = {}
    at = 0
    # A kind of key has a dash too, and no option's name.
    while (found := _OPTION.match(text, at)) is not None and found["name"].lower() in _OPTIONS:
        options[found["name"].lower()] = found["value"] or ""
        at = found.end()
    return text[at:], options


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    found = _MOMENT.fullmatch(written)
    if found is None:
        raise ValueError("no day")
    return datetime.strptime(found[1], "%Y%m%d").replace(tzinfo=UTC).date()
