"""What was found about a file, put on record: places worked out, and what is protected left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sanctcheck.naming import fingerprint, named_path, place_steps
from sanctcheck.reading.protection import (
    PROTECTED,
    is_hidden_line,
    is_protected,
    protected_part,
    shown,
    without_quotations,
)
from sanctcheck.record import (
    FORM,
    LISTS,
    About,
    Acceptance,
    CriterionRecord,
    Excerpt,
    FileRecord,
    Finding,
    RegimeRecord,
    RelatedPlace,
)
from sanctcheck.terms import GAPS, OUTCOME

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from sanctcheck.assess import Assessment, RegimeAssessment
    from sanctcheck.checks.base import Result
    from sanctcheck.reading.document import Document, Flaw, Path_, Place
    from sanctcheck.validation import Validated

_BEFORE, _AROUND = 100, 300
"""What a record keeps of a long line: more than any report shows, and a bound on what a record can weigh."""


def recorded(checked: Iterable[Validated | None]) -> Iterator[FileRecord | None]:
    """The record of each file, one after the other; None for a file that is no dossier."""
    for validated in checked:
        yield None if validated is None else record_of(validated)


def record_of(validated: Validated, outcomes: Container[str] = OUTCOME) -> FileRecord:
    """Everything that a report says of one file.

    Of the results, those with the given outcomes alone: places take time, and no report may need them all.
    """
    dossier = validated.dossier
    return FileRecord(
        file=shown(validated.document.name, validated.document),
        id=None if dossier is None else shown(dossier.id, validated.document),
        about=_about(validated),
        findings=tuple(_findings(validated, outcomes)),
        under=tuple(_under(each) for each in validated.under),
        accepted=tuple(_accepted(validated)),
        sha256=validated.document.sha256,
    )


def _accepted(validated: Validated) -> Iterator[Acceptance]:
    """The gaps that somebody answers for in the dossier itself."""
    document = validated.document
    for index, gap in enumerate(validated.dossier.accepted_gaps if validated.dossier else ()):
        pointer: Path_ = ("accepted_gaps", index)
        hidden = is_protected(document.value, pointer)
        yield Acceptance(
            standard=gap.standard,
            reason=PROTECTED if hidden else shown(gap.reason, document),
            by=PROTECTED if hidden else shown(gap.by, document),
            until=date.fromisoformat(gap.until),
            file=shown(document.name, document),
            place=document.place((*pointer, "standard")),
            pointer=pointer,
            at=place_steps(gap.place),
        )


def _about(validated: Validated) -> About | None:
    dossier = validated.dossier
    if dossier is None:
        return None
    hidden = is_protected(validated.document.value, ("target",))
    name = PROTECTED if hidden else shown(dossier.target.names[0].name, validated.document)
    act = dossier.act
    if act is None:
        return About(name)
    return About(name, act.kind, act.status, None if act.day is None else str(act.day))


def _findings(validated: Validated, outcomes: Container[str]) -> Iterator[Finding]:
    for flaw in validated.flaws:
        yield of_flaw(flaw, validated.document)
    for under in validated.under:
        for assessment in under.assessments:
            for result in assessment.results:
                if result.outcome in outcomes:
                    yield of_result(assessment, result, validated.document)


def _under(under: RegimeAssessment) -> RegimeRecord:
    return RegimeRecord(
        under.regime.id,
        under.regime.name,
        under.law_day,
        tuple(_criterion(each) for each in under.assessments),
        under.internal_errors,
        under.law,
    )


def _criterion(assessment: Assessment) -> CriterionRecord:
    criterion = assessment.criterion
    return CriterionRecord(
        id=criterion.id,
        standard=criterion.standard,
        family=assessment.family,
        title=criterion.title,
        force=criterion.force,
        provisions=assessment.provisions,
        verified=criterion.verified,
        note=criterion.note,
        outcome=assessment.outcome,
    )


def of_flaw(flaw: Flaw, document: Document) -> Finding:
    """A flaw of the file as a finding."""
    related = tuple(RelatedPlace(place, (), shown(words, document)) for place, words in flaw.related)
    # A flaw of the text itself names no part: its line says whether it may quote.
    is_unsure = not flaw.pointer and is_hidden_line(document, flaw.place.line)
    part = protected_part(document.value, flaw.pointer)
    pointer = flaw.pointer if part is None else part
    return Finding(
        rule=flaw.rule,
        family=LISTS if flaw.standard else FORM,
        title="",
        message=_message(flaw.message, flaw.pointer, document, is_hidden=is_unsure),
        place=flaw.place,
        pointer=pointer,
        standard=flaw.standard or None,
        severity=flaw.severity,
        related=related,
        remedy=shown(flaw.remedy, document) or None,
        fingerprint=fingerprint(document.value, flaw.rule, flaw.pointer),
        named=_named(pointer, document),
        missing_part=_missing_part(pointer, document),
        excerpt=_excerpt(flaw.place, pointer, document),
    )


def of_result(assessment: Assessment, result: Result, document: Document) -> Finding:
    """A result of a check as a finding; its places are worked out here, from its paths."""
    criterion = assessment.criterion
    is_gap = result.outcome in GAPS
    hidden = is_protected(document.value, result.path)
    key = result.path == () or not isinstance(result.path[-1], int)
    related = (
        RelatedPlace(document.place(path, key=True), path, shown(words, document))
        for path, words in result.relied_on
    )
    place = document.place(result.path, key=key and not _is_leaf(document, result.path))
    return Finding(
        rule=criterion.id,
        family=assessment.family,
        title=criterion.title,
        message=_message(result.message, result.path, document, is_hidden=hidden),
        place=place,
        pointer=result.path,
        regime=assessment.regime,
        standard=criterion.standard,
        outcome=result.outcome,
        severity=assessment.severity if is_gap else None,
        related=tuple(related),
        provisions=assessment.provisions,
        verified=criterion.verified,
        note=criterion.note,
        remedy=criterion.remedy if is_gap else None,
        due=result.due,
        fingerprint=fingerprint(document.value, f"{assessment.regime}:{criterion.id}", result.path)
        if is_gap
        else "",
        named=_named(result.path, document) if is_gap else (),
        missing_part=_missing_part(result.path, document) if is_gap else None,
        excerpt=_excerpt(place, result.path, document) if is_gap else None,
    )


def _message(message: str, pointer: Path_, document: Document, *, is_hidden: bool) -> str:
    """A message; without its quotations where these may be of what is protected, in part or as a whole."""
    if is_hidden or any(path[: len(pointer)] == pointer for path in document.leaking):
        message = without_quotations(message)
    return shown(message, document)


def _named(pointer: Path_, document: Document) -> Path_:
    named = named_path(document.value, pointer)
    if document.guard is None:
        return named
    return tuple(shown(step, document) if isinstance(step, str) else step for step in named)


def _is_leaf(document: Document, path: Path_) -> bool:
    value = document.value
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return False
    return not isinstance(value, dict | list)


def _missing_part(pointer: Path_, document: Document) -> str | None:
    is_missing = pointer and isinstance(document.value, dict) and pointer[0] not in document.value
    return str(pointer[0]) if is_missing else None


def _excerpt(place: Place, pointer: Path_, document: Document) -> Excerpt | None:
    line = document.line(place.line)
    if not document.text or line is None or _missing_part(pointer, document) is not None:
        return None
    if is_protected(document.value, pointer) or is_hidden_line(document, place.line):
        return Excerpt(None)
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    left_out = max(0, start - _BEFORE) if len(line) > _AROUND else 0
    text = line[left_out : left_out + _AROUND]
    return Excerpt(text, start - left_out, max(start, min(end, left_out + len(text))) - left_out, left_out)
