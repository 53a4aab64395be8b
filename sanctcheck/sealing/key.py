"""The key that signs: a file that the user names, opened with a passphrase where it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sanctcheck.errors import UsageError
from sanctcheck.exhibits.extras import INSTALL
from sanctcheck.reading.files import read_regular_file, why_not

if TYPE_CHECKING:
    from collections.abc import Callable

_MAX_BYTES = 64 * 1024
_OTHER_WAY = "Sign the manifest with ssh-keygen instead: ssh-keygen -Y sign -n sanctcheck -f KEY MANIFEST."


def signing_key(file: str, passphrase: Callable[[], str]) -> Any:
    """The private key in a file, as OpenSSH keeps it. The passphrase is asked for only where there is one.

    Raises:
        UsageError: it cannot be read, or cannot sign.
    """
    try:
        from cryptography.hazmat.primitives import serialization  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise UsageError(f"Signing needs an extra: {INSTALL}. {_OTHER_WAY}") from error
    try:
        content = read_regular_file(file, _MAX_BYTES)
    except (OSError, ValueError) as error:
        raise UsageError(f"The key of --key cannot be read. {why_not(error)}") from error
    if len(content) > _MAX_BYTES or b"PRIVATE KEY" not in content[:100]:
        raise UsageError(f"The file of --key is no private key of OpenSSH. {_OTHER_WAY}")
    return _loaded(content, passphrase)


def _loaded(content: bytes, passphrase: Callable[[], str]) -> Any:
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - an extra

    try:
        try:
            return _parsed(content, None)
        except TypeError:
            # What the library says of a key that has a passphrase.
            return _parsed(content, passphrase().encode())
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UsageError(
            f"The key of --key cannot be used: it is of another kind, or the passphrase is not right. {_OTHER_WAY}"
        ) from error


def _parsed(content: bytes, passphrase: bytes | None) -> Any:
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - an extra

    if b"OPENSSH PRIVATE KEY" in content[:100]:
        return serialization.load_ssh_private_key(content, passphrase)
    return serialization.load_pem_private_key(content, passphrase)
