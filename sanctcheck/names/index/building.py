"""The index of names is made here: parties in, one file of arrays out."""

from __future__ import annotations

import gc
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from sanctcheck.lists.files import written_whole
from sanctcheck.names.evidence import plain_number
from sanctcheck.names.index import mapped
from sanctcheck.names.index.bounds import numbers_key
from sanctcheck.names.index.columns import Blobs, Lookup, Rows
from sanctcheck.names.index.joins import acronyms
from sanctcheck.names.index.keys import FACTS, HEAVY, hashed
from sanctcheck.names.index.kinds import KINDS, kind_of, kinds_of
from sanctcheck.names.index.runs import runs_kept
from sanctcheck.names.index.version import names_version
from sanctcheck.names.index.vocabulary import bare, words_kept
from sanctcheck.names.profile import prepared_in_order, profile_saying, said_of, tokens_of
from sanctcheck.names.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.party import Party
    from sanctcheck.names.profile import Profile, Said
    from sanctcheck.names.token import Prepared, Token

_PACK = msgspec.msgpack.Encoder().encode


def build(parties: Iterable[tuple[str, Party]], path: Path) -> None:
    """Makes the index of parties, each under a key of the caller's, and keeps it in a file that is whole or not there.

    Raises:
        OSError: the file cannot be written.
    """
    with _uncollected():
        gathered = _Gathered()
        for key, party in parties:
            gathered.add(key, party)
        arrays = gathered.arrays()
    with written_whole(path) as file:
        mapped.write(file, names_version(), arrays)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing that is gathered refers to itself: to look for what does, again and again, would take a sixth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Name(NamedTuple):
    kind: int
    key: str
    words: tuple[int, ...]


