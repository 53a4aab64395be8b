"""A dossier: one proposed or made designation, with its evidence, law, process, and the way off the list.

The models are the one definition of the format. What a lawyer has not written is absent, never guessed: nearly every
field may be left out, and the criteria say which of them a regime asks for.
"""

from typing import Annotated, Literal

from pydantic import Field

from sanctcheck.dossier.acceptance import AcceptedGap, Handling
from sanctcheck.dossier.redacted import Redaction
from sanctcheck.dossier.vocabulary import (
    ActKind,
    Basis,
    Bearing,
    ConditionGround,
    Conduct,
    DecisionKind,
    Directness,
    DisclosureExtent,
    ExemptionKind,
    ExhibitKind,
    MeasureKind,
    NameKind,
    ProcessStep,
    Producible,
    Standing,
    TargetType,
)
from sanctcheck.reading.model import (
    MAX_ITEMS,
    Count,
    Country,
    Grade,
    Identifier,
    MediaType,
    Name,
    Part,
    Sha256,
    Share,
    StatedDayText,
    Text,
    Url,
)

FORMAT = "dossier/1"
"""The first line of every dossier; the number rises when an older dossier would be read differently."""

Ids = Annotated[list[Identifier], Field(max_length=MAX_ITEMS)]
Names = Annotated[list[Name], Field(max_length=MAX_ITEMS)]
Texts = Annotated[list[Text], Field(max_length=MAX_ITEMS)]
Secrets = Annotated[list[Name], Field(max_length=200)]


class PartHandling(Handling):
    """Who may see a part of the dossier, why, and whom that protects."""

    releasable_to: Annotated[list[Country], Field(max_length=100)] = Field(default=[])
    """The States to which it may be released: [GB, CA]. Where official material names some, it goes to no other."""
    gist: Text | None = None
    """What somebody who may not see it is told in its place; so it holds nothing that gives anybody away."""
    role: Name | None = None
    """What stands for whoever is protected by it, where a name has to be replaced: a former detainee."""
    names: Secrets = Field(default=[])
    """Names of those whom it protects, with aliases and other spellings: they may stand in no part that more may see."""
    details: Secrets = Field(default=[])
    """What would give them away as surely: a phone or document number, an address, a post that one person holds."""


class Period(Part):
    """A stretch of time; leave out an end that is open or not known."""

    since: StatedDayText | None = None
    """The first day: `2019-05-03`, `2019-05`, `2019`, `about 2019-05`, `unknown`."""
    until: StatedDayText | None = None
    """The last day; leave it out while it goes on."""


class TargetName(Part):
    """One name of the target, as it is written in one script."""

    name: Name
    """The name in full, in its own order and script."""
    script: Name | None = None
    """ISO 15924 code of the script, for example Latn, Cyrl, Arab, Hans."""
    kind: NameKind = "primary"
    """primary, alias, weak-alias (many people use it), former, maiden, transliteration or nom-de-guerre."""
    language: Name | None = None
    """The language, where it decides how the name is read."""
    exhibits: Ids = Field(default=[])
    """Exhibits that show that the target bears this name."""


class TargetIdentifier(Part):
    """A number or mark that tells the target from everyone else."""

    kind: Name
    """What it is: passport, national id, tax number, company register number, IMO number."""
    number: Name
    """The number as it is printed; put it in quotation marks."""
    country: Country | None = None
    """The issuing country (ISO 3166-1, two letters)."""
    issued: StatedDayText | None = None
    """The day of issue."""
    expires: StatedDayText | None = None
    """The day on which it expires."""


class Post(Part):
    """An office, rank or function of the target."""

    title: Name
    """The title of the post."""
    organisation: Name | None = None
    """The body in which it is held."""
    country: Country | None = None
    """The country of that body."""
    public_office: bool | None = None
    """Whether it is a public office, so that its holder is a public official."""
    held: Period | None = None
    """From when to when; leave `until` out while it is held."""
    exhibits: Ids = Field(default=[])
    """Exhibits that show it."""


