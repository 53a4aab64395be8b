"""Breaks the code in small ways, one at a time, and counts how many of them the tests notice (mutmut does the work).

    make mutants PATHS="sanctcheck/reading"                      the tests of the same folder: tests/reading
    make mutants PATHS="sanctcheck/lists/store.py" TESTS="tests/lists/test_store.py tests/lists/test_damage.py"

Works on a copy below build/mutants, one for each set of paths. What was killed stays killed until its function changes; what
survived is tried again at the next run, so that tests can be added and held against it. `--sample N` tries N mutants drawn
with a seed; a run that is ended early has tried a sample as well, and `--report` shows it. Survivors are shown as differences at the end.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutmut.mutation.data import SourceFileMutationData

ROOT = Path(__file__).resolve().parent.parent
SOURCES = "sanctcheck"
EQUIVALENT = ROOT / "tests" / "equivalent_mutants.toml"
SEED = 9
LEAST = 90.0
KILLED = frozenset({"killed", "timeout", "segfault"})
ASKED, ANSWERS, MEASURED = "asked.json", "answers.jsonl", "measured.json"
SKIPPED = 34  # as mutmut has it


def main() -> None:
    """Lays out a copy, has mutmut break it, and prints what it found."""
    options = _options()
    paths = sorted(Path(path).as_posix() for path in options.paths)
    tests = options.tests or sorted({_mirrored(path) for path in paths})
    folder = ROOT / "build" / "mutants" / _folder_name(paths)
    _lay_out(folder)
    os.chdir(folder)
    _settle(paths, tests)
    if not options.report:
        _break(options.sample, options.children)
    _take_answers()
    sys.exit(_report(shown=not options.quiet))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Breaks the code, and counts what the tests notice.")
    parser.add_argument("paths", nargs="+", help="modules or folders of sanctcheck/")
    parser.add_argument("--tests", nargs="*", help="files or folders of tests that should notice")
    parser.add_argument("--sample", type=int, help=f"try this many mutants only, drawn with the seed {SEED}")
    parser.add_argument("--children", type=int, default=1, help="tried at the same time")
    parser.add_argument("--report", action="store_true", help="try nothing, show what the last run found")
    parser.add_argument("--quiet", action="store_true", help="figures without the survivors")
    return parser.parse_args()


def _folder_name(paths: list[str]) -> str:
    """Tells one set of paths from another, and is no longer than a system allows."""
    name = re.sub(r"\W+", "-", " ".join(paths))
    return name if len(name) <= 80 else f"{name[:60]}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"


def _mirrored(path: str) -> str:
    folder = Path("tests", *Path(path).parts[1:])
    while not (ROOT / folder).is_dir():
        folder = folder.parent
    return folder.as_posix()


def _lay_out(folder: Path) -> None:
    """The files of the project as they are now, beside the mutants of an earlier run."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - the git of the system
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    wanted = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
    wanted |= {path.relative_to(ROOT).as_posix() for path in (ROOT / SOURCES).rglob("*.so")}  # ci/compile.py
    for name in wanted:
        kept, now = folder / name, (ROOT / name).stat()
        if not kept.exists() or kept.stat().st_mtime != now.st_mtime:
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, kept)
            if name.startswith((SOURCES, "tests")) and not kept.name.startswith(
                "test_"
            ):  # which tests come where may be different now
                (folder / MEASURED).unlink(missing_ok=True)
            broken = folder / "mutants" / name
            if kept.suffix != ".py" and broken.exists():  # mutmut copies data once
                shutil.copy2(ROOT / name, broken)
    for copies in (folder, folder / "mutants"):
        for kept in [*_files(copies / SOURCES), *_files(copies / "tests")]:
            if kept.suffix == ".py" and kept.relative_to(copies).as_posix() not in wanted:
                kept.unlink()


def _files(folder: Path) -> Iterable[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _settle(paths: list[str], tests: list[str]) -> None:
    """What depends on the paths; pyproject.toml holds the rest of what mutmut is told."""
    from mutmut.configuration import config

    settings = config()
    settings.only_mutate = [path if path.endswith(".py") else f"{path}/*.py" for path in paths]
    settings.pytest_add_cli_args_test_selection = tests
    settings.also_copy = [
        Path(entry.name) for entry in os.scandir() if entry.name not in {SOURCES, "mutants"}
    ]


def _break(sample: int | None, children: int) -> None:
    """Mutants are made first, so that a sample can be drawn of them; then they are tried (ci/mutant_tests.py)."""
    from mutmut.__main__ import create_mutants
    from mutmut.configuration import config
    from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir

    Path("mutants").mkdir(exist_ok=True)
    with contextlib.redirect_stdout(io.StringIO()):
        copy_src_dir()
        copy_also_copy_files()
        create_mutants(children)
    asked = _choose(sample)
    Path(ASKED).write_text(json.dumps(asked), encoding="utf-8")
    Path(ANSWERS).write_text("", encoding="utf-8")
    print(f"{len(asked)} mutants to try", flush=True)
    command = [sys.executable, "-m", "pytest", "--rootdir=.", "--capture=no"]
    subprocess.run(  # noqa: S603 - this Python
        [*command, *config().pytest_add_cli_args, *config().pytest_add_cli_args_test_selection],
        cwd="mutants",
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(Path("mutants").resolve()), str(Path("ci").resolve())]),
            "PY_IGNORE_IMPORTMISMATCH": "1",
            "MUTANTS_ASKED": str(Path(ASKED).resolve()),
            "MUTANTS_ANSWERS": str(Path(ANSWERS).resolve()),
            "MUTANTS_CHILDREN": str(children),
            "MUTANTS_MEASURED": str(Path(MEASURED).resolve()),
        },
    )


