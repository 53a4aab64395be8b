"""Runs the peers of the name search on names and queries of a file, and prints what each took. See names_speed.py.

Stands alone, because the peers may be installed for another interpreter than the project.

    python names_speed_peers.py NAMES.json

The file holds `listings`, each with `kind` and `names`, and `queries`, each with `kind` and `name`. One line of JSON a
peer: seconds of CPU to build, for each query alone, and for one in a batch; or why it could not run.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Protocol

ALONE = 200
"""So many queries are asked one by one."""
RESCORED = 40
SCHEMAS = {"person": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}


class Peer(Protocol):
    """A way to look names up."""

    def build(self, listings: list[dict[str, Any]]) -> None:
        """Takes the names in."""

    def search(self, queries: list[dict[str, str]]) -> list[Any]:
        """The best for each query."""


def folded(name: str) -> str:
    """Small letters, words in order of the alphabet: what helps a scorer of letters."""
    return " ".join(sorted(name.casefold().replace(",", " ").split()))


class Brute:
    """rapidfuzz's `cdist` over all names."""

    def build(self, listings: list[dict[str, Any]]) -> None:
        """Keeps each name once."""
        self.process = importlib.import_module("rapidfuzz.process")
        self.scorer = importlib.import_module("rapidfuzz.fuzz").ratio
        self.numpy = importlib.import_module("numpy")
        self.names = sorted({folded(name) for listing in listings for name in listing["names"]})

    def search(self, queries: list[dict[str, str]]) -> list[Any]:
        """The best name by the ratio of edits."""
        asked = [folded(query["name"]) for query in queries]
        scores = self.process.cdist(asked, self.names, scorer=self.scorer, dtype=self.numpy.uint8, workers=1)
        return [
            (self.names[place], score)
            for place, score in zip(scores.argmax(axis=1), scores.max(axis=1), strict=True)
        ]


class Trigrams:
    """TF-IDF over trigrams of letters; the best forty are scored again, by rapidfuzz."""

    def build(self, listings: list[dict[str, Any]]) -> None:
        """Fits the vectors."""
        text = importlib.import_module("sklearn.feature_extraction.text")
        self.numpy = importlib.import_module("numpy")
        self.process = importlib.import_module("rapidfuzz.process")
        self.scorer = importlib.import_module("rapidfuzz.fuzz").token_sort_ratio
        self.names = sorted({folded(name) for listing in listings for name in listing["names"]})
        self.vectors = text.TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), dtype=self.numpy.float32)
        self.matrix = self.vectors.fit_transform(self.names).T.tocsr()

    def search(self, queries: list[dict[str, str]]) -> list[Any]:
        """The best of the forty with the most trigrams in common."""
        asked = [folded(query["name"]) for query in queries]
        found = []
        for start in range(0, len(asked), 100):
            some = asked[start : start + 100]
            close = self.vectors.transform(some) @ self.matrix
            for row, query in enumerate(some):
                first, last = close.indptr[row], close.indptr[row + 1]
                scores, places = close.data[first:last], close.indices[first:last]
                if len(scores) > RESCORED:
                    places = places[self.numpy.argpartition(scores, -RESCORED)[-RESCORED:]]
                candidates = [self.names[place] for place in places]
                found.append(self.process.extractOne(query, candidates, scorer=self.scorer))
        return found


class Blocker:
    """nomenklatura's blocker, and its logic-v2 on what it finds."""

    def build(self, listings: list[dict[str, Any]]) -> None:
        """Fills a store in memory, and builds the index on it."""
        followthemoney = importlib.import_module("followthemoney")
        self.entity = followthemoney.StatementEntity
        self.dataset = importlib.import_module("followthemoney.dataset").Dataset.make(
            {"name": "lists", "title": "Lists"}
        )
        linker = importlib.import_module("nomenklatura.resolver").Linker({})
        store = importlib.import_module("nomenklatura.store.memory").MemoryStore(self.dataset, linker)
        matching = importlib.import_module("nomenklatura.matching")
        self.algorithm, self.config = matching.LogicV2, matching.LogicV2.default_config()
        with store.writer() as writer:
            for place, listing in enumerate(listings):
                writer.add_entity(self._entity(f"l{place}", listing["kind"], listing["names"]))
        self.view = store.default_view()
        folder = Path(tempfile.mkdtemp())
        self.index = importlib.import_module("nomenklatura.blocker.index").Index(self.view, folder)
        self.index.build()

    def _entity(self, key: str, kind: str, names: list[str]) -> Any:
        data = {"id": key, "schema": SCHEMAS.get(kind, "LegalEntity"), "properties": {"name": names}}
        return self.entity.from_data(self.dataset, data)

    def search(self, queries: list[dict[str, str]]) -> list[Any]:
        """The best of what the blocker finds, by logic-v2."""
        asked = {
            f"q{place}": self._entity(f"q{place}", query["kind"], [query["name"]])
            for place, query in enumerate(queries)
        }
        found = []
        for key, candidates in self.index.match_entities(asked.values()):
            entity = asked[str(key)]
            others = (self.view.get_entity(str(other)) for other, _ in candidates)
            found.append(
                max((self.algorithm.compare(entity, other, self.config).score for other in others), default=0)
            )
        return found


PEERS: dict[str, type[Peer]] = {
    "rapidfuzz cdist": Brute,
    "TF-IDF trigrams": Trigrams,
    "nomenklatura": Blocker,
}


def measured(peer: Peer, given: dict[str, Any]) -> dict[str, Any]:
    """Seconds of CPU of this process."""
    start = time.process_time()
    peer.build(given["listings"])
    built = time.process_time() - start
    queries = given["queries"]
    peer.search(queries[:2])  # what is loaded once is not counted
    alone = []
    for query in queries[: 20 if isinstance(peer, Blocker) else ALONE]:
        start = time.process_time()
        peer.search([query])
        alone.append(time.process_time() - start)
    start = time.process_time()
    peer.search(queries)
    return {"build": built, "alone": alone, "batch": (time.process_time() - start) / len(queries)}


def _memory() -> float:
    """The most megabytes that were resident; 0 where the system does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def main(path: str, wanted: list[str]) -> None:
    """Prints a line a peer."""
    given = json.loads(Path(path).read_text())
    for name in wanted or PEERS:
        try:
            result = measured(PEERS[name](), given)
        except ImportError as error:
            result = {"missing": str(error)}
        result["memory"] = _memory()
        print(json.dumps({"peer": name, **result}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
