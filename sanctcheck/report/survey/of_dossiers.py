"""A survey of dossiers, in sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.survey.sections import Section, Table
from sanctcheck.survey.dossiers.distribution import FEW
from sanctcheck.survey.dossiers.unlike import DIFFERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.survey.dossiers.distribution import Distribution
    from sanctcheck.survey.dossiers.survey import DossierSurvey
    from sanctcheck.survey.dossiers.unlike import Question

_MOST_SHOWN = 20


def sections(survey: DossierSurvey) -> Iterator[Section]:
    """The sections."""
    yield Section(
        "contents",
        "What the dossiers are about",
        (
            (
                f"Counts of victims and witnesses below 3 are not shown ({FEW}), and as many others as it takes that they cannot be"
                " worked out. Who victims are, and what dossiers say of them, is no part of a survey."
            ),
        ),
        tuple(_table(each) for each in survey.contents),
    )
    yield Section(
        "times",
        "How long it took",
        ("A dossier is counted in a class only where every day that its dates can mean falls into it.",),
        tuple(_table(each) for each in survey.times),
    )
    for each in survey.quality:
        many = "1 dossier" if each.dossiers == 1 else f"{each.dossiers:,} dossiers"
        yield Section(
            f"evidence-{each.regime}",
            f"Evidence under {each.regime}",
            (f"{many}. Distributions only: no number says how good evidence is, and none is made of these.",),
            tuple(_table(found, f"{each.regime}-") for found in each.distributions),
        )
    yield _questions(survey)
    yield Section("made-from", "What it was made from", points=tuple(_made_from(survey)))


def _table(each: Distribution, prefix: str = "") -> Table:
    rows = tuple((label, FEW if number is None else f"{number:,}") for label, number in each.items)
    total = () if each.total is None else (("all", f"{each.total:,}"),)
    return Table(
        f"{prefix}{each.id}",
        each.title,
        ("", each.of),
        (*rows, *(total if each.of == "dossiers" else ())),
        frozenset({1}),
        1,
        each.note,
    )


def _questions(survey: DossierSurvey) -> Section:
    heads = ("regime", "conduct", "for", "what differs", "question", "treated", "dossiers")
    rows = tuple(row for each in survey.questions for row in _question(each))
    text = (
        (
            "Cases are alike here where they rest on the same conduct, laid at the target's door for the same reason, under the"
            " same regime. These are words of a form: the answer may lie in the facts. A question is no finding, and none says that"
            " a decision was wrong."
        ),
    )
    if not rows:
        return Section("questions", "Questions", (*text, "The dossiers raise none."))
    table = Table("questions", "Like cases treated unlike: questions to ask", heads, rows, is_long=True)
    return Section("questions", "Questions", text, (table,))


def _question(each: Question) -> Iterator[tuple[str, ...]]:
    for side in each.sides:
        ids = [id_ for _, id_ in side.dossiers]
        more = f" and {len(ids) - _MOST_SHOWN:,} more" if len(ids) > _MOST_SHOWN else ""
        yield (
            each.regime,
            each.conduct.replace("-", " ") or "-",
            each.basis.replace("-", " ") or "-",
            DIFFERS[each.differs],
            each.asked,
            side.treated,
            ", ".join(ids[:_MOST_SHOWN]) + more,
        )


def _made_from(survey: DossierSurvey) -> Iterator[str]:
    yield f"{survey.dossiers:,} dossiers, as of {survey.as_of}, showing what is marked {', '.join(survey.shown)}."
    if survey.withheld_allegations:
        yield f"{survey.withheld_allegations:,} allegations may not be shown to readers of this survey, and are not counted."
    if survey.unread:
        yield f"{len(survey.unread):,} files could not be read as dossiers and are no part of it: {', '.join(survey.unread[:_MOST_SHOWN])}."
    for law in survey.laws:
        yield (
            f"Law of {law.regime} as of {law.day}; last compared with its sources on {law.last_verified};"
            f" {law.files[0][0]}, SHA-256 {law.files[0][1][:12]}."
        )
