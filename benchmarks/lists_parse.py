"""Parsing each published list, against a bare pass of the same parser over the same file.

The bare pass is the same bounded reader (the streaming XML parser, the CSV reader, the sheet reader) taking in
every record, of XML each element with its text and attributes, and making nothing of them; seconds are those of
the processor. Both run in turn in one process; the first pair, which fills caches, is
shown apart. Peak memory is that of a process of its own that parses the list once.

    python benchmarks/lists_parse.py FOLDER      folder of published lists
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from lists_report import groups

from sanctcheck.errors import ListError
from sanctcheck.lists.parsing import Parsing, source_of
from sanctcheck.lists.rows import is_sheet
from sanctcheck.lists.sheets import rows as sheet_rows
from sanctcheck.lists.tables import Dialect, csv_rows
from sanctcheck.lists.xml import records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sanctcheck.lists.source import RawFile, Source

BOUND = 2.0
PEAK = 150.0
PAIRS = 7
_TAGS = (
    "INDIVIDUAL", "ENTITY", "Designation", "record", "target",
    "{http://eu.europa.ec/fpi/fsd/export}sanctionEntity",
    "{https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML}entity",
    "{https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML}sdnEntry",
)  # fmt: skip


def main(folder: Path) -> int:
    """Prints the ratios; the status is 1 when an XML list or the memory does not keep its bound."""
    if not folder.is_dir():
        print(f"Skipped: there is no folder of published lists at {folder}.")
        return 0
    kept = [_list(files) for files in groups(folder)]
    print(f"{sum(kept)} of {len(kept)} lists keep the bounds ({BOUND} x for XML, {PEAK:.0f} MiB).")
    return 0 if all(kept) else 1


def _list(files: Sequence[RawFile]) -> bool:
    try:
        source = source_of(files)
        ratios, first = _ratios(source)
    except ListError as error:
        print(f"{files[0].name}: {error}")
        return True
    median = statistics.median(ratio for ratio, _, _ in ratios)
    seconds = statistics.median(taken for _, taken, _ in ratios)
    bare = statistics.median(taken for _, _, taken in ratios)
    peak = _peak(files)
    xml = source.format.startswith(("xml", "sdn-xml", "enhanced"))
    kept = (median <= BOUND or not xml) and peak <= PEAK
    print(
        f"{files[0].name}: {median:.2f} x ({seconds:.3f} s against {bare:.3f} s; first time {first:.2f} x)",
        end=", ",
    )
    print(f"{peak:.0f} MiB{'' if kept else ': NOT KEPT'}", flush=True)
    return kept


def _ratios(source: Source) -> tuple[list[tuple[float, float, float]], float]:
    pairs = []
    for _ in range(PAIRS + 1):
        taken = _time(lambda: Parsing(source))
        bare = _time(lambda: _bare(source))
        pairs.append((taken / bare, taken, bare))
    return pairs[1:], pairs[0][0]


def _time(begin: Callable[[], Iterable[object]]) -> float:
    started = time.process_time()
    for _ in begin():
        pass
    return time.process_time() - started


def _bare(source: Source) -> Iterable[object]:
    for file in source.parts.values():
        if "xml" in source.format:
            for record in records(file, _TAGS):
                for element in record.iter():
                    yield element.tag, element.text, element.attrib
        elif source.format == "ftm-json":
            with file.open() as content:
                yield from content
        elif source.format in ("table", "xlsx") and is_sheet(file):
            yield from sheet_rows(file)
        else:
            mark = ";" if source.publisher == "eu-fsf" else ","
            yield from csv_rows(file, Dialect(mark, fallback="cp1252", title_rows=1, strict=False))


_ALONE = """
import sys
from pathlib import Path
from sanctcheck.lists.parsing import parse

for _ in parse([RawFile(Path(path), name) for path, name in zip(sys.argv[1::2], sys.argv[2::2])]):
    pass
status = Path("/proc/self/status")
import resource
print(int(status.read_text().partition("VmHWM:")[2].split()[0]) if status.exists()
      else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def _peak(files: Sequence[RawFile]) -> float:
    """Peak memory in MiB of a process that parses the list once."""
    named = [text for file in files for text in (str(file.path), file.name)]
    finished = subprocess.run(
        [sys.executable, "-c", _ALONE, *named], capture_output=True, text=True, check=True
    )
    return float(finished.stdout) / 1024


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder with the lists.")
    sys.exit(main(Path(sys.argv[1])))