class Relationship(Part):
    """A tie between the target and another person or entity on which something in the dossier rests."""

    id: Identifier | None = None
    """A short id, if an allegation refers to it."""
    to: Name
    """The other person or entity."""
    kind: Literal[
        "kinship", "marriage", "ownership", "control", "business", "association", "employment", "agency"
    ]
    """What ties them."""
    basis: Text | None = None
    """What the tie consists of, beyond its name: a joint business, a gift, an order given."""
    share: Share | None = None
    """The share held, in per cent, where it is ownership."""
    period: Period | None = None
    """From when to when."""
    standing: Standing | None = None
    """Whether it is current or past on the day of the act."""
    listed: bool | None = None
    """Whether the other is listed under the same regime on the day of the act."""
    responsible: bool | None = None
    """Whether the other is said to be responsible for conduct that the regime covers."""
    beyond_kinship: Text | None = None
    """For kinship and marriage: the economic or functional link beyond it, if there is one."""
    exhibits: Ids = Field(default=[])
    """Exhibits that show it."""
    handling: PartHandling | None = None
    """Who may see this."""


class Lookalike(Part):
    """Somebody with a similar name who is not the target."""

    name: Name
    """The other's name."""
    difference: Text
    """What tells the two apart: a birth date, a passport, a country."""
    exhibits: Ids = Field(default=[])
    """Exhibits that show the difference."""
    handling: PartHandling | None = None
    """Who may see this."""


class Target(Part):
    """The person or entity that the dossier is about."""

    type: TargetType
    """person, entity (company, body, group), vessel, aircraft, or other."""
    names: Annotated[list[TargetName], Field(min_length=1, max_length=200)]
    """Every name known, the main one first."""
    born: StatedDayText | None = None
    """Birth date of a person: whole or partial."""
    died: StatedDayText | None = None
    """Day of death of a person, or of dissolution of an entity."""
    birthplace: Name | None = None
    """Place of birth."""
    gender: Name | None = None
    """Gender as stated in the sources."""
    nationalities: Annotated[list[Country], Field(max_length=20)] = Field(default=[])
    """Nationalities of a person (ISO 3166-1, two letters)."""
    incorporated_in: Country | None = None
    """Country of incorporation or seat of an entity."""
    address: Text | None = None
    """The last known address."""
    address_known: bool | None = None
    """Whether an address is known at which the target can be told of the act."""
    residence: Country | None = None
    """Country of residence."""
    identifiers: Annotated[list[TargetIdentifier], Field(max_length=200)] = Field(default=[])
    """Passports, identity and register numbers."""
    posts: Annotated[list[Post], Field(max_length=200)] = Field(default=[])
    """Offices and functions with dates."""
    relationships: Annotated[list[Relationship], Field(max_length=500)] = Field(default=[])
    """Ties to others on which something in the dossier rests."""
    told_apart_from: Annotated[list[Lookalike], Field(max_length=200)] = Field(default=[])
    """People or entities of a similar name who are not the target."""
    handling: PartHandling | None = None
    """Who may see the particulars of the target."""


class Act(Part):
    """The act that the dossier is for: the decision that is prepared, or that was taken."""

    kind: ActKind
    """initial-designation, renewal, redesignation, variation, refusal-to-remove or removal."""
    status: Literal["proposed", "adopted"]
    """proposed while it is prepared; adopted once the decision is taken."""
    day: StatedDayText | None = None
    """The day of the act; for a proposal, the day for which it is planned."""
    effective: StatedDayText | None = None
    """The day from which it has effect, where that is another."""
    urgency: Text | None = None
    """Why the target is not heard before the act, or why it is urgent: surprise effect, flight of assets."""


class Ground(Part):
    """One listing ground relied on under a regime: which conduct, by which link, on which allegations."""

    conduct: Identifier
    """Id of the conduct limb in the regime's criteria (see `sanctcheck explain REGIME`)."""
    link: Identifier
    """Id of the link between the target and that conduct in the regime's criteria."""
    allegations: Ids = Field(default=[])
    """The allegations that carry this ground."""
    criterion_text: Text | None = None
    """The wording of the criterion as it was applied."""
    criterion_day: StatedDayText | None = None
    """The day of the version of that wording."""


