"""A regime as data that a lawyer can read and review: who may be listed for what, and what is asked of the process.

The order of the fields is the order in which a lawyer reads a regime. Every fact has its provision, the days between
which it was in force, and the mark that says how surely we know it.
"""

from typing import Annotated, Literal

from pydantic import Field

from sanctcheck.dossier.vocabulary import ActKind, Basis, Conduct, MeasureKind, TargetType
from sanctcheck.law.authority import Fact, Instrument, Source
from sanctcheck.law.position import CalendarDay, Comparison, LegalRule, Otherwise, Position
from sanctcheck.reading.model import MAX_ITEMS, Country, Day, Identifier, Name, Parameter, Part, Text
from sanctcheck.terms import Family, Force, Verified

CRITERIA_FORMAT = "criteria/1"
STANDARDS_FORMAT = "standards/1"


class Element(Part):
    """One thing that has to be shown."""

    id: Identifier
    """Its id, in the words shared by the regimes where they mean the same: act, severity, responsibility."""
    asks: Text
    """What has to be shown."""


class ConductLimb(Fact):
    """One kind of conduct for which the regime allows a listing."""

    id: Identifier
    """Its id in this regime."""
    title: Text
    """What it is, in plain words."""
    term: Text | None = None
    """The provision's own term of art, a few words of it."""
    conduct: Annotated[list[Conduct], Field(min_length=1, max_length=100)]
    """Which of the shared words for conduct it covers."""
    elements: Annotated[list[Element], Field(max_length=30)] = Field(default=[])
    """What has to be shown of the conduct."""


class Link(Fact):
    """One way in which a target must be linked with such conduct."""

    id: Identifier
    """Its id in this regime."""
    title: Text
    """What it is, in plain words."""
    term: Text | None = None
    """The provision's own term of art, a few words of it."""
    basis: Annotated[list[Basis], Field(min_length=1, max_length=30)]
    """Which of the shared words for the basis of an allegation it covers."""
    conduct: Annotated[list[Identifier], Field(max_length=30)] = Field(default=[])
    """The conduct limbs to which it is confined; left out, all."""
    current: bool = False
    """Whether it must stand on the day of the act, so that a post or tie that is past is none."""
    elements: Annotated[list[Element], Field(max_length=30)] = Field(default=[])
    """What has to be shown of the link."""


class Actor(Fact):
    """Whether a kind of actor can be listed."""

    actor: Literal["official", "non-state-actor", "entity", "facilitator", "family-member", "own-national"]
    """The kind of actor."""
    covered: Literal["yes", "no", "partial", "uncertain"]
    """Whether the regime reaches it."""


class Nexus(Fact):
    """A connection that the regime asks for, or says that it does not."""

    asks: Text
    """What the connection is."""
    elements: Annotated[list[Element], Field(max_length=10)] = Field(default=[])
    """What has to be shown of it."""


class ProofStandard(Fact):
    """The standard of proof of the regime."""

    id: Identifier
    """Its id in this regime."""
    term: Text
    """Its name in the law."""
    meaning: Text | None = None
    """What it means."""


class DecisionMaker(Fact):
    """Who decides."""

    who: Name
    """The office or body."""
    role: Text | None = None
    """What it decides."""


class AllowedMeasure(Fact):
    """A measure that the regime allows."""

    kind: MeasureKind
    """The kind of measure."""
    targets: Annotated[list[TargetType], Field(max_length=10)] = Field(default=[])
    """The kinds of target against which it can be taken; left out, all."""


class Applies(Part):
    """When a criterion is asked at all."""

    acts: Annotated[list[ActKind], Field(max_length=10)] = Field(default=[])
    """The kinds of act for which it is asked; left out, all."""
    targets: Annotated[list[TargetType], Field(max_length=10)] = Field(default=[])
    """The kinds of target for which it is asked; left out, all."""
    procedure: Literal["standard", "urgent"] | None = None
    """The procedure in which it is asked."""
    connected_with: Annotated[list[Country], Field(max_length=20)] = Field(default=[])
    """The countries with one of which the target is connected, as a national, by residence, or by its seat; left out, any."""
    once_adopted: bool = False
    """Asked only of an act that was adopted; before that it is not due."""


class Criterion(Fact):
    """How the regime asks for one standard."""

    id: Identifier
    """Its id in this regime."""
    standard: Identifier
    """The shared standard that it is an instance of."""
    title: Text
    """What is asked, in one sentence."""
    force: Force
    """duty, policy or good-practice."""
    applies: Applies | None = None
    """When it is asked at all; left out, always."""
    check: Identifier
    """The check that tests it."""
    with_: Annotated[dict[str, Parameter], Field(alias="with", max_length=30)] = Field(default={})
    """The parameters of the check."""
    remedy: Text
    """What to do about a gap, in plain language."""


class Caveat(Part):
    """Something that may have changed, or that could not be read."""

    note: Text
    """What it is."""
    verified: Verified
    """text, knowledge or uncertain."""


