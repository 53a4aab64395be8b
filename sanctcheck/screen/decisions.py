"""What people judged of hits before: read from a file that is kept in git, honoured, and reported.

A judgment is about one query and one listing. It holds for a query that states the same: a name with a birth date is
another query than the name alone. It holds until the listing changes.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from sanctcheck.errors import UsageError
from sanctcheck.reading.model import Day, Name, Part, Text
from sanctcheck.text import listed

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.names.party import Party
    from sanctcheck.reading.document import Document
    from sanctcheck.screen.query import Query
    from sanctcheck.screen.screening import Hit

FORMAT = "decisions/1"
Judgment = Literal["same", "different", "unsure"]
_MOST = 20_000

Names = Annotated[list[Name], Field(max_length=100)]


class DecidedQuery(Part):
    """Who was asked for: all that the query states, as it was when the judgment was made."""

    name: Name
    """The name, as it stands in the query."""
    aliases: Names = Field(default=[])
    """Its other names."""
    born: Names = Field(default=[])
    """Its birth dates, as the query states them or as partial ISO dates."""
    countries: Annotated[list[Name], Field(max_length=100)] = Field(default=[])
    """Its countries (ISO 3166-1, two letters)."""
    identifiers: Names = Field(default=[])
    """Its numbers, each as KIND:NUMBER."""


class Decision(Part):
    """One judgment: whether the one who was asked for is the one who is listed."""

    query: DecidedQuery
    """Who was asked for."""
    listing: Name
    """The key of the listing, as `sanctcheck lists show` takes it: `gb-fcdo:GHR0001`."""
    judgment: Judgment
    """same, different or unsure. A hit that was judged different is shown as settled, and no longer counts."""
    by: Name
    """Who judged."""
    day: Day
    """When."""
    because: Text
    """Why: what tells the two apart, or shows that they are one."""
    seen: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$(?!\n)")]
    """What the listing said at the time, as a hash. When the listing changes, the hit is open again."""


class DecisionsFile(Part):
    """Judgments of people on hits of `sanctcheck screen`."""

    format: Literal["decisions/1"]
    """The format of this file."""
    decisions: Annotated[list[Decision], Field(max_length=_MOST)] = Field(default=[])
    """The judgments; of two on the same hit the later one in the file counts."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A judgment as it bears on a hit of today."""

    decision: Decision
    changed: bool
    """Whether the listing says something else than it did when the judgment was made."""

    @property
    def closes(self) -> bool:
        """Whether nobody has to look at the hit: it is another one, and nothing has changed."""
        return self.decision.judgment == "different" and not self.changed


@dataclass(slots=True)
class Decisions:
    """The judgments of a file, and which of them were met with in this run."""

    by_hit: dict[tuple[str, str], tuple[int, Decision]] = field(default_factory=dict)
    place: dict[int, int] = field(default_factory=dict)
    """The line of each judgment, by its position."""
    name: str = ""
    met: Counter[str] = field(default_factory=Counter)
    """How many hits were judged the same, different or unsure, and of how many judgments the listing changed."""
    used: set[int] = field(default_factory=set)

    def settle(self, query: Query, hits: list[Hit]) -> list[Hit]:
        """The same hits, with what was judged of them."""
        if not self.by_hit or not hits:
            return hits
        asked = identity(query.party)
        return [self._settled(asked, hit) for hit in hits]

    def _settled(self, asked: str, hit: Hit) -> Hit:
        found = self.by_hit.get((asked, hit.entry.key))
        if found is None:
            return hit
        position, decision = found
        settled = Settled(decision, changed=decision.seen != hit.entry.digest)
        self.used.add(position)
        self.met["changed" if settled.changed else decision.judgment] += 1
        return replace(hit, judged=settled)

    def afresh(self) -> Decisions:
        """The same judgments, of which none was met with yet."""
        return Decisions(self.by_hit, self.place, self.name)

    def unused(self) -> list[tuple[int, Decision]]:
        """The judgments that no hit of this run met with, by their line."""
        left = [(position, each) for position, each in self.by_hit.values() if position not in self.used]
        return [(self.place[position], each) for position, each in sorted(left, key=lambda pair: pair[0])]


def identity(party: Party) -> str:
    """All that a query states, so that the same statement in another order or case is the same query."""
    return _identity(
        party.name,
        [name.text for name in party.names if name.text != party.name],
        [day.start + day.end for day in party.births],
        list(party.countries),
        [f"{each.kind}:{each.number}" for each in party.identifiers],
    )


def _identity(name: str, *rest: list[str]) -> str:
    return "\n".join([_plain(name), *("\t".join(sorted({_plain(text) for text in texts})) for texts in rest)])


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def decided_query(party: Party) -> dict[str, str | list[str]]:
    """A query as a decisions file states it; what is empty is left out."""
    stated: dict[str, str | list[str]] = {
        "name": party.name,
        "aliases": [name.text for name in party.names if name.text != party.name],
        "born": [day.text for day in party.births],
        "countries": list(party.countries),
        "identifiers": [f"{each.kind}:{each.number}" for each in party.identifiers],
    }
    return {key: value for key, value in stated.items() if value}


def read_decisions(path: Path) -> Decisions:
    """The judgments of a file.

    Raises:
        UsageError: it cannot be read, or is not such a file; each mistake is named with its line.
    """
    from sanctcheck.reading.files import read_document  # noqa: PLC0415 - not every screening has decisions
    from sanctcheck.reading.shape import shape  # noqa: PLC0415

    document = read_document(path, path.name)
    read = shape(document, DecisionsFile)
    errors = [flaw for flaw in document.flaws if flaw.severity == "error"]
    if read is None or errors:
        wrong = listed([f"line {flaw.place.line}: {flaw.message}" for flaw in errors[:5]], "and")
        raise UsageError(f"{path.name} cannot be used for decisions. {wrong}")
    return _decisions(read, document)


def _decisions(read: DecisionsFile, document: Document) -> Decisions:
    from sanctcheck.screen.parties import query_from  # noqa: PLC0415 - as above

    found = Decisions(name=document.name)
    for position, decision in enumerate(read.decisions):
        asked = decision.query
        party = query_from(
            0,
            {
                "name": [asked.name],
                "aliases": asked.aliases,
                "dob": asked.born,
                "country": asked.countries,
                "identifiers": asked.identifiers,
            },
        ).party
        found.by_hit[identity(party), decision.listing] = (position, decision)
        found.place[position] = document.place(("decisions", position)).line
    return found
