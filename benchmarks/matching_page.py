"""Fills docs/matching.md with what `sanctcheck match` really answers.

Each block of the page begins with the command as it is typed; what stands below is written anew.

    python benchmarks/matching_page.py           says whether the page is as it would be written
    python benchmarks/matching_page.py --write   writes it
"""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

from click.testing import CliRunner

from sanctcheck.cli import cli

PAGE = Path(__file__).resolve().parent.parent / "docs" / "matching.md"
_BLOCK = re.compile(r"^    \$ (sanctcheck match .+)\n((?:    .*\n|\n(?=    ))*)", re.MULTILINE)


def written(page: str) -> str:
    """The page with the answers of today."""
    return _BLOCK.sub(lambda found: f"    $ {found[1]}\n{_answer(found[1])}", page)


def _answer(command: str) -> str:
    result = CliRunner().invoke(cli, shlex.split(command)[1:])
    lines = result.output.rstrip("\n").split("\n")
    return "".join(f"    {line}\n" if line else "\n" for line in lines)


def main(arguments: list[str]) -> int:
    """The status is 1 when the page is not as it would be written."""
    page = PAGE.read_text("utf-8")
    anew = written(page)
    if "--write" in arguments:
        PAGE.write_text(anew, "utf-8")
        return 0
    if page != anew:
        print(
            "docs/matching.md is not what the matcher answers: run `python benchmarks/matching_page.py --write`."
        )
    return int(page != anew)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
