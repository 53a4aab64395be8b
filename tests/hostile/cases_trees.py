"""Repositories that want to be more than data: each is checked, compared, laid out and looked at, and stays what it was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from harness import NEUTRAL, Case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from harness import Content

RUN = 'import os, pathlib\npathlib.Path("pwned").write_text("x")\nos.system("touch pwned")\n'
SCRIPT = "#!/bin/sh\ntouch pwned\n"
_MODULES = (
    "click",
    "yaml",
    "pydantic",
    "sitecustomize",
    "usercustomize",
    "json",
    "conftest",
    "rules",
    "msgspec",
)
Tree = dict[Any, "Content"]


def _program(path: Path) -> None:
    path.write_text(SCRIPT)
    path.chmod(0o755)


def _git(extra: str) -> Tree:
    """What makes git run programs, and a revision to read."""
    return {
        ".git/HEAD": "ref: refs/heads/main\n",
        ".git/config": f"[core]\n\trepositoryformatversion = 0\n{extra}",
        ".git/objects/keep": "",
        ".git/refs/heads/main": "0" * 40 + "\n",
        "evil.sh": _program,
    }


def trees() -> Iterator[tuple[str, Tree]]:
    yield "modules", {**{f"{name}.py": RUN for name in _MODULES}}
    yield (
        "plug-ins",
        {
            "evil-1.dist-info/entry_points.txt": "[sanctcheck]\nx = evil:run\n[pydantic]\nx = evil:run\n",
            "evil.pth": "import os; os.system('touch pwned')\n",
            "evil.py": RUN,
            "pyproject.toml": '[tool.sanctcheck]\nplugins = ["evil"]\n',
            "setup.py": RUN,
        },
    )
    yield (
        "git-monitor",
        _git("\tfsmonitor = ./evil.sh\n\tpager = ./evil.sh\n\thooksPath = .\n\tsshCommand = ./evil.sh\n"),
    )
    yield (
        "git-hooks",
        {
            **_git(""),
            **{
                f".git/hooks/{name}": _program
                for name in ("post-checkout", "pre-commit", "post-index-change")
            },
            ".gitattributes": "* diff=evil filter=evil\n",
        },
    )
    yield "git-elsewhere", {".git": "gitdir: /etc\n", "HEAD": "ref: x\n"}
    yield (
        "git-alternates",
        {**_git(""), ".git/objects/info/alternates": "/etc\n../../../../..\n", ".git/commondir": "/etc\n"},
    )
    yield (
        "configuration-that-weakens",
        {
            "sanctcheck.toml": 'fail_on = "none"\ncriteria = "law"\nas_of = 1999-01-01\nplugins = ["evil"]\ncache = "/etc"\n'
            'store = "/etc"\nurl = "http://127.0.0.1:9/"\ncommand = "touch pwned"\n[exhibits]\nroot = "/"\n',
        },
    )
    yield "configuration-that-is-a-link", {"sanctcheck.toml": lambda path: path.symlink_to("/etc/passwd")}
    yield "configuration-that-is-a-pipe", {"sanctcheck.toml": os.mkfifo}
    yield (
        "criteria-beside",
        {
            "criteria/common.yaml": "format: criteria/1\nid: common\n",
            "data/criteria/common.yaml": "x: 1\n",
            "schemas/dossier.schema.json": "{}",
            "sanctcheck/data/criteria/common.yaml": "x: 1\n",
        },
    )
    yield (
        "credentials",
        {
            ".env": "SANCTCHECK_CACHE=/etc\nHTTPS_PROXY=http://127.0.0.1:9\n",
            ".netrc": "machine www.treasury.gov login x password y\n",
            "pip.conf": "[global]\nindex-url = http://127.0.0.1:9/\n",
            "ca.pem": "x",
        },
    )
    yield (
        "schema-elsewhere",
        {
            "s.json": '{"$schema": "http://127.0.0.1:9/x.json", "$ref": "file:///etc/passwd", "format": "dossier/1"}',
            "s.yaml": "# yaml-language-server: $schema=http://127.0.0.1:9/x.json\n" + NEUTRAL,
        },
    )
    yield (
        "links",
        {
            "loop": lambda path: path.symlink_to("."),
            "up": lambda path: path.symlink_to(".."),
            "root": lambda path: path.symlink_to("/"),
            "passwd.yaml": lambda path: path.symlink_to("/etc/passwd"),
            "shadow.json": lambda path: path.symlink_to("/proc/self/environ"),
            "deep/er/loop": lambda path: path.symlink_to("../.."),
        },
    )
    yield (
        "devices",
        {
            "pipe.yaml": os.mkfifo,
            "zero.yaml": lambda path: path.symlink_to("/dev/zero"),
            "tty.json": lambda path: path.symlink_to("/dev/tty"),
            "folder.yaml/x": "x",
        },
    )
    yield "names", dict.fromkeys(("-rf.yaml", "--fail-on=none.yaml", "--output=json=pwned.yaml", "a\n::error::b.yaml", "\x1b[31mred.yaml", "\u202elmay.yaml", b"\xff\xfe.yaml", "$(touch pwned).yaml", "`touch pwned`.yaml", " .yaml", "~.yaml", "a;b|c.yaml"), NEUTRAL)  # fmt: skip
    yield "many", {f"d{n % 40}/{n}.yaml": "x: 1\n" for n in range(2_000)}
    yield "deep", {"/".join(["d"] * 200) + "/x.yaml": NEUTRAL}
    yield (
        "baseline",
        {"known.json": '{"format": "baseline/1", "findings": [' + "[" * 5000, ".sanctcheck/cache": "x"},
    )


_COMMANDS: dict[str, tuple[str, ...]] = {
    "validate": ("--as-of", "2026-06-01", "."),
    "fmt": ("--check", "."),
    "diff": ("dossiers", "."),
    "doctor": (),
    "config": (),
    "deadlines": ("--as-of", "2026-06-01", "."),
    "explain": ("common:notified",),
}


def cases() -> Iterator[Case]:
    for name, tree in trees():
        for command, arguments in _COMMANDS.items():
            files = {**tree, "dossiers/a.yaml": NEUTRAL}
            never = ("root:x", "PATH=", "login x")
            yield Case(
                "R7", f"tree-{name}-{command}", files, arguments, command, statuses=(0, 1, 2, 3), never=never
            )
