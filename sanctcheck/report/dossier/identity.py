"""Who is meant, who is not, and which listings came near, with what each score is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.dossier.bounds import cut_rows
from sanctcheck.report.dossier.document import NOTHING, Entry, Facts, Paragraph, Section, Table, facts, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.portrait.model import Identity, ListMatch, ListMatches
    from sanctcheck.report.dossier.document import Block
    from sanctcheck.report.dossier.told import Told
    from sanctcheck.report.dossier.words import Words


def sections(told: Told) -> Iterator[Section]:
    """The target, and the matches where lists were asked."""
    words, identity = told.words, told.portrait.identity
    blocks = tuple(_identity(identity)) if identity.is_shown else (Paragraph(words["identity_hidden"]),)
    yield Section("identity", words["identity"], blocks)
    if told.portrait.matches is not None:
        yield Section("matches", words["matches"], tuple(_matches(told.portrait.matches, words)), order=2)


def _identity(identity: Identity) -> Iterator[Block]:
    names = tuple(row(each.name, each.kind, each.script or NOTHING) for each in identity.names)
    yield Table("Names", ("Name", "Kind", "Script"), names, (6, 3, 2))
    if identity.particulars:
        yield Facts(tuple((what, (said,)) for what, said in identity.particulars))
    if identity.told_apart:
        others = tuple(row(name, difference) for name, difference in identity.told_apart)
        yield Table("Told apart from", ("Name", "What tells them apart"), cut_rows(others), (4, 7))


def _matches(found: ListMatches, words: Words) -> Iterator[Block]:
    yield Paragraph(words["matches_text"], "quiet")
    said = f"Looked for: {found.looked_for}."
    if found.protected:
        said += f" Not looked for, because the dossier protects them: {found.protected}."
    if found.withheld:
        said += f" Matches that readers of this report may not see: {found.withheld}."
    yield Paragraph(said)
    if not found.matches and not found.withheld:
        yield Paragraph(words["no_matches"])
    for number, match in enumerate(found.matches, 1):
        yield _match(match, number)


def _match(match: ListMatch, number: int) -> Entry:
    until = f", until {', '.join(match.removed_on)}" if match.removed_on else ""
    return Entry(
        name=f"match-{number}",
        label=f"Score {match.score:.2f}",
        title=f"{match.asked} ({match.role}) and {match.name}",
        tone="settled" if match.settled else "quiet",
        facts=facts(
            ("Listing", f"{match.list} {match.reference}"),
            ("Programme", "; ".join(match.programmes)),
            ("Listed", f"{', '.join(match.listed_on)}{until}"),
            ("Compared", f"{match.asked} with {match.matched}"),
            ("Score", tuple(f"{effect:+.1f}  {clause}" for clause, effect in match.parts)),
            ("Settled", match.settled),
        ),
    )
