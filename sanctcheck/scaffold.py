"""A first dossier for a regime: the least that can be read, and everything else as comments to be filled in."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from sanctcheck.law.time import citation, in_force
from sanctcheck.reading.document import Flaw, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sanctcheck.law.load import Law
    from sanctcheck.law.model import ConductLimb, Criterion, Link, Regime
    from sanctcheck.reading.document import Document
    from sanctcheck.terms import Family

SCHEMA_FILE = "dossier.schema.json"
_TO_FILL = "‹"

_HEAD = """\
# yaml-language-server: $schema={schema}
##
## A dossier for {id}: {name} ({jurisdiction}).
##
## Replace what stands in ‹ ›. Take away “# ” from the lines that you need, and write your own facts; lines with ## are
## for reading. What you do not know you leave out, or say so (born: unknown, day: about 2019-05). Then run
##
##   sanctcheck validate THIS-FILE
##   sanctcheck explain {id}              what may be listed for what, and everything that is asked
##   sanctcheck explain {id}:CRITERION    one thing that is asked, with an example
##
## Days: 2024-03-01, 2024-03, 2024, about 2024-03, before 2024, unknown. Put numbers of documents in quotation marks.

format: dossier/1
id: {id}-1
# title: ‹a title for people›
# prepared_by: ‹the authority or organisation›

act:
  kind: initial-designation       # or renewal, redesignation, variation, refusal-to-remove, removal
  status: proposed                # or adopted
  # day: {day}
  # urgency: ‹why the target is not heard before the act, such as a surprise effect›
"""

_TARGET = """\
target:
  type: person                    # or entity, vessel, aircraft, other
  names:
    - {name: ‹name in full›, script: Latn}
    # - {name: ‹the name in its own script›, script: Cyrl, kind: alias}
  # born: ‹1975-03›
  # nationalities: [‹XX›]
  # identifiers:
  #   - {kind: passport, number: "‹0123456›", country: ‹XX›}
  # posts:
  #   - title: ‹the post›
  #     organisation: ‹the body›
  #     public_office: true
  #     held: {since: ‹2018›}     # add until: once it has ended
  #     exhibits: [E1]
  # relationships: []             # ties to others, with their basis, where something rests on them
  # told_apart_from:
  #   - {name: ‹somebody of the same name›, difference: ‹what tells the two apart›}
"""

_URGENT = """\
    # procedure: standard           # or urgent; then also the next two
    # urgent_because: ‹why the public interest calls for the urgent procedure›
    # corresponding_listing: ‹the provision of the other State under which the target is listed›
