"""Who is listed by which states, from real lists; and how often entries are put together rightly.

    python benchmarks/survey_overlap.py LISTS [PAIRS] [--development]

LISTS is a folder of published lists, PAIRS a set of labelled pairs of their entries (`crosslist_dev.jsonl` beside the
folder, if left out). The lists are the publishers' and no part of this project; without them that is said. Figures are
of the half of the pairs that nothing was tuned on, unless the other half is asked for.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import crosslist
import msgspec

from sanctcheck.lists.store import Store
from sanctcheck.report.survey.terminal import text
from sanctcheck.report.survey.whole import Surveyed, report_of
from sanctcheck.report.survey.words import short
from sanctcheck.report.view import View
from sanctcheck.screen.chosen import Choice, against
from sanctcheck.survey.lists.clusters import Clusters
from sanctcheck.survey.lists.gathering import Lists
from sanctcheck.survey.lists.grounds import grounds
from sanctcheck.survey.lists.links import Comparisons, link
from sanctcheck.survey.lists.overlap import Asked, overlap_of
from sanctcheck.survey.lists.rivals import without_rivals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sanctcheck.screen.corpus import Corpus
    from sanctcheck.survey.lists.links import Link
    from sanctcheck.survey.lists.model import Overlap

LISTS = {
    "un_sc": "un-sc",
    "gb_ofsi": "gb-ofsi",
    "gb_fcdo": "gb-fcdo",
    "au_dfat": "au-dfat",
    "ca_sema": "ca-sema",
    "eu_oj": "eu-fsf",
    "us_ofac": "us-ofac",
}
"""The lists that are surveyed, by the names that the pairs have for them; one of each publisher."""
PROCESSES = 2
BY_HAND = {
    "us-ofac:15886": ("AU", "CA", "UK", "US"),
    "us-ofac:27227": ("UK", "US"),
    "us-ofac:23252": ("US",),
    "us-ofac:47320": ("AU", "EU", "UK"),
    "us-ofac:23278": ("CA", "US"),
    "us-ofac:39694": ("EU", "US"),
    "gb-fcdo:GAC0024": ("UK",),
    "us-ofac:40140": ("CA", "US"),
    "us-ofac:31752": ("UK", "US"),
    "us-ofac:23343": ("US",),
}
"""Ten entries, and which states list their targets for human rights or corruption, as read in the raw files: docs/survey.md."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries by their keys in the index, and whether they are one party."""

    keys: tuple[str, str]
    same: bool
    certainty: str


def main(folder: Path, pairs: Path, *, development: bool) -> None:
    """Prints the overlap, then the figures."""
    if not folder.is_dir():
        print(f"Skipped: there is no folder of published lists at {folder}.")
        return
    with tempfile.TemporaryDirectory() as home:
        files = [folder / each for name in LISTS for each in crosslist.FILES[name]]
        files.append(folder / crosslist.OFAC_ALIASES[0])
        started, used = time.perf_counter(), _used()
        ready = against(Store(Path(home)), Choice((), tuple(files), 7, datetime.now(UTC)))
        made = _used()
        overlap = overlap_of(ready.corpus, Asked(datetime.now(UTC).date(), PROCESSES))
        print(
            "".join(text(report_of(Surveyed(overlap.as_of, None, overlap)), View(overlap.as_of, width=160)))
        )
        print(
            f"{time.perf_counter() - started:.0f} s in all; processor time {made - used:.0f} s for reading and indexing the"
            f" lists, {_used() - made:.0f} s for the survey; at most {_memory():.0f} MB in one process\n"
        )
        _print_by_hand(overlap)
        if not pairs.is_file():
            print(f"Skipped: there is no set of labelled pairs at {pairs}.")
            return
        _figures(ready.corpus, pairs, development=development)


def _print_by_hand(overlap: Overlap) -> None:
    found = {each.key: target for target in overlap.targets for each in target.listings}
    same = 0
    for key, expected in BY_HAND.items():
        states = tuple(sorted(map(short, found[key].states))) if key in found else ()
        same += states == expected
        if states != expected:
            print(f"  {key}: read by hand {', '.join(expected)}; surveyed {', '.join(states)}")
    print(f"{same} of {len(BY_HAND)} targets are as they were read by hand\n")


