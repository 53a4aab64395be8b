"""A survey of dossiers, in sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.listed import count
from sanctcheck.report.survey.sections import Block, Section, Table
from sanctcheck.survey.dossiers.distribution import FEW, LEAST, OTHERS
from sanctcheck.survey.dossiers.unlike import DIFFERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.survey.dossiers.distribution import Distribution
    from sanctcheck.survey.dossiers.survey import DossierSurvey
    from sanctcheck.survey.dossiers.unlike import Question, Side

_MOST_SHOWN = 20
_FILES_SHOWN = 5
_DOSSIERS, _ALL = "dossiers", "all"


def sections(survey: DossierSurvey) -> Iterator[Section]:
    """The sections."""
    yield Section(
        "contents",
        "What the dossiers are about",
        (
            (
                f"Counts of victims and witnesses below {LEAST} are gathered under “{OTHERS}”, which is {FEW}, with as many others as"
                " it takes that none can be worked out. Who victims are, and what dossiers say of them, is no part of a survey."
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
    yield _evidence(survey)
    yield _questions(survey)
    yield Section(
        "made-from", "What it was made from", (), (_laws(survey),), points=tuple(_made_from(survey))
    )


def _table(each: Distribution) -> Table:
    rows = tuple((label, FEW if number is None else f"{number:,}") for label, number in each.items)
    total = ((_ALL, f"{each.total:,}"),) if each.total is not None and each.of == _DOSSIERS else ()
    return Table(each.id, each.title, ("", each.of), (*rows, *total), frozenset({1}), bars=1, note=each.note)


def _evidence(survey: DossierSurvey) -> Section:
    text = (
        (
            "Distributions only: no number says how good evidence is, and none is made of these. Counted are exhibits that carry an"
            " element, and elements of allegations; an exhibit that readers may not see is counted as such."
        ),
    )
    tables: list[Table] = []
    if survey.quality:
        tables = [_beside(survey, at) for at in range(len(survey.quality[0].distributions))]
    return Section("evidence", "Evidence, by regime", text, tuple(tables))


def _beside(survey: DossierSurvey, at: int) -> Table:
    """One distribution, a row for each regime."""
    of = [(each, each.distributions[at]) for each in survey.quality]
    first = of[0][1]
    labels = list(dict.fromkeys(label for _, found in of for label, _ in found.items))
    rows = tuple(
        (each.regime, f"{each.dossiers:,}", *(f"{dict(found.items).get(label) or 0:,}" for label in labels))
        for each, found in of
    )
    heads = ("regime", _DOSSIERS, *labels)
    title = f"{first.title}: {first.of}"
    return Table(first.id, title, heads, rows, frozenset(range(1, len(heads))))


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
    table = Table(
        "questions", "Like cases treated unlike: questions to ask", heads, rows, is_long=True, is_for_csv=True
    )
    blocks = tuple(_block(each) for each in survey.questions)
    return Section("questions", "Like cases treated unlike: questions to ask", text, (table,), blocks)


def _block(each: Question) -> Block:
    about = f"{each.regime}: {DIFFERS[each.differs]}"
    return Block(each.asked, tuple((side.treated, _named(side)) for side in each.sides), about)


def _named(side: Side) -> str:
    ids = [id_ for _, id_ in side.dossiers]
    more = f" and {len(ids) - _MOST_SHOWN:,} more" if len(ids) > _MOST_SHOWN else ""
    return ", ".join(ids[:_MOST_SHOWN]) + more


def _question(each: Question) -> Iterator[tuple[str, ...]]:
    for side in each.sides:
        yield (
            each.regime,
            each.conduct.replace("-", " ") or "-",
            each.basis.replace("-", " ") or "-",
            DIFFERS[each.differs],
            each.asked,
            side.treated,
            _named(side),
        )


def _made_from(survey: DossierSurvey) -> Iterator[str]:
    yield f"{count(survey.dossiers, 'dossier')}, as of {survey.as_of}, showing what is marked {', '.join(survey.shown)}."
    if survey.withheld_allegations:
        yield f"{count(survey.withheld_allegations, 'allegation')} that readers of this survey may not see: not counted."
    if survey.unread:
        named = ", ".join(survey.unread[:_FILES_SHOWN])
        more = ", …" if len(survey.unread) > _FILES_SHOWN else ""
        yield f"{count(len(survey.unread), 'file')} that could not be read as dossiers: no part of it. {named}{more}"


def _laws(survey: DossierSurvey) -> Table:
    rows = tuple(
        (law.regime, law.day.isoformat(), law.last_verified, name, sha256[:12])
        for law in survey.laws
        for name, sha256 in law.files
    )
    return Table("laws", "The law that was used", _LAW_HEADS, rows)


_LAW_HEADS = ("regime", "law of", "last compared with its sources", "file", "SHA-256 begins")
