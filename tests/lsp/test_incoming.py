"""What an editor sends badly: it is left out, or ends the server in words; nothing is read without end."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def framed(content: bytes | dict[str, object]) -> bytes:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


START = framed(
    {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"processId": None, "rootUri": None, "capabilities": {}},
    }
)
END = framed({"jsonrpc": "2.0", "id": 9, "method": "shutdown"}) + framed({"jsonrpc": "2.0", "method": "exit"})


def spoken(content: bytes, folder: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "sanctcheck", "lsp"]
    done = subprocess.run(command, input=content, capture_output=True, cwd=folder, timeout=60, check=False)
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.mark.parametrize(
    "content",
    [b"Content-Length: 99999999999999\r\n\r\n{}", b"a" * 1_000_000],
    ids=["a-length-beyond-memory", "a-line-without-end"],
)
def test_a_message_beyond_the_bounds_ends_it_in_words(tmp_path: Path, content: bytes) -> None:
    status, said = spoken(START + content, tmp_path)

    assert status == 2
    assert "larger than any text of an editor" in said


def test_what_cannot_be_read_is_left_out_and_called_no_mistake_of_ours(tmp_path: Path) -> None:
    bad: list[bytes | dict[str, object]] = [
        b'{"a":',
        b"\xff\xfe",
        b"[" * 100_000,
        {"jsonrpc": "2.0", "id": 5, "method": "no/such"},
    ]

    status, said = spoken(START + b"".join(framed(each) for each in bad) + END, tmp_path)

    assert status == 0
    assert said.count("could not be read, or asks for what there is not") >= 3
    assert "mistake of ours" not in said
    assert "Traceback" not in said
