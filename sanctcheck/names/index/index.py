"""The index of names: opened from its file, and asked who can be meant."""

from __future__ import annotations

import gc
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from sanctcheck.names.index import mapped
from sanctcheck.names.index.aligning import Aligner
from sanctcheck.names.index.columns import Blobs, integers
from sanctcheck.names.index.finding import Finder
from sanctcheck.names.index.hits import Found, Hit
from sanctcheck.names.index.kernel import Kernel
from sanctcheck.names.index.kinds import KINDS, takes
from sanctcheck.names.index.likes import Abbreviations
from sanctcheck.names.index.logits import Logits
from sanctcheck.names.index.runs import Runs
from sanctcheck.names.index.search import Search
from sanctcheck.names.index.sound import is_sound
from sanctcheck.names.index.version import names_version
from sanctcheck.names.index.vocabulary import Vocabulary
from sanctcheck.names.party import Party
from sanctcheck.names.profile import profile_saying, said_of
from sanctcheck.names.weights import Weights, weight_of_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.profile import Profile, Said

_PARTY = msgspec.msgpack.Decoder(Party)
_PROFILES = 1 << 15
_PARTIES = 1 << 12


class IndexWeights:
    """The statistics of the parties of an index, read from it word by word."""

    def __init__(self, parties: int, words: Vocabulary) -> None:
        self.parties = parties
        self._words = words

    def of(self, word: str) -> float:
        """As `Weights.of`."""
        return weight_of_count(self._words.count(word), self.parties)

    def knows(self, word: str) -> bool:
        """Whether a listed name has the word."""
        return self._words.count(word) > 0


class Index:
    """All names of some parties. One thread at a time may ask it."""

    def __init__(self, arrays: Mapping[str, Array], path: Path) -> None:
        self.path = path
        self.words = Vocabulary(arrays)
        self.weights = IndexWeights(int(arrays["number"][0]), self.words)
        self.runs = Runs(arrays)
        self.abbreviations = Abbreviations(arrays)
        kinds = range(len(KINDS))
        logits = Logits([takes(one, other) for one in kinds for other in kinds], len(kinds))
        self.kernel = Kernel(arrays, Aligner(arrays, self.words.spelt, logits))
        self.equal = Finder(arrays, "names.equal")
        self.numbers = Finder(arrays, "parties.numbers")
        self.name_kinds = integers(arrays["names.kinds"])
        self.bearers_at = integers(arrays["bearers.ends"])
        self.bearers = integers(arrays["bearers.parties"])
        self.bearer_places = integers(arrays["bearers.places"])
        self.bearers_weak = integers(arrays["bearers.weak"])
        self.party_kinds = integers(arrays["parties.kinds"])
        self.births = arrays["parties.births"].reshape(-1, 2)
        self._name_words = integers(arrays["names.words"])
        self._name_ends = integers(arrays["names.words.ends"])
        self._name_keys = Blobs.read(arrays, "names.keys")
        self._keys = Blobs.read(arrays, "parties.keys")
        self._parties = Blobs.read(arrays, "parties")
        self.profile = lru_cache(maxsize=_PROFILES)(self._profile)
        self._said = lru_cache(maxsize=_PROFILES)(self._said_by)
        self.party = lru_cache(maxsize=_PARTIES)(self._party)

    @classmethod
    def open(cls, path: Path) -> Index:
        """Opens what `build` wrote.

        Raises:
            DamagedError: it is not what was written, or another version wrote it: build it again.
            FileNotFoundError: there is none.
        """
        arrays = mapped.read(path, names_version())
        if not is_sound(arrays):
            raise mapped.DamagedError(f"{path} does not hold together: it was not written by this program.")
        return cls(arrays, path)

    def __len__(self) -> int:
        """How many parties it holds."""
        return len(self.party_kinds)

    def key(self, party: int) -> str:
        """The key under which a party was given."""
        return str(self._keys.piece(party), "utf-8")

    def name_key(self, name: int) -> str:
        """What is equal for names that are equal after preparation."""
        return str(self._name_keys.piece(name), "utf-8")

    def _party(self, party: int) -> Party:
        return _PARTY.decode(self._parties.piece(party))

    def _profile(self, name: int) -> Profile:
        words = self._name_words[self._name_ends[name] : self._name_ends[name + 1]]
        return profile_saying("", self.name_key(name), [self._said(word) for word in words])

    def _said_by(self, word: int) -> Said:
        token = self.words.token(word)
        return said_of(token, Weights(self.weights.parties, {token.text: self.words.counts[word]}))

    def search(self, party: Party, *, threshold: float, limit: int) -> list[Hit]:
        """Who can be meant, the likeliest first; of equal scores, in the order of their keys."""
        return [self.hit(found, party) for found in self.found(party, threshold=threshold, limit=limit)]

    def search_all(
        self, parties: Iterable[Party], *, threshold: float, limit: int, processes: int = 1
    ) -> Iterator[list[Hit]]:
        """The same for many, in their order, and the same whatever the number of processes.

        No more than some hundreds for each process are read ahead.
        """
        if processes > 1:
            from sanctcheck.names.index.batch import found_by_processes  # noqa: PLC0415 - for batches alone

            several = found_by_processes(self.path, parties, (threshold, limit), processes)
        else:
            several = ((party, self.found(party, threshold=threshold, limit=limit)) for party in parties)
        for party, found in several:
            yield [self.hit(each, party) for each in found]

    def of_number(self, party: Party) -> list[Hit]:
        """Who has a number of the party, whatever their names are."""
        return [self.hit(found, party) for found in Search(self, party, 0.0, len(self)).of_number()]

    def found(self, party: Party, *, threshold: float, limit: int) -> list[Found]:
        """The same in numbers."""
        # What a search makes refers to nothing that refers back to it: looking for such circles meanwhile finds none.
        is_collecting = gc.isenabled()
        gc.disable()
        try:
            return Search(self, party, threshold, limit).found()
        finally:
            if is_collecting:
                gc.enable()

    def hit(self, found: Found, query: Party) -> Hit:
        """A hit that was found."""
        return Hit(found, query, self)
