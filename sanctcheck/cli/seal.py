"""`sanctcheck seal`: what the files of exhibits are is recorded, and signed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.options import max_bytes_option, today

if TYPE_CHECKING:
    from sanctcheck.dossier.model import Dossier
    from sanctcheck.reading.document import Document
    from sanctcheck.sealing.dossier import Sealed


@click.command("seal", short_help="Record hash, size and type of each exhibit's file, and sign them.")
@click.argument("dossier", metavar="DOSSIER", type=click.Path(path_type=Path))
@click.option(
    "--key",
    metavar="FILE",
    help="Sign with this private key of OpenSSH (Ed25519, ECDSA or RSA); its passphrase is asked for.",
)
@click.option(
    "--replace",
    "replaced",
    metavar="EXHIBIT",
    multiple=True,
    help="Record the file of this exhibit anew although it is not the one recorded (repeatable).",
)
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@max_bytes_option
def command(dossier: Path, *, key: str | None, replaced: tuple[str, ...], diff: bool, max_bytes: int) -> None:
    """Record of each exhibit's file its SHA-256, its size and its media type, in the dossier and in a manifest beside it.

    The dossier keeps its comments and its order. The manifest, DOSSIER's name with the ending .sha256, is what `sha256sum --check` reads, and the
    signature, that name with .sig behind it, is what `ssh-keygen -Y verify -n sanctcheck` verifies; one that was made
    with `ssh-keygen -Y sign -n sanctcheck`, for example with a key on a card, is taken up.

    A file that is not the one recorded, in the dossier or in the manifest that is there, is not recorded anew: find out
    what changed, and name its exhibit with --replace. `sanctcheck validate` verifies the seal.

    \b
    Exit status
      0  sealed, or sealed already
      1  an exhibit cannot be sealed, the signature has to be made anew, or
         with --diff: something would change
      2  could not run
      3  no exhibit has a file
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.errors import UsageError  # noqa: PLC0415 - see `sanctcheck.cli`

    try:
        sys.exit(_Run(dossier, diff=diff, max_bytes=max_bytes).seal(key, replaced))
    except UsageError as error:
        raise click.UsageError(str(error)) from error


class _Run:
    """One call."""

    def __init__(self, path: Path, *, diff: bool, max_bytes: int) -> None:
        self._path = path
        self._shows = diff
        self._max_bytes = max_bytes

    def seal(self, key: str | None, replaced: tuple[str, ...]) -> int:
        """Seals the dossier; the exit status."""
        from sanctcheck.sealing.dossier import Asked, sealed  # noqa: PLC0415 - see `sanctcheck.cli`
        from sanctcheck.sealing.key import signing_key  # noqa: PLC0415

        content, document, dossier = self._read()
        if not any(each.file for each in dossier.exhibits):
            _say("sanctcheck: no exhibit of this dossier has a file: there is nothing to seal.")
            return 3
        self._refuse_unknown(dossier, replaced)
        signs_with = None if key is None else signing_key(key, _passphrase)
        try:
            made = sealed(self._path, content, document, dossier, Asked(today(), signs_with, replaced))
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        if made.plan.problems:
            return self._say_why_not(made, document, dossier)
        return self._show(made, document) if self._shows else self._write(made, content, document, dossier)

    def _read(self) -> tuple[bytes, Document, Dossier]:
        from sanctcheck.dossier.discovery import Candidate  # noqa: PLC0415 - see `sanctcheck.cli`
        from sanctcheck.dossier.model import Dossier  # noqa: PLC0415
        from sanctcheck.reading.shape import shape  # noqa: PLC0415
        from sanctcheck.tidy.dossier_file import read_as_written, why_not  # noqa: PLC0415

        name = str(self._path)
        content, document = read_as_written(Candidate(self._path, name, by_name=True), self._max_bytes)
        reason = why_not(document)
        shaped = shape(document, Dossier) if reason is None else None
        if shaped is None:
            reason = reason or why_not(document)
            raise click.UsageError(f"{name} cannot be sealed: {reason}")
        return content, document, shaped

    @staticmethod
    def _refuse_unknown(dossier: Dossier, replaced: tuple[str, ...]) -> None:
        from sanctcheck.text import did_you_mean, quoted  # noqa: PLC0415 - see `sanctcheck.cli`

        known = [each.id for each in dossier.exhibits if each.file]
        for each in replaced:
            if each not in known:
                raise click.UsageError(
                    f"No exhibit with a file has the id {quoted(each)}.{did_you_mean(each, known)}"
                )

    def _say_why_not(self, made: Sealed, document: Document, dossier: Dossier) -> int:
        for index, why in made.plan.problems:
            _say(f"sanctcheck: {_named(document, dossier, index)}: {why}")
        _say("sanctcheck: nothing was written. `sanctcheck validate` shows the lines; see --replace.")
        return 1

    def _show(self, made: Sealed, document: Document) -> int:
        from sanctcheck.tidy.dossier_file import difference  # noqa: PLC0415 - see `sanctcheck.cli`

        if made.text is not None:
            for line in difference(
                document, made.text.removeprefix("\ufeff").replace("\r\n", "\n"), "sealed"
            ):
                click.echo(line)
        for file, new in (made.manifest, made.signature):
            if new is not None:
                _say(f"Would be written: {file}")
        return 1 if made.changes_something else 0

    def _write(self, made: Sealed, content: bytes, document: Document, dossier: Dossier) -> int:
        from sanctcheck.sealing.dossier import write_all  # noqa: PLC0415 - see `sanctcheck.cli`
        from sanctcheck.text import listed  # noqa: PLC0415

        try:
            write_all(made, self._path, content)
        except OSError as error:
            raise click.UsageError(f"Not everything could be written: {error.strerror or error}.") from error
        for index, fields in made.plan.recorded.items():
            _say(f"{_named(document, dossier, index)}: {listed(fields, 'and')} recorded")
        if made.plan.taken_out:
            gone = len(made.plan.taken_out)
            _say(
                f"{'1 file is' if gone == 1 else f'{gone:,} files are'} not in the manifest any more: no exhibit names it."
            )
        self._say_what_it_came_to(made)
        return 1 if made.was_signed else 0

    def _say_what_it_came_to(self, made: Sealed) -> None:
        manifest, number = made.manifest[0], len(made.plan.hashes)
        files = "1 file" if number == 1 else f"{number:,} files"
        done = "Sealed" if made.changes_something else "Sealed already"
        signed = f", signed in {made.signature[0]}" if made.is_signed else ", not signed"
        _say(f"{done}: {files} in {manifest}{signed}.")
        if not made.is_signed:
            why = "The signature that is there is not one of it any more. " if made.was_signed else ""
            _say(
                f"{why}To sign: sanctcheck seal --key KEY {self._path}, or with a key on a card: ssh-keygen -Y sign -n "
                f"sanctcheck -f KEY {manifest}, and sanctcheck seal {self._path} once more."
            )


def _named(document: Document, dossier: Dossier, index: int) -> str:
    """How an exhibit is called: by its id, or by its place where it is protected."""
    from sanctcheck.reading.protection import is_protected  # noqa: PLC0415 - see `sanctcheck.cli`

    path = ("exhibits", index)
    return f"exhibit {index + 1}" if is_protected(document.value, path) else dossier.exhibits[index].id


def _passphrase() -> str:
    answer: Any = click.prompt("Passphrase of the key", hide_input=True, err=True)
    return str(answer)


def _say(text: str) -> None:
    from sanctcheck.text import visible  # noqa: PLC0415 - see `sanctcheck.cli`

    click.echo(visible(text), err=True)
