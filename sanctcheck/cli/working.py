"""How the work on many files is done: by how many processes, and with the results of runs before."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from sanctcheck.checking.entry import Entry
    from sanctcheck.checking.result_cache import ResultCache
    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.exhibits.signers import Signer
    from sanctcheck.law.load import Law
    from sanctcheck.portrait.model import Level
    from sanctcheck.record import FileRecord

_MOST_JOBS = 64
_FEW_COLLECTIONS = 20_000
"""Objects between two looks for circles, which checking makes few of."""


def working_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--jobs N` and `--no-cache`."""
    jobs = click.option(
        "--jobs",
        "-j",
        type=click.IntRange(1, _MOST_JOBS),
        help="Check with so many processes; if left out, as many as there are cores, where there are enough files.",
    )
    no_cache = click.option(
        "--no-cache", is_flag=True, help="Check every file again, and keep no result for the next run."
    )
    return jobs(no_cache(function))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the result for a file rests on, and how the work on many is to be done.

    Attributes:
        outcomes: of the results, those that a report can speak of.
        jobs: how many processes; None for as many as are worth it.
        keeps: whether results of runs before are taken, and those of this one kept.
        portrays: the levels of handling that portraits of the dossiers may show; None where none are made.
        signers: whose signatures of exhibits are known.
    """

    regimes: tuple[str, ...]
    all_regimes: bool
    as_of: date
    max_bytes: int
    criteria: Path | None
    outcomes: frozenset[str]
    jobs: int | None = None
    keeps: bool = True
    portrays: frozenset[Level] | None = None
    signers: tuple[Signer, ...] | None = None


def records_of(
    files: Iterable[Candidate], number: int, asked: Asked, law: Callable[[], Law]
) -> Iterator[FileRecord | None]:
    """The record of each of so many files.

    Raises:
        UsageError: a regime was asked for that does not exist.
        LawError: the criteria of a regime cannot be used.
    """
    return (entry.record for entry in entries_of(files, number, asked, law))


def entries_of(
    files: Iterable[Candidate], number: int, asked: Asked, law: Callable[[], Law]
) -> Iterator[Entry]:
    """The same, with the portraits that are asked for."""
    from sanctcheck.checking.files import Means, entries  # noqa: PLC0415 - see `sanctcheck.cli`

    @cache
    def work() -> Any:
        from sanctcheck.checking.work import Work  # noqa: PLC0415 - kept results need neither models nor checks
        from sanctcheck.validation import Request  # noqa: PLC0415

        request = Request(
            asked.as_of, asked.regimes, asked.all_regimes, asked.max_bytes, signers=asked.signers
        )
        return Work(law(), request, asked.outcomes, asked.portrays)

    kept = _cache(asked) if asked.keeps else None
    return entries(files, Means(work, asked.as_of, asked.max_bytes, _jobs(asked, number), kept))


def _jobs(asked: Asked, number: int) -> int:
    if asked.jobs is not None:
        return asked.jobs
    if number < 2:
        return 1
    from sanctcheck.checking.workers import usual_number  # noqa: PLC0415 - not for a single file

    return usual_number(number)


def _cache(asked: Asked) -> ResultCache | None:
    """The results of runs that asked the same of the same law; None where nothing can be kept."""
    from sanctcheck.checking.result_cache import ResultCache, name_of_pack, usual_folder  # noqa: PLC0415
    from sanctcheck.data import data_folder  # noqa: PLC0415
    from sanctcheck.terms import OUTCOME  # noqa: PLC0415

    folder = usual_folder()
    if folder is None:
        return None
    law = [data_folder("criteria")] if asked.criteria is None else [asked.criteria, data_folder("criteria")]
    shown: Sequence[str] = [each for each in OUTCOME if each in asked.outcomes]
    from sanctcheck.exhibits.extras import installed  # noqa: PLC0415

    portrays = None if asked.portrays is None else sorted(asked.portrays)
    question = repr(
        (
            *(asked.regimes, asked.all_regimes, asked.as_of.isoformat(), asked.max_bytes, shown, portrays),
            *(asked.signers, installed()),
        )
    )
    try:
        return ResultCache.opened(folder, name_of_pack(law, question))
    except OSError:
        return None


@contextmanager
def start_up() -> Iterator[None]:
    """While the program and the law are read, nothing becomes garbage; what was read then is never looked at again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(_FEW_COLLECTIONS, 20, 20)
        gc.enable()
