"""What a version for others says of itself: what was withheld, where and under which rule, and nothing of what it was."""

from typing import Annotated

from pydantic import Field

from sanctcheck.dossier.vocabulary import GistGiven, HandlingLevel, WithheldKind, WithholdingRule
from sanctcheck.reading.model import Day, Part, Reader, Text


class Withheld(Part):
    """One thing that was withheld."""

    part: Text
    """The part of the dossier, by fields and ids: exhibits/E1."""
    kind: WithheldKind
    """part, name or field."""
    level: HandlingLevel
    """The level of what was withheld."""
    rule: WithholdingRule
    """Why this reader does not get it."""
    gist: GistGiven | None = None
    """Whether its gist stands in its place."""
    provisions: Annotated[list[Text], Field(max_length=50)] = Field(default=[])
    """What the law of the dossier's regimes says of withholding it."""


class Redaction(Part):
    """For whom a version was made, and what was withheld from them."""

    reader: Reader
    """target, public, or partner:GB."""
    day: Day
    """The day whose law was applied where the act has none yet."""
    withheld: Annotated[list[Withheld], Field(max_length=20_000)] = Field(default=[])
    """What was withheld, in the order of the dossier."""
