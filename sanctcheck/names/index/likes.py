"""What stands for each word of a query: words like it, and words that are written as one in one of the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sanctcheck.names.index.joins import acronyms, as_one, joined
from sanctcheck.names.index.keys import hashed
from sanctcheck.names.index.touched import ACRONYM, JOINED, Like, Run
from sanctcheck.names.index.vocabulary import bare

if TYPE_CHECKING:
    from sanctcheck.names.index.columns import Lookup
    from sanctcheck.names.index.vocabulary import Vocabulary
    from sanctcheck.names.profile import Profile


def likes_of(asked: Profile, words: Vocabulary) -> list[Like]:
    """The words of the index that can stand for those of a name."""
    found = [Like(place, *words.similar(bare(word))) for place, word in enumerate(asked.words)]
    runs = list(joined(asked))
    for (_, start, end), near in zip(runs, words.written_as([run[0] for run in runs]), strict=True):
        if near:
            found.extend(_standing(near, JOINED, place) for place in range(start, end))
    if len(asked.words) > 1:
        for near in words.written_as(sorted(acronyms(asked)), exactly=True):
            found.extend(_standing(near, ACRONYM, place) for place in range(len(asked.words)) if near)
    return found


def _standing(near: list[int], cost: float, place: int) -> Like:
    return Like(place, np.array(near, np.uint32), np.full(len(near), cost, np.float32), joins=True)


def runs_of(asked: Profile, joined_names: Lookup) -> list[Run]:
    """The names that have as several words what is one word of the query."""
    keys = [
        (place, JOINED, key)
        for place, word in enumerate(asked.words)
        for key in as_one(word.text, word.skeletons)
    ]
    keys += [(place, ACRONYM, hashed("a", word.text)) for place, word in enumerate(asked.words)]
    names, lengths = joined_names.found(np.array([key for _, _, key in keys], np.uint32))
    if not names.size:
        return []
    ends = np.cumsum(lengths).tolist()
    return [
        Run(place, names[end - length : end], cost)
        for (place, cost, _), end, length in zip(keys, ends, lengths.tolist(), strict=True)
        if length
    ]
