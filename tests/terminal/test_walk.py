"""A newcomer's walk: the tutorial typed into a real terminal, each step's output compared with what the page shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
GAP = "…"

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="no terminal to type into: tmux is not installed"
)


class Terminal:
    """A shell in a terminal of 80 columns, as a person has it."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "tmux.sock"
        self._prompts = count()
        self._tmux("new-session", "-d", "-x", "80", "-y", "50", "-s", "walk", f"exec {self._shell(folder)}")
        self._tmux("set-option", "-g", "history-limit", "20000")
        # A signal for each prompt; `wait-for` remembers one that comes before somebody waits.
        self._type(f"prompts=0; PROMPT_COMMAND='tmux -S {self._socket} wait-for -S prompt-$((prompts++))'")
        self._await_the_prompt()

    @staticmethod
    def _shell(folder: Path) -> str:
        variables = {
            "HOME": folder,
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "SOURCE": ROOT,
            "LC_ALL": "C.UTF-8",
            "TERM": "screen",
            "NO_COLOR": "1",
            "PS1": "> ",
            "PS2": "",
            "GIT_AUTHOR_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.org",
        }
        words = " ".join(f"{name}='{value}'" for name, value in variables.items())
        return f"env -i -C '{folder}' {words} bash --noprofile --norc"

    def _tmux(self, *words: str) -> str:
        command = ["tmux", "-S", str(self._socket), "-f", "/dev/null", *words]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout

    def run(self, command: str) -> str:
        """What stands in the terminal when the command has ended."""
        # As somebody clears a screen: no command is run, so that `$?` is still that of the last one.
        self._tmux("send-keys", "C-l")
        self._tmux("clear-history")
        self._type(command)
        self._await_the_prompt()
        return self._tmux("capture-pane", "-p", "-J", "-S", "-")

    def _await_the_prompt(self) -> None:
        self._tmux("wait-for", f"prompt-{next(self._prompts)}")

    def _type(self, text: str) -> None:
        for line in text.split("\n"):
            self._tmux("send-keys", "-l", line)
            self._tmux("send-keys", "Enter")

    def close(self) -> None:
        """Ends the shell, and whatever runs in it."""
        self._tmux("kill-server")


def steps(page: str) -> Iterator[tuple[str, str]]:
    """(command, what is shown) for each command of the page, in order."""
    for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            yield _split(step)


def _split(step: str) -> tuple[str, str]:
    command, _, shown = step.partition("\n")
    if command.endswith("<<'END'"):
        body, _, shown = shown.partition("END\n")
        command = f"{command}\n{body}END"
    return command, shown


def test_the_page_has_the_steps_of_the_walk() -> None:
    commands = " ".join(command for command, _ in steps(PAGE))

    for word in ("init", "validate", "explain", "diff", "accepted_gaps", "--write-baseline", "check.sh"):
        assert word in commands


def test_a_newcomer_sees_what_the_tutorial_shows(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    try:
        for command, shown in steps(PAGE):
            printed = "\n".join(line.rstrip() for line in terminal.run(command).split("\n"))
            at = 0
            for piece in shown.split(f"{GAP}\n"):
                found = printed.find(piece.strip("\n"), at)

                assert found >= 0, f"$ {command}\nshows\n{printed}\nand not\n{piece}"
                at = found
    finally:
        terminal.close()
