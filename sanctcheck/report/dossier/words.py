"""The words of a report, for lawyers or in plain language; both are data, in `words.toml` and `glossary.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Words:
    """What a report says of its own accord."""

    is_plain: bool
    said: Mapping[str, str]
    families: Mapping[str, str]
    handling: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """One of its texts."""
        return self.said[key]

    def outcome(self, outcome: str) -> str:
        """The word for an outcome."""
        return self.said[f"{outcome.replace('-', '_')}_outcome"]

    def family(self, family: str) -> str:
        """The heading of a family of standards."""
        return self.families.get(family) or family.replace("-", " ").capitalize()


@cache
def words(*, plain: bool = False) -> Words:
    """The words for lawyers, or the plain ones."""
    read = _read("words.toml")
    kind = "plain" if plain else "formal"
    return Words(plain, read[kind], read["families"][kind], read["handling"])


def explained(texts: Iterable[str]) -> list[tuple[str, str]]:
    """The words of the glossary that some texts use, with what they mean, in the order of the alphabet."""
    used = {found.casefold() for text in texts for found in _glossary_words().findall(text)}
    glossary = _glossary()
    return [(word, meaning) for word, meaning in glossary.items() if used & {word, f"{word}s"}]


@cache
def _glossary() -> dict[str, str]:
    return dict(sorted(_read("glossary.toml")["words"].items()))


@cache
def _glossary_words() -> re.Pattern[str]:
    longest_first = sorted(_glossary(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("sanctcheck.report.dossier") / name).read_text(encoding="utf-8"))
