"""`--signers FILE`: whose signatures of exhibits are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from sanctcheck.exhibits.signers import Signer


def signers_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--signers FILE`; the environment can name it too, and no file of a repository can."""
    return click.option(
        "--signers",
        metavar="FILE",
        envvar="SANCTCHECK_SIGNERS",
        help="The keys whose signatures of exhibits you know, as an allowed_signers file of ssh-keygen.",
    )(function)


def signers_from(file: str | None) -> tuple[Signer, ...] | None:
    """The keys that a file holds; None where none is named.

    Raises:
        UsageError: it cannot be used.
    """
    if not file:
        return None
    from sanctcheck.errors import UsageError  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.exhibits.signers import MAX_BYTES, read_signers  # noqa: PLC0415
    from sanctcheck.reading.files import read_regular_file  # noqa: PLC0415

    try:
        content = read_regular_file(file, MAX_BYTES)
        text = content[: MAX_BYTES + 1].decode("utf-8")
    except (OSError, ValueError) as error:
        raise UsageError(f"The file of --signers, {file}, cannot be read as a text.") from error
    if len(content) > MAX_BYTES:
        raise UsageError(f"The file of --signers has more than {MAX_BYTES:,} bytes.")
    found = read_signers(text)
    if not found:
        raise UsageError(
            f"The file of --signers, {file}, holds no key that may sign for the purpose “sanctcheck”."
        )
    return found