@dataclass(slots=True)
class _Gathered:
    """What was read of the parties so far. Words and names that occur several times are kept once."""

    words: dict[Token, int] = field(default_factory=dict)
    names: dict[_Name, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    """In how many parties each word stands."""
    parties: list[_Party] = field(default_factory=list)
    prepared: dict[tuple[int, str], tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    """By kind and text which name it is, with all its words: many stand in several lists."""

    def add(self, key: str, party: Party) -> None:
        """Takes one party in."""
        kinds = kinds_of(party.kind)
        seen: set[str] = set()
        borne = []
        for place, name in enumerate(party.names):
            for kind in kinds:
                which = kind, name.text
                if which not in self.prepared:
                    self.prepared[which] = self._prepared(kind, name.text)
                number, texts = self.prepared[which]
                seen.update(texts)
                borne.append((number, place, name.weak))
        self.counts.update(seen)
        self.parties.append(_Party(key, party, borne))

    def _prepared(self, kind: int, text: str) -> tuple[int, tuple[str, ...]]:
        prepared = prepared_in_order(text, KINDS[kind])
        return self._name(kind, prepared), tuple([token.text for token in prepared.tokens])

    def _name(self, kind: int, prepared: Prepared) -> int:
        tokens = tokens_of(prepared, KINDS[kind])
        words = tuple(self.words.setdefault(bare(token), len(self.words)) for token in tokens)
        return self.names.setdefault(_Name(kind, prepared.key, words), len(self.names))

    def arrays(self) -> dict[str, Array]:
        """Everything that the file holds."""
        self.parties.sort(key=attrgetter("key"))  # so that hits of one score stand in the order of their keys
        self._put_together()
        words = tuple(self.words)
        weights = Weights(len(self.parties), self.counts)
        return {
            "number": np.array([len(self.parties)], np.uint32),
            **words_kept(words, self.counts),
            **_names_kept(tuple(self.names), words, weights),
            **_parties_kept(self.parties, len(self.names)),
        }

    def _put_together(self) -> None:
        """Numbers the words anew, the most common first, and the names by their most common words.

        What is looked at in one search then stands side by side: a processor waits longer for what stands apart.
        """
        words = sorted(self.words, key=lambda word: -self.counts[word.text])
        place_of = {self.words[word]: place for place, word in enumerate(words)}
        renumbered = [
            name._replace(words=tuple([place_of[word] for word in name.words])) for name in self.names
        ]
        order = sorted(range(len(renumbered)), key=lambda name: sorted(renumbered[name].words))
        name_of = {name: place for place, name in enumerate(order)}
        self.words = {word: place for place, word in enumerate(words)}
        self.names = {renumbered[name]: place for place, name in enumerate(order)}
        self.parties = [
            each._replace(borne=[(name_of[name], place, weak) for name, place, weak in each.borne])
            for each in self.parties
        ]


class _Party(NamedTuple):
    key: str
    party: Party
    borne: list[tuple[int, int, bool]]
    """Its names: which each is, its place among those of the party, whether it is weak."""


def _names_kept(names: Sequence[_Name], words: Sequence[Token], weights: Weights) -> dict[str, Array]:
    said = [said_of(word, weights) for word in words]
    weighing = np.array([each.weight for each in said], np.float32)
    aligned: list[list[int]] = []
    profiles = [_profile(name, said) for name in names]
    for name, profile in zip(names, profiles, strict=True):
        numbers = {id(words[word]): word for word in name.words}
        aligned.append([numbers[id(word)] for word in profile.words])
    rows = Rows.of(aligned)
    return {
        "words.weights": weighing,
        "names.kinds": np.array([name.kind for name in names], np.uint8),
        "names.facts": _facts(names, profiles, rows, weighing),
        **Rows.of([name.words for name in names]).arrays("names.words"),
        **rows.arrays("names.aligned"),
        **rows.turned(len(words)).arrays("words.names"),
        **Blobs.arrays("names.keys", [name.key.encode() for name in names]),
        **_lookup(
            [
                (key, place)
                for place, name in enumerate(names)
                for key in {hashed("k", _literal(name, words)), hashed("k", name.key)}
            ]
        ).arrays("names.equal"),
        **_lookup(
            [
                (hashed("a", acronym), place)
                for place, profile in enumerate(profiles)
                for acronym in acronyms(profile)
            ]
        ).arrays("names.acronyms"),
        **runs_kept(profiles),
    }


def _profile(name: _Name, said: Sequence[Said]) -> Profile:
    return profile_saying("", name.key, [said[word] for word in name.words])


def _facts(names: Sequence[_Name], profiles: Sequence[Profile], words: Rows, weights: Array) -> Array:
    """What is asked first of each name, side by side: its weight, its numbers, and its kind, initials and single word."""
    found = np.zeros((len(names), FACTS), np.uint32)
    totals = np.add.reduceat(np.append(weights[words.values], 0), words.ends[:-1]) * (np.diff(words.ends) > 0)
    found[:, 0] = np.ceil(totals * HEAVY)
    found[:, 1] = [numbers_key(profile) for profile in profiles]
    found[:, 2] = [
        name.kind
        | sum(word.kind == "initial" for word in profile.words) << 8
        | (len(profile.words) == 1) << 16
        for name, profile in zip(names, profiles, strict=True)
    ]
    return found.ravel()


def _literal(name: _Name, words: Sequence[Token]) -> str:
    """As `Profile.literal`."""
    return " ".join(sorted(words[word].text for word in name.words))


def _parties_kept(parties: Sequence[_Party], names: int) -> dict[str, Array]:
    bearings = np.array(
        [
            (name, number, place, weak)
            for number, each in enumerate(parties)
            for name, place, weak in each.borne
        ],
        np.uint32,
    ).reshape(-1, 4)
    bearings = bearings[np.lexsort((bearings[:, 2], bearings[:, 1], bearings[:, 0]))]
    rows = Rows.by(bearings[:, 0], np.arange(len(bearings), dtype=np.uint32), names)
    numbers = [
        (hashed("n", plain_number(identifier)), number)
        for number, each in enumerate(parties)
        for identifier in each.party.identifiers
    ]
    births = np.array([_years(each.party) for each in parties], np.uint16).reshape(-1, 2)
    return {
        "parties.kinds": np.array([kind_of(each.party.kind) for each in parties], np.uint8),
        "parties.births": births.ravel(),
        "bearers.ends": rows.ends,
        "bearers.parties": np.ascontiguousarray(bearings[:, 1]),
        "bearers.places": bearings[:, 2].astype(np.uint16),
        "bearers.weak": bearings[:, 3].astype(np.uint8),
        **Blobs.arrays("parties.keys", [each.key.encode() for each in parties]),
        **Blobs.arrays("parties", [_PACK(each.party) for each in parties]),
        **_lookup(numbers).arrays("parties.numbers"),
    }


def _years(party: Party) -> tuple[int, int]:
    """The first and the last year in which it can be born; 0 where nothing is known."""
    spans = [span for day in party.births if (span := day.span()) is not None]
    if not spans:
        return 0, 0
    return min(span.earliest.year for span in spans), max(span.latest.year for span in spans)


def _lookup(pairs: Sequence[tuple[int, int]]) -> Lookup:
    both = np.array(pairs, np.uint32).reshape(-1, 2)
    return Lookup.of(both[:, 0], both[:, 1])