"""

_ALLEGATIONS = """\
# allegations:
#   - id: A1
#     summary: ‹what the target did, in a sentence that can be answered›
#     conduct: ‹{word}›  # {words}
#     basis: own-conduct            # or command, support, post, ownership, control, acting-for, association, kinship ...
#     role: ‹ordered it›
#     period: {{since: ‹2019-05-03›, until: ‹2019-05-05›}}
#     place: ‹where›
#     country: ‹XX›
#     victims:
#       - {{description: ‹who they are as far as it may be said›, number: 2}}
#     elements:                     # one line for each; the ids are listed under legal_basis above
#       - {{element: ‹act›, shown: ‹how the facts meet it›, exhibits: [E1, E2]}}
"""

_EXHIBITS = """\
# exhibits:
#   - id: E1
#     title: ‹what it is›
#     kind: ‹witness-statement›     # or official-record, court-decision, ngo-report, press-report, medical-report ...
#     publisher: ‹who issued it›
#     published: ‹2019-06-01›
#     covers: {since: ‹2019-05›, until: ‹2019-05›}
#     obtained: ‹2026-01-10›
#     obtained_by: ‹a role is enough›
#     origin: ‹S1›                  # exhibits that go back to one source share its origin
#     directness: first-hand        # or second-hand, hearsay, belief
#     grade: B2                     # Admiralty: source A to F, information 1 to 6
#     bearing: for                  # or against, both; then add answer: how it was weighed
#     seen_by_decision_maker: true
#     producible: full              # or redacted, summary, no
##     the level of handling is public, official, restricted or protected; above official add because:
#     handling: {level: official}
#     disclosure: {extent: not-yet}
"""

_PROCESS = """\
# process:                          # the log: every step with its day, by whom, and what shows it
#   - {event: proposed, day: ‹2026-01-05›, by: ‹who›}
#   - {event: identity-checked, day: ‹2026-01-08›, by: ‹who›}
#   - {event: own-assessment, day: ‹2026-01-20›, by: ‹who (not the proposer)›}
#   - {event: evidence-reviewed, day: ‹2026-01-25›, by: ‹who›, note: ‹also for what speaks against›}
#   - {event: legal-review, day: ‹2026-02-01›, by: ‹who›}
#   - {event: decided, day: ‹2026-02-20›, by: ‹who›, note: ‹record of the decision›}
#   - {event: designated, day: ‹2026-03-01›, by: ‹who›}
#   - {event: published, day: ‹2026-03-01›, means: ‹where›}
#   - {event: notified, day: ‹2026-03-02›, to: the target, means: ‹by letter›}
#   - {event: reasons-given, day: ‹2026-03-02›, to: the target}
#   - {event: representations-invited, day: ‹2026-03-02›, due: ‹2026-04-02›}
"""

_REASONS = """\
# statement_of_reasons:
#   day: ‹2026-03-01›
#   individual: true
#   points:
#     - {allegation: A1, text: "‹the act, the time, the place, the part they played›"}
#   withheld: []                    # what was left out, with because and ground
"""

_DELISTING = """\
# delisting:
#   conditions:
#     - text: ‹what has to be so, in words that the target can act on›
#       ground: ‹changed-conduct›   # or mistaken-identity, insufficient-basis, prosecuted, remedied, left-post ...
#       observable_by: ‹what would show it, and who can see that›
#       norm: ‹the human-rights norm, for example CAT arts 12 to 14›
#       allegations: [A1]
#   body: ‹who decides on a request›
#   contact: ‹where it is sent›
#   who_may_ask: [the target, ‹a representative›]
#   time_to_answer: {number: 90, unit: days}
#   independent_reviewer: {body: ‹who›, how: ‹how it is reached›}
#   court: {court: ‹which›}
#   told_to_target: true
# review:
#   interval: {number: 12, unit: months}
#   next_due: ‹2027-03-01›
"""

_PROPORTIONALITY = """\
# measures:
{measures}
# exemptions:
#   - {{kind: basic-needs, how: ‹from whom and under which provision›}}
#   - {{kind: legal-fees, how: ‹from whom and under which provision›}}
# proportionality:
#   aim: ‹the aim›
#   rational_connection: ‹how listing this target serves it›
#   effects:
#     - {{on: family, text: ‹what is known of it›, mitigated_by: ‹what softens it›}}
#   alternatives:
#     - {{measure: ‹a milder course›, rejected_because: ‹why it would not do›}}
#   balance: ‹why the effects are justified›
# comparators:
#   - {{who: ‹somebody in a like position›, listed: false, difference: ‹why›}}
"""


def scaffold(law: Law, regime_id: str, day: date) -> str:
    """A first dossier for a regime as its law stands on a day.

    Raises:
        UsageError: there is no such regime.
        LawError: its criteria cannot be used.
    """
    return "".join(_parts(law, law.regime(regime_id).regime, day))


def _parts(law: Law, regime: Regime, day: date) -> Iterator[str]:
    criteria = in_force(regime.criteria, regime, day)

    def asked(title: str, *families: Family) -> str:
        found = [each for each in criteria if law.standards[each.standard].family in families]
        return _section(title, regime, found)

    yield _HEAD.format(
        schema=SCHEMA_FILE,
        id=regime.id,
        name=regime.name,
        jurisdiction=regime.jurisdiction,
        day=day.isoformat(),
    )
    yield asked("Who", "identity") + _TARGET
    yield asked("The law", "legality") + "".join(_legal_basis(regime, day))
    yield asked("What is alleged") + _allegations(regime, day)
    yield asked("The evidence, for and against", "evidence", "confidentiality") + _EXHIBITS
    yield asked("The process", "due-process", "accountability") + _PROCESS + "\n" + _REASONS
    yield asked("The way off the list", "delisting") + _DELISTING
    measures = in_force(regime.measures, regime, day)
    lines = (
        "\n".join(f"#   - {{kind: {measure.kind}}}" for measure in measures) or "#   - {kind: asset-freeze}"
    )
    yield asked("Measures, exemptions, proportion", "proportionality") + _PROPORTIONALITY.format(
        measures=lines
    )


def _section(title: str, regime: Regime, criteria: Iterable[Criterion]) -> str:
    lines = ["", f"## ---- {title} " + "-" * (69 - len(title))]
    lines += [line for each in criteria for line in _comment(f"{regime.id}:{each.id}  {each.title}")]
    return "\n".join(lines) + "\n"


def _comment(text: str, indent: str = "##   ") -> list[str]:
    return textwrap.wrap(
        text, 110, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False
    )


def _legal_basis(regime: Regime, day: date) -> Iterator[str]:
    limbs, links = in_force(regime.conduct, regime, day), in_force(regime.links, regime, day)
    yield f"legal_basis:\n  - regime: {regime.id}\n"
    instrument = next(iter(regime.instruments.values()))
    yield f"    # instrument: ‹{instrument.citation}, and the provision›\n"
    yield "    # grounds:\n"
    yield f"    #   - conduct: {limbs[0].id if limbs else '‹which›'}\n"
    yield f"    #     link: {links[0].id if links else '‹which›'}\n"
    yield "    #     allegations: [A1]\n"
    for title, parts in (("conduct", limbs), ("link", links)):
        yield f"    ##   {title}, each with the elements that have to be shown:\n"
        for part in parts:
            yield "\n".join(_comment(_choice(part, regime), "    ##     ")) + "\n"
    proof = next(iter(in_force(regime.proof, regime, day)), None)
    yield f"    # standard_of_proof: {proof.term if proof else '‹which›'}\n"
    yield "    # standard_met_because: ‹why the material reaches it›\n"
    maker = next(iter(in_force(regime.decision_makers, regime, day)), None)
    yield f"    # decision_maker: {_plain(maker.who) if maker else '‹who›'}\n"
    yield "    # discretion: ‹the factors for and against that were weighed›\n"
    yield _urgent(regime, day)
    if regime.nexus:
        yield "    # nexus: ‹the connection that the regime asks for, and what shows it›\n"


def _plain(text: str) -> str:
    return f'"{text}"' if any(mark in text for mark in ":#,\"'[]{}") else text


def _choice(part: ConductLimb | Link, regime: Regime) -> str:
    elements = ", ".join(element.id for element in part.elements) or "none of its own"
    return f"{part.id}: {part.title} ({citation(part.provision, regime)}). Elements: {elements}."


def _urgent(regime: Regime, day: date) -> str:
    """The fields of the urgent procedure, where the regime knows one."""
    criteria = in_force(regime.criteria, regime, day)
    known = any(each.applies and each.applies.procedure == "urgent" for each in criteria)
    return _URGENT if known else ""


def _allegations(regime: Regime, day: date) -> str:
    """The allegation; its example of conduct is of the limb that the first ground names."""
    words = [word for limb in in_force(regime.conduct, regime, day) for word in limb.conduct]
    return _ALLEGATIONS.format(word=next(iter(words), "which"), words=", ".join(dict.fromkeys(words)))


def unfilled(document: Document) -> Iterator[Flaw]:
    """Each ‹…› of the scaffold that nobody has replaced; comments do not count."""
    if _TO_FILL not in document.text:
        return
    for number, line in enumerate(document.lines(), start=1):
        written = line.partition(" #")[0] if not line.lstrip().startswith("#") else ""
        start = written.find(_TO_FILL)
        if start >= 0:
            end = written.find("›", start) + 1 or len(written)
            place = Place(number, start + 1, number, end + 1)
            yield Flaw(
                "to-fill-in", "This is still to be filled in: write the fact, or delete the line.", place
            )
