"""The command line: one module a command, imported when it is called, because start-up is a feature."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import click

from sanctcheck import __version__
from sanctcheck.cli.group import LazyGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COMMANDS = (
    "init",
    "validate",
    "report",
    "redact",
    "diff",
    "verify",
    "explain",
    "compare",
    "portability",
    "deadlines",
    "site",
    "lists",
    "match",
    "screen",
    "survey",
    "seal",
    "evidence",
    "config",
    "schema",
    "fmt",
    "lsp",
    "completion",
    "doctor",
)
"""In the order in which a newcomer needs them; each is `sanctcheck/cli/NAME.py`."""
INTERNAL_ERROR = 70
"""As sysexits.h has it: told apart from a call that could not be carried out, which is 2."""
_LONGEST_MESSAGE = 2_000


@contextmanager
def _visible_messages() -> Iterator[None]:
    """Messages repeat arguments as they were typed, or as a script put them together: none may steer the terminal."""
    try:
        yield
    except click.ClickException as error:
        from sanctcheck.cli.options import folded  # noqa: PLC0415 - only a message needs it
        from sanctcheck.text import shorten, visible  # noqa: PLC0415

        behind = len(error.format_message()) - len(error.message)
        # click calls it final; there is no other way to say the same message in other characters.
        error.message = folded(shorten(visible(error.message), _LONGEST_MESSAGE), behind)  # type: ignore[misc]
        raise


class Commands(LazyGroup):
    """The whole command line."""

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        """As click does it; what it says of the options is made visible."""
        with _visible_messages():
            return super().make_context(*arguments, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """As click does it; what it says of a command's arguments is made visible."""
        with _visible_messages():
            return super().invoke(ctx)


def _all_of_a_mistake(_: click.Context, __: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's own signature
    if value:
        from sanctcheck.cli.crash import ask_for_all  # noqa: PLC0415 - few calls ask for it

        ask_for_all()


@click.group(
    cls=Commands,
    package=__name__,
    names=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with `sanctcheck init gb-ghr > dossier.yaml`, fill it in, and run `sanctcheck validate dossier.yaml`.",
)
@click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_all_of_a_mistake,
    help="Show all of a mistake of ours, with what it was about; refused where CI is set.",
)
@click.version_option(__version__, "--version", prog_name="sanctcheck")
def cli() -> None:
    """Checks sanctions designation dossiers against the law of each regime.

    It says what a dossier lacks, where, under which provision, and what to do next. It reports; a person decides.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """The console script. A mistake of ours ends with a short word and exit status 70, never with a traceback."""
    _open_what_is_closed()
    _print_what_the_terminal_cannot_encode()
    _refuse_a_folder_that_is_gone()
    # pydantic would look for plug-ins in every package there is: that takes time, and none is ours.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # numpy would start a thread for each core, that waits busily for algebra; names are looked up without any.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        cli.main(args=arguments, prog_name="sanctcheck")
    except OSError as error:
        from sanctcheck.cli.places import NO_ROOM  # noqa: PLC0415 - only a failure needs it
        from sanctcheck.tally import NOT_WRITTEN  # noqa: PLC0415

        if error.errno not in NO_ROOM:
            _end_as_ours(error)
        click.echo(f"sanctcheck: not everything could be written: {error.strerror}.", err=True)
        sys.exit(NOT_WRITTEN)
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback, and no value of a dossier
        _end_as_ours(error)


def _end_as_ours(error: Exception) -> NoReturn:
    from sanctcheck.cli.crash import say_that_it_is_ours  # noqa: PLC0415 - only a mistake needs it

    say_that_it_is_ours(error)
    sys.exit(INTERNAL_ERROR)


def _open_what_is_closed() -> None:
    """A stream that whoever called has closed is empty, or swallows what is written to it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open until the end


def _refuse_a_folder_that_is_gone() -> None:
    try:
        os.getcwd()  # noqa: PTH109 - nothing else is wanted of it
    except OSError:
        click.echo("sanctcheck: the working folder is gone: change to one that is there.", err=True)
        sys.exit(2)


def _print_what_the_terminal_cannot_encode() -> None:
    """A character that the terminal's encoding lacks is escaped instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
