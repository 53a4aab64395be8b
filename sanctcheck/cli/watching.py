"""`validate --watch`: dossiers are checked again as soon as they, or the files of their exhibits, have changed."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.record import FileRecord

DEBOUNCE = 300
"""Milliseconds in which changes are taken together."""
TIMEOUT = 500
"""Milliseconds after which it is looked whether the user wants to end."""
_SETTINGS = "sanctcheck.toml"
_SHOWN = 5


@dataclass
class Watch:
    """One call that goes on until somebody ends it.

    Attributes:
        paths: what the user named.
        check: checks some paths, and reports on them; what it finds about each file, it hands to the second argument.
        written: files that the run itself writes; their changes are none.
        criteria: a folder of criteria, whose changes concern every dossier.
        takes_all: whether every dossier is checked each time, because a report that goes to a file is about all.
        beside: the files that concern every dossier and may lie elsewhere: a configuration above, a baseline.
    """

    paths: Sequence[str]
    check: Callable[[tuple[str, ...], Callable[[FileRecord], None]], int]
    written: Iterable[Path] = ()
    criteria: Path | None = None
    takes_all: bool = False
    beside: Callable[[], Iterable[Path]] = tuple
    with_findings: dict[str, bool] = field(default_factory=dict)
    _stamps: dict[Path, tuple[int, int] | None] = field(default_factory=dict)

    def run(self) -> int:
        """Checks everything, then what changes, until Ctrl-C. The exit status is 0: it ended as it was asked to."""
        changes = self._changes()
        try:
            # From here on changes are heard: none is missed while everything is checked for the first time.
            next(changes)
            self._report(tuple(self.paths), len(list(_dossiers(self.paths))))
            for changed in changes:
                if changed:
                    self._again(changed)
        except KeyboardInterrupt:
            pass
        click.echo("sanctcheck: no longer watching.", err=True)
        return 0

    def _changes(self) -> Iterator[set[Path]]:
        """Sets of files that have changed, as they come."""
        try:
            from watchfiles import watch  # noqa: PLC0415 - an extra, loaded when it is asked for
        except ModuleNotFoundError as error:
            raise click.UsageError(
                "--watch needs an extra that is not installed: pip install 'sanctcheck[watch]'"
            ) from error
        if "-" in self.paths:
            raise click.UsageError("--watch follows files, and standard input is none.")
        folders = dict.fromkeys(_folder(path) for path in self.paths)
        if self.criteria is not None:
            folders[self.criteria] = None
        self._changed_beside()
        found = watch(
            *folders,
            debounce=DEBOUNCE,
            raise_interrupt=True,
            watch_filter=_is_wanted,
            rust_timeout=TIMEOUT,
            yield_on_timeout=True,
        )
        return (self.heard({Path(path) for _, path in changes}) for changes in found)

    def heard(self, changed: set[Path]) -> set[Path]:
        """Changes that may matter. Files beside are looked at each time: the folders around them may be large."""
        beside = self._changed_beside()
        others = {path.resolve() for path in (*self.written, *self._stamps)}
        return {path for path in changed if path.resolve() not in others} | beside

    def _changed_beside(self) -> set[Path]:
        before, now = self._stamps, {file: _stamp(file) for file in self.beside()}
        self._stamps = now
        return {file for file in before.keys() | now.keys() if before.get(file) != now.get(file)}

    def _again(self, changed: set[Path]) -> None:
        dossiers = list(_dossiers(self.paths))
        concerned = [each for each in dossiers if self._concerns(each, changed)]
        gone = self.with_findings.keys() - {each.name for each in dossiers}
        for name in gone:
            del self.with_findings[name]
        if concerned or gone:
            if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
                click.clear()
            chosen = dossiers if self.takes_all else concerned
            self._report(
                tuple(self.paths) if self.takes_all else tuple(each.name for each in chosen), len(chosen)
            )

    def _concerns(self, dossier: Candidate, changed: set[Path]) -> bool:
        if dossier.path is None:
            return False
        here = dossier.path.resolve()
        for path in changed:
            other = path.resolve()
            is_law = self.criteria is not None and self.criteria.resolve() in other.parents
            if other == here or is_law or path.name == _SETTINGS or path in self._stamps:
                return True
            # An exhibit: it lies below the dossier's folder, and the dossier names it.
            if here.parent in other.parents and path.name in _text(here):
                return True
        return False

    def _report(self, paths: tuple[str, ...], number: int) -> None:
        now: set[str] = set()

        def notice(record: FileRecord) -> None:
            now.add(record.file)
            self.with_findings[record.file] = any(finding.is_open for finding in record.findings)

        if number:
            try:
                self.check(paths, notice)
            except click.ClickException as error:
                # A configuration that is just being written, for example: the next change may mend it.
                error.show()
        click.echo(self._closing(now), err=True)

    def _closing(self, now: set[str]) -> str:
        from sanctcheck.text import visible  # noqa: PLC0415 - see `sanctcheck.cli`

        others = sorted(name for name, has in self.with_findings.items() if has and name not in now)
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        elsewhere = f" Findings in {visible(', '.join(others[:_SHOWN]))}{more} too." if others else ""
        checked = f"{len(now)} dossier{'' if len(now) == 1 else 's'} checked."
        return f"[{datetime.now().astimezone():%H:%M:%S}] {checked}{elsewhere} Watching; Ctrl-C ends it."


def files_beside(given: Mapping[str, Any]) -> list[Path]:
    """The configuration in force for a call, and its baseline."""
    from sanctcheck.config.discovery import configuration_of  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.errors import UsageError  # noqa: PLC0415

    configuration = given["config"]
    if configuration is None and not given["no_config"]:
        try:
            configuration = configuration_of(given["paths"])
        except UsageError:
            configuration = None  # more than one: the check says so
    return [file for file in (configuration, given["baseline"]) if file is not None]


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _folder(path: str) -> Path:
    """The folder to watch for a path: itself, or that around a file or pattern."""
    here = Path(path)
    while not here.is_dir():
        if here == here.parent:
            break
        here = here.parent
    return here


def _is_wanted(_: object, path: str) -> bool:
    """Whether a change may matter: hidden folders and files being written do not."""
    parts = Path(path).parts
    return not any(part.startswith(".") for part in parts[-2:]) and not path.endswith((".tmp", "~", ".swp"))


def _dossiers(paths: Iterable[str]) -> Iterator[Candidate]:
    """The files that would be checked: those named, and in folders those that say that they are dossiers."""
    from sanctcheck.dossier.discovery import candidates  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.dossier.telling import is_dossier  # noqa: PLC0415
    from sanctcheck.errors import UsageError  # noqa: PLC0415

    try:
        for candidate in candidates(paths):
            if candidate.path and (candidate.by_name or is_dossier(_text(candidate.path))):
                yield candidate
    except UsageError:
        # A pattern that matches nothing any more; the first check says so, and later something may match again.
        return


def _text(path: Path) -> str:
    from sanctcheck.reading.files import read_regular_file  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.reading.limits import MAX_BYTES  # noqa: PLC0415

    try:
        return read_regular_file(path, MAX_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""
