"""On what a statement of law rests: instruments, pinpoint citations, days in force, and how surely it is known."""

from typing import Annotated, Literal

from pydantic import Field

from sanctcheck.reading.model import Day, Identifier, Name, Part, Text, Url
from sanctcheck.terms import Verified


class Source(Part):
    """A text that was read, or a work that is relied on."""

    title: Text
    """What it is, so that a reader can find it."""
    url: Url | None = None
    """Where it stands."""


class InForce(Part):
    """The days between which something is the law."""

    from_: Annotated[Day | None, Field(alias="from")] = None
    """The first day on which it is in force."""
    until: Day | None = None
    """The last day on which it is in force; leave it out while it is."""


class Instrument(Part):
    """An Act, order, regulation, decision, resolution or judgment."""

    title: Text
    """Its title."""
    citation: Text
    """Its citation."""
    short: Name | None = None
    """How lawyers call it in passing: SAMLA 2018, Kadi II. Used in pinpoint citations."""
    kind: Literal[
        "act", "order", "regulations", "treaty", "decision", "resolution", "judgment", "guidance", "practice"
    ]
    """What it is."""
    in_force: InForce | None = None
    """When it is in force; for a judgment, from the day it was given."""
    amended_by: Text | None = None
    """What changed it since."""
    verified: Verified
    """text, knowledge or uncertain."""
    source: Identifier | None = None
    """Key of the source in which it was read."""
    note: Text | None = None
    """What a reader has to know about it."""


class Provision(Part):
    """A pinpoint citation."""

    instrument: Identifier
    """Key of the instrument; `absence` where the regime has no such rule."""
    at: Text | None = None
    """The place in it: reg. 8(2), art. 14(3), para. 119."""


class Fact(Part):
    """A statement of law with its authority."""

    provision: Provision
    """Where it stands."""
    also: Annotated[list[Provision], Field(max_length=20)] = Field(default=[])
    """Other provisions or judgments that say it too."""
    in_force: InForce | None = None
    """When it is in force; left out, it is in force as long as its instrument."""
    verified: Verified
    """text, knowledge or uncertain."""
    source: Identifier | None = None
    """Key of the source in which it was read; for `text` always."""
    corroborated_by: Identifier | None = None
    """Key of a secondary source that agrees."""
    settled: bool = False
    """For `knowledge`: whether it is settled law, so that a gap may be an error."""
    note: Text | None = None
    """What a reader has to know about it."""
