"""The closed lists of words that a dossier uses, in the field's own terms, each with its meaning.

The meanings are shown by editors, by `explain` and in the reference.
"""

from __future__ import annotations

from typing import Literal

TargetType = Literal["person", "entity", "vessel", "aircraft", "other"]
NameKind = Literal["primary", "alias", "weak-alias", "former", "maiden", "transliteration", "nom-de-guerre"]

ActKind = Literal[
    "initial-designation", "renewal", "redesignation", "variation", "refusal-to-remove", "removal"
]
ACT_KIND = {
    "initial-designation": "the first listing of the target under the regime",
    "renewal": "a listing kept on after a review or by prolongation",
    "redesignation": "a new listing after an earlier one was annulled or lifted",
    "variation": "a change of the reasons, measures or particulars of a listing",
    "refusal-to-remove": "a request for removal is turned down",
    "removal": "the listing is lifted",
}

Conduct = Literal[
    "extrajudicial-killing",
    "torture",
    "ill-treatment",
    "slavery-or-forced-labour",
    "enforced-disappearance",
    "arbitrary-detention",
    "prolonged-detention-without-trial",
    "sexual-violence",
    "trafficking-in-persons",
    "genocide",
    "crime-against-humanity",
    "war-crime",
    "denial-of-assembly-or-association",
    "denial-of-expression",
    "denial-of-religion",
    "other-human-rights-abuse",
    "bribery",
    "misappropriation",
    "expropriation-for-gain",
    "corruption-in-contracts-or-resources",
    "transfer-of-corrupt-proceeds",
    "other-corruption",
    "terrorism",
    "proliferation",
    "undermining-territorial-integrity",
    "repression-of-civilians",
    "undermining-democracy",
    "obstructing-peace",
    "support-to-government",
    "circumvention",
    "other",
]
"""What was done, whatever a regime calls it; each regime's file says which of these its criteria cover."""

Basis = Literal[
    "own-conduct",
    "command",
    "support",
    "post",
    "ownership",
    "control",
    "acting-for",
    "membership",
    "association",
    "kinship",
    "benefit",
    "prior-decision",
]
BASIS = {
    "own-conduct": "the target did it, or ordered, planned or incited it",
    "command": "the target led or commanded those who did it, or failed to prevent or punish it",
    "support": "the target assisted, financed, supplied, facilitated or concealed it",
    "post": "the target holds or held a post, or belongs to a class, that the criterion names",
    "ownership": "the target is owned by, or owns, another listed or responsible person",
    "control": "the target is controlled by, or controls, another listed or responsible person",
    "acting-for": "the target acts for, or at the direction of, another listed or responsible person",
    "membership": "the target is a member of a listed or responsible group",
    "association": "the target is associated with another listed or responsible person",
    "kinship": "the target is a relative or spouse of another listed or responsible person",
    "benefit": "the target profits from the conduct or from those who did it",
    "prior-decision": "a decision of a court or authority about the target is the basis",
}

Standing = Literal["current", "past", "unknown"]

ExhibitKind = Literal[
    "witness-statement",
    "victim-statement",
    "official-record",
    "court-decision",
    "authority-decision",
    "third-state-decision",
    "third-state-listing",
    "un-report",
    "ngo-report",
    "press-report",
    "social-media",
    "photograph",
    "video",
    "audio",
    "satellite-image",
    "forensic-report",
    "medical-report",
    "financial-record",
    "corporate-record",
    "travel-record",
    "communication",
    "intelligence",
    "expert-opinion",
    "proposal",
    "target-submission",
    "other",
]
Directness = Literal["first-hand", "second-hand", "hearsay", "belief"]
DIRECTNESS = {
    "first-hand": "the source saw, heard or recorded it, or is the record of it",
    "second-hand": "the source was told by somebody who saw or heard it, and names them",
    "hearsay": "the source was told, and the first observer is unknown",
    "belief": "the source holds it to be so and gives no ground",
}
Bearing = Literal["for", "against", "both"]
HandlingLevel = Literal["public", "official", "restricted", "protected"]
HANDLING_LEVEL = {
    "public": "may be published",
    "official": "may be shared between authorities and given to the target",
    "restricted": "may be withheld from the target for the reason stated",
    "protected": "could endanger somebody; never shown in any output",
}
WithheldKind = Literal["part", "name", "field"]
WITHHELD_KIND = {
    "part": "a part as a whole: of it stand its id and, where one is given, its gist",
    "name": "a name or telling detail in a text, in the place of which stands a role",
    "field": "a field that cannot be given in part: a file, an address on the web, a list of people",
}
WithholdingRule = Literal["level", "releasability", "protected-name"]
WITHHOLDING_RULE = {
    "level": "the reader may see no material of this level",
    "releasability": "it may be released to named States alone, and the reader is none of them",
    "protected-name": "it names, or gives away, somebody who is protected",
}
GistGiven = Literal["given", "missing", "not-asked"]
GIST_GIVEN = {
    "given": "the gist stands in its place",
    "missing": "the law asks for the gist, and the dossier has none",
    "not-asked": "no law that the dossier names asks for one here, or the target has the material itself in part",
}
DisclosureExtent = Literal["full", "redacted", "summary", "withheld", "not-yet"]
Producible = Literal["full", "redacted", "summary", "no"]

