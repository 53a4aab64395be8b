"""An assessment made again, from what it states and from what is found here."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from sanctcheck.errors import FileError, ListError, StoreError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sanctcheck.basis import Basis
    from sanctcheck.cli.validate import Options
    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.verification.differences import Kind
    from sanctcheck.verification.stated import Stated, StatedDossier


class NotReproducedError(Exception):
    """It cannot be made again: what of that which it rests on cannot be used, and why."""

    def __init__(self, kind: Kind, message: str) -> None:
        super().__init__(message)
        self.kind = kind


def reproduced(stated: Stated, options: dict[str, Any]) -> bytes:
    """The assessment as it comes out now.

    Raises:
        NotReproducedError: something that it rests on cannot be used.
        UsageError: something that it was made with has to be named.
    """
    _refuse_what_the_file_would_choose(stated, options)
    try:
        return "".join(_written(stated, _given(stated, options))).encode()
    except FileError as error:
        said = "; ".join(
            [str(error), *(f"{document.name}: {flaw.message}" for document, flaw in error.found)]
        )
        raise NotReproducedError(_kind(error), said) from error
    except (ListError, StoreError) as error:
        raise NotReproducedError("lists", str(error)) from error


def _kind(error: FileError) -> Kind:
    from sanctcheck.errors import LawError  # noqa: PLC0415 - see `sanctcheck.cli`

    return "law" if isinstance(error, LawError) else "configuration"


def _refuse_what_the_file_would_choose(stated: Stated, options: dict[str, Any]) -> None:
    """An assessment may come from anybody: what it names decides nothing, and nothing outside of the folder is read for it."""
    basis = stated.basis
    if basis.criteria is not None and options["criteria"] is None:
        raise UsageError(f"It was made with --criteria {basis.criteria}: give that folder here too.")
    if basis.list_files and not options["list_files"]:
        raise UsageError(
            f"It was made with --list-file {basis.list_files[0]}: give the files of lists here too."
        )
    for each in basis.settings:
        if each.role in {"baseline", "signers"} and not options[each.role]:
            raise UsageError(f"It was made with --{each.role} {each.file}: give that file here too.")
    if not options["dossiers"] and not all(map(_is_below, basis.paths)):
        raise UsageError(
            "It names dossiers outside of this folder, or from standard input: name them behind it, as they are here."
        )


def _is_below(path: str) -> bool:
    if path in {"", "-"} or "\0" in path:
        return False
    here = os.path.realpath(".")
    return os.path.commonpath([here, os.path.realpath(path)]) == here


def _given(stated: Stated, options: dict[str, Any]) -> dict[str, Any]:
    """The options of `validate` with which it is made again."""
    basis = stated.basis
    return {
        **options,
        "paths": options["dossiers"] or basis.paths,
        "regimes": basis.regimes,
        "all_regimes": basis.all_regimes,
        "skip_others": basis.skip_others,
        "max_bytes": basis.max_bytes,
        "list_names": _list_names(stated, options),
        "as_of": stated.as_of,
        "write_baseline": None,
        "outputs": (),
        "format_": "json",
        "fail_on": None,
        "show": (),
        "exit_zero": False,
        "quiet": True,
        "colour": False,
        "csv_raw": False,
        "jobs": 1,
        "no_cache": True,
    }


def _list_names(stated: Stated, options: dict[str, Any]) -> tuple[str, ...]:
    """The snapshots that it was held against; those of lists that are given as files are not looked for in the store.

    What was made of a snapshot before is used again, so that the raw bytes are held against their hash here.

    Raises:
        StoreError: a snapshot is not kept, or not as it was.
    """
    if not stated.basis.lists:
        return ()
    from sanctcheck.cli.lists.options import store_from  # noqa: PLC0415 - few assessments have lists
    from sanctcheck.lists.catalogue import published_lists  # noqa: PLC0415
    from sanctcheck.lists.snapshot_names import snapshot_named  # noqa: PLC0415
    from sanctcheck.screen.given import lists_in  # noqa: PLC0415

    files: Sequence[Path] = options["list_files"]
    given = {each.list_id for each in lists_in(files, published_lists())} if files else set()
    names = tuple(each.snapshot for each in stated.basis.lists if each.list not in given)
    store = store_from(options["folder"])
    for name in names:
        kept, manifest = snapshot_named(store, name)
        kept.raw(manifest)
    return names


def _written(stated: Stated, given: dict[str, Any]) -> Iterator[str]:
    """The report, piece by piece."""
    from sanctcheck.cli.configured import Configured  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.cli.options import law_from  # noqa: PLC0415
    from sanctcheck.cli.outputs import Output  # noqa: PLC0415
    from sanctcheck.cli.settings import in_force_for  # noqa: PLC0415
    from sanctcheck.cli.validate import Options, records_for  # noqa: PLC0415
    from sanctcheck.config.in_force import Given  # noqa: PLC0415
    from sanctcheck.report.formats import form  # noqa: PLC0415
    from sanctcheck.tally import Tally  # noqa: PLC0415

    tally = Tally()
    law = cache(lambda: law_from(given["criteria"]))
    asked = Given(given["regimes"], given["all_regimes"], None, stated.as_of)
    in_force = in_force_for(given["paths"], asked, stated.as_of, given, law=law)
    options = Options(given, in_force, lambda _: None)
    configured = Configured(in_force, given["paths"], tally, given["baseline"])
    stand_ins = given["dossiers"]
    records = configured.records(
        records_for(
            options,
            configured,
            law,
            lambda found: named_as_stated(found, stated.files) if stand_ins else found,
        )
    )
    run = replace(options.run(Output("json"), law), basis=lambda: _as_named(options, stated))
    report = form("json", run)
    yield report.opening()
    for record in records:
        tally.count(record)
        if record is not None:
            yield report.dossier(record)
    if stand_ins:
        # Files that are in no assessment are not there to be counted again.
        tally.skipped = stated.summary.passed_over
        tally.excluded.clear()
        tally.excluded.update({(each.reason, each.where): each.files for each in stated.summary.excluded})
    yield report.closing(tally)


def _as_named(options: Options, stated: Stated) -> Basis:
    """What it rests on now, under the names that files had when it was made."""
    basis = options.basis()
    names = {each.role: each.file for each in stated.basis.settings}
    return replace(
        basis,
        paths=stated.basis.paths,
        criteria=stated.basis.criteria,
        list_files=stated.basis.list_files,
        settings=tuple(replace(each, file=names.get(each.role, each.file)) for each in basis.settings),
    )


def named_as_stated(found: Iterable[Candidate], stated: Sequence[StatedDossier]) -> list[Candidate]:
    """Files with the names of those that they stand for: by their content, else by the last part of the name, else in order."""
    left = deque(stated)
    named: list[tuple[int, Candidate]] = []
    waiting = list(found)
    for fits in (_has_content, _has_name, lambda *_: True):
        for candidate in tuple(waiting):
            dossier = next((each for each in left if fits(candidate, each)), None)
            if dossier is not None:
                left.remove(dossier)
                waiting.remove(candidate)
                named.append((stated.index(dossier), replace(candidate, name=dossier.file)))
    return [*(candidate for _, candidate in sorted(named, key=lambda each: each[0])), *waiting]


def _has_content(candidate: Candidate, stated: StatedDossier) -> bool:
    from sanctcheck.lists.files import sha256_of  # noqa: PLC0415 - see `sanctcheck.cli`

    if candidate.path is None or not candidate.path.is_file():
        return False
    try:
        return sha256_of(candidate.path) == stated.sha256
    except OSError:
        return False


def _has_name(candidate: Candidate, stated: StatedDossier) -> bool:
    return os.path.basename(candidate.name) == os.path.basename(stated.file)  # noqa: PTH119 - names, not paths
