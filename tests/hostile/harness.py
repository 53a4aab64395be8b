"""One hostile case: what it lays out, how sanctcheck is called on it, and what must hold."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
MEMORY_KB = 256 * 1024
SECONDS = 3.0
_BUSY = 2
"""How many times longer a call may take on the clock than on the processor where nothing else asks for the machine."""


def _busy() -> float:
    """The same now: machines of a CI are shared, and who waits for the processor longer is not slower for it."""
    return _BUSY * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


Content = str | bytes | Callable[[Path], object]
"""Text or bytes of a file, or what makes it at a path."""

NEUTRAL = """\
format: dossier/1
id: example
act: {kind: initial-designation, status: adopted, day: 2026-03-01}
target: {type: person, names: [{name: Example Person}]}
legal_basis: [{regime: common}]
"""
"""Five lines: what a case adds begins on line 6."""
NEUTRAL_JSON = (
    '{"format": "dossier/1", "id": "example",\n'
    '"act": {"kind": "initial-designation", "status": "adopted", "day": "2026-03-01"},\n'
    '"target": {"type": "person", "names": [{"name": "Example Person"}]},\n'
    '"legal_basis": [{"regime": "common"}]'
)
"""Four lines without the closing brace: what a case adds begins with a comma on line 4."""


@dataclass(frozen=True)
class Case:
    """What one call must do.

    Attributes:
        row: the threat that it belongs to.
        files: content by path below the case's folder.
        arguments: behind `sanctcheck validate`; with `command`, behind that instead.
        status: the exit status.
        rule: a rule of form that must be reported.
        line: the line on which it must be reported.
        says: what must be in the output; `never`: what must not.
        stdin: the file that is fed to standard input.
        writes: whether the command may write in the case's folder.
        statuses: exit statuses of which each is right, where `status` says not enough.
    """

    row: str
    name: str
    files: Mapping[Any, Content] = field(default_factory=dict)
    arguments: tuple[str | bytes, ...] = ("dossier.yaml",)
    command: str = "validate"
    status: int = 1
    rule: str | None = None
    line: int | None = None
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    stdin: str | None = None
    seconds: float = SECONDS
    writes: bool = False
    statuses: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"{self.row}-{self.name}"


_LARGE = 64 * 1024


def packed(case: Case) -> Case:
    """A case that takes little memory until it is laid out: of hundreds that are collected, all are held to the end."""
    return replace(case, files={name: _packed(content) for name, content in case.files.items()})


def _packed(content: Content) -> Content:
    if callable(content) or len(content) < _LARGE:
        return content
    squeezed = zlib.compress(content.encode() if isinstance(content, str) else content, 1)
    return lambda path: path.write_bytes(zlib.decompress(squeezed))


def yaml_case(row: str, name: str, content: Content, **expected: object) -> Case:
    """A case of one YAML file."""
    return Case(row, name, {"dossier.yaml": content}, **expected)  # type: ignore[arg-type]


def json_case(row: str, name: str, content: Content, **expected: object) -> Case:
    """A case of one JSON file."""
    return Case(row, name, {"dossier.json": content}, ("dossier.json",), **expected)  # type: ignore[arg-type]


def stdin_case(row: str, name: str, content: Content, **expected: object) -> Case:
    """A case on standard input."""
    return Case(row, name, {"input": content}, ("-",), stdin="input", **expected)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Ran:
    """What a call did, and what it cost."""

    status: int
    out: bytes
    err: bytes
    wall: float
    processor: float
    peak_kb: int
    forbidden: str
    changed: tuple[str, ...]

    @property
    def cost(self) -> str:
        return f"{self.wall:.2f} s, {self.processor:.2f} s of processor, {self.peak_kb / 1024:.0f} MB"


def lay_out(case: Case, folder: Path) -> None:
    """The files of a case."""
    for name, content in case.files.items():
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(content):
            content(path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def run(case: Case, folder: Path, aside: Path) -> Ran:
    """The call of a case, in its folder; measures and marks are kept aside."""
    before = listing(folder)
    command: list[str | bytes] = [sys.executable, "-I", "-S", str(HERE / "measured.py"), str(aside / "cost")]
    command += [sys.executable, "-m", "sanctcheck", case.command, *case.arguments]
    with (
        open(folder / case.stdin if case.stdin else os.devnull, "rb") as stdin,  # noqa: PTH123 - a path or a device
        (aside / "out").open("wb") as out,
        (aside / "err").open("wb") as err,
    ):
        environment = _environment(case, aside)
        subprocess.run(command, check=False, cwd=folder, env=environment, stdin=stdin, stdout=out, stderr=err)
    return _ran(case, aside, before ^ listing(folder))


def _ran(case: Case, aside: Path, changed: set[tuple[str, int, int]]) -> Ran:
    status, wall, processor, peak = (aside / "cost").read_text().split()
    marker = aside / "marker"
    return Ran(
        status=int(status),
        out=(aside / "out").read_bytes(),
        err=(aside / "err").read_bytes(),
        wall=float(wall),
        processor=float(processor),
        peak_kb=int(peak),
        forbidden=marker.read_text() if marker.exists() else "",
        changed=() if case.writes else tuple(map(str, sorted(changed))),
    )


_forking: list[subprocess.Popen[str]] = []


def run_forked(case: Case, folder: Path, aside: Path) -> Ran:
    """The same in a child of a process that has imported everything; what comes near its bounds is run once more by itself."""
    if not _forking:
        command = [sys.executable, "-P", str(HERE / "forking.py")]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), str(ROOT)])}
        _forking.append(
            subprocess.Popen(
                command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        )
    [server] = _forking
    assert server.stdin is not None
    assert server.stdout is not None
    before = listing(folder)
    asked = {
        "arguments": [os.fsdecode(each) for each in (case.command, *case.arguments)],
        "environment": _environment(case, aside),
        "folder": str(folder),
        "stdin": str(folder / case.stdin) if case.stdin else os.devnull,
        **{name: str(aside / name) for name in ("out", "err", "cost")},
    }
    server.stdin.write(json.dumps(asked) + "\n")
    server.stdin.flush()
    assert server.stdout.readline() == "done\n"
    ran = _ran(case, aside, before ^ listing(folder))
    is_near = ran.processor > case.seconds / 2 or ran.peak_kb > MEMORY_KB * 0.6
    return run(case, folder, aside) if is_near and not case.writes else ran


def _environment(case: Case, aside: Path) -> dict[str, str]:
    """Nothing of the caller's but the way to the code."""
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "HOSTILE_MARKER": str(aside / "marker"),
        "HOSTILE_MAY_WRITE": "1" if case.writes or case.command == "init" else "",
        "SANCTCHECK_LISTS": str(aside / "kept" / "lists"),
        "SANCTCHECK_CACHE": str(aside / "kept"),
        "PYTHONPATH": os.pathsep.join([str(HERE / "trap"), str(ROOT)]),
    }


