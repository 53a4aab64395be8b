"""SARIF 2.1.0, for code scanning and for editors.

A result is a gap or a flaw. What is settled is in it with a suppression; what is met or pending is not. No line of a
dossier is quoted, and nothing that is protected is in a fingerprint. What GitHub would refuse or leave out is bounded
here, the gravest first, and it is said how much is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sanctcheck import __version__
from sanctcheck.reading.document import START
from sanctcheck.report import base
from sanctcheck.report.json_text import json_text
from sanctcheck.report.listed import (
    count,
    excluded_words,
    fingerprinted,
    law_of,
    rule_id,
    said,
    settled_words,
)
from sanctcheck.report.location import uri
from sanctcheck.report.rule_text import rule_text
from sanctcheck.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.reading.document import Place
    from sanctcheck.record import FileRecord, Finding, InternalError, Settled
    from sanctcheck.tally import Tally

    Object = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MAX_RESULTS = 5_000
"""GitHub shows no more of one run."""
MAX_RELATED = 100
MAX_TEXT = 1_000
"""GitHub takes 1,024 characters of a description."""
MORE = "more-findings"
_ROOT = "%SRCROOT%"
_PLACEHOLDER = re.compile(r"(?<!\\u)\{(\d+)\}")


class _Found(NamedTuple):
    """A finding with its file, and its place in the order of all."""

    number: int
    finding: Finding
    file: str
    id: str | None
    fingerprint: str


class Form(base.Form):
    """One run. It is written at the end, because rules stand before results, and results are chosen by their weight."""

    def __init__(self, run: base.Run) -> None:
        super().__init__(run)
        # Of each weight no more is kept than could be shown, so that memory stays flat.
        self._kept: dict[str, list[_Found]] = {"error": [], "warning": [], "settled": []}
        self._found = 0
        self._internal_errors: list[InternalError] = []

    def dossier(self, record: FileRecord) -> str:
        """Nothing yet."""
        for finding, fingerprint in fingerprinted(record):
            weight = "settled" if finding.settled else str(finding.severity)
            self._found += 1
            kept = self._kept[weight]
            if len(kept) < MAX_RESULTS:
                kept.append(_Found(self._found, finding, record.file, record.id, fingerprint))
        for under in record.under:
            self._internal_errors.extend(under.internal_errors)
        return ""

    def closing(self, tally: Tally) -> str:
        """The whole document."""
        by_weight = [each for kept in self._kept.values() for each in kept]
        shown = by_weight if self._found <= MAX_RESULTS else by_weight[: MAX_RESULTS - 1]
        left_out = by_weight[len(shown) :]
        shown.sort()
        rules = {rule_id(each.finding): each.finding for each in sorted(shown, key=_rule_order)}
        indexes = {name: index for index, name in enumerate(rules)}
        results = [self._result(each, indexes) for each in shown]
        described = [self._rule(finding) for finding in rules.values()]
        if left_out:
            described.append(_more_rule())
            results.append(self._more(left_out[0], self._found - len(shown), len(rules)))
        about = {
            "asOf": self.run.as_of.isoformat(),
            "dossiers": tally.dossiers,
            "withoutFindings": tally.dossiers - tally.with_findings,
        }
        return _document(described, results, self._invocation(tally), about)

    def _rule(self, finding: Finding) -> Object:
        rule = rule_text(finding, self.run.law())
        # A family and a standard in it can have one name, and a tag stands once.
        tags = (finding.family, finding.standard, finding.regime)
        known = {"helpUri": rule.address} if rule.address else {}
        return {
            "id": rule.id,
            "shortDescription": {"text": shorten(visible(rule.title), MAX_TEXT)},
            "fullDescription": {"text": shorten(visible(rule.asks), MAX_TEXT)},
            "help": {"text": rule.text, "markdown": rule.markdown},
            **known,
            "defaultConfiguration": {"level": finding.severity},
            "properties": {
                "tags": list(dict.fromkeys(each for each in tags if each)),
                "problem.severity": finding.severity,
            },
        }

    def _result(self, found: _Found, indexes: dict[str, int]) -> Object:
        finding, name = found.finding, rule_id(found.finding)
        artifact = self._artifact(found.file)
        made: Object = {
            "ruleId": name,
            "ruleIndex": indexes[name],
            "kind": "fail",
            "level": finding.severity,
            "message": {"text": _message(found.finding)},
            "locations": [_location(artifact, finding.place, is_whole=finding.missing_part is None)],
            "partialFingerprints": {
                "sanctcheck/v1": found.fingerprint,
                "primaryLocationLineHash": found.fingerprint,
            },
        }
        related = list(_related(finding, artifact))[:MAX_RELATED]
        if related:
            made["relatedLocations"] = related
        if finding.settled is not None:
            made["suppressions"] = [_suppression(finding.settled, found.file)]
        return made

    def _artifact(self, file: str) -> Object:
        address = uri(file, self.run.root)
        return {"uri": address} if ":" in address else {"uri": address, "uriBaseId": _ROOT}

    def _more(self, first: _Found, number: int, index: int) -> Object:
        words = f"{count(number, 'finding')} more, none of them graver than those here, are left out of this report."
        return {
            "ruleId": MORE,
            "ruleIndex": index,
            "kind": "fail",
            "level": "warning" if first.finding.settled else first.finding.severity,
            "message": {"text": words},
            "locations": [_location(self._artifact(first.file), START, is_whole=False)],
            "partialFingerprints": {"sanctcheck/v1": MORE, "primaryLocationLineHash": MORE},
        }

    def _invocation(self, tally: Tally) -> Object:
        made: Object = {"executionSuccessful": not self._internal_errors}
        if self._internal_errors:
            made["toolExecutionNotifications"] = [_notification(error) for error in self._internal_errors]
        excluded = [{"level": "note", "message": {"text": _inert(words)}} for words in excluded_words(tally)]
        if excluded:
            made["toolConfigurationNotifications"] = excluded
        return made


def _document(rules: list[Object], results: list[Object], invocation: Object, about: Object) -> str:
    """A result a line, so that two reports can be compared with the means for text."""
    driver = {"name": "sanctcheck", "version": __version__, "rules": rules}
    head = f'{{\n"$schema": {json_text(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n"tool": {{"driver": '
    body = ",\n".join(json_text(result) for result in results)
    return (
        f'{head}{json_text(driver)}}},\n"columnKind": "unicodeCodePoints",\n"invocations": [{json_text(invocation)}],\n'
        f'"properties": {json_text(about)},\n"results": [\n{body}\n]\n}}]\n}}\n'
    )


def _rule_order(found: _Found) -> tuple[str, str]:
    return found.finding.regime or "", found.finding.rule


def _message(finding: Finding) -> str:
    """What is lacking, the provision, and what to do."""
    parts = [said(finding)]
    if finding.provisions:
        parts.append(f"Law: {law_of(finding)}.")
    if finding.remedy:
        parts.append(f"Do: {finding.remedy}")
    return _inert(" ".join(parts))


def _inert(text: str) -> str:
    """A message in which nothing from outside becomes a link or a place to fill in, as SARIF has them in plain text."""
    return _PLACEHOLDER.sub(r"{{\1}}", visible(text).replace("](", "] ("))


def _location(artifact: Object, place: Place, *, is_whole: bool = True) -> Object:
    """A stretch of a file; its first line where the whole of it would be too much."""
    region = {"startLine": place.line}
    if is_whole:
        region |= {
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _related(finding: Finding, artifact: Object) -> Iterator[Object]:
    for number, related in enumerate(finding.related):
        words = related.words or "What this rests on."
        yield {
            "id": number,
            **_location(artifact, related.place),
            "message": {"text": _inert(words)},
        }


def _suppression(settled: Settled, file: str) -> Object:
    where = settled.where or ""
    in_source = where == file or where.startswith(f"{file}:")
    return {
        "kind": "inSource" if in_source else "external",
        "status": "accepted",
        "justification": visible(settled_words(settled)),
    }


def _more_rule() -> Object:
    return {
        "id": MORE,
        "shortDescription": {"text": "More was found than this report holds"},
        "fullDescription": {"text": f"A report holds at most {MAX_RESULTS:,} results, the gravest first."},
        "help": {
            "text": "Check fewer dossiers at once, or write another form of the report beside this one.",
            "markdown": "Check fewer dossiers at once, or write another form of the report beside this one.",
        },
        "defaultConfiguration": {"level": "warning"},
    }


def _notification(error: InternalError) -> Object:
    words = (
        f"The check {error.check} failed ({error.error}). This is a mistake in sanctcheck: please report it."
    )
    return {"level": "error", "message": {"text": f"{error.regime}:{error.criterion}: {words}"}}
