"""Findings: what a report lists. One shape for a gap in law and for a flaw of the file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.checks.base import GAPS, OUTCOME
from sanctcheck.reading.protection import is_hidden_line, is_protected, protected_part, without_quotations

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import date

    from sanctcheck.assess import Assessment
    from sanctcheck.checks.base import Outcome, Result
    from sanctcheck.law.authority import Verified
    from sanctcheck.reading.document import Document, Flaw, Path_, Place, Severity
    from sanctcheck.validation import Validated

FORM = "form"
"""The family of flaws: what is wrong with a file whatever the law asks."""


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """A part of the dossier that matters to a finding, with a few words on why."""

    place: Place
    pointer: Path_
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One result, ready to be reported.

    Attributes:
        rule: id of the criterion, or of the rule of form.
        outcome: None for a flaw of the file.
        severity: None where nothing is lacking.
        provisions: the citations that ask for it, the main one first.
        fingerprint: the same for the same gap when lines move; it holds no text of the dossier. Empty where nothing is
            lacking.
    """

    rule: str
    family: str
    title: str
    message: str
    place: Place
    pointer: Path_
    regime: str | None = None
    standard: str | None = None
    outcome: Outcome | None = None
    severity: Severity | None = None
    related: tuple[RelatedPlace, ...] = ()
    provisions: tuple[str, ...] = ()
    verified: Verified | None = None
    note: str | None = None
    remedy: str | None = None
    due: date | None = None
    fingerprint: str = ""


def findings(validated: Validated, outcomes: Container[str] = OUTCOME) -> Iterator[Finding]:
    """What was found about one file: its flaws, then the results with these outcomes under each regime."""
    for flaw in validated.flaws:
        yield of_flaw(flaw, validated.document)
    for under in validated.under:
        for assessment in under.assessments:
            for result in assessment.results:
                if result.outcome in outcomes:
                    yield of_result(assessment, result, validated.document)


def of_flaw(flaw: Flaw, document: Document) -> Finding:
    """A flaw of the file as a finding."""
    related = tuple(RelatedPlace(place, (), words) for place, words in flaw.related)
    # A flaw of the text itself names no part: its line says whether it may quote.
    is_unsure = not flaw.pointer and is_hidden_line(document, flaw.place.line)
    part = protected_part(document.value, flaw.pointer)
    return Finding(
        rule=flaw.rule,
        family=FORM,
        title="",
        message=without_quotations(flaw.message) if is_unsure else flaw.message,
        place=flaw.place,
        pointer=flaw.pointer if part is None else part,
        severity=flaw.severity,
        related=related,
        fingerprint=_fingerprint(document, flaw.rule, flaw.pointer),
    )


def of_result(assessment: Assessment, result: Result, document: Document) -> Finding:
    """A result of a check as a finding; its places are worked out here, from its paths."""
    criterion = assessment.criterion
    is_gap = result.outcome in GAPS
    hidden = is_protected(document.value, result.path)
    key = result.path == () or not isinstance(result.path[-1], int)
    related = (RelatedPlace(document.place(path, key=True), path, words) for path, words in result.relied_on)
    return Finding(
        rule=criterion.id,
        family=assessment.family,
        title=criterion.title,
        message=without_quotations(result.message) if hidden else result.message,
        place=document.place(result.path, key=key and not _is_leaf(document, result.path)),
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
        fingerprint=_fingerprint(document, f"{assessment.regime}:{criterion.id}", result.path)
        if is_gap
        else "",
    )


def _is_leaf(document: Document, path: Path_) -> bool:
    value = document.value
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return False
    return not isinstance(value, dict | list)


def _fingerprint(document: Document, rule: str, path: Path_) -> str:
    """A hash of the rule and of the path by ids, so that it outlives moved lines and reordered lists."""
    value = document.value
    steps: list[str] = []
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = None
        named = value.get("id") if isinstance(value, dict) else None
        steps.append(str(named if isinstance(step, int) and named else step))
    name = document.value.get("id", "") if isinstance(document.value, dict) else ""
    text = "\0".join([str(name), rule, *steps])
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