ProcessStep = Literal[
    "proposed",
    "identity-checked",
    "own-assessment",
    "evidence-reviewed",
    "legal-review",
    "source-risk-assessed",
    "consulted",
    "approved",
    "decided",
    "designated",
    "certified",
    "published",
    "notified",
    "reasons-given",
    "disclosed",
    "representations-invited",
    "representations-received",
    "representations-answered",
    "new-evidence",
    "circumstances-changed",
    "review-due",
    "reviewed",
    "renewed",
    "removal-requested",
    "removal-decided",
    "challenged",
    "judgment",
    "reported",
    "authorised",
    "licence-requested",
    "licence-decided",
    "assurance-given",
    "varied",
    "revoked",
    "lapsed",
]
PROCESS_STEP = {
    "proposed": "somebody proposed the listing",
    "identity-checked": "the target was told apart from others of the same name",
    "own-assessment": "the deciding authority itself tested the proposal and the material",
    "evidence-reviewed": "the exhibits were gone through and graded",
    "legal-review": "a lawyer advised on the power, the criterion and the evidence",
    "source-risk-assessed": "the danger of disclosure to sources was assessed",
    "consulted": "another body was consulted; `bodies` names it",
    "approved": "a body whose approval is asked for gave it",
    "decided": "the decision-maker weighed whether to act, and decided",
    "designated": "the act took effect: the target is listed",
    "certified": "a certificate that the law asks for was given (urgent procedure)",
    "published": "the listing was published",
    "notified": "the target was told of the act",
    "reasons-given": "the statement of reasons was given to the target",
    "disclosed": "evidence, or a summary of it, was given to the target",
    "representations-invited": "the target was invited to make representations (observations)",
    "representations-received": "representations of the target arrived",
    "representations-answered": "they were answered",
    "new-evidence": "new evidence came to the file, for or against",
    "circumstances-changed": "something on which the listing rests changed",
    "review-due": "a review fell due",
    "reviewed": "the listing was reviewed",
    "renewed": "the listing was prolonged",
    "removal-requested": "the target or somebody for them asked for removal, variation or reconsideration",
    "removal-decided": "that request was decided, and the answer sent",
    "challenged": "the act was challenged in court or before a reviewer",
    "judgment": "a court or reviewer ruled",
    "reported": "a report or notice that the law asks for was made, as `to` names",
    "authorised": "a court or authority authorised the measure",
    "licence-requested": "an exemption or licence was asked for",
    "licence-decided": "that request was decided",
    "assurance-given": "the authority gave the target an assurance, or took a position",
    "varied": "the listing was varied",
    "revoked": "the listing was lifted",
    "lapsed": "the listing lapsed",
}

MeasureKind = Literal[
    "asset-freeze", "making-available-ban", "entry-ban", "visa-ban", "director-disqualification", "other"
]
ConditionGround = Literal[
    "mistaken-identity",
    "insufficient-basis",
    "prosecuted",
    "remedied",
    "changed-conduct",
    "left-post",
    "link-ended",
    "death-or-dissolution",
    "disproportionate",
    "public-interest",
    "other",
]
ExemptionKind = Literal[
    "basic-needs",
    "legal-fees",
    "extraordinary-expenses",
    "prior-judgments",
    "humanitarian-aid",
    "medical-care",
    "travel-to-proceedings",
    "family-unity",
    "international-obligations",
    "own-nationals",
    "other",
]
DecisionKind = Literal[
    "investigation",
    "prosecution",
    "conviction",
    "acquittal",
    "listing",
    "asylum",
    "administrative",
    "civil",
    "other",
]
