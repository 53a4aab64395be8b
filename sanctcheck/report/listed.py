"""The findings of a record as a flat list, for the forms that have no place for dossier, regime and family."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sanctcheck.report.view import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.record import FileRecord, Finding, Settled
    from sanctcheck.tally import Tally


SETTLED = {"accepted": "accepted", "baseline": "in the baseline"}
"""How a finding is settled, as a count says it: `2 accepted`."""


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by line and column, whatever asks for them."""
    return sorted(findings, key=lambda each: (each.place, each.regime or "", each.rule, each.message))


def lacking(record: FileRecord) -> list[Finding]:
    """The gaps and flaws of one file by line, settled or not."""
    return in_order(finding for finding in record.findings if finding.severity is not None)


def fingerprinted(record: FileRecord) -> Iterator[tuple[Finding, str]]:
    """The gaps and flaws of one file, each with a fingerprint of its own.

    Where one rule finds several things in one place, they are numbered in order: a program that takes a fingerprint for
    an identity would lose all but one of them.
    """
    seen: Counter[str] = Counter()
    for finding in lacking(record):
        seen[finding.fingerprint] += 1
        yield finding, f"{finding.fingerprint}:{seen[finding.fingerprint]}"


def where(finding: Finding) -> str:
    """The line, or the part that the dossier as a whole lacks."""
    if finding.missing_part is not None:
        return f"no part {finding.missing_part}"
    return f"line {finding.place.line}"


def last_line(finding: Finding) -> int:
    """The last line of what is meant. A part that is missing is meant at one line, not all over the dossier."""
    place = finding.place
    if finding.missing_part is not None:
        return place.line
    # A part that ends where the next line begins has nothing of that line.
    return max(place.line, place.end_line - (place.end_column == 1))


def rule_id(finding: Finding) -> str:
    """A rule by the name under which it is explained: `gb-ghr:notification`, `wrong-value`."""
    return finding.rule if finding.regime is None else f"{finding.regime}:{finding.rule}"


def law_of(finding: Finding) -> str:
    """The provisions that ask for it, with the mark that says how surely they are known."""
    mark = f" [{MARKS[finding.verified]}]" if finding.verified in MARKS else ""
    return "; ".join(finding.provisions) + mark


def said(finding: Finding) -> str:
    """What is lacking: `Not shown: …`; a flaw's own words."""
    if finding.outcome is None:
        return finding.message
    return f"{words(finding.outcome).capitalize()}: {finding.message}"


def in_full(finding: Finding) -> str:
    """Who settled it, what is lacking, the provision that asks for it, and what to do, in one line."""
    parts = [
        as_sentence(settled_words(finding.settled)) if finding.settled else "",
        as_sentence(finding.title) if finding.title else "",
        said(finding),
    ]
    if finding.provisions:
        parts.append(f"Law: {law_of(finding)}.")
    if finding.remedy:
        parts.append(f"Do: {finding.remedy}")
    return " ".join(part for part in parts if part)


def words(word: str) -> str:
    """A word of a closed list as people read it: `not shown`."""
    return word.replace("-", " ")


def settled_words(settled: Settled) -> str:
    """How a finding was settled: `accepted by M. Example until 2027-01-01 (sanctcheck.toml:12): the reason`."""
    if settled.how == "baseline":
        return f"in the baseline{f' ({settled.where})' if settled.where else ''}"
    by = f" by {settled.by}" if settled.by else ""
    until = f" until {settled.until}" if settled.until else ""
    where = f" ({settled.where})" if settled.where else ""
    return f"accepted{by}{until}{where}{f': {settled.reason}' if settled.reason else ''}"


def as_sentence(text: str) -> str:
    """Words as a sentence of their own."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def excluded_words(tally: Tally) -> Iterator[str]:
    """Files that a configuration takes out: `2 files excluded by sanctcheck.toml:3:1: the reason`."""
    for (reason, place), number in sorted(tally.excluded.items()):
        yield f"{count(number, 'file')} excluded by {place}: {reason}"


def count(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
