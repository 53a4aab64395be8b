"""Comparing what a dossier writes with the words of the law, case and punctuation aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.law.authority import Fact
    from sanctcheck.law.model import Regime

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """A text as its words alone, in one case."""
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()


def contains(text: str, words: str) -> bool:
    """Whether a text holds these words, one after the other."""
    return f" {plain(words)} " in f" {plain(text)} "


def begins_with(text: str, words: str) -> bool:
    """Whether a text begins with these words."""
    return f"{plain(text)} ".startswith(f"{plain(words)} ")


def when_in_force(fact: Fact, regime: Regime) -> str:
    """The days between which a fact is the law, as a sentence says them: `from 2020-01-01 until 2021-12-31`."""
    instrument = regime.instruments.get(fact.provision.instrument)
    span = fact.in_force or (instrument.in_force if instrument else None)
    ends = (("from", span.from_), ("until", span.until)) if span else ()
    return " ".join(f"{word} {day}" for word, day in ends if day is not None)
