"""Fits the matcher's model on the development half of a set of labelled pairs, and counts the words of the lists.

    python benchmarks/names_fit.py --shared FOLDER            prints what would change
    python benchmarks/names_fit.py --shared FOLDER --write    writes model.toml
    python benchmarks/names_fit.py --shared FOLDER --words --write    writes words.json, on which the fit then rests

The folder holds `bench/crosslist_dev.jsonl` and `lists/`. Nothing of the judgment half is read but to be left out. The same
input gives the same numbers: random names are drawn with a fixed seed. The model that stands is part of the input, since it
says which names of two parties are laid side by side: a second run can move what the first has found by a little.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import crosslist
import msgspec
import numpy as np

from sanctcheck.names.align import align
from sanctcheck.names.evidence import facts
from sanctcheck.names.model import NameModel, model
from sanctcheck.names.naming import features
from sanctcheck.names.score import best_names, comparand, names_compared
from sanctcheck.names.weights import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.party import Party

    Floats = NDArray[np.float64]

DATA = crosslist.ROOT / "sanctcheck" / "names" / "data"
FITTED = (
    "start", "alike", "differs-share", "differs-root", "missing-share", "is-son", "number-differs", "number-missing",
    "form-differs", "first-differs", "first-missing", "order-differs", "trade-differs", "lone", "gender-differs", "lone-differs",
)  # fmt: skip
"""Of the model; the rest says what names are worth that are wholly equal or have nothing in common."""
GUESSED = {
    "person": (2.5, 0.6, 9, 2.5, 3.5, 3, 6, 2.5, 0, 1, 1, 2, 0, 0.5, 2, 2),
    "entity": (1.5, 0.7, 6, 1.5, 1.5, 0, 5, 3, 0.3, 0.3, 0, 0, 2, 0, 0, 2),
}
"""What one would say without any data; the fit is held near it, so that what is rarely seen is not taken for nothing.
Of ships there are too few whose names say anything: theirs is guessed."""
HELD = {"person": 3.0, "entity": 6.0}
_NAMES_UNDECIDED = frozenset({"imo", "id_or_aliases"})
"""Of rows whose names have nothing in common, like those of a renamed ship."""
_SEED, _DRAWN, _AMONG, _DRAWN_WEIGHT = 5, 500, 60, 0.5
_STEPS, _PACE = 2500, 0.03
_EDGES = (-1e9, -9, -6, -4, -2.5, -1.25, 0, 1.25, 2.5, 4, 6, 1e9)
_LEAST_SLOPE, _HELD_ROWS = 0.15, 6
_COUNTED_FROM = 20
_CENTRING = 12
_MOST = {"number-missing": 4.0}
"""Numbers are too rare in the names of persons for the fit to find an end."""


class Seen(NamedTuple):
    """One pair of names: what the model weighs of it, and whether it is one party."""

    terms: tuple[float, ...]
    same: bool
    weight: float


class Pair(NamedTuple):
    """Two parties by name."""

    query: Party
    target: Party
    same: bool
    weight: float = 1.0


def development(rows: Iterable[crosslist.Pair]) -> list[Pair]:
    """The rows that names can decide, and for some queries the nearest of names drawn at random."""
    pairs = [
        Pair(row.named, row.target_named, row.same)
        for row in rows
        if not (row.same and row.row["needs"] in _NAMES_UNDECIDED)
    ]
    return pairs + list(_drawn(pairs))


def _drawn(pairs: Sequence[Pair]) -> Iterator[Pair]:
    chance = random.Random(_SEED)
    by_kind: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_kind[pair.query.kind].append(pair)
    for some in by_kind.values():
        for pair in chance.sample(some, min(_DRAWN, len(some))):
            others = [each for each in chance.sample(some, _AMONG) if each.target.name != pair.target.name]
            yield Pair(pair.query, max(others, key=lambda each: _logit(pair.query, each.target)).target, same=False, weight=_DRAWN_WEIGHT)  # fmt: skip


def _logit(query: Party, target: Party) -> float:
    best = best_names(comparand(query), comparand(target))
    return best.logit if best else -np.inf


def seen(pairs: Iterable[Pair]) -> dict[str, list[Seen]]:
    """By kind, what the best names of each pair show; names with equal keys need no weighing."""
    found: dict[str, list[Seen]] = defaultdict(list)
    units = [_unit(name) for name in FITTED]
    for pair in pairs:
        first, second = comparand(pair.query), comparand(pair.target)
        best = best_names(first, second)
        if best is None:
            continue
        one, other = first.names[best.first], second.names[best.second]
        if one.key != other.key:
            one, other = sorted((one, other), key=lambda name: (name.key, name.text))
            shown = features(one, other, align(one, other))
            if not shown.is_unrelated:
                terms = tuple(shown.logit(unit) for unit in units)
                found[pair.query.kind].append(Seen(terms, pair.same, pair.weight))
    return found


def _unit(name: str) -> NameModel:
    """A model that takes one thing alone; the sum is linear, so that its answer is what that thing is multiplied by."""
    fields = dict.fromkeys(NameModel.__struct_fields__, 0.0)
    return NameModel(**{**fields, "place_most": np.inf, name.replace("-", "_"): 1.0})


def fitted(rows: Sequence[Seen], guessed: Sequence[float], held: float) -> Floats:
    """Logistic regression held near a guess, with no effect below 0 but the first."""
    terms = np.array([row.terms for row in rows], float)
    same = np.array([row.same for row in rows], float)
    weights = np.array([row.weight for row in rows])
    scale = np.where(terms.std(axis=0) > 0, terms.std(axis=0), 1.0)
    scale[0] = 1.0
    terms = terms / scale
    start = np.array(guessed, float) * scale
    found, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, _STEPS + 1):
        chance = 1 / (1 + np.exp(-terms @ found))
        pull = held * (found - start)
        pull[0] = 0
        slope = (terms.T @ (weights * (chance - same)) + pull) / len(rows)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        found -= _PACE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        found[1:] = np.maximum(found[1:], 0)
    return found / scale


def loss(rows: Sequence[Seen], takes: Floats) -> float:
    """How surprised a model is, on average."""
    logits = np.array([row.terms for row in rows]) @ takes
    signs = np.array([1.0 if row.same else -1.0 for row in rows])
    return float(np.average(np.log1p(np.exp(-signs * logits)), weights=[row.weight for row in rows]))


def centred(rows: Sequence[Seen], takes: Floats) -> Floats:
    """With the start at which as many are expected to be one party as are, of the rows that were not drawn."""
    terms = np.array([row.terms for row in rows if row.weight == 1])
    same = np.mean([row.same for row in rows if row.weight == 1])
    found = takes.copy()
    for _ in range(_CENTRING):
        chance = 1 / (1 + np.exp(-terms @ found))
        found[0] += (same - chance.mean()) / (chance * (1 - chance)).mean()
    return found


def with_effects(takes: NameModel, effects: Floats) -> NameModel:
    """A model with what was fitted."""
    stated = {
        name.replace("-", "_"): min(_MOST.get(name, np.inf), round(float(effect), 2))
        for name, effect in zip(FITTED, effects, strict=True)
    }
    return msgspec.structs.replace(takes, **stated)


def calibration(rows: Iterable[crosslist.Pair], takes: dict[str, NameModel]) -> list[tuple[float, float]]:
    """Points of log-odds before and after, by names alone and with all data: the share of right pairs, never falling."""
    reached: list[tuple[float, bool]] = []
    for row in rows:
        if row.same and row.row["needs"] in _NAMES_UNDECIDED:
            continue
        for query, target in ((row.named, row.target_named), (row.query, row.target)):
            found = _reached(query, target, takes[row.query.kind])
            if found is not None:
                reached.append((found, row.same))
    logits = np.array([logit for logit, _ in reached])
    same = np.array([right for _, right in reached], float)
    points: list[tuple[float, float]] = []
    for low, high in pairwise(_EDGES):
        within = (logits > low) & (logits <= high)
        if within.any():
            middle = float(np.clip(logits[within].mean(), -14, 12))
            share = (same[within].sum() + _HELD_ROWS / (1 + np.exp(-middle))) / (within.sum() + _HELD_ROWS)
            after = float(np.log(share / (1 - share)))
            if points:
                after = max(after, points[-1][1] + _LEAST_SLOPE * (middle - points[-1][0]))
            points.append((round(middle, 2), round(after, 2)))
    return points


def _reached(query: Party, target: Party, takes: NameModel) -> float | None:
    """The log-odds of two parties; none for names that are plainly the same, which are not calibrated."""
    first, second = comparand(query), comparand(target)
    best = best_names(first, second)
    if best is None:
        return None
    if best.logit <= model().of_kind(query.kind).unrelated:
        return None  # what is said of names that have nothing in common is no measure, but a guess
    weighing = model()
    effects = [weighing.evidence[fact.name] for fact in facts(query, target)]
    logit, equal = names_compared(first.names[best.first], second.names[best.second], takes)
    if equal and not best.weak and all(effect >= 0 for effect in effects):
        return None
    return logit + sum(effects) + (weighing.weak if best.weak else 0.0)


def stated(text: str, takes: dict[str, NameModel], points: Sequence[tuple[float, float]]) -> str:
    """The text of model.toml with other numbers, and all else as it stood."""
    parts = re.split(r"(?m)^(?=\[)", text)
    for place, part in enumerate(parts):
        kind = part[1 : part.index("]")] if part.startswith("[") else ""
        for name in FITTED if kind in GUESSED else ():
            number = getattr(takes[kind], name.replace("-", "_"))
            parts[place] = re.sub(rf"(?m)^{name} = .*$", f"{name} = {number}", parts[place])
        if kind == "calibration":
            lines = "".join(f"  [{before}, {after}],\n" for before, after in points)
            parts[place] = re.sub(r"(?s)points = \[\n.*?\n\]", f"points = [\n{lines}]", part)
    return "".join(parts)


def words(shared: Path) -> str:
    """words.json: in how many parties of all lists each word stands, where it is many."""
    every = [
        party
        for name in crosslist.FILES
        for party in {
            id(party): party for party in crosslist.parties(shared / "lists", name).values()
        }.values()
    ]
    counts = counted(every, least=_COUNTED_FROM)
    return json.dumps(msgspec.to_builtins(counts), ensure_ascii=False, indent=0, sort_keys=True)


def main() -> None:
    """Fits, prints what was and what is, and writes it where it is asked to."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument(
        "--shared", type=Path, default=crosslist.SHARED, help="the folder with bench/ and lists/"
    )
    asked.add_argument("--write", action="store_true", help="write model.toml and words.json")
    asked.add_argument("--words", action="store_true", help="count the words only")
    options = asked.parse_args()
    if options.words:
        counted_words = words(options.shared)
        print(f"words of at least {_COUNTED_FROM} parties: {counted_words.count(chr(10)) - 4}")
        if options.write:
            (DATA / "words.json").write_text(counted_words, "utf-8")
        return
    rows = [pair for pair in crosslist.load(options.shared) if pair.development]
    takes = dict(model().names)
    shown = seen(development(rows))
    for kind, guessed in GUESSED.items():
        effects = centred(shown[kind], fitted(shown[kind], guessed, HELD[kind]))
        before = np.array([getattr(takes[kind], name.replace("-", "_")) for name in FITTED])
        print(f"{kind}: {len(shown[kind])} pairs, surprise {loss(shown[kind], before):.4f} before, {loss(shown[kind], effects):.4f} fitted")  # fmt: skip
        takes[kind] = with_effects(takes[kind], effects)
    text = stated((DATA / "model.toml").read_text("utf-8"), takes, calibration(rows, takes))
    print(text)
    if options.write:
        (DATA / "model.toml").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
