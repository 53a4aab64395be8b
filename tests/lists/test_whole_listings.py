"""All that is read of each list in each of its formats, field by field, as it was held against the file and found right.

`make golden` writes the files in `tests/golden/lists` anew: read the difference, beside the list, before you keep it.
"""

from __future__ import annotations

import os

import msgspec
import pytest
from published import PUBLISHED, parsing
from support import ROOT

GOLDEN = ROOT / "tests" / "golden" / "lists"


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_list_is_read_as_it_was_found_right(name: str) -> None:
    reading = parsing(name)
    stated = {"listings": list(reading), "notes": reading.notes}
    made = msgspec.json.format(msgspec.json.encode(stated, order="sorted"), indent=1) + b"\n"
    file = GOLDEN / f"{name}.json"
    if os.environ.get("WRITE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(made)

    assert made.decode() == file.read_text("utf-8")
