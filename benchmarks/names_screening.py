"""Searching all names of a list for a changed name, a foreign script, or nobody: who comes first, and who raises an alarm."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import crosslist
import perturbations_harsh
import strangers
from perturbations import KINDS, Listed, Perturbed, perturbed

from sanctcheck.names.index import Index, build
from sanctcheck.names.party import Party, party_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from crosslist import Pair

SEED = 20260101
MORE_SEEDS = (20260103, 20260104, 20260105, 20260106)
"""A thousand names are few: what one draw gives differs by half a percent from what the next one does."""
PERTURBED, UNRELATED = 1000, 2000
LIMIT = 50
TARGET = "us_ofac"
OURS = "sanctcheck"
HERE = Path(__file__).resolve().parent

Ranked = list[tuple[str, float]]
"""Keys of listings with their scores, best first; each key once."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Listings to search in, and their names one by one as the peers take them."""

    parties: Mapping[str, Party]

    def names(self) -> list[tuple[str, str]]:
        """(key, name) for every name of every listing."""
        return [(key, name.text) for key, party in self.parties.items() for name in party.names]


def perturbations(shared: Path, peers: str | None, seed: int = SEED) -> None:
    """Prints how often the right listing comes first when its name is written in another way: with care, and without."""
    lists = {
        name: crosslist.parties(shared / "lists", name)
        for name in (TARGET, "gb_ofsi", *strangers.OTHER_LISTS)
    }
    corpus = Corpus(of_list(lists[TARGET]))
    everybody = listed_names(corpus)
    nobody = strangers.strangers(
        {name: found.values() for name, found in lists.items()}, TARGET, UNRELATED, seed
    )
    print("changed names that still say who is meant; strangers of many countries, and ships of other lists")
    _print_set(corpus, perturbed(_originals(corpus), everybody, PERTURBED, seed), nobody, peers)
    _print_other_draws(corpus, everybody, lists)
    nobody = perturbations_harsh.unrelated(sorted(_persons(of_list(lists["gb_ofsi"]))), UNRELATED, seed)
    print("harsh: changes without care; strangers are put together from the parts of listed names")
    _print_set(corpus, perturbed(_originals(corpus), everybody, PERTURBED, seed, harsh=True), nobody, peers)


def _print_other_draws(
    corpus: Corpus, everybody: Sequence[Listed], lists: Mapping[str, Mapping[str, Party]]
) -> None:
    """The same of this matcher alone, with other names drawn, and what that is on average."""
    drawn = [draw(corpus, everybody, lists, seed) for seed in MORE_SEEDS]
    print(f"{len(drawn)} more draws of as many names, this matcher alone")
    for seed, each in zip(MORE_SEEDS, drawn, strict=True):
        print(f"  {seed:<32} {_figures(each.answers, each.strangers, each.queries)}")
    whole = Draw(*(list(chain.from_iterable(parts)) for parts in zip(*drawn, strict=True)))
    print(f"  {'together':<32} {_figures(whole.answers, whole.strangers, whole.queries)}\n")


class Draw(NamedTuple):
    """Names that were looked for, and what was found."""

    queries: list[Perturbed]
    answers: list[Ranked]
    strangers: list[Ranked]


def listed_names(corpus: Corpus) -> list[Listed]:
    """Every name of every listing."""
    return [
        Listed(name.text, party.kind, key) for key, party in corpus.parties.items() for name in party.names
    ]


def draw(
    corpus: Corpus, everybody: Sequence[Listed], lists: Mapping[str, Mapping[str, Party]], seed: int
) -> Draw:
    """Changed names and strangers of one seed, looked for by this matcher."""
    queries = perturbed(_originals(corpus), everybody, PERTURBED, seed)
    found = {name: each.values() for name, each in lists.items()}
    nobody = strangers.strangers(found, TARGET, UNRELATED, seed)
    answers = _ours(corpus, [query.text for query in queries] + nobody)
    return Draw(queries, answers[: len(queries)], answers[len(queries) :])


def _originals(corpus: Corpus) -> list[Listed]:
    """The names that are changed: each once, and no weak aliases."""
    found: dict[str, Listed] = {}
    for key, party in corpus.parties.items():
        for name in party.names:
            if not name.weak:
                found.setdefault(name.text, Listed(name.text, party.kind, key))
    return [found[text] for text in sorted(found)]


def _print_set(corpus: Corpus, queries: Sequence[Perturbed], nobody: list[str], peers: str | None) -> None:
    print(
        f"{len(queries)} changed names, searched in {len(corpus.names())} names of {len(corpus.parties)} listings"
    )
    asked = [query.text for query in queries] + nobody
    for matcher, ranked in _answers(corpus, asked, peers).items():
        _print_screening(matcher, ranked[: len(queries)], ranked[len(queries) :], queries)
    print()


