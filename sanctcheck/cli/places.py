"""The places to which a report can be written: standard output, a file, a device or pipe."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import ExitStack, contextmanager, suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""What is wrong with a disk, or with that to which standard output leads, and not with us."""
_SPECIAL_FOLDERS = {("/", "dev"), ("/", "proc")}


class Place:
    """Somewhere to write. Every step can raise an OSError; `give_up` comes after one."""

    def __init__(self, name: str) -> None:
        self.name = name

    def is_at(self, file: str) -> bool:
        """Whether this is where a file is that was checked, so that the report would take its place."""
        del file
        return False

    def begin(self) -> None:
        """Opens it."""

    def write(self, text: str | bytes) -> None:
        """Adds text, or bytes of a form that is none."""
        raise NotImplementedError

    def finish(self) -> None:
        """Makes what was written last."""

    def abandon(self) -> None:
        """Leaves nothing half done. Where it is whole already, or was never begun, there is nothing to do."""

    def give_up(self) -> None:
        """A step failed."""
        self.abandon()


def place_for(file: Path | None, *, form: str) -> Place:
    """Where a report goes: to a file, or where none is named to standard output."""
    if file is None:
        return _StandardOutput(is_for_people=form == "terminal")
    return _Device(file) if _is_a_device(file) else _File(file)


def _is_a_device(path: Path) -> bool:
    """Whether a path is a device or a pipe, which is written to and never replaced."""
    if path.absolute().parts[:2] in _SPECIAL_FOLDERS:
        return True
    return path.exists() and not path.is_file() and not path.is_dir()


def _encoded(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


class _StandardOutput(Place):
    def __init__(self, *, is_for_people: bool) -> None:
        super().__init__("standard output")
        self._is_for_people = is_for_people

    def write(self, text: str | bytes) -> None:
        """What is for programs has the same bytes whatever the machine speaks.

        What is for people is said in what their terminal can show, and goes through a progress bar that may stand there.
        """
        as_asked = self._is_for_people and "PYTHONIOENCODING" in os.environ
        binary = getattr(sys.stdout, "buffer", None)
        if isinstance(text, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(text)
        elif binary is None or as_asked or sys.stdout.isatty():
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            binary.write(text.encode())
        sys.stdout.flush()

    def give_up(self) -> None:
        """What could not be written is let go: Python may try once more when it ends, and complain.

        So the documentation of Python advises (`signal`, note on SIGPIPE).
        """
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)


class _File(Place):
    def __init__(self, path: Path) -> None:
        from sanctcheck.text import visible  # noqa: PLC0415

        super().__init__(visible(str(path)))
        self._path = path
        self._whole = ExitStack()
        self._file: IO[bytes] | None = None

    def is_at(self, file: str) -> bool:
        # A link is replaced and not followed: names are compared, and not what they lead to.
        return os.path.abspath(file) == os.path.abspath(self._path)  # noqa: PTH100

    def begin(self) -> None:
        from sanctcheck.lists.files import written_whole  # noqa: PLC0415

        if self._path.is_dir():
            raise IsADirectoryError(None, "It is a folder")
        self._file = self._whole.enter_context(written_whole(self._path))

    def write(self, text: str | bytes) -> None:
        if self._file is not None:
            self._file.write(_encoded(text))

    def finish(self) -> None:
        self._whole.close()

    def abandon(self) -> None:
        self._whole.__exit__(OSError, OSError(), None)


class _Device(Place):
    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self._path = path
        self._descriptor: int | None = None

    def begin(self) -> None:
        self._descriptor = os.open(self._path, os.O_WRONLY)

    def write(self, text: str | bytes) -> None:
        if self._descriptor is None:
            return
        rest = memoryview(_encoded(text))
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]

    def finish(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor = None

    abandon = finish


@contextmanager
def report_at(path: Path, *, new: bool = False) -> Iterator[IO[bytes]]:
    """A file for a report, whole or not there; where it cannot be written, that is said, and ends the run with 5.

    Raises:
        FileExistsError: it is there, and was to be new.
    """
    import click  # noqa: PLC0415 - here, as what it needs

    from sanctcheck.lists.files import written_new, written_whole  # noqa: PLC0415
    from sanctcheck.tally import NOT_WRITTEN  # noqa: PLC0415
    from sanctcheck.text import visible  # noqa: PLC0415

    try:
        with written_new(path) if new else written_whole(path) as file:
            yield file
    except (BrokenPipeError, FileExistsError):
        raise
    except OSError as error:
        why = error.strerror or type(error).__name__
        click.echo(f"sanctcheck: {visible(str(path))} could not be written: {why}.", err=True)
        sys.exit(NOT_WRITTEN)