def listing(folder: Path) -> set[tuple[str, int, int]]:
    """Every file and folder below a folder, with size and time of change."""
    found = set()
    for parent, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = f"{parent}{os.sep}{name}"
            status = os.lstat(path)
            found.add((path, status.st_size, status.st_mtime_ns))
    return found


_FINDING = re.compile(r"^    (?:error|warning)  (\S+)$")
_PLACE = re.compile(r"^        at .*:(\d+):\d+$")


def _found(report: str) -> list[tuple[str, str]]:
    """Each rule in a report with the line on which it was found; "" where none is said."""
    found: list[tuple[str, str]] = []
    for line in report.split("\n"):
        if rule := _FINDING.match(line):
            found.append((rule.group(1), ""))
        elif found and (place := _PLACE.match(line)) and not found[-1][1]:
            found[-1] = (found[-1][0], place.group(1))
    return found


def breaches(case: Case, ran: Ran, *, bounded: bool = True) -> Iterator[str]:
    """Everything that does not hold, each with the words that a person needs."""
    out, err = ran.out.decode(errors="surrogateescape"), ran.err.decode(errors="surrogateescape")
    if {"csv", "ics"} & set(case.arguments):
        out = out.replace("\r\n", "\n")  # as RFC 4180 and RFC 5545 have it
    both = out + err
    if ran.status not in (case.statuses or (case.status,)):
        yield f"exit status {ran.status} instead of {case.statuses or case.status}: {err[-500:]}"
    for word in ("Traceback", "internal error", "mistake in sanctcheck", "mistake of ours", *case.never):
        if word in both:
            yield f"{word!r} in the output: {_around(both, word)}"
    yield from _raw_characters(both)
    for word in case.says:
        if word not in both:
            yield f"{word!r} not in the output: {both[:1000]}"
    if case.rule is not None:
        found = _found(out)
        places = [line for rule, line in found if rule == case.rule]
        if not places or (case.line is not None and str(case.line) not in places):
            yield f"{case.rule} on line {case.line} not among {found[:20]}"
    yield from _deeds(ran)
    if bounded:
        yield from _costs(case, ran)


_OURS = re.compile(r"^::(?:error|warning|notice) file=[^:\n]*::|^::notice::")
"""What `--format github` itself writes at the beginning of a line."""
_COMMAND = re.compile(r"^\s*::|##\w{0,40}\[")


def _around(text: str, word: str) -> str:
    start = text.index(word)
    return text[max(0, start - 200) : start + 300]


def _raw_characters(text: str) -> Iterator[str]:
    # A report is mostly the same few characters: each is looked at once.
    raw = sorted(
        c for c in set(text) if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    if raw:
        yield f"raw characters {[f'U+{ord(c):04X}' for c in raw]} in the output"
    commands = [line[:300] for line in text.split("\n") if _COMMAND.search(_OURS.sub("", line))]
    if commands:
        yield f"commands to a CI runner: {commands[:3]}"


def _costs(case: Case, ran: Ran) -> Iterator[str]:
    if ran.processor > case.seconds or ran.wall > _busy() * case.seconds:
        yield f"took longer than {case.seconds} s"
    if ran.peak_kb > MEMORY_KB:
        yield f"used more than {MEMORY_KB // 1024} MB"


def _deeds(ran: Ran) -> Iterator[str]:
    if ran.forbidden:
        yield f"did what it must not: {ran.forbidden[:500]}"
    if ran.changed:
        yield f"changed the folder: {ran.changed[:5]}"
