"""JUnit XML as CI systems read it: a suite a dossier, a test a criterion; what is wrong with the file is a test too.

A test fails where a gap counts for the exit status (`--fail-on`). What is not due yet, not asked or settled is skipped,
with the reason; a warning that does not count stands in the output of a test that passed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sanctcheck.report import base
from sanctcheck.report.listed import in_order, law_of, rule_id, said, settled_words, where, words
from sanctcheck.tally import SEVERITIES_THAT_FAIL
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.record import FileRecord, Finding, InternalError, RegimeRecord
    from sanctcheck.tally import FailOn, Tally

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sanctcheck">\n'


@dataclass(frozen=True, slots=True)
class _Test:
    """One test: how it went, what is said of that in a few words, and at length."""

    name: str
    tag: str | None = None
    kind: str = ""
    message: str = ""
    text: str = ""


class Form(base.Form):
    """Suites, one a dossier, so that each is written once it is known."""

    def opening(self) -> str:
        """The document up to its first suite."""
        return _HEAD

    def dossier(self, record: FileRecord) -> str:
        """One suite."""
        name = visible(record.file)
        tests = list(_tests(record, record.fail_on or self.run.fail_on))
        suite = ET.Element("testsuite", name=name, tests=str(len(tests)))
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            suite.set(attribute, str(sum(test.tag == tag for test in tests)))
        for test in tests:
            suite.append(_element(test, name))
        ET.indent(suite)
        return ET.tostring(suite, encoding="unicode") + "\n"

    def closing(self, tally: Tally) -> str:
        """The end of the document."""
        del tally
        return "</testsuites>\n"


def _element(test: _Test, classname: str) -> ET.Element:
    case = ET.Element("testcase", classname=classname, name=visible(test.name))
    if test.tag == "system-out":
        ET.SubElement(case, test.tag).text = test.text
    elif test.tag is not None:
        said = ET.SubElement(case, test.tag, type=test.kind, message=visible(test.message))
        said.text = test.text or None
    return case


def _tests(record: FileRecord, fail_on: FailOn) -> Iterator[_Test]:
    if not record.flaws:
        yield _Test("form")
    flaws = sorted(record.flaws, key=lambda flaw: (flaw.family, flaw.rule))
    for (family, rule), alike in groupby(flaws, key=lambda flaw: (flaw.family, flaw.rule)):
        yield _lacking(f"{family}: {rule}", in_order(alike), fail_on)
    for under in record.under:
        yield from _criteria(under, record, fail_on)


def _criteria(under: RegimeRecord, record: FileRecord, fail_on: FailOn) -> Iterator[_Test]:
    by_rule: dict[str, list[Finding]] = {}
    for finding in record.results(under.id):
        by_rule.setdefault(finding.rule, []).append(finding)
    for criterion in under.criteria:
        yield _criterion(f"{under.id}:{criterion.id}: {criterion.title}", by_rule[criterion.id], fail_on)
    for error in under.internal_errors:
        yield _failed(error)


def _criterion(name: str, results: Sequence[Finding], fail_on: FailOn) -> _Test:
    gaps = [finding for finding in results if finding.severity is not None]
    if gaps:
        return _lacking(name, in_order(gaps), fail_on)
    if any(finding.outcome == "met" for finding in results):
        return _Test(name)
    first = results[0]
    return _Test(name, "skipped", str(first.outcome), said(first))


def _lacking(name: str, gaps: Sequence[Finding], fail_on: FailOn) -> _Test:
    counted = [gap for gap in gaps if gap.is_open and gap.severity in SEVERITIES_THAT_FAIL[fail_on]]
    text = "\n".join(line for gap in gaps for line in _lines(gap))
    if counted:
        more = f" (and {len(counted) - 1} more)" if len(counted) > 1 else ""
        return _Test(name, "failure", str(counted[0].severity), f"{said(counted[0])}{more}", text)
    settled = next((gap.settled for gap in gaps if gap.settled), None)
    if settled is not None and not any(gap.is_open for gap in gaps):
        return _Test(name, "skipped", settled.how, settled_words(settled), text)
    return _Test(name, "system-out", text=text)


def _lines(gap: Finding) -> Iterator[str]:
    settled = f" ({settled_words(gap.settled)})" if gap.settled else ""
    # Our own words begin every line, so that no program takes text of a dossier for a command to it.
    yield visible(f"{gap.severity}, {where(gap)}: {said(gap)}{settled}")
    if gap.provisions:
        yield visible(f"law: {law_of(gap)}")
    if gap.remedy:
        yield visible(f"do: {gap.remedy}")
    yield f"see: sanctcheck explain {rule_id(gap)}"


def _failed(error: InternalError) -> _Test:
    message = (
        f"The check {error.check} failed ({error.error}). This is a mistake in sanctcheck: please report it."
    )
    return _Test(f"{error.regime}:{error.criterion}", "error", words("internal-error"), message)
