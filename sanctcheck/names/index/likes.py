"""What stands for each word of a query: words like it, and words that are written as one in one of the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sanctcheck.names.index.joins import as_one, joined
from sanctcheck.names.index.touched import JOINED, Like, Run
from sanctcheck.names.index.vocabulary import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.names.index.columns import Lookup
    from sanctcheck.names.index.vocabulary import Vocabulary
    from sanctcheck.names.profile import Profile


def likes_of(asked: Profile, words: Vocabulary) -> list[Like]:
    """The words of the index that can stand for those of a name."""
    found = [Like(place, *words.similar(bare(word))) for place, word in enumerate(asked.words)]
    for text, start, end in joined([word.text for word in asked.words]):
        like = words.written_as(text)
        if like.size:
            costs = np.full(len(like), JOINED, np.float32)
            found.extend(Like(place, like, costs, joins=True) for place in range(start, end))
    return found


def runs_of(asked: Profile, joined_names: Lookup) -> list[Run]:
    """The names that have as neighbours what is one word of the query."""
    return list(_runs(asked, joined_names))


def _runs(asked: Profile, joined_names: Lookup) -> Iterator[Run]:
    for place, word in enumerate(asked.words):
        names, _ = joined_names.found(np.array(sorted(as_one(word.text)), np.uint32))
        if names.size:
            yield Run(place, np.unique(names))