class Regime(Part):
    """One legal sanctions programme, or the draft of a collective standard."""

    format: Literal["criteria/1"]
    """The version of this format: `criteria/1`."""
    id: Identifier
    """The regime's id, for example gb-ghr."""
    name: Text
    """Its name."""
    jurisdiction: Name
    """The State or organisation."""
    kind: Literal["regime", "programme", "collective-standard"] = "regime"
    """A regime against human-rights abuse or corruption; a programme on another subject, whose listings are made in the
    same way; or the draft of a collective standard."""
    includes: Annotated[list[Identifier], Field(max_length=10)] = Field(default=[])
    """The files of shared law that belong to this regime, by their ids."""
    last_verified: Day
    """The day on which a person last compared this file with its sources."""
    caveats: Annotated[list[Caveat], Field(max_length=50)] = Field(default=[])
    """What may have changed, or could not be read. Read this first."""
    sources: Annotated[dict[str, Source], Field(max_length=500)]
    """The texts that were read, by a short key."""
    instruments: Annotated[dict[str, Instrument], Field(max_length=200)]
    """The instruments and judgments, by a short key."""
    conduct: Annotated[list[ConductLimb], Field(max_length=100)] = Field(default=[])
    """For what a person may be listed."""
    links: Annotated[list[Link], Field(max_length=100)] = Field(default=[])
    """How the person must be linked with it."""
    actors: Annotated[list[Actor], Field(max_length=50)] = Field(default=[])
    """Which actors are reached."""
    nexus: Annotated[list[Nexus], Field(max_length=20)] = Field(default=[])
    """Which connection is asked for."""
    proof: Annotated[list[ProofStandard], Field(max_length=20)] = Field(default=[])
    """The standard of proof."""
    decision_makers: Annotated[list[DecisionMaker], Field(max_length=20)] = Field(default=[])
    """Who decides."""
    measures: Annotated[list[AllowedMeasure], Field(max_length=30)] = Field(default=[])
    """Which measures can be taken."""
    rules: Annotated[list[LegalRule], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """What else the law says: consultation, remedies, removal, duration, exemptions, reports."""
    calendar: Annotated[list[CalendarDay], Field(max_length=100)] = Field(default=[])
    """Days that the law fixes for the regime as a whole."""
    positions: Annotated[list[Position], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """Where the regime stands on a standard, where its criteria do not say it."""
    otherwise: Otherwise | None = None
    """What holds on every standard on which the file says nothing; for short files only."""
    criteria: Annotated[list[Criterion], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """What is asked of a dossier; left out, what the included law asks for."""


class Shared(Part):
    """Law that several regimes have in common: one place for each fact of it."""

    format: Literal["shared/1"]
    """The version of this format: `shared/1`."""
    id: Identifier
    """Its id, the name of its file; regimes include it by this id."""
    title: Text
    """What law it is."""
    last_verified: Day
    """The day on which a person last compared this file with its sources."""
    in_force_with: Identifier | None = None
    """Key of the instrument that brings this law into a regime; each regime that includes it has its own. What is stated
    here is in force as long as that instrument, and within that time for the days that it states itself; left out, as
    long as the instrument of each provision."""
    caveats: Annotated[list[Caveat], Field(max_length=50)] = Field(default=[])
    """What may have changed, or could not be read. They stand behind those of the regime."""
    sources: Annotated[dict[str, Source], Field(max_length=500)]
    """The texts that were read, by a short key; a regime's own source of the same key replaces one."""
    instruments: Annotated[dict[str, Instrument], Field(max_length=200)]
    """The instruments and judgments, by a short key; a regime's own of the same key replaces one."""
    conduct: Annotated[list[ConductLimb], Field(max_length=100)] = Field(default=[])
    """For what a person may be listed; a regime's own of the same id replaces one."""
    links: Annotated[list[Link], Field(max_length=100)] = Field(default=[])
    """How a person can be linked with the conduct; a regime's own of the same id replaces one."""
    actors: Annotated[list[Actor], Field(max_length=50)] = Field(default=[])
    """Which actors are reached; a regime's own word on the same actor replaces one."""
    proof: Annotated[list[ProofStandard], Field(max_length=20)] = Field(default=[])
    """The standard of proof; a regime's own of the same id replaces one."""
    decision_makers: Annotated[list[DecisionMaker], Field(max_length=20)] = Field(default=[])
    """Who decides; a regime's own of the same name replaces one."""
    measures: Annotated[list[AllowedMeasure], Field(max_length=30)] = Field(default=[])
    """Which measures can be taken; a regime's own of the same kind replaces one."""
    rules: Annotated[list[LegalRule], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """What else the law says; a regime's own of the same id replaces one."""
    calendar: Annotated[list[CalendarDay], Field(max_length=100)] = Field(default=[])
    """Days that the law fixes; a regime's own of the same id replaces one."""
    positions: Annotated[list[Position], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """Where this law stands on a standard; a regime's own on the same standard replaces one."""
    criteria: Annotated[list[Criterion], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """What is asked of a dossier. A provision may name an instrument that only the regimes define; a regime's own
    criterion of the same id replaces one."""


class Standard(Part):
    """A norm that regimes can share: the row of every comparison."""

    id: Identifier
    """Its id; it never changes."""
    title: Text
    """Its name in plain words."""
    family: Family
    """The family to which it belongs."""
    asks: Text
    """What it asks for."""
    why: Text
    """Why it matters, in plain language."""
    sources: Annotated[list[Text], Field(min_length=1, max_length=20)]
    """The norms on which it rests."""
    verified: Verified
    """How surely we know those sources: text, knowledge or uncertain."""
    aliases: Annotated[list[Identifier], Field(max_length=10)] = Field(default=[])
    """Ids that it had before."""
    compared: Comparison = Comparison()
    """How the regimes' positions on it are ordered."""


class Standards(Part):
    """The shared list of standards."""

    format: Literal["standards/1"]
    """The version of this format: `standards/1`."""
    standards: Annotated[list[Standard], Field(min_length=1, max_length=500)]
    """The standards, family by family."""
