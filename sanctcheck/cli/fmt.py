"""`sanctcheck fmt`: the canonical order and style of dossiers."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.options import max_bytes_option
from sanctcheck.cli.paths import named_files, paths_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.reading.document import Document


@click.command("fmt", short_help="Put dossiers into canonical order and style; keeps comments and values.")
@paths_options
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@max_bytes_option
def command(*, check: bool, diff: bool, max_bytes: int, **named: Any) -> None:
    """Lay dossiers out anew: files, folders, patterns, or - from standard input to standard output.

    Fields stand in the order of the format's reference, parts are indented by two blanks, and what does not fit into a
    line of 120 characters is written line by line. Comments are kept with what they stand at. No value is ever
    changed: the new text is read again before it is written, and must say the same. A file that cannot be read is
    left as it is.

    \b
    Exit status
      0  everything is, or is now, in canonical form
      1  --check or --diff: a file would change; or a file could not be read
      2  could not run
      3  no dossier was found
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    sys.exit(_Run(check=check, shows=diff, max_bytes=max_bytes).over(named_files(named)))


@dataclass
class _Run:
    """One call, and what it came to."""

    check: bool
    shows: bool
    max_bytes: int
    seen: int = 0
    changed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def writes(self) -> bool:
        """Whether files are written."""
        return not (self.check or self.shows)

    def over(self, candidates: Sequence[Candidate]) -> int:
        """Every dossier among some files; the exit status."""
        for candidate in candidates:
            self._one(candidate)
        return self._closing()

    def _one(self, candidate: Candidate) -> None:
        from sanctcheck.tidy.dossier_file import is_dossier, read_as_written  # noqa: PLC0415

        content, document = read_as_written(candidate, self.max_bytes)
        if document.value is not None and not candidate.by_name and not is_dossier(document):
            return
        self.seen += 1
        text = self._tidied(document)
        if candidate.path is None and self.writes:
            # What cannot be laid out comes out as it came in: an editor that filters through this loses nothing.
            sys.stdout.buffer.write(content if text is None else text.encode())
        elif text is not None and text.encode() != content:
            self._change(candidate, document, content, text)

    def _tidied(self, document: Document) -> str | None:
        from sanctcheck.tidy.dossier_file import why_not  # noqa: PLC0415
        from sanctcheck.tidy.tidied import tidied  # noqa: PLC0415

        reason = why_not(document)
        if reason is None:
            text = tidied(document)
            if text is not None:
                return text
            reason = "1:1 It cannot be laid out anew without a change to what it says."
        self.left.append(document.name)
        self._say(f"{document.name}:{reason} Left as it is.")
        return None

    def _change(self, candidate: Candidate, document: Document, content: bytes, text: str) -> None:
        from sanctcheck.tidy.dossier_file import difference, replace  # noqa: PLC0415

        self.changed.append(candidate.name)
        if self.shows:
            for line in difference(document, text):
                click.echo(line)
        if not self.writes or candidate.path is None:
            return
        try:
            replace(candidate.path, content, text)
        except OSError as error:
            raise click.UsageError(
                f"{candidate.name} cannot be written: {error.strerror or error}. It was left as it is."
            ) from error

    def _closing(self) -> int:
        if not self.seen:
            self._say("sanctcheck: no dossier was found there: no .yaml, .yml or .json file is one.")
            return 3
        verb = "Laid out anew" if self.writes else "Would be laid out anew"
        for name in self.changed:
            self._say(f"{verb}: {name}")
        rest = self.seen - len(self.changed) - len(self.left)
        if self.changed or self.left or self.check:
            self._say(
                f"{_files(self.seen)}: {len(self.changed)} {'changed' if self.writes else 'to change'}, "
                f"{rest} in order, {len(self.left)} left alone"
            )
        return 1 if self.left or (self.changed and not self.writes) else 0

    @staticmethod
    def _say(text: str) -> None:
        from sanctcheck.text import visible  # noqa: PLC0415

        click.echo(visible(text), err=True)


def _files(number: int) -> str:
    return "1 dossier" if number == 1 else f"{number} dossiers"