def _used() -> float:
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in both)


def _memory() -> float:
    return (
        max(resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    )


def _figures(corpus: Corpus, pairs: Path, *, development: bool) -> None:
    lists = Lists(corpus, grounds())
    gathered = lists.gather()
    rows, left = _pairs(corpus, pairs, development=development)
    gathered.seeds = {key: lists.party(key) for key in sorted({pair.keys[0] for pair in rows})}
    half = "development" if development else "judgment"
    print(f"{len(rows)} pairs of entries of the {half} half; {left} rows are of lists that are not surveyed")
    links = list(lists.links(gathered, PROCESSES))
    _print("all that is known", lists, rows, links)
    _print("names and birth dates alone", lists, rows, [_by_name(lists, each) for each in links])


def _by_name(lists: Lists, tie: Link) -> Link:
    """A tie as it would be if the lists referred to no one and held no numbers."""
    one, other = (msgspec.structs.replace(lists.party(key), identifiers=()) for key in tie.pair)
    score = Comparisons(lists.comparisons.weights).of(tie.pair, one, other).score
    return link(tie.pair, score, lists.known_of(one, other))


def _print(title: str, lists: Lists, rows: Sequence[Pair], links: Iterable[Link]) -> None:
    made = Clusters(lists.list_of, lists.are_same)
    made.join(without_rivals(links, lists.list_of, lists.are_same))
    joined = [(pair, made.group(pair.keys[0]) is made.group(pair.keys[1])) for pair in rows]
    right = sum(pair.same and is_one for pair, is_one in joined)
    wrong = sum(not pair.same and is_one for pair, is_one in joined)
    missed = Counter(pair.certainty for pair, is_one in joined if pair.same and not is_one)
    every = Counter(pair.certainty for pair in rows if pair.same)
    print(
        f"  {title}: precision {right / (right + wrong or 1):.4f}, recall {right / (sum(every.values()) or 1):.4f}"
        f" ({right} joined rightly, {wrong} wrongly, {sum(missed.values())} missed)"
    )
    for certainty, number in sorted(every.items()):
        print(f"    {certainty}: {1 - missed[certainty] / number:.4f} of {number} joined")


def _pairs(corpus: Corpus, path: Path, *, development: bool) -> tuple[list[Pair], int]:
    """The pairs of one half, each once, and how many rows are of other lists."""
    keys = _keys(corpus)
    found: dict[tuple[str, str], Pair] = {}
    left = 0
    for line in path.read_bytes().splitlines():
        row = msgspec.json.decode(line)
        if crosslist.in_development(row["cluster"]) is not development:
            continue
        ends = [_key(keys, row[f"{end}_list"], row[f"{end}_id"]) for end in ("source", "target")]
        if None in ends:
            left += 1
            continue
        first, second = sorted(str(end) for end in ends)
        found[first, second] = Pair((first, second), row["label"] == 1, row.get("certainty") or "-")
    return list(found.values()), left


def _keys(corpus: Corpus) -> dict[tuple[str, str], str]:
    """The keys of the index by publisher and by each way in which its entries are named."""
    found: dict[tuple[str, str], str] = {}
    for number in range(len(corpus.index)):
        key = corpus.index.key(number)
        entry = corpus.entry(key)
        publisher = corpus.list_of(entry).publisher
        for name in (entry.id, entry.key.partition(":")[2]):
            found[publisher, name.removeprefix("OJ.").replace("/", "|")] = key
    return found


def _key(keys: Mapping[tuple[str, str], str], name: str, entry: str) -> str | None:
    if name not in LISTS:
        return None
    short = entry.replace("JVCFOR|", "JVCFOA|").replace("||", "|")
    return keys.get((LISTS[name], entry)) or keys.get((LISTS[name], short))


if __name__ == "__main__":
    given = [each for each in sys.argv[1:] if not each.startswith("--")]
    shared = Path(given[0]) if given else crosslist.SHARED / "lists"
    beside = Path(given[1]) if len(given) > 1 else shared.parent / "bench" / "crosslist_dev.jsonl"
    main(shared, beside, development="--development" in sys.argv[1:])
