"""On what ground a listing is made: human-rights abuse, corruption, or something else; as `grounds.toml` says."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from sanctcheck.terms import Verified  # noqa: TC001 - msgspec reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sanctcheck.screen.entry import Entry

Ground = Literal["human-rights", "corruption", "either", "mixed", "other", "unknown"]
GROUND: dict[Ground, str] = {
    "human-rights": "the programme lists for human-rights abuse alone",
    "corruption": "the programme lists for corruption alone",
    "either": "the programme lists for human-rights abuse or corruption; the list does not say for which",
    "mixed": "human-rights abuse or corruption is one ground of the programme among others; the list does not say which",
    "other": "the programme lists for something else",
    "unknown": "the programme is not in the table of this version",
}
"""From what says most of human-rights abuse and corruption to what says least; a listing takes the first of its programmes."""
SURVEYED: frozenset[Ground] = frozenset({"human-rights", "corruption", "either"})
"""The grounds that are counted as human-rights abuse or corruption."""
_DATA = Path(__file__).with_name("grounds.toml")


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of `grounds.toml`, whose fields are explained there."""

    publishers: tuple[str, ...]
    programmes: tuple[str, ...]
    ground: Ground
    acts: tuple[str, ...] = ()
    list_name: str = ""
    provision: str = ""
    verified: Verified | None = None

    def fits(self, entry: Entry, programme: str) -> bool:
        """Whether a listing is under one of its programmes."""
        if self.list_name:
            return entry.list_name == self.list_name
        if programme not in self.programmes:
            return False
        return not self.acts or any(act in text for act in self.acts for text in entry.legal_basis)


class Grounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `grounds.toml`."""

    states: dict[str, str]
    programme: tuple[Rule, ...]

    def rule_of(self, publisher: str, entry: Entry) -> tuple[Ground, Rule | None]:
        """The ground of a listing, with the rule that says so; none where no programme of it is known."""
        found = [
            rule
            for programme in entry.programmes or ("",)
            if (rule := self._first(publisher, entry, programme)) is not None
        ]
        best = min(found, key=lambda rule: _ORDER.index(rule.ground), default=None)
        return ("unknown", None) if best is None else (best.ground, best)

    def unknown(self, publisher: str, entry: Entry) -> Iterable[str]:
        """The programmes of a listing that stand in no table."""
        return (each for each in entry.programmes if self._first(publisher, entry, each) is None)

    def _first(self, publisher: str, entry: Entry, programme: str) -> Rule | None:
        written = (programme, in_few_words(programme))
        return next((r for text in written for r in self._of(publisher) if r.fits(entry, text)), None)

    def _of(self, publisher: str) -> Sequence[Rule]:
        return [rule for rule in self.programme if publisher in rule.publishers]


_ORDER = tuple(GROUND)
_REGULATIONS = re.compile(r"(?:The )?(.+?) Regulations \d{4}")
_OF_FORM = re.compile(r" \((?:United Nations )?Sanctions\)| \(EU Exit\)| Sanctions\b")


def in_few_words(programme: str) -> str:
    """The regime that the title of British regulations names: they stand for it on a list of the United Kingdom."""
    titled = _REGULATIONS.fullmatch(programme)
    return _OF_FORM.sub("", titled[1]) if titled is not None else programme


@cache
def grounds() -> Grounds:
    """What this version knows."""
    return msgspec.convert(tomllib.loads(_DATA.read_text("utf-8")), Grounds)
