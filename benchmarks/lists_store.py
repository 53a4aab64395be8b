"""How long all lists take to load from the store, beside parsing them from their raw files.

The lists are those of the folder that SANCTCHECK_PUBLISHED_LISTS names, else of `shared/lists` beside this checkout;
they are the publishers' and no part of this project. Without such a folder there is nothing to measure, which is said.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from pairs import ratio

from sanctcheck.errors import ListError
from sanctcheck.lists.carried import Carried, sorted_by_list
from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.intake import Acceptance, Delivery, take_in
from sanctcheck.lists.store import Store
from sanctcheck.lists.update import copied

ROOT = Path(__file__).parent.parent
LISTS = Path(os.environ.get("SANCTCHECK_PUBLISHED_LISTS") or ROOT.parent / "shared" / "lists")
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


def carried(paths: list[Path]) -> list[Carried]:
    """The files that are lists, each by itself; the sets of OFAC's CSV files by their day."""
    found: list[Carried] = []
    sets: dict[str, list[Path]] = {}
    for path in paths:
        dated = re.match(r"(sdn|alt|add|sdn_comments|cons_\w+?)_(\d{4}-\d{2}(?:-\d{2})?)\.csv", path.name)
        if dated is not None:
            sets.setdefault(f"{dated[1].startswith('cons')} {dated[2]}", []).append(path)
            continue
        try:
            found += sorted_by_list([path])
        except ListError:
            continue
    for files in sets.values():
        if any(path.name.startswith(("sdn_2", "cons_prim")) for path in files):
            found += sorted_by_list(files)
    return found


def keep(store: Store, each: Carried) -> int:
    """Keeps one list; says how many listings it has. A damaged file is named, and left out."""
    name = each.files[0].name
    list_id = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
    kept = store.kept(list_id)
    expected = PublishedList(title=name, publisher=each.publisher, url="", file=name, content="xml")
    with kept.at_work():
        files = tuple(copied(kept, file.path, file.name) for file in each.files)
        try:
            manifest = take_in(kept, expected, Delivery(files, "imported", datetime.now(UTC)), ANYTHING)
        except ListError as error:
            print(f"left out: {error}")
            return 0
    return manifest.profile.listings


def main() -> int:
    """Prints the ratio; the status is 1 where the bound is not kept."""
    if not LISTS.is_dir():
        print(f"lists_store: skipped, there is no folder of published lists ({LISTS.name})")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store")
        store.create()
        numbers = [
            keep(store, each) for each in carried(sorted(path for path in LISTS.rglob("*") if path.is_file()))
        ]
        print(f"{len(numbers)} lists, {sum(numbers):,} listings")
        commands = [[sys.executable, "-c", code, str(store.folder)] for code in (LOAD, PARSE)]
        return int(
            not ratio("all lists from the store, beside parsing them", *commands, pairs=5, bound=BOUND)
        )


if __name__ == "__main__":
    sys.exit(main())
