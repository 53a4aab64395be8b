"""The index of names is made here: parties in, one file of arrays out."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from sanctcheck.lists.files import written_whole
from sanctcheck.names.index import mapped
from sanctcheck.names.index.keys import FEW, keys_of, rests_of_sounds
from sanctcheck.names.index.version import names_version
from sanctcheck.names.profile import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.party import Party
    from sanctcheck.names.prepare import Token

_BLOCK = 1 << 16


def build(parties: Iterable[tuple[str, Party]], path: Path) -> None:
    """Makes the index of parties, each under a key of the caller's, and keeps it in a file that is whole or not there.

    Raises:
        OSError: the file cannot be written.
    """
    gathered = Gathered()
    for key, party in parties:
        gathered.add(key, party)
    with written_whole(path) as file:
        mapped.write(file, names_version(), gathered.arrays())


@dataclass(slots=True)
class Gathered:
    """What was read of the parties so far. Words and names that occur several times are kept once."""

    words: dict[Token, int] = field(default_factory=dict)
    names: dict[tuple[int, ...], int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    """In how many parties each word stands."""
    keys: list[bytes] = field(default_factory=list)
    parties: list[bytes] = field(default_factory=list)
    borne: list[tuple[int, ...]] = field(default_factory=list)
    """By party: its names, in their order."""
    weak: list[bool] = field(default_factory=list)
    """By name of a party, over all parties."""

    def add(self, key: str, party: Party) -> None:
        """Takes one party in."""
        seen: set[str] = set()
        borne = []
        for name in party.names:
            tokens = tokens_of(name.text, party.kind)
            seen.update(token.text for token in tokens)
            borne.append(self._name(tokens))
            self.weak.append(name.weak)
        self.counts.update(seen)
        self.keys.append(key.encode())
        self.parties.append(_PACK(party))
        self.borne.append(tuple(borne))

    def _name(self, tokens: Sequence[Token]) -> int:
        words = tuple(self.words.setdefault(token._replace(written=""), len(self.words)) for token in tokens)
        return self.names.setdefault(words, len(self.names))

    def arrays(self) -> dict[str, Array]:
        """Everything that the file holds."""
        return {
            **self._of_words(),
            **self._of_names(),
            **_blob("keys", self.keys),
            **_blob("parties", self.parties),
        }

    def _of_words(self) -> dict[str, Array]:
        words = list(self.words)
        counts = np.fromiter((self.counts[word.text] for word in words), np.uint32, len(words))
        texts = "\n".join(word.text for word in words).encode()
        sounds = "\n".join(word.skeleton for word in words).encode()
        return {
            "counts": counts,
            "number": np.array([len(self.parties)], np.uint32),
            "texts": np.frombuffer(texts, np.uint8),
            "sounds": np.frombuffer(sounds, np.uint8),
            **_blob("tokens", [_PACK(word) for word in words]),
            **_looked_up("by_key", *_pairs((key, place) for place, word in enumerate(words) for key in keys_of(word))),
            **_looked_up("by_rest", *rests_of_sounds(words)),
        }

    def _of_names(self) -> dict[str, Array]:
        standing = np.fromiter(
            (word for name in self.names for word in name), np.uint32, sum(map(len, self.names))
        )
        lengths = np.fromiter(map(len, self.names), np.uint32, len(self.names))
        names = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
        borne = np.fromiter((name for party in self.borne for name in party), np.uint32, len(self.weak))
        number = np.fromiter(map(len, self.borne), np.uint32, len(self.borne))
        bearers = np.repeat(np.arange(len(number), dtype=np.uint32), number)
        return {
            "name_words": standing,
            "name_words_at": _ends(lengths),
            **_grouped("word_names", standing, names, len(self.words)),
            "party_names": borne,
            "party_names_at": _ends(number),
            "party_names_weak": np.array(self.weak, np.uint8),
            **_grouped("name_parties", borne, bearers, len(self.names)),
        }
