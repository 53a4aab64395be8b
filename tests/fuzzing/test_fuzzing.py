"""What must hold of each reader holds of all inputs that fuzzing kept, and of new ones that a short run makes."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from holding import CHECKS
from support import ROOT

from sanctcheck.reading import files, json_reader

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = ROOT / "fuzz" / "corpus"
SECONDS = 1


@pytest.mark.parametrize("reader", CHECKS)
def test_whatever_fuzzing_kept_is_read_within_what_must_hold(reader: str) -> None:
    kept = sorted((CORPUS / reader).iterdir())

    for path in kept:
        CHECKS[reader](path.read_bytes())

    assert len(kept) >= 10


def test_the_corpus_stays_small() -> None:
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < 400_000


@pytest.mark.parametrize(
    ("broken", "content"),
    [
        ("_forbidden_character", b'{"a": 1}'),
        ("read_json", b'{"a": 1}'),
    ],
)
def test_a_reader_that_breaks_is_seen(broken: str, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_text: str) -> None:
        raise IndexError

    monkeypatch.setattr(files, broken, breaks)

    with pytest.raises(IndexError):
        CHECKS["json"](content)


def test_readers_that_disagree_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    read = json_reader.read_json
    monkeypatch.setattr(files, "read_json", lambda text: read(text.replace("1", "2")))

    with pytest.raises(AssertionError, match="read two things"):
        CHECKS["json"](b'{"a":1}')


@pytest.mark.skipif(find_spec("atheris") is None, reason="the fuzzer has no wheel for this machine")
@pytest.mark.parametrize("reader", CHECKS)
def test_a_short_run_of_the_fuzzer_breaks_nothing(reader: str, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "fuzz" / "fuzz.py"), reader, f"-max_total_time={SECONDS}"]
    options = ["-print_final_stats=1", "-max_len=1000", f"-artifact_prefix={tmp_path}/"]

    done = subprocess.run(
        [*command, *options, str(tmp_path), str(CORPUS / reader)], capture_output=True, check=False
    )

    said = done.stderr.decode(errors="replace")
    count = re.search(r"number_of_executed_units: (\d+)", said)
    assert done.returncode == 0, said[-3000:]
    assert count is not None
    assert int(count[1]) > 50
