"""Text that wants to be more than text, in every command that reads and every form that is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from harness import Case

from sanctcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = {
    "clipboard": "A\x1b]52;c;cm0gLXJm\x07B",
    "colours": "A\x1b[31;1mB\x9b0m",
    "title": "A\x1b]0;owned\x07\x1b]8;;https://evil.example\x1b\\B",
    "backspace": "safe\b\b\b\bevil\rgone",
    "bidi": "A\u202eegdir\u202c\u2066B\u2069",
    "invisible": "A\u200b\u200d\u2060\ufeff\u00ad\U000e0041B",
    "line-separators": "A\u2028::error::B\u2029C",
    "workflow-command": "A\n::error file=x::B\n::add-mask::C\n##[group]D\n##vso[task.setvariable variable=x]E",
    "encoded-command": "%0A::stop-commands::x%0D%3A%2C",
    "formula": '=HYPERLINK("https://evil.example";"x")',
    "formula-behind-a-line": "A\n=1+1\n@SUM(1)\n+1\n-1\t\x00=2".replace("\x00", ""),
    "formula-wide": "\uff1d1+1",
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'y\'',
    "markdown": "[x](javascript:alert(1)) ![y](https://evil.example/z) | <b> `c` @someone #1",
    "shell": "$(touch pwned)`touch pwned`;touch pwned|x&&y${{ github.token }}",
    "template": "{{ 7*7 }}{% include '/etc/passwd' %}${7*7}<%= 7*7 %>#{7*7}",
    "xml": "]]><x/><!DOCTYPE y [<!ENTITY z SYSTEM 'file:///etc/passwd'>]>&z;",
    "path": "../../../../etc/passwd\\..\\..\\x",
    "format": "%s%n%x{0.__class__}{self}",
    "combining": "Z" + "\u0301\u0300\u0336" * 40,
    "wide": "\ufdfa" * 20 + "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 5,
}
"""Each is a character or a word that some reader of some output would obey."""
_NEVER = ("root:", "uid=")


def dossier(text: str) -> dict[str, Any]:
    """A dossier that says a text wherever one can be said, and misspells a field with it."""
    return {
        "format": "dossier/1",
        "id": "example",
        "title": text,
        "act": {"kind": "initial-designation", "status": "adopted", "day": "2026-03-01"},
        "target": {"type": "person", "names": [{"name": text[:200]}], text[:60]: 1},
        "legal_basis": [{"regime": "common"}, {"regime": text[:60]}],
        "exhibits": [{"id": "E1", "title": text, "kind": text[:60], "file": text[:60], "url": text}],
        "measures": [{"kind": text[:60]}],
        "process": [{"event": "notified", "day": text[:60]}, {"event": text[:60]}],
    }


def sound(text: str) -> dict[str, Any]:
    """One that can be assessed, with the text where it may stand."""
    return {
        "format": "dossier/1",
        "id": "example",
        "title": text,
        "act": {"kind": "initial-designation", "status": "adopted", "day": "2026-03-01"},
        "target": {"type": "person", "names": [{"name": text[:200]}]},
        "legal_basis": [{"regime": "common"}],
        "exhibits": [{"id": "E1", "title": text, "kind": "other"}],
        "accepted_gaps": [
            {"standard": "notification", "reason": text, "by": text[:60], "until": "2027-01-01"}
        ],
    }


def cases() -> Iterator[Case]:
    yield from _reports()
    yield from _other_commands()
    yield from _tables()


def _reports() -> Iterator[Case]:
    """Every text, in every form of the report."""
    for name, text in TEXTS.items():
        files = {"a.json": json.dumps(dossier(text)), "b.json": json.dumps(sound(text))}
        for form in FORMATS:
            yield Case(
                _row_of(form),
                f"{form}-{name}",
                files,
                ("--format", form, "--as-of", "2026-06-01", "a.json", "b.json"),
                never=_NEVER,
            )


def _row_of(form: str) -> str:
    return {"csv": "R2", "markdown": "R3", "github": "R4", "sarif": "R5"}.get(form, "D10")


_COMMANDS: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {
    "diff": (("a.json", "b.json"), (0, 1)),
    "fmt": (("--check", "a.json", "b.json"), (0, 1, 2)),
    "portability": (("b.json",), (0, 1, 2)),
    "deadlines": (("--as-of", "2026-06-01", "a.json", "b.json"), (0, 1)),
    "screen": (("--list-file", "list.csv", "--processes", "1", "b.json"), (0, 1)),
    "verify": (("a.json",), (2,)),
    "report": (("--as-of", "2026-06-01", "b.json"), (0, 1)),
    "redact": (("--for", "public", "b.json"), (0, 1, 2)),
    "survey": (("b.json",), (0, 1, 3)),
    "seal": (("b.json",), (0, 1, 2, 3)),
}


def _other_commands() -> Iterator[Case]:
    for name, text in TEXTS.items():
        files = {
            "a.json": json.dumps(dossier(text)),
            "b.json": json.dumps(sound(text)),
            "list.csv": listed(text),
            "sanctcheck.toml": f"regimes = [{json.dumps(text[:60])}]\n{json.dumps(text[:60])} = 1\n",
        }
        here = {key: value for key, value in files.items() if key != "sanctcheck.toml"}
        for command, (arguments, statuses) in _COMMANDS.items():
            yield Case(
                "D10",
                f"{command}-{name}",
                here,
                arguments,
                command,
                statuses=statuses,
                never=_NEVER,
                writes=command == "seal",
            )
        for command in ("report", "survey"):
            pages = ("--format", "html", "b.json")
            never = (*_NEVER, "<script>alert", "<img src=x", '" onmouseover="')
            yield Case("R1", f"{command}-{name}", here, pages, command, statuses=(0, 1, 2), never=never)
        yield Case("D15", f"config-{name}", files, (), "config", status=2, never=_NEVER)
        yield Case("R7", f"configured-{name}", files, ("b.json",), status=2, never=_NEVER)


def listed(text: str) -> str:
    """A list of one entry with a text in every field, as OpenSanctions gives it."""
    cell = text.replace('"', '""').replace("\x00", "")
    columns = "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids"
    header = ",".join(
        f'"{each}"' for each in f"{columns},dataset,first_seen,last_seen,last_change".split(",")
    )
    row = ",".join([f'"{cell}"', '"Person"', *[f'"{cell}"'] * 14])
    return f"{header}\n{row}\n"


def _tables() -> Iterator[Case]:
    """Tables of names and of pairs, and lists brought by hand."""
    for name, text in TEXTS.items():
        cell = '"' + text.replace('"', '""') + '"'
        files = {
            "names.csv": f"name,dob,{cell}\n{cell},{cell},{cell}\n",
            "pairs.csv": f"name1,name2,dob1,{cell}\n{cell},{cell},{cell},x\n",
            "pairs.jsonl": json.dumps({"name1": text, "name2": [text], "dob1": text}) + "\n",
            "list.csv": listed(text),
        }
        for form in ("terminal", "json", "csv", "jsonl"):
            arguments = ("--list-file", "list.csv", "--processes", "1", "--format", form, "names.csv")
            yield Case(
                "L4",
                f"screen-{form}-{name}",
                files,
                arguments,
                "screen",
                statuses=(0, 1, 2),
                never=_NEVER,
            )
        yield Case(
            "D12",
            f"pairs-csv-{name}",
            files,
            ("--pairs", "pairs.csv"),
            "match",
            statuses=(0, 1, 2),
            never=_NEVER,
        )
        yield Case(
            "D12",
            f"pairs-jsonl-{name}",
            files,
            ("--pairs", "pairs.jsonl"),
            "match",
            statuses=(0, 1),
            never=_NEVER,
        )
        yield Case("D12", f"match-{name}", {}, ("--", text, text), "match", statuses=(0, 1, 2), never=_NEVER)
        yield Case(
            "L7",
            f"import-{name}",
            files,
            ("import", "list.csv"),
            "lists",
            statuses=(0, 1, 2, 4),
            never=_NEVER,
        )
