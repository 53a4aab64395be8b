"""A command line to call, and dossiers to call it on."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from click.testing import CliRunner

from sanctcheck.cli import cli

if TYPE_CHECKING:
    from pathlib import Path

STANDARDS = """\
format: standards/1
standards:
  - id: notification
    title: Notice to the target
    family: due-process
    asks: The target is told.
    why: Nobody can answer what they have not heard.
    sources: [An example]
    verified: knowledge
  - id: statement-of-reasons
    title: Statement of reasons
    family: due-process
    asks: The target is told why.
    why: Reasons can be answered.
    sources: [An example]
    verified: uncertain
"""


@dataclass(frozen=True)
class Called:
    """What a call printed, and its exit status."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class CommandLine:
    """The command line in a folder of its own, with the example regime as its law."""

    folder: Path

    def call(self, *arguments: str, stdin: str | bytes | None = None) -> Called:
        result = CliRunner().invoke(cli, list(arguments), input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Called(result.exit_code, result.stdout, result.stderr)

    def validate(self, *arguments: str, stdin: str | bytes | None = None) -> Called:
        return self.call("validate", "--as-of", "2026-06-01", "--criteria", "law", *arguments, stdin=stdin)

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return name
