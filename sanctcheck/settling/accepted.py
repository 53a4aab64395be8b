"""Gaps that somebody answers for: matched by standard and place, until their last day; and what of them is left over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sanctcheck.naming import covers, hashed
from sanctcheck.record import FORM, Acceptance, FileRecord, Finding, Settled
from sanctcheck.terms import GAPS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

EXPIRED, UNUSED, UNKNOWN = "expired-acceptance", "unused-acceptance", "unknown-standard"


def is_gap(finding: Finding) -> bool:
    """Whether a finding is a gap in the law of a regime: what is wrong with a file cannot be accepted."""
    return finding.severity is not None and finding.outcome in GAPS


def fits(acceptance: Acceptance, finding: Finding) -> bool:
    """Whether an acceptance is about a gap, whatever the day."""
    norms = {finding.standard, f"{finding.regime}:{finding.rule}"}
    return acceptance.standard in norms and covers(acceptance.at, finding.pointer, finding.named)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The findings of a file with those marked that are accepted, and the acceptances that are about one of them."""

    findings: tuple[Finding, ...]
    matched: frozenset[Acceptance]


def accept(findings: Iterable[Finding], acceptances: Collection[Acceptance], as_of: date) -> Accepted:
    """Marks each gap that somebody answers for on the day. No finding is lost, and none is added."""
    marked: list[Finding] = []
    matched: set[Acceptance] = set()
    for finding in findings:
        fitting = [each for each in acceptances if is_gap(finding) and fits(each, finding)]
        matched.update(fitting)
        in_force = [each for each in fitting if each.until >= as_of]
        # Of several, the one that lasts longest speaks, in whichever order they are written.
        last = max(in_force, key=lambda each: (each.until, each.where, each.pointer), default=None)
        marked.append(finding if last is None else replace(finding, settled=_settled(last)))
    return Accepted(tuple(marked), frozenset(matched))


def _settled(acceptance: Acceptance) -> Settled:
    return Settled("accepted", acceptance.reason, acceptance.by, acceptance.until, acceptance.where)


def left_over(
    acceptances: Iterable[Acceptance], matched: Collection[Acceptance], as_of: date
) -> Iterator[Finding]:
    """A finding for each acceptance that has expired while the gap is still there, or that is about no gap any more."""
    for each in acceptances:
        if each not in matched:
            message = f"No gap in {each.standard} is left that this accepts: delete the entry."
            yield acceptance_finding(UNUSED, message, each)
        elif each.until < as_of:
            message = (
                f"{each.standard} was accepted until {each.until} only, and is still lacking: mend it, or have it "
                "accepted again with a later day."
            )
            yield acceptance_finding(EXPIRED, message, each)


def acceptance_finding(rule: str, message: str, acceptance: Acceptance) -> Finding:
    """What is to be said of an acceptance, at the line on which it is written."""
    return Finding(
        rule=rule,
        family=FORM,
        title="",
        message=message,
        place=acceptance.place,
        pointer=acceptance.pointer,
        severity="error" if rule == EXPIRED else "warning",
        fingerprint=hashed("\0".join((rule, acceptance.standard, *acceptance.at))),
    )


def can_be_judged(acceptance: Acceptance, record: FileRecord, *, limited: bool) -> bool:
    """Whether a run can tell that an acceptance is about nothing any more.

    A run that was `limited` to some regimes, or that could not read the file, has not looked for all the gaps there are.
    """
    if not record.is_assessed or _is_unknown(acceptance, record):
        return False
    regime, colon, _ = acceptance.standard.partition(":")
    assessed = {under.id for under in record.under}
    return not limited or bool(colon and regime in assessed)


def _is_unknown(acceptance: Acceptance, record: FileRecord) -> bool:
    """Whether its standard was found to be unknown, which says it all."""
    at = (*acceptance.pointer, "standard")
    return any(flaw.rule == UNKNOWN and flaw.pointer == at for flaw in record.flaws)