def original_scripts(pairs: Sequence[Pair], shared: Path, peers: str | None) -> None:
    """Prints how often a name in its own script finds the entry of a list that has Latin names only."""
    rows = [pair for pair in pairs if pair.same and pair.row["match_kind"] == "cross_script"]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for target_list in sorted({pair.row["target_list"] for pair in rows}):
        corpus = Corpus(of_list(crosslist.parties(shared / "lists", target_list)))
        chosen = [pair for pair in rows if pair.row["target_list"] == target_list]
        for matcher, ranked in _answers(corpus, [pair.query.name for pair in chosen], peers).items():
            for pair, answer in zip(chosen, ranked, strict=True):
                counts[matcher][0] += bool(answer) and corpus.parties[answer[0][0]].names == pair.target.names
                counts[matcher][1] += 1
    print(f"{len(rows)} names in their own script, searched in the lists that have only Latin names for them")
    for matcher, (first, of) in counts.items():
        print(f"  {matcher:<32} first {100 * first / of:5.1f} %")
    print()


def of_list(listed: Mapping[str, Party]) -> dict[str, Party]:
    """Each listing once, by the names that it has."""
    by_party = {party: key for key, party in listed.items() if key}
    return {key: Party(party.names, party.kind) for party, key in by_party.items()}


def _persons(parties: Mapping[str, Party]) -> set[str]:
    return {party.name for party in parties.values() if party.kind == "person" and party.name.isascii()}


def _answers(corpus: Corpus, asked: Sequence[str], peers: str | None) -> dict[str, list[Ranked]]:
    answers = {OURS: _ours(corpus, asked)}
    if peers:
        names = corpus.names()
        for peer, answer in _of_peers(
            json.dumps({"names": [name for _, name in names], "queries": list(asked)}), peers
        ).items():
            answers[peer] = [_by_listing(ranked, names) for ranked in answer["ranked"]]
    return answers


def _of_peers(task: str, peers: str) -> dict[str, Any]:
    """What the peers find; kept between runs, because they take minutes over it."""
    script = HERE / "names_peers.py"
    key = hashlib.sha256(task.encode() + script.read_bytes()).hexdigest()[:16]
    kept = Path(tempfile.gettempdir()) / f"sanctcheck-peers-screen-{key}.json"
    if not kept.exists():
        run = subprocess.run(
            [peers, script, "screen"], input=task, capture_output=True, text=True, check=True
        )
        kept.write_text(run.stdout)
    found: dict[str, Any] = json.loads(kept.read_text())
    return found


def _ours(corpus: Corpus, asked: Sequence[str]) -> list[Ranked]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.index"
        build(corpus.parties.items(), path)
        index = Index.open(path)
        return [
            [(hit.key, hit.score) for hit in index.search(party_named(text), threshold=0.0, limit=LIMIT)]
            for text in asked
        ]


def _by_listing(ranked: Iterable[Sequence[Any]], names: Sequence[tuple[str, str]]) -> Ranked:
    best: dict[str, float] = {}
    for position, score in ranked:
        best.setdefault(names[position][0], score)
    return list(best.items())


def _print_screening(
    matcher: str,
    ranked: Sequence[Ranked],
    nobody: Sequence[Ranked],
    queries: Sequence[Perturbed],
) -> None:
    print(f"  {matcher:<32} {_figures(ranked, nobody, queries)}")
    shares = [(kind, _share(ranked, queries, _is_first, kind)) for kind in KINDS]
    print("    first: " + ", ".join(f"{kind} {share:.1f} %" for kind, share in shares))


def _figures(ranked: Sequence[Ranked], nobody: Sequence[Ranked], queries: Sequence[Perturbed]) -> str:
    threshold = alarm_threshold(nobody, 0.01)
    among_ten = _share(ranked, queries, lambda answer, keys: any(key in keys for key, _ in answer[:10]))
    return (
        f"first {_share(ranked, queries, _is_first):5.1f} %, among ten {among_ten:5.1f} %, found at 1 % alarms "
        f"{found_above(threshold, ranked, queries):5.1f} %"
    )


def alarm_threshold(nobody: Sequence[Ranked], share: float) -> float:
    """The score above which no more than so many strangers have a hit."""
    alarms = sorted((answer[0][1] if answer else 0.0 for answer in nobody), reverse=True)
    return alarms[int(len(alarms) * share)]


def found_above(threshold: float, ranked: Sequence[Ranked], queries: Sequence[Perturbed]) -> float:
    """The percentage of names whose listing is found with a higher score."""
    return _share(
        ranked,
        queries,
        lambda answer, keys: any(key in keys and score > threshold for key, score in answer),
    )


def _is_first(answer: Ranked, keys: frozenset[str]) -> bool:
    return bool(answer) and answer[0][0] in keys


def _share(
    ranked: Sequence[Ranked],
    queries: Sequence[Perturbed],
    is_right: Callable[[Ranked, frozenset[str]], bool],
    kind: str | None = None,
) -> float:
    chosen = [
        is_right(answer, query.right)
        for answer, query in zip(ranked, queries, strict=True)
        if kind in {None, query.kind}
    ]
    return 100 * sum(chosen) / len(chosen)
