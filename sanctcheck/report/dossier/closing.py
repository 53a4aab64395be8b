"""The last pages: what somebody answers for, what was not judged, the law and lists used, and what the words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.dossier.bounds import cut_rows
from sanctcheck.report.dossier.document import NOTHING, Facts, Paragraph, Points, Section, Table, row
from sanctcheck.report.dossier.words import explained
from sanctcheck.report.limits import INTRODUCTION, SECTIONS
from sanctcheck.report.listed import count
from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.terms import OUTCOME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.report.dossier.document import Block
    from sanctcheck.report.dossier.told import Told


def accepted(told: Told) -> Section:
    """The gaps that somebody answers for, in the dossier or in a configuration."""
    words = told.words
    settled = [each for each in told.record.findings if each.settled is not None]
    rows = {
        (
            rule,
            each.settled.by or NOTHING,
            str(each.settled.until or NOTHING),
            each.settled.reason or "in the baseline",
            each.settled.where or NOTHING,
        )
        for each in settled
        if each.settled is not None
        for rule in [f"{each.regime}:{each.rule}" if each.regime else each.rule]
    }
    if not rows:
        return Section("accepted", words["accepted"], (Paragraph(words["none_accepted"]),))
    head = ("Gap", "By", "Until", "Reason", "Written in")
    table = Table(words["accepted"], head, cut_rows([row(*each) for each in sorted(rows)]), (3, 2, 2, 5, 3))
    return Section("accepted", words["accepted"], (Paragraph(words["accepted_text"], "quiet"), table))


def limits(told: Told) -> Iterator[Section]:
    """What was not judged of this dossier, and what no tool can judge."""
    yield Section("limits", told.words["limits"], (Paragraph(INTRODUCTION),), new_page=True)
    yield Section("limits-here", told.words["limits_here"], (Points(tuple(_of_this(told))),), order=2)
    for number, part in enumerate(SECTIONS, 1):
        blocks: list[Block] = [Paragraph(part.text)] if part.text else []
        if part.points:
            points = (" ".join(filter(None, (each.head, each.text))) for each in part.points)
            blocks.append(Points(tuple(points)))
        yield Section(f"limits-{number}", part.title, tuple(blocks), order=2)


def _of_this(told: Told) -> Iterator[str]:
    portrait, record = told.portrait, told.record
    uncertain = [each for under in record.under for each in under.criteria if each.verified == "uncertain"]
    known = [each for under in record.under for each in under.criteria if each.verified == "knowledge"]
    if known:
        yield (
            f"{count(len(known), 'criterion').replace('criterions', 'criteria')} rest on law that was not compared with"
            " its text; the mark [from knowledge] stands beside each."
        )
    if uncertain:
        yield (
            f"{count(len(uncertain), 'criterion').replace('criterions', 'criteria')} rest on law that is uncertain: confirm it first."
        )
    if portrait.matches is None:
        yield "Nobody named in the dossier was held against the published lists (--lists asks for it)."
    else:
        yield "The lists are as old as the snapshots named on the cover, and have errors of their own."
    files = [each for each in portrait.exhibits if each.is_shown]
    if files:
        yield (
            f"What the {count(len(files), 'exhibit')} say was not read: that they show what they are cited for is the"
            " dossier’s word."
        )
    if portrait.withheld:
        yield "Parts that readers of this report may not see were tested with the rest; the counts include them."
    yield f"Nothing that happened after {portrait.as_of} was taken into account."


def laws(told: Told) -> Section:
    """Every file of law and every snapshot that was used, with its whole hash."""
    portrait, words = told.portrait, told.words
    law = Table(
        words["law"],
        ("Regime", "Law of", "File", "SHA-256"),
        tuple(
            row(each.regime, str(each.day), name, digest)
            for each in portrait.laws
            for name, digest in each.files
        ),
        (2, 2, 3, 9),
    )
    blocks: list[Block] = [Paragraph(words["laws_text"], "quiet")]
    blocks.append(law if portrait.laws else Paragraph(words["no_laws"], "warning"))
    if portrait.lists:
        lists = tuple(
            row(each.list, each.dated or NOTHING, each.snapshot, each.sha256) for each in portrait.lists
        )
        blocks.append(Table(words["lists"], ("List", "Of", "Snapshot", "SHA-256"), lists, (2, 2, 3, 9)))
    return Section("laws", words["laws"], tuple(blocks))


def meanings(told: Told, texts: Iterable[str]) -> Iterator[Section]:
    """What outcomes and marks mean; in plain language, the words of the law that the report uses too."""
    words = told.words
    outcomes = tuple((words.outcome(each), (meaning,)) for each, meaning in OUTCOME.items())
    marks = tuple((f"[{MARKS[each]}]", (meaning,)) for each, meaning in LEGEND.items())
    weights = (
        (words["error"], ("a gap in a duty that is known from the text of the law, or is settled law",)),
        (words["warning"], ("any other gap: policy, good practice, or law that is not surely known",)),
    )
    yield Section("words", words["words"], (Facts((*outcomes, *weights, *marks)),))
    if words.is_plain:
        glossary = tuple((word, (meaning,)) for word, meaning in explained(texts))
        if glossary:
            yield Section("glossary", words["glossary"], (Facts(glossary),), order=2)
