"""How well the preparation of names makes one name of its scripts and spellings, and keeps others apart.

Reads every published list in a folder. For each script: the share of the words of names in it that have a
counterpart in a Latin name of the same entry. For Latin names of one person: the share of their differing words that
preparation ties together, by how alike they are as written. And how many of a million random pairs of different
words it ties together for nothing. Then what it costs.

    python benchmarks/names_prepared.py FOLDER
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import lists_report
from rapidfuzz.distance import Levenshtein

from sanctcheck.errors import ListError
from sanctcheck.lists.parsing import Parsing, source_of
from sanctcheck.names.prepare import Token, prepare
from sanctcheck.names.skeletons import skeletons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SEED = 20260101
PAIRS = 1_000_000
MOST_LATIN = 12
"""Latin names of one person that are compared with each other."""
LEFT_OUT = frozenset({"particle", "title", "form"})
NAMES_ALONE = frozenset({"name", "patronymic"})


class Entry:
    """The names of one entry of a list, by script."""

    def __init__(self, kind: str, names: Iterable[tuple[str, str]]) -> None:
        self.kind = kind if kind in {"person", "entity", "vessel"} else ""
        self.latin = list(dict.fromkeys(text for text, script in names if script == "Latn"))
        self.other = list(
            dict.fromkeys((text, script) for text, script in names if script not in {"Latn", ""})
        )


def main(folder: Path) -> int:
    """Prints the figures."""
    if not folder.is_dir():
        print(f"Skipped: there is no folder of published lists at {folder}.")
        return 0
    entries = list(_entries(folder))
    print(f"{len(entries)} entries; names counted once\n")
    _scripts(entries)
    _latin(entries)
    _apart(entries)
    _cost(entries)
    return 0


def _entries(folder: Path) -> Iterator[Entry]:
    for files in lists_report.groups(folder):
        try:
            for listing in Parsing(source_of(files)):
                yield Entry(listing.kind, [(name.text, name.script) for name in listing.names])
        except ListError:
            continue


def tied(first: Token, second: Token) -> str:
    """What ties two words together, as one name."""
    if first.text == second.text:
        return "same"
    if set(first.groups) & set(second.groups) or (first.canonical and first.canonical == second.canonical):
        return "group"
    return "skeleton" if set(first.skeletons) & set(second.skeletons) else ""


def _words(text: str, kind: str) -> list[Token]:
    tokens = list(prepare(text, kind).tokens)
    return [token for token in tokens if token.kind not in LEFT_OUT] or tokens


def _scripts(entries: list[Entry]) -> None:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        for text, script in entry.other if entry.latin else ():
            if (text, entry.latin[0]) in seen:
                continue
            seen.add((text, entry.latin[0]))
            found = max((_found(text, latin, entry.kind) for latin in entry.latin), key=_share)
            counts[script, entry.kind].update(names=1, words=len(found), tied=sum(found), whole=all(found))
    print("names in another script: words with a counterpart in a Latin name of the entry, whole names")
    for (script, kind), count in sorted(counts.items(), key=lambda each: -each[1]["names"]):
        words, whole = count["tied"] / count["words"], count["whole"] / count["names"]
        print(
            f"  {script} {kind or 'any':7} {count['names']:6} names  words {words:6.1%}  whole {whole:6.1%}"
        )


def _found(text: str, latin: str, kind: str) -> list[bool]:
    theirs = _words(latin, kind)
    joined = {bones for one, other in pairwise(theirs) for bones in skeletons(one.text + other.text)}
    return [
        any(tied(word, other) for other in theirs) or not joined.isdisjoint(word.skeletons)
        for word in _words(text, kind)
    ]


def _share(found: list[bool]) -> float:
    return sum(found) / len(found) if found else 0.0


def _latin(entries: list[Entry]) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for first, second in sorted({pair for entry in entries for pair in _differing(entry)}):
        alike = Levenshtein.normalized_similarity(first.text, second.text)
        counts["near" if alike >= 0.7 else "middling" if alike >= 0.45 else "far"][tied(first, second)] += 1
    print("\ndiffering words of two Latin names of one person, tied together")
    for band in ("near", "middling", "far"):
        total = sum(counts[band].values())
        print(f"  {band:9} {total:6} pairs  {1 - counts[band][''] / max(total, 1):6.1%}")


def _differing(entry: Entry) -> Iterator[tuple[Token, Token]]:
    if entry.kind != "person":
        return
    names = [_names_alone(text) for text in entry.latin[:MOST_LATIN]]
    for place, first in enumerate(names):
        for second in names[:place]:
            ours, theirs = set(first) - set(second), set(second) - set(first)
            if len(first) != len(second) or len(ours) != len(theirs):
                continue
            for text in ours:
                nearest = min(sorted(theirs), key=lambda other, text=text: Levenshtein.distance(text, other))  # type: ignore[misc]
                pair = sorted((first[text], second[nearest]), key=lambda token: token.text)
                yield pair[0], pair[1]


def _names_alone(text: str) -> dict[str, Token]:
    return {token.text: token for token in prepare(text, "person").tokens if token.kind in NAMES_ALONE}


def _apart(entries: list[Entry]) -> None:
    words = {
        text: token
        for entry in entries
        if entry.kind == "person"
        for name in entry.latin
        for text, token in _names_alone(name).items()
    }
    draw = random.Random(SEED)
    tokens = [words[text] for text in sorted(words)]
    counts: Counter[str] = Counter()
    for _ in range(PAIRS):
        first, second = draw.choice(tokens), draw.choice(tokens)
        if first.text != second.text:
            counts[tied(first, second)] += 1
            alike = Levenshtein.normalized_similarity(first.text, second.text)
            counts["unlike"] += bool(tied(first, second)) and alike < 0.5
    print(
        f"\nof {PAIRS:,} random pairs of {len(tokens):,} different words of persons, tied together for nothing"
    )
    print(
        f"  by skeleton {counts['skeleton']}, by group {counts['group']}; unlike as written {counts['unlike']}"
    )


def _cost(entries: list[Entry]) -> None:
    names = [(text, entry.kind) for entry in entries for text in entry.latin]
    uncached = prepare.__wrapped__
    print(f"\n{len(names):,} Latin names, in microseconds each of processor time")
    started = time.process_time()
    for text, kind in names:
        uncached(text, kind)
    print(f"  {(time.process_time() - started) / len(names) * 1e6:.0f}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/lists")))
