"""A case within this process: as many as a CI can bear. What it costs is measured by `make hostile`."""

from __future__ import annotations

import os
import signal
import time
import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from click.testing import CliRunner
from harness import Case, Ran, listing
from watching import watched

from sanctcheck.cli import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

_KILL_AFTER = 60


class HungError(BaseException):
    """A case did not end."""


def run_here(case: Case, folder: Path, aside: Path) -> Ran:
    """The call of a case, in its folder."""
    before = listing(folder)
    stdin: Any = (folder / case.stdin).open("rb") if case.stdin else b""
    kept = str(aside / "kept")
    environment = {"SANCTCHECK_CACHE": kept, "SANCTCHECK_LISTS": str(aside / "lists"), "NO_COLOR": "1"}
    arguments = [os.fsdecode(each) for each in (case.command, *case.arguments)]
    here = Path.cwd()
    os.chdir(folder)
    begun, used = time.monotonic(), time.process_time()
    try:
        with (
            mock.patch.dict(os.environ, environment),
            _ending(),
            watched(str(aside), *_may_write(case, folder)) as seen,
        ):
            result = CliRunner().invoke(cli, arguments, input=stdin)
    finally:
        os.chdir(here)
        if case.stdin:
            stdin.close()
    return Ran(
        status=result.exit_code,
        out=result.stdout_bytes,
        err=result.stderr_bytes + _trace(result.exception),
        wall=time.monotonic() - begun,
        processor=time.process_time() - used,
        peak_kb=0,
        forbidden="\n".join(seen),
        changed=() if case.writes else tuple(map(str, sorted(before ^ listing(folder)))),
    )


def _may_write(case: Case, folder: Path) -> tuple[str, ...]:
    return (str(folder),) if case.writes or case.command == "init" else ()


def _trace(error: BaseException | None) -> bytes:
    if error is None or isinstance(error, SystemExit):
        return b""
    return "".join(traceback.format_exception(error)).encode(errors="backslashreplace")


@contextmanager
def _ending() -> Iterator[None]:
    """Ends what hangs."""

    def end(*_: object) -> None:
        raise HungError

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(_KILL_AFTER)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
