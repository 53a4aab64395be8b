"""How long all lists take to load from the store, beside parsing them from their raw files.

    python benchmarks/lists_store.py FOLDER      folder of published lists

The lists are the publishers' and no part of this project. Without such a folder there is nothing to measure, and that
is said.
"""

from __future__ import annotations

import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lists_report import groups
from pairs import ratio

from sanctcheck.errors import ListError
from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.intake import Acceptance, Delivery, take_in
from sanctcheck.lists.parsing import source_of
from sanctcheck.lists.store import Store
from sanctcheck.lists.update import copied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.lists.source import RawFile

ANYTHING = Acceptance("a benchmark", drop=True, older=True)
BOUND = 0.5

LOAD = """
import sys
from pathlib import Path
from sanctcheck.lists.cache import listings
from sanctcheck.lists.store import Store
store = Store(Path(sys.argv[1]))
for list_id in store.ids():
    kept = store.kept(list_id)
    for listing in listings(kept, kept.current()):
        pass
"""
PARSE = """
import sys
from pathlib import Path
from sanctcheck.lists.parsing import parse
from sanctcheck.lists.store import Store
store = Store(Path(sys.argv[1]))
for list_id in store.ids():
    kept = store.kept(list_id)
    for listing in parse(kept.raw(kept.current())):
        pass
"""


def keep(store: Store, files: Sequence[RawFile]) -> int:
    """Keeps one list; says how many listings it has. What cannot be read is named, and left out."""
    name = files[0].name
    list_id = re.sub(r"[^a-z0-9]+", "-", str(files[0].path.name).lower()).strip("-")[:60]
    kept = store.kept(list_id)
    try:
        publisher = source_of(files).publisher
        expected = PublishedList(title=name, publisher=publisher, url="", file=name, content="xml")
        with kept.at_work():
            arrived = tuple(copied(kept, file.path, file.name) for file in files)
            manifest = take_in(kept, expected, Delivery(arrived, "imported", datetime.now(UTC)), ANYTHING)
    except ListError as error:
        print(f"left out: {error}")
        return 0
    return manifest.profile.listings


def main() -> int:
    """Prints the ratio; the status is 1 where the bound is not kept."""
    lists = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if lists is None or not lists.is_dir():
        print("lists_store: skipped, because no folder of published lists was given or is there")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store")
        store.create()
        numbers = [keep(store, files) for files in groups(lists)]
        print(f"{sum(map(bool, numbers))} lists, {sum(numbers):,} listings")
        commands = [[sys.executable, "-c", code, str(store.folder)] for code in (LOAD, PARSE)]
        kept = ratio("all lists from the store, beside parsing them", *commands, pairs=5, bound=BOUND)
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
