"""Whether the arrays of an index fit together: compiled loops walk them without asking at each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sanctcheck.names.index.keys import FACTS
from sanctcheck.names.index.kinds import KINDS
from sanctcheck.names.index.letters import ALPHABET, GLANCE
from sanctcheck.names.profile import MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sanctcheck.names.index.mapped import Array

_BITS = frozenset(1 << bits for bits in range(1, 33))
"""How many starts of keys there can be."""


def is_sound(arrays: Mapping[str, Array]) -> bool:
    """Whether every place that stands in one array stands within the one that it is a place of."""
    try:
        return all(_checks(arrays))
    except (KeyError, ValueError):
        return False


def _checks(arrays: Mapping[str, Array]) -> Iterator[bool]:
    words, names, bones = len(arrays["words.signs"]), len(arrays["names.kinds"]), len(arrays["words.shapes"])
    parties, runs = len(arrays["parties.kinds"]), len(arrays["runs.names"])
    for name, number, most in (
        ("words.names", words, names),
        ("words.near", words, words),
        ("words.bones_of", words, bones),
        ("words.spelt", 3 * words + bones, ALPHABET),
        ("words.texts", words, 256),
        ("names.aligned", names, words),
        ("names.words", names, words),
    ):
        yield _are_rows(arrays[name], arrays[f"{name}.ends"], number) and _are_below(arrays[name], most)
    for name, number in (
        *((f"words.{column}", words) for column in ("weights", "firsts", "counts")),
        ("words.near_costs", len(arrays["words.near"])),
        ("words.glances", GLANCE * words),
        ("names.facts", FACTS * names),
        *((f"runs.{column}", runs) for column in ("starts", "numbers", "letters")),
    ):
        yield len(arrays[name]) == number
    for name, most in (
        ("words.keys", words),
        ("names.equal", names),
        ("names.acronyms", names),
        ("runs.keys", runs),
        ("parties.numbers", parties),
    ):
        starts, number = arrays[f"{name}.starts"], len(arrays[f"{name}.keys"])
        yield len(starts) - 1 in _BITS and _are_rows(arrays[name], starts, len(starts) - 1)
        yield len(arrays[name]) == number and _are_below(arrays[name], most)
    yield _are_below(arrays["names.facts"][2::FACTS] & 0xFF, len(KINDS))
    lengths = np.diff(arrays["names.aligned.ends"])
    yield _are_below(lengths, MOST_WORDS + 1) and _are_below(arrays["runs.names"], names)
    last = arrays["runs.starts"].astype(np.uint32) + arrays["runs.numbers"]
    yield bool((last <= lengths[arrays["runs.names"]]).all())


def _are_rows(values: Array, ends: Array, number: int) -> bool:
    """Whether rows end where the next ones begin, the last of so many within the values."""
    return len(ends) == number + 1 and int(ends[-1]) <= len(values) and bool((ends[1:] >= ends[:-1]).all())


def _are_below(values: Array, most: int) -> bool:
    return not len(values) or int(values.max()) < most
