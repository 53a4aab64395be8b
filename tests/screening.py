"""Lists to screen against, and screenings of names, for tests; the people in them are made up."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from support import FIXTURES

from sanctcheck.lists.store import Store
from sanctcheck.screen.chosen import Against, Choice, against
from sanctcheck.screen.parties import query_from
from sanctcheck.screen.screening import Wanted, screen_one

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.screen.corpus import Corpus
    from sanctcheck.screen.query import Query
    from sanctcheck.screen.screening import Screened

NOW = datetime(2026, 6, 1, tzinfo=UTC)
UN = FIXTURES / "lists/un_sc/consolidated.xml"
UK = FIXTURES / "lists/gb_fcdo/UK-Sanctions-List.xml"
SWISS = FIXTURES / "lists/ch_seco/consolidated-list.xml"
EU = FIXTURES / "lists/eu_fsf/full_1_1.xml"


@dataclass(frozen=True)
class Listed:
    """Somebody on a list of the tests' own."""

    id: str
    name: str
    schema: str = "Person"
    facts: dict[str, list[str]] = field(default_factory=dict)
    reason: str = "Stated reasons."

    def lines(self) -> list[str]:
        properties = {"name": [self.name], "topics": ["sanction"], **self.facts}
        entity = {"id": self.id, "schema": self.schema, "properties": properties}
        sanction = {
            "entity": [self.id],
            "program": ["TEST"],
            "reason": [self.reason],
            "startDate": ["2020-12-10"],
        }
        return [
            json.dumps(
                {**entity, "caption": self.name, "datasets": ["test"], "referents": [], "target": True}
            ),
            json.dumps(
                {"id": f"s-{self.id}", "schema": "Sanction", "properties": sanction, "datasets": ["test"]}
            ),
        ]


def list_of(folder: Path, *people: Listed) -> Path:
    """A list file of its own."""
    path = folder / "entities.ftm.json"
    path.write_text("".join(f"{line}\n" for person in people for line in person.lines()), encoding="utf-8")
    return path


def held_against(folder: Path, *files: Path) -> Against:
    """The lists in some files, ready to be screened against."""
    return against(Store(folder / "store"), Choice((), files, 7, NOW))


def asked(name: str, **stated: str) -> Query:
    """A query."""
    return query_from(0, {"name": [name], **{field: [text] for field, text in stated.items()}})


def screened(corpus: Corpus, name: str, wanted: Wanted | None = None, **stated: str) -> Screened:
    """One name, screened."""
    return screen_one(asked(name, **stated), corpus, wanted or Wanted())


def as_json(text: str) -> Any:
    """What a report says to programs."""
    return json.loads(text)
