"""Every other file that a command reads, made to harm: assessments, judgments, baselines, configurations, tables, lists at hand."""

from __future__ import annotations

import json
import os
import struct
from typing import TYPE_CHECKING

from cases_commands import TEXTS, listed, sound
from harness import NEUTRAL, Case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from harness import Content

_ANY = (0, 1, 2, 3, 4)
_NEVER = ("root:x", "uid=0")
_AT_HAND = ("--list-file", "list.csv", "--processes", "1")
_MEGABYTE = 1024 * 1024


def _link(target: str) -> Content:
    return lambda path: path.symlink_to(target)


def _large(piece: bytes, megabytes: int) -> Content:
    def write(path: Path) -> None:
        with path.open("wb") as file:
            for _ in range(megabytes):
                file.write((piece * (_MEGABYTE // len(piece) + 1))[:_MEGABYTE])

    return write


NO_FILES: dict[str, Content] = {
    "pipe": os.mkfifo,
    "folder": lambda path: path.mkdir(),
    "endless": _link("/dev/zero"),
    "of-the-system": _link("/etc/passwd"),
    "dangling": _link("nowhere"),
    "loop": lambda path: path.symlink_to(path.name),
}
JSON_BOMBS: dict[str, Content] = {
    "deep": "[" * 100_000,
    "deep-objects": '{"a":' * 50_000 + "1" + "}" * 50_000,
    "nan": '{"format": NaN, "dossiers": Infinity}',
    "digits": '{"format": ' + "9" * 6_000 + "}",
    "exponent": '{"format": 1e999999999}',
    "twice": '{"format": "a", "format": "b"}',
    "surrogate": '{"format": "\\ud800"}',
    "bytes": b'{"format": "\xff\xfe"}',
    "wide": "[" + "1," * 400_000 + "1]",
    "keys": json.dumps({str(number): number for number in range(100_000)}),
    "a-list": "[]",
    "null": "null",
    "a-text": '"x"',
    "empty": "",
    "zeros": b"\x00" * 1000,
    "trailing": "{} {}",
}
YAML_BOMBS: dict[str, Content] = {
    "laughs": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"b{n}: &b{n} [{f'*b{n - 1},' * 9}]\n" if n else "b0: &b0 [*a,*a]\n" for n in range(12)),
    "cycle": "a: &a [*a]\n",
    "deep": "[" * 5_000,
    "tag": "!!python/object/apply:os.system ['touch pwned']\n",
    "merge": "a: &a {<<: {}}\n<<: *a\n",
    "bytes": b"\xff\xfea\x00",
    "documents": "---\na: 1\n" * 1_000,
    "a-text": "x\n",
    "null": "~\n",
    "wide": "- x\n" * 200_000,
    "anchors": "".join(f"- &a{n} x\n" for n in range(5_000)),
}
TOML_BOMBS: dict[str, Content] = {
    "deep": "a = " + "[" * 5_000 + "]" * 5_000,
    "dotted": ".".join(["a"] * 5_000) + " = 1\n",
    "tables": "".join(f"[t{n}]\n" for n in range(50_000)),
    "twice": "fail_on = 'error'\nfail_on = 'none'\n",
    "digits": "a = " + "9" * 6_000 + "\n",
    "special": "a = nan\nb = inf\nc = 1e400\nas_of = 9999-99-99\n",
    "bytes": b"a = '\xff\xfe'\n",
    "zeros": b"\x00" * 64,
    "large": _large(b"a = 1 # \n", 12),
    "line": "# " + "x" * 3_000_000 + "\n",
    "globs": 'exclude = ["'
    + "*" * 5_000
    + '", "'
    + "**/" * 2_000
    + 'x", "'
    + "[" * 2_000
    + '", "../../**", "/etc/*"]\n',
    "groups": 'exclude = ["' + "{a,b}" * 500 + '", "' + "*a" * 500 + 'b"]\n',
}
TABLES: dict[str, Content] = {
    "zero-bytes": b"name\nA\x00B\n",
    "utf-16": "name\nAda\n".encode("utf-16"),
    "open-quotation-mark": 'name,dob\n"Ada,1970\n' + "Ben,1970\n" * 5_000,
    "columns": ",".join(f"c{n}" for n in range(100_000)) + "\n" + "x," * 99_999 + "x\n",
    "a-cell": "name\n" + "x" * 2_000_000 + "\n",
    "tokens": "name\n" + "ab " * 50_000 + "\n",
    "marks": "name\nZ" + "\u0301" * 100_000 + "\n",
    "grows": "name\n" + "\ufdfa" * 20_000 + "\n",
    "ragged": "name,dob\nAda\nBen,1970,x,y,z\n",
    "two-names": "name,name,Name,full name\na,b,c,d\n",
    "no-end": "name\nAda",
    "marks-of-order": "\ufeff\ufeffname\nAda\n",
    "bytes": b"name\n\xff\xfe\xc0\xaf\n",
    "lines": "name\r\rAda\r\n\n\rBen\x0bC\x85D\u2028E\n",
    "dates": "name,dob\nAda,99999-99-99\nBen,\u0661\u0669\u0667\u0660\nCem,1e400\nDan,-1\n",
    "empty": "",
    "many-aliases": "name,aliases\nAda," + ";".join(f"Alias {n}" for n in range(20_000)) + "\n",
}
_PARQUET = b"PAR1"
OTHER_TABLES: dict[str, tuple[str, Content]] = {
    "jsonl-deep": ("n.jsonl", '{"name": ' + "[" * 50_000 + "\n"),
    "jsonl-surrogate": ("n.jsonl", '{"name": "\\ud83d"}\n'),
    "jsonl-kinds": ("n.jsonl", '{"name": {"a": 1}}\n{"name": [[["x"]]]}\n{"name": 1e400}\n[]\nnull\n7\n'),
    "jsonl-line": ("n.jsonl", '{"name": "' + "x" * 3_000_000 + '"}\n'),
    "jsonl-twice": ("n.jsonl", '{"name": "a", "name": "b"}\n'),
    "parquet-magic": ("n.parquet", _PARQUET * 2),
    "parquet-footer": ("n.parquet", _PARQUET + b"\x00" * 64 + struct.pack("<I", 0xFFFFFFFF) + _PARQUET),
    "parquet-thrift": (
        "n.parquet",
        _PARQUET + b"\x15\x02\x19\xfc\xff\xff\xff\xff\x0f" * 8 + struct.pack("<I", 72) + _PARQUET,
    ),
    "parquet-text": ("n.parquet", "name\nAda\n"),
    "text-of-lines": ("n.txt", "x\n" * 1_000),
    "tsv": ("n.tsv", "name\tdob\n" + "\t" * 100_000 + "\n"),
    "xlsx": ("n.xlsx", b"PK\x03\x04" + b"\x00" * 100),
}


def cases() -> Iterator[Case]:
    yield from _assessments()
    yield from _judgments()
    yield from _baselines()
    yield from _configurations()
    yield from _tables()
    yield from _lists_at_hand()
    yield from _names_of_files()
    yield from _forms()


def _assessments() -> Iterator[Case]:
    for name, content in {**JSON_BOMBS, **NO_FILES}.items():
        yield Case("R5", f"verify-{name}", {"a.json": content}, ("a.json",), "verify", status=2, never=_NEVER)
    good: dict[str, object] = {
        "format": "assessment/3",
        "tool": {"name": "sanctcheck", "version": "0.1.0"},
        "as_of": "2026-06-01",
        "dossiers": [],
    }
    forged: dict[str, dict[str, object]] = {
        "above": {"dossiers": [{"file": "../../../../etc/passwd", "sha256": "0" * 64}]},
        "absolute": {"dossiers": [{"file": "/etc/passwd", "sha256": "0" * 64}]},
        "device": {"dossiers": [{"file": "/dev/zero", "sha256": "0" * 64}]},
        "zero": {"dossiers": [{"file": "a\x00b", "sha256": "0" * 64}]},
        "steering": {"dossiers": [{"file": "\x1b[31m\u202e::error::x", "sha256": "\x9b31m"}]},
        "thousands": {"dossiers": [{"file": f"{n}.yaml", "sha256": "0" * 64} for n in range(20_000)]},
        "tool": {"tool": {"name": "\x1b]0;x\x07", "version": "::error::" * 100}},
        "day": {"as_of": "9999-99-99"},
        "days": {"as_of": ["2026-06-01"] * 1_000},
        "format": {"format": "assessment/" + "9" * 5_000},
        "basis": {"basis": {"lists": [{"list": "../../etc", "sha256": "x"}], "options": {"regime": [["x"]]}}},
    }
    for name, change in forged.items():
        files = {"a.json": json.dumps({**good, **change})}
        yield Case("R5", f"verify-forged-{name}", files, ("a.json",), "verify", statuses=(1, 2), never=_NEVER)


def _judgments() -> Iterator[Case]:
    for name, content in {**YAML_BOMBS, **NO_FILES}.items():
        files = {"d.yaml": content, "list.csv": listed("Korvanec")}
        arguments = (*_AT_HAND, "--decisions", "d.yaml", "Korvanec")
        yield Case("D1", f"judgments-{name}", files, arguments, "screen", statuses=(0, 1, 2), never=_NEVER)


def _baselines() -> Iterator[Case]:
    for name, content in {**JSON_BOMBS, **NO_FILES}.items():
        files = {"known.json": content, "dossier.yaml": NEUTRAL}
        arguments = ("--baseline", "known.json", "dossier.yaml")
        yield Case("D3", f"baseline-{name}", files, arguments, statuses=(1, 2), never=_NEVER)


def _configurations() -> Iterator[Case]:
    for name, content in {**TOML_BOMBS, **NO_FILES}.items():
        files = {"sanctcheck.toml": content, "dossier.yaml": NEUTRAL}
        for command, arguments in {"validate": ("dossier.yaml",), "config": (), "doctor": ()}.items():
            if command == "doctor" and name not in {"deep", "pipe", "bytes"}:
                continue
            yield Case(
                "D15", f"{command}-toml-{name}", files, arguments, command, statuses=_ANY, never=_NEVER
            )


def _tables() -> Iterator[Case]:
    for name, content in TABLES.items():
        files = {"n.csv": content, "list.csv": listed("Korvanec")}
        yield Case("D12", f"table-{name}", files, (*_AT_HAND, "n.csv"), "screen", statuses=_ANY, never=_NEVER)
        yield Case("D12", f"pairs-{name}", files, ("--pairs", "n.csv"), "match", statuses=_ANY, never=_NEVER)
    for name, (file, content) in OTHER_TABLES.items():
        files = {file: content, "list.csv": listed("Korvanec")}
        yield Case("D12", f"table-{name}", files, (*_AT_HAND, file), "screen", statuses=_ANY, never=_NEVER)
        yield Case("D12", f"pairs-{name}", files, ("--pairs", file), "match", statuses=_ANY, never=_NEVER)
    for name, content in NO_FILES.items():
        files = {"n.csv": content, "list.csv": listed("Korvanec")}
        yield Case(
            "D16", f"table-{name}", files, (*_AT_HAND, "n.csv"), "screen", statuses=(1, 2), never=_NEVER
        )
        yield Case(
            "D16", f"pairs-{name}", files, ("--pairs", "n.csv"), "match", statuses=(1, 2), never=_NEVER
        )


def _lists_at_hand() -> Iterator[Case]:
    for name, content in NO_FILES.items():
        files = {"list.csv": content, "dossier.yaml": NEUTRAL}
        for command, arguments in {
            "screen": (*_AT_HAND, "Ada"),
            "validate": (*_AT_HAND[:2], "dossier.yaml"),
            "report": (*_AT_HAND[:2], "dossier.yaml"),
            "survey": (*_AT_HAND[:2],),
            "lists": ("import", "list.csv"),
        }.items():
            yield Case(
                "L18", f"{command}-list-{name}", files, arguments, command, statuses=(1, 2, 4), never=_NEVER
            )


def _names_of_files() -> Iterator[Case]:
    """`--files-from`: names of files, each ended by a zero byte."""
    lists: dict[str, Content] = {
        "empty": b"",
        "zeros": b"\x00" * 10_000,
        "no-end": b"dossier.yaml",
        "bytes": b"\xff\xfe\x00",
        "devices": b"/dev/zero\x00/dev/full\x00/dev/tty\x00",
        "steering": b"\x1b[31m\x00a\n::error::b\x00--output=json=pwned\x00",
        "many": b"".join(b"%d.yaml\x00" % n for n in range(2_000)),
        "long": b"x" * 300_000 + b"\x00",
        # A pipe is what a shell gives for <(...), and the names are the user's own.
        **{name: content for name, content in NO_FILES.items() if name not in {"pipe", "of-the-system"}},
    }
    for name, content in lists.items():
        files = {"names": content, "dossier.yaml": NEUTRAL}
        for command in ("validate", "fmt"):
            arguments = ("--files-from", "names", *(("--check",) if command == "fmt" else ()))
            yield Case(
                "D16", f"{command}-names-{name}", files, arguments, command, statuses=_ANY, never=_NEVER
            )


_FORMS: dict[str, tuple[tuple[str, ...], ...]] = {
    "diff": (("--format", "json", "a.json", "b.json"), ("--format", "markdown", "a.json", "b.json")),
    "portability": (("--format", "markdown", "b.json"), ("--format", "json", "b.json")),
    "deadlines": (("--format", "ics", "b.json"), ("--format", "json", "b.json")),
    "survey": (
        ("--format", "csv", "b.json"),
        ("--format", "json", "b.json"),
        ("--format", "markdown", "b.json"),
    ),
    "report": (("--format", "docx", "-o", "out.docx", "b.json"),),
    "redact": (("--for", "target", "b.json"), ("--for", "partner:GB", "b.json")),
}


def _forms() -> Iterator[Case]:
    """Texts that want to be more, in the forms of other commands than `validate`."""
    for name, text in TEXTS.items():
        first, second = sound(text), sound(text)
        second["process"] = [{"event": "notified", "day": "2026-03-02", "note": text}]
        files = {"a.json": json.dumps(first), "b.json": json.dumps(second)}
        for command, forms in _FORMS.items():
            for arguments in forms:
                form = arguments[1].partition(":")[0]
                yield Case(
                    "R3" if form == "markdown" else "D10",
                    f"{command}-{form}-{name}",
                    files,
                    arguments,
                    command,
                    statuses=(0, 1, 2, 3),
                    never=_NEVER,
                    writes="-o" in arguments,
                )