class PriorDecision(Part):
    """A decision of a court or authority that the legal basis requires, or that the listing relies on."""

    authority: Name
    """The court or authority."""
    country: Country | None = None
    """Its country."""
    kind: DecisionKind
    """What it decided on: an investigation, a prosecution, a conviction, an asylum claim."""
    day: StatedDayText | None = None
    """The day of the decision."""
    in_force: bool | None = None
    """Whether it still stands on the day of the act."""
    exhibit: Identifier | None = None
    """The exhibit that holds it."""


class LegalBasis(Part):
    """The power relied on under one regime, and how it was applied."""

    regime: Identifier
    """Id of the regime, for example gb-ghr."""
    instrument: Text | None = None
    """The instrument and provision under which the act is done."""
    grounds: Annotated[list[Ground], Field(max_length=100)] = Field(default=[])
    """The listing grounds relied on."""
    standard_of_proof: Text | None = None
    """The standard that was applied, in the regime's own words."""
    standard_met_because: Text | None = None
    """Why the material reaches that standard."""
    decision_maker: Name | None = None
    """Who takes the decision."""
    procedure: Literal["standard", "urgent"] | None = None
    """standard or urgent, where the regime knows both."""
    urgent_because: Text | None = None
    """Why the urgent procedure is in the public interest."""
    corresponding_listing: Text | None = None
    """For the urgent procedure: the provision of the other State under which the target is listed."""
    prior_decisions: Annotated[list[PriorDecision], Field(max_length=100)] = Field(default=[])
    """Decisions that the legal basis requires, or that the listing relies on."""
    presumption: Text | None = None
    """A legal presumption on which the listing rests, if it does."""
    presumption_rebuttal: Text | None = None
    """What the target put against the presumption, and how it was assessed."""
    discretion: Text | None = None
    """Why the power was used in this case: the factors for and against that were weighed."""
    nexus: Text | None = None
    """The connection that the regime asks for (territory, nationality, property), and what shows it."""
    handling: PartHandling | None = None
    """Who may see this."""


class ElementShown(Part):
    """One element of the criterion, and the exhibits that carry it."""

    element: Identifier
    """Id of the element (see `sanctcheck explain REGIME`), for example severity."""
    regime: Identifier | None = None
    """The regime for which this holds; leave it out where it holds for each."""
    shown: Text | None = None
    """How the facts meet the element, in a sentence or two."""
    exhibits: Ids = Field(default=[])
    """The exhibits that carry it."""
    handling: PartHandling | None = None
    """Who may see this."""


class Victim(Part):
    """A victim of the act alleged, or a group of them."""

    description: Text
    """Who they are, as far as it may be said."""
    number: Count | None = None
    """How many, where it is a group."""
    activity: Text | None = None
    """What they did that drew the abuse: journalism, exposing corruption, defending rights."""
    country: Country | None = None
    """The country in which it was done to them."""
    consent: Text | None = None
    """Whether and how they agreed to the use of what they told."""
    handling: PartHandling | None = None
    """Who may see this."""