def _choose(sample: int | None) -> list[str]:
    """What is tried: all that was not killed before, or so many of all.

    In no order that means anything, so that a run that is ended is a sample too; and a change of the code changes little
    of a sample.
    """
    modules = list(_modules())
    names = sorted((name for module in modules for name in module.exit_code_by_key), key=_lot)
    drawn = set(names[:sample])
    for module in modules:
        for name, code in module.exit_code_by_key.items():
            if name not in drawn:
                module.exit_code_by_key[name] = SKIPPED
            elif _status(code) not in KILLED:
                module.exit_code_by_key[name] = None
        module.save()
    codes = {name: code for module in modules for name, code in module.exit_code_by_key.items()}
    return [name.replace("__init__.", "") for name in names[:sample] if codes[name] is None]


def _lot(name: str) -> str:
    return hashlib.sha256(f"{SEED} {name}".encode()).hexdigest()


def _take_answers() -> None:
    """What was tried since the mutants were chosen, also by a run that was ended."""
    if not Path(ANSWERS).exists():
        return
    answers = dict(json.loads(row)[:2] for row in Path(ANSWERS).read_text(encoding="utf-8").splitlines())
    for module in _modules():
        for name in module.exit_code_by_key:
            plain = name.replace("__init__.", "")
            module.exit_code_by_key[name] = answers.get(plain, module.exit_code_by_key[name])
        module.save()


def _modules() -> Iterator[SourceFileMutationData]:
    from mutmut.mutation.data import SourceFileMutationData
    from mutmut.utils.file_utils import walk_mutatable_files

    for path in sorted(walk_mutatable_files()):
        module = SourceFileMutationData(path=path)
        module.load()
        yield module


def _status(code: int | None) -> str:
    from mutmut.stats import status_by_exit_code

    return status_by_exit_code[code]


def _report(*, shown: bool) -> int:
    """A row for each module; then what survived. 1 where fewer than 90 of 100 were noticed."""
    known, total, survivors = _equivalent(), Counter[str](), []
    print(f"{'module':<52}{'mutants':>8}{'killed':>8}{'survived':>9}{'equivalent':>11}{'score':>8}")
    for module in _modules():
        row = Counter[str]()
        for name, code in module.exit_code_by_key.items():
            if code in {SKIPPED, None}:  # not drawn, or not come to
                continue
            difference = "" if _status(code) in KILLED else _difference(name, module.path)
            verdict = "killed" if not difference else "equivalent" if difference in known else "survived"
            row[verdict] += 1
            if verdict == "survived":
                survivors.append(f"# {name}: {_status(code)}\n{difference}")
        if row:
            _print_row(Path(module.path).as_posix(), row)
        total += row
    _print_row("together", total)
    if shown:
        print("", *survivors, sep="\n")
    return int(_score(total) < LEAST)


def _print_row(name: str, row: Counter[str]) -> None:
    figures = f"{row.total():>8}{row['killed']:>8}{row['survived']:>9}{row['equivalent']:>11}"
    print(f"{name:<52}{figures}{_score(row):>7.1f}%")


def _score(row: Counter[str]) -> float:
    tried = row["killed"] + row["survived"]
    return 100 * row["killed"] / tried if tried else 100.0


def _difference(name: str, path: Path | str) -> str:
    """The lines taken out and put in, without their places: what a mutant is known by."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    lines = get_diff_for_mutant(name, path=path).splitlines()[2:]
    changed = [line[0] + " " + line[1:].strip() for line in lines if line[:1] in {"-", "+"}]
    return "\n".join([f"{Path(path).as_posix()}", *changed])


def _equivalent() -> set[str]:
    """Mutants that somebody looked at and found to do the same as the code: tests/equivalent_mutants.toml."""
    rows = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8")).get("mutant", [])
    return {"\n".join([row["module"], *row["change"].strip().splitlines()]) for row in rows}


if __name__ == "__main__":
    main()
