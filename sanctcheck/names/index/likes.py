"""What stands for each word of a query: words like it, and words that are written as one in one of the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sanctcheck.names.index.joins import as_one, joined
from sanctcheck.names.index.touched import JOINED, Like, Run
from sanctcheck.names.index.vocabulary import bare

if TYPE_CHECKING:
    from sanctcheck.names.index.columns import Lookup
    from sanctcheck.names.index.vocabulary import Vocabulary
    from sanctcheck.names.profile import Profile


def likes_of(asked: Profile, words: Vocabulary) -> list[Like]:
    """The words of the index that can stand for those of a name."""
    found = [Like(place, *words.similar(bare(word))) for place, word in enumerate(asked.words)]
    runs = list(joined([word.text for word in asked.words]))
    for (_, start, end), near in zip(runs, words.written_as([text for text, _, _ in runs]), strict=True):
        if near:
            like, costs = np.array(near, np.uint32), np.full(len(near), JOINED, np.float32)
            found.extend(Like(place, like, costs, joins=True) for place in range(start, end))
    return found


def runs_of(asked: Profile, joined_names: Lookup) -> list[Run]:
    """The names that have as neighbours what is one word of the query."""
    keys = [(place, key) for place, word in enumerate(asked.words) for key in as_one(word.text)]
    names, lengths = joined_names.found(np.array([key for _, key in keys], np.uint32))
    if not names.size:
        return []
    places = np.repeat([place for place, _ in keys], lengths)
    return [Run(place, np.unique(names[places == place])) for place in np.unique(places).tolist()]
