"""The peers: what other free matchers say of the same pairs and the same queries.

It runs in an interpreter of its own, in which the peers are installed (`pip install nomenklatura scikit-learn rapidfuzz`),
and imports nothing of this project. A peer that is not installed there is left out.

    python names_peers.py pairs  < PAIRS.jsonl    one object a line: {"a": PARTY, "b": PARTY} → {"logic-v2": 0.91, …}
    python names_peers.py screen < TASK.json      {"names": […], "queries": […], "slow": 200} → ranked names for each query

A party is {"names": […], "kind": "person", "births": […], "countries": […], "identifiers": [[kind, number], …]}.
"""

from __future__ import annotations

import json
import sys
import time
import uuid
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCHEMATA = {"person": "Person", "entity": "Organization", "vessel": "Vessel"}
LIMIT = 50
"""So many candidates of each query are kept: no more are looked at by any figure."""
FIRST = 200
"""So many neighbours by trigrams are scored a second time."""

Scorer = "Callable[[dict[str, Any], dict[str, Any]], float]"


def pairs() -> None:
    """Reads pairs, writes the score that each peer gives."""
    scorers = dict(_nomenklatura()) | dict(_distances())
    for line in sys.stdin:
        pair = json.loads(line)
        scores = {name: round(score(pair["a"], pair["b"]), 6) for name, score in scorers.items()}
        sys.stdout.write(json.dumps(scores) + "\n")


def _nomenklatura() -> Iterator[tuple[str, Callable[[dict[str, Any], dict[str, Any]], float]]]:
    try:
        from nomenklatura.matching import get_algorithm  # noqa: PLC0415 - it may be absent
    except ImportError:
        return
    for name in ("logic-v1", "logic-v2"):
        algorithm: Any = get_algorithm(name)
        config = algorithm.default_config()

        def score(
            a: dict[str, Any], b: dict[str, Any], algorithm: Any = algorithm, config: Any = config
        ) -> float:
            return float(algorithm.compare(_entity(a), _entity(b), config).score)

        yield name, score


def _entity(party: dict[str, Any]) -> Any:
    from followthemoney import model  # noqa: PLC0415 - it may be absent

    entity = model.make_entity(SCHEMATA[party["kind"]])
    # The peer keeps what it made of an entity under its id.
    entity.id = str(uuid.uuid4())
    entity.add("name", party["names"])
    is_person = party["kind"] == "person"
    entity.add("birthDate" if is_person else "incorporationDate", party.get("births", []), quiet=True)
    place = {"person": "nationality", "vessel": "flag"}.get(party["kind"], "country")
    entity.add(place, party.get("countries", []), quiet=True)
    if is_person and party.get("gender"):
        entity.add("gender", party["gender"], quiet=True)
    kinds = {
        "passport": "passportNumber",
        "tax-id": "taxNumber",
        "imo": "imoNumber",
        "registration": "registrationNumber",
    }
    for kind, number in party.get("identifiers", []):
        entity.add(kinds.get(kind, "idNumber"), number, quiet=True)
    return entity


def _distances() -> Iterator[tuple[str, Callable[[dict[str, Any], dict[str, Any]], float]]]:
    try:
        from rapidfuzz import distance, fuzz, utils  # noqa: PLC0415 - it may be absent
    except ImportError:
        return
    scorers: dict[str, Any] = {
        "rapidfuzz ratio": fuzz.ratio,
        "rapidfuzz token_sort": fuzz.token_sort_ratio,
        "rapidfuzz token_set": fuzz.token_set_ratio,
        "rapidfuzz WRatio": fuzz.WRatio,
        "rapidfuzz Jaro-Winkler": distance.JaroWinkler.normalized_similarity,
    }
    for name, scorer in scorers.items():
        scale = 1 if name.endswith("Winkler") else 100

        def score(a: dict[str, Any], b: dict[str, Any], scorer: Any = scorer, scale: int = scale) -> float:
            best = 0.0
            for first in a["names"]:
                for second in b["names"]:
                    best = max(best, scorer(first, second, processor=utils.default_process))
            return best / scale

        yield name, score


def screen() -> None:
    """Reads one task, writes for each peer the best names of each query, and the seconds of processor time it took."""
    task = json.load(sys.stdin)
    names, queries = task["names"], task["queries"]
    answers: dict[str, Any] = {}
    for peer, rank in _rankings(names):
        started = time.process_time()
        ranked = [rank(query) for query in queries]
        answers[peer] = {"seconds": time.process_time() - started, "ranked": ranked}
    json.dump(answers, sys.stdout)


def _rankings(names: list[str]) -> Iterator[tuple[str, Callable[[str], list[tuple[int, float]]]]]:
    """For each peer a function from a query to (position of the name, score), best first."""
    try:
        from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - it may be absent
    except ImportError:
        return
    cleaned = [utils.default_process(name) for name in names]
    scorers: dict[str, Any] = {
        "WRatio": fuzz.WRatio,
        "token_sort": fuzz.token_sort_ratio,
        "token_set": fuzz.token_set_ratio,
    }
    for label, scorer in scorers.items():

        def brute(query: str, scorer: Any = scorer) -> list[tuple[int, float]]:
            found = process.extract(utils.default_process(query), cleaned, scorer=scorer, limit=LIMIT)
            return [(position, score / 100) for _, score, position in found]

        yield f"rapidfuzz {label}, all names", brute
    yield from _trigrams(cleaned)


def _trigrams(cleaned: list[str]) -> Iterator[tuple[str, Callable[[str], list[tuple[int, float]]]]]:
    try:
        import numpy as np  # noqa: PLC0415 - it may be absent
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    except ImportError:
        return
    from rapidfuzz import fuzz, utils  # noqa: PLC0415

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), dtype=np.float32)
    matrix = vectorizer.fit_transform(cleaned).T.tocsr()

    def rank(query: str) -> list[tuple[int, float]]:
        clean = utils.default_process(query)
        near = (vectorizer.transform([clean]) @ matrix).tocoo()
        positions, weights = near.coords[1], near.data
        if len(positions) > FIRST:
            best = np.argpartition(-weights, FIRST)[:FIRST]
            positions = positions[best]
        scored = [(int(each), fuzz.token_sort_ratio(clean, cleaned[each]) / 100) for each in positions]
        return sorted(scored, key=lambda pair: (-pair[1], pair[0]))[:LIMIT]

    yield "trigrams by TF-IDF, scored again", rank


if __name__ == "__main__":
    {"pairs": pairs, "screen": screen}[sys.argv[1]]()