class Allegation(Part):
    """One act alleged against the target."""

    id: Identifier
    """A short id, for example A1."""
    summary: Text
    """What the target did, in a sentence that can be answered."""
    conduct: Conduct
    """What was done, in the shared words; each regime says which of them it covers."""
    basis: Basis = "own-conduct"
    """Why it is laid at the target's door: own-conduct, command, support, post, ownership, kinship."""
    role: Text | None = None
    """The target's part in it: ordered, carried out, financed."""
    period: Period | None = None
    """When it was done."""
    place: Text | None = None
    """Where it was done."""
    country: Country | None = None
    """The country where it was done."""
    counterparties: Names = Field(default=[])
    """Others involved, by name."""
    relationship: Identifier | None = None
    """The relationship of the target on which this rests, where it rests on one."""
    victims: Annotated[list[Victim], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """Those who suffered it."""
    standing: Standing | None = None
    """Whether the post, shareholding or tie relied on is current or past on the day of the act."""
    elements: Annotated[list[ElementShown], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """Each element of the criterion, and the exhibits that carry it."""
    handling: PartHandling | None = None
    """Who may see this."""


class Disclosure(Part):
    """Whether and how an exhibit was given to the target."""

    extent: DisclosureExtent
    """full, redacted, summary, withheld or not-yet."""
    day: StatedDayText | None = None
    """The day on which it was given."""
    because: Text | None = None
    """Why it was redacted, summarised or withheld."""
    summary: Text | None = None
    """The summary or gist that the target was given."""


class DefenceRights(Part):
    """What was checked about the proceedings behind a decision of another State."""

    checked: Text | None = None
    """What was looked at: access to a lawyer, to the file, to an independent court."""
    day: StatedDayText | None = None
    """When it was checked."""
    respected: bool | None = None
    """Whether the rights of defence and effective judicial protection were respected."""
    stated_in_reasons: bool | None = None
    """Whether the statement of reasons says so."""


class ForeignDecision(Part):
    """A decision, proceeding or listing of another State or body that an exhibit records."""

    authority: Name
    """The court, prosecutor, ministry or committee."""
    country: Country | None = None
    """Its country."""
    kind: DecisionKind
    """What it decided on."""
    day: StatedDayText | None = None
    """The day of the decision."""
    stage: Text | None = None
    """The stage that the proceeding had reached on the day of the act."""
    defence_rights: DefenceRights | None = None
    """What was checked about the proceedings behind it."""


class Custody(Part):
    """One step in the chain of custody of an exhibit."""

    day: StatedDayText
    """When it changed hands or was copied."""
    holder: Name
    """Who held it from then on (a role is enough)."""
    received_from: Name | None = None
    """From whom the holder had it, where it changed hands; at the first step, where it came from."""
    action: Text | None = None
    """What was done with it: collected, copied, sealed."""
    tool: Name | None = None
    """The program with which it was done, and its version."""
    sha256: Sha256 | None = None
    """Its SHA-256 at that moment."""
    handling: PartHandling | None = None
    """Who may see this."""
    changed_because: Text | None = None
    """Why its SHA-256 is another than at the step before: converted, redacted, cut."""


class Exhibit(Part):
    """One item of evidence, with its provenance, grade and handling."""

    id: Identifier
    """A short id, for example E1."""
    title: Text
    """What it is, as a list of exhibits would call it."""
    kind: ExhibitKind
    """What sort of item it is."""
    publisher: Name | None = None
    """Who published or issued it."""
    author: Name | None = None
    """Who made it, where that is another."""
    published: StatedDayText | None = None
    """When it was published or made."""
    covers: Period | None = None
    """The time that it speaks about."""
    obtained: StatedDayText | None = None
    """When the authority obtained it."""
    obtained_by: Name | None = None
    """Who obtained it (a role is enough), and with which tool."""
    origin: Identifier | None = None
    """The first source it goes back to; exhibits of one origin count as one source."""
    cites: Ids = Field(default=[])
    """Other exhibits that it draws on."""
    directness: Directness | None = None
    """first-hand, second-hand, hearsay or belief."""
    grade: Grade | None = None
    """Admiralty grade: reliability of the source A to F, credibility of the information 1 to 6, for example B2."""
    bearing: Bearing = "for"
    """Whether it speaks for the allegations, against them, or both."""
    answer: Text | None = None
    """For what speaks against: how it was weighed, and why the allegation stands nonetheless."""
    seen_by_decision_maker: bool | None = None
    """Whether the deciding body had it before it, and not only whoever proposed the listing."""
    producible: Producible | None = None
    """Whether it can be produced to a court: full, redacted, summary, or no."""
    foreign_decision: ForeignDecision | None = None
    """The decision of another State or body that it records, if it does."""
    handling: PartHandling | None = None
    """Who may see it."""
    disclosure: Disclosure | None = None
    """Whether and how it was given to the target."""
    file: Text | None = None
    """The file beside the dossier, as a path below the dossier's folder."""
    url: Url | None = None
    """Where it was published (http or https)."""
    archived: Url | None = None
    """An archived copy."""
    sha256: Sha256 | None = None
    """SHA-256 of the file."""
    size: Count | None = None
    """Size of the file in bytes."""
    media_type: MediaType | None = None
    """What sort of file it is: application/pdf, image/jpeg."""
    custody: Annotated[list[Custody], Field(max_length=500)] = Field(default=[])
    """Who held it, from the first holder on."""


class Event(Part):
    """One dated step of the process."""

    event: ProcessStep
    """What was done."""
    id: Identifier | None = None
    """A short id, if another step answers this one."""
    day: StatedDayText | None = None
    """When: a day, a partial day, or a time with its zone."""
    regime: Identifier | None = None
    """The regime under which it was done; leave it out where it counts for each."""
    by: Name | None = None
    """Who did it (a role is enough)."""
    to: Name | None = None
    """To whom it was addressed."""
    bodies: Names = Field(default=[])
    """For consulted, approved: the bodies that took part."""
    means: Text | None = None
    """How: by letter, by publication of a notice, in the Official Journal."""
    answers: Identifier | None = None
    """Id of the step that this one answers."""
    due: StatedDayText | None = None
    """For an invitation or a review: the last day."""
    exhibit: Identifier | None = None
    """The exhibit or document that shows it."""
    exhibits: Ids = Field(default=[])
    """Exhibits that it concerns: what was disclosed, what is new."""
    not_possible_because: Text | None = None
    """Why a step that is asked for could not be taken or was put off."""
    addressed: Annotated[list[Identifier], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """For a review or an answer: ids of the changes, submissions and rulings that it dealt with."""
    outcome: Text | None = None
    """What came of it."""
    note: Text | None = None
    """Anything else that matters about it."""
    handling: PartHandling | None = None
    """Who may see this."""


class ReasonPoint(Part):
    """One reason, tied to an allegation."""

    allegation: Identifier
    """The allegation that it states."""
    text: Text
    """The reason as it is given to the target: the act, the time, the place, the part they played."""
    handling: PartHandling | None = None
    """Who may see this."""


class WithheldReason(Part):
    """A matter left out of the statement of reasons."""

    because: Text
    """The ground that the law allows for leaving it out, and why it applies."""
    ground: Literal[
        "national-security", "international-relations", "serious-crime", "interests-of-justice", "other"
    ]
    """Which of the recognised grounds it is."""
    gist_given: bool | None = None
    """Whether the target was given the gist of it."""
    handling: PartHandling | None = None
    """Who may see this."""


class StatementOfReasons(Part):
    """The reasons as they are given to the target."""

    day: StatedDayText | None = None
    """The day of the statement."""
    individual: bool | None = None
    """Whether it speaks of this target alone, and not of a class."""
    text: Text | None = None
    """The reasons in full, where they are not split into points."""
    points: Annotated[list[ReasonPoint], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """The reasons one by one, each tied to an allegation."""
    defence_rights: Text | None = None
    """The sentence that says how defence rights were respected in another State's proceedings relied on."""
    withheld: Annotated[list[WithheldReason], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """What was left out, and why the law allows it."""
    handling: PartHandling | None = None
    """Who may see this."""


class StatedFact(Part):
    """A fact stated about the target that can be checked: a share, a post, a founder, a date."""

    claim: Text
    """The fact, in one sentence."""
    as_of: StatedDayText | None = None
    """The day for which it is stated."""
    exhibits: Ids = Field(default=[])
    """Exhibits that show it."""
    checked: bool | None = None
    """Whether it was checked against its source."""
    correct: bool | None = None
    """What the check showed."""
    handling: PartHandling | None = None
    """Who may see this."""


class Duration(Part):
    """A period, in days, months or years."""

    number: Count
    """How many."""
    unit: Literal["days", "months", "years"]
    """days, months or years, counted by the calendar."""


class Condition(Part):
    """One condition on which the listing would be lifted."""

    id: Identifier | None = None
    """A short id, for example C1."""
    text: Text
    """What has to be so, in words that the target can act on."""
    ground: ConditionGround | None = None
    """The kind of ground."""
    observable_by: Text | None = None
    """What would show it, and who can see that: a judgment, a register entry, a report."""
    norm: Text | None = None
    """The human-rights norm to which it is tied, for example CAT arts. 12-14."""
    allegations: Ids = Field(default=[])
    """The allegations that it answers."""


class CourtRoute(Part):
    """The way to a court."""

    court: Name
    """The court."""
    time_limit: Duration | None = None
    """How long the target has."""
    note: Text | None = None
    """What has to be done first, or from when the time runs."""


class IndependentReviewer(Part):
    """A body outside the deciding authority that can look at the merits."""

    body: Name
    """The body, for example an ombudsperson."""
    how: Text | None = None
    """How it is reached."""
    sees_file: bool | None = None
    """Whether it sees the whole file, also what the target may not see."""
    can_lift: bool | None = None
    """Whether it can have the listing lifted, or only recommend it."""


class Delisting(Part):
    """What would lift the listing, and the way there."""

    conditions: Annotated[list[Condition], Field(max_length=200)] = Field(default=[])
    """The conditions, each of which can be observed."""
    body: Name | None = None
    """Who decides on a request."""
    contact: Text | None = None
    """Where a request is sent."""
    who_may_ask: Names = Field(default=[])
    """Who may ask: the target, a representative, an heir."""
    time_to_answer: Duration | None = None
    """How long the authority takes at most to answer."""
    time_to_answer_note: Text | None = None
    """What binds it where the law sets no number of days."""
    independent_reviewer: IndependentReviewer | None = None
    """A body outside the deciding authority that can look at the merits."""
    court: CourtRoute | None = None
    """The way to a court."""
    told_to_target: bool | None = None
    """Whether the target is told of all this with the notice."""


class Review(Part):
    """How the listing is reviewed while it lasts."""

    interval: Duration | None = None
    """At least how often it is reviewed."""
    next_due: StatedDayText | None = None
    """When the next review is due."""
    expires: StatedDayText | None = None
    """When the listing lapses unless it is renewed."""
    by: Name | None = None
    """Who reviews it."""


class Measure(Part):
    """One measure imposed on the target."""

    kind: MeasureKind
    """asset-freeze, making-available-ban, entry-ban, visa-ban, director-disqualification or other."""
    regime: Identifier | None = None
    """The regime that allows it; leave it out where it holds for each."""
    detail: Text | None = None
    """What it consists of."""
    authorisation: Text | None = None
    """The warrant or prior authorisation that it needed, and where it is; or why none is needed."""


class Exemption(Part):
    """An exemption, exception or licence that is open to the target or to others."""

    kind: ExemptionKind
    """What it is for."""
    how: Text | None = None
    """How it is obtained, from whom, and under which provision."""
    time_to_decide: Duration | None = None
    """How long a decision takes at most."""
    available: bool | None = None
    """Whether it can be had in practice."""


class Effect(Part):
    """An effect of the measures."""

    on: Literal[
        "home", "family", "income", "business", "health", "travel", "reputation", "third-parties", "other"
    ]
    """Whom or what it touches."""
    text: Text
    """What the effect is, as far as it is known."""
    mitigated_by: Text | None = None
    """What softens it."""


class Alternative(Part):
    """A milder course that was considered."""

    measure: Text
    """What else could have been done."""
    rejected_because: Text
    """Why it would not do."""


class Proportionality(Part):
    """Why the measures are not out of proportion to their aim."""

    aim: Text | None = None
    """The aim that the measures serve."""
    rational_connection: Text | None = None
    """How listing this target serves that aim."""
    effects: Annotated[list[Effect], Field(max_length=200)] = Field(default=[])
    """The likely effects on the target and on others."""
    alternatives: Annotated[list[Alternative], Field(max_length=200)] = Field(default=[])
    """Milder courses considered."""
    balance: Text | None = None
    """Why the effects are justified by the aim."""
    handling: PartHandling | None = None
    """Who may see this."""


class Comparator(Part):
    """Somebody in a like position."""

    who: Text
    """Who it is, or which group."""
    listed: bool
    """Whether they are listed under the same regime."""
    difference: Text | None = None
    """Why they are treated differently, where they are."""
    handling: PartHandling | None = None
    """Who may see this."""


class ProtectedPerson(Part):
    """Somebody who is named in no part that more may see, wherever in the dossier they appear."""

    id: Identifier | None = None
    """A short id, for example W1."""
    role: Name | None = None
    """What stands for them in a version for others: a former detainee."""
    names: Annotated[list[Name], Field(min_length=1, max_length=200)]
    """Their names, with aliases and other spellings."""
    details: Secrets = Field(default=[])
    """What would give them away as surely: a phone or document number, an address, a post that one person holds."""
    exhibits: Ids = Field(default=[])
    """Exhibits that come from them or speak of them."""
    handling: PartHandling
    """Who may know of them, and why."""


class Seal(Part):
    """What holds the files of the exhibits together: a list of their hashes, and who signed it."""

    manifest: Text
    """The file beside the dossier with the SHA-256 of each exhibit's file, in the form that sha256sum checks."""
    signature: Text | None = None
    """The file with the signature of the manifest, in the form that ssh-keygen makes and verifies."""
    day: StatedDayText | None = None
    """The day on which it was sealed."""


class Dossier(Part):
    """One proposed or made designation."""

    format: Literal["dossier/1"]
    """The version of this format: `dossier/1`."""
    id: Identifier
    """An id of the dossier, unique in its repository."""
    title: Text | None = None
    """A title for people."""
    prepared_by: Name | None = None
    """The authority or organisation that prepared it."""
    act: Act | None = None
    """The act that it is for."""
    target: Target
    """The person or entity that it is about."""
    legal_basis: Annotated[list[LegalBasis], Field(max_length=50)] = Field(default=[])
    """The power relied on, per regime."""
    allegations: Annotated[list[Allegation], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """The acts alleged."""
    exhibits: Annotated[list[Exhibit], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """The evidence, for and against."""
    stated_facts: Annotated[list[StatedFact], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """Facts stated about the target that can be checked."""
    process: Annotated[list[Event], Field(max_length=MAX_ITEMS)] = Field(default=[])
    """The log of the process: what was done, when, by whom."""
    statement_of_reasons: StatementOfReasons | None = None
    """The reasons as they are given to the target."""
    measures: Annotated[list[Measure], Field(max_length=50)] = Field(default=[])
    """The measures imposed."""
    exemptions: Annotated[list[Exemption], Field(max_length=100)] = Field(default=[])
    """Exemptions, exceptions and licences that are open."""
    proportionality: Proportionality | None = None
    """Why the measures are not out of proportion."""
    comparators: Annotated[list[Comparator], Field(max_length=500)] = Field(default=[])
    """People in a like position, listed or not."""
    delisting: Delisting | None = None
    """What would lift the listing, and the way there."""
    review: Review | None = None
    """How the listing is reviewed while it lasts."""
    seal: Seal | None = None
    """What holds the files of the exhibits together; `sanctcheck seal` writes it."""
    accepted_gaps: Annotated[list[AcceptedGap], Field(max_length=500)] = Field(default=[])
    """Gaps that somebody answers for, each with a reason and a last day."""
    protected_persons: Annotated[list[ProtectedPerson], Field(max_length=500)] = Field(default=[])
    """Those who are named in no part that more may see: witnesses, victims, go-betweens."""
    redaction: Redaction | None = None
    """Of a version for others: what was withheld from them. `sanctcheck redact` writes it."""
    handling: PartHandling | None = None
    """Who may see the dossier as a whole."""
