"""The report that a person reads in a terminal: grouped by dossier, regime and family, readable without colour.

Whatever came from a dossier goes through `visible`, so that no control character reaches the terminal raw, and is
never the first thing on a line, so that no CI runner takes it for a command.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from sanctcheck.reading.protection import PROTECTED
from sanctcheck.record import FORM, LISTS
from sanctcheck.report import base
from sanctcheck.report.listed import SETTLED, count, excluded_words, lacking, said, settled_words, where
from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.terms import FAMILIES, GAPS, OUTCOME
from sanctcheck.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.record import About, Excerpt, FileRecord, Finding, RegimeRecord
    from sanctcheck.report.view import View
    from sanctcheck.tally import Tally

_FIRST = FORM, *FAMILIES


class Form(base.Form):
    """Dossier by dossier, and a summary; `--quiet` leaves findings alone."""

    def dossier(self, record: FileRecord) -> str:
        """What is said of one dossier."""
        if not self.run.quiet:
            return "".join(_dossier(record, self.run.view))
        if not lacking(record) and not any(under.internal_errors for under in record.under):
            return ""
        return "".join(_dossier(record, replace(self.run.view, show=frozenset())))

    def closing(self, tally: Tally) -> str:
        """What was found in all: counts, and no score."""
        return "" if self.run.quiet else "".join(_summary(tally, self.run.view))


def _dossier(record: FileRecord, view: View) -> Iterator[str]:
    kind = "Settings" if record.is_settings else "Dossier"
    yield view.paint(f"{kind} {visible(record.file)}", "strong") + "\n"
    if record.about is not None:
        yield _about(record.about, view)
    for family, heading in ((FORM, "Form"), (LISTS, "The published lists")):
        flaws = [flaw for flaw in record.flaws if flaw.is_open and flaw.family == family]
        if flaws:
            yield _heading(heading, view)
        for _, alike in groupby(flaws, key=lambda flaw: (flaw.rule, flaw.severity, flaw.message)):
            yield from _flaws(list(alike), record.file, view)
    yield from _settled(record.flaws, view)
    if not record.is_assessed and not record.is_settings:
        yield view.wrapped("Not assessed: mend the form first.", "\n  ")
    for under in record.under:
        yield from _regime(under, record, view)
    yield "\n"


def _about(about: About, view: View) -> str:
    name = shorten(about.name)
    if about.kind is None:
        return view.wrapped(name, "  ")
    day = f" {about.day}" if about.day else ""
    return view.wrapped(f"{name}: {about.kind}, {about.status}{day}", "  ")


def _heading(words: str, view: View) -> str:
    return "\n    " + view.paint(words, "strong") + "\n"


def _flaws(alike: list[Finding], file: str, view: View) -> Iterator[str]:
    """Mistakes of which the same is to be said, one behind the other: the words once, each place."""
    first = alike[0]
    severity = first.severity or "error"
    yield f"\n    {view.paint(severity, severity)}  {first.rule}\n"
    yield view.wrapped(first.message, "      ")
    for flaw in alike:
        yield from _excerpt(flaw, file, view)
        for related in flaw.related:
            yield view.wrapped(f"line {related.place.line}: {related.words}", "      see  ")
    if first.remedy:
        yield view.wrapped(first.remedy, "      do   ")


def _regime(under: RegimeRecord, record: FileRecord, view: View) -> Iterator[str]:
    found = record.results(under.id)
    yield "\n" + view.wrapped(under.name, f"  {under.id}  ", "    ")
    yield f"    law of {under.law_day}, assessed as of {view.as_of}\n"
    lacks = [finding for finding in found if finding.outcome in GAPS]
    gaps = [finding for finding in lacks if finding.is_open]
    for family, of_family in groupby(sorted(gaps, key=_order), key=lambda finding: finding.family):
        yield _heading(_title(family), view)
        for _, of_criterion in groupby(of_family, key=lambda finding: finding.rule):
            yield from _gap(list(of_criterion), record.file, view)
    if not under.was_in_force:
        yield "\n    Not assessed: no law of this regime was in force on that day.\n"
    elif not gaps:
        words = "No gap beside those that are settled." if lacks else "No gap found."
        yield "\n    " + view.paint(words, "met") + "\n"
    yield from _settled(lacks, view)
    for outcome, title in (("pending", "Not due yet"), ("met", "Met"), ("not-applicable", "Not asked here")):
        if outcome in view.show:
            yield from _listed(title, [each for each in found if each.outcome == outcome], view)
    for error in under.internal_errors:
        words = f"The check {error.check} failed ({error.error}). This is a mistake in sanctcheck: please report it."
        yield _heading("Could not be assessed", view) + view.wrapped(
            words, f"    {error.criterion}  ", "      "
        )


def _order(finding: Finding) -> int:
    return _FIRST.index(finding.family)


def _title(family: str) -> str:
    return family.replace("-", " ").capitalize()


def _gap(gaps: list[Finding], file: str, view: View) -> Iterator[str]:
    first = gaps[0]
    severity = first.severity or "error"
    yield f"\n    {view.paint(severity, severity)}  {view.paint(f'{first.regime}:{first.rule}', 'strong')}\n"
    yield view.wrapped(first.title, "      ")
    for gap in gaps:
        yield view.wrapped(gap.message, f"      {str(gap.outcome).replace('-', ' ')}: ", "        ")
        yield from _excerpt(gap, file, view)
        for related in gap.related:
            if related.words:
                yield view.wrapped(f"line {related.place.line}: {related.words}", "      see  ")
    yield _law(first, view)
    yield view.wrapped(first.remedy or "", "      do   ")


def _law(finding: Finding, view: View) -> str:
    return view.wrapped("; ".join(finding.provisions) + _mark(finding), "      law  ")


def _mark(finding: Finding) -> str:
    return f"  [{MARKS[finding.verified]}]" if finding.verified in MARKS else ""


def _listed(title: str, found: list[Finding], view: View) -> Iterator[str]:
    if not found:
        return
    yield _heading(title, view)
    for rule, of_criterion in groupby(found, key=lambda finding: finding.rule):
        results = list(of_criterion)
        if len(results) == 1:
            yield view.wrapped(_said(results[0]), f"    {rule}  ", "      ")
            continue
        yield f"    {rule}\n"
        for finding in results:
            yield view.wrapped(_said(finding), "      ", "        ")


def _settled(found: Iterable[Finding], view: View) -> Iterator[str]:
    """What does not count for the exit status, because somebody accepted it or it was there before."""
    for how, title in (("accepted", "Accepted"), ("baseline", "In the baseline")):
        chosen = [(each, each.settled) for each in found if each.settled and each.settled.how == how]
        if chosen:
            yield _heading(title, view)
        for finding, settled in chosen:
            words = f"{said(finding)} [{where(finding)}]"
            yield view.wrapped(words, f"    {finding.severity}  {finding.rule}  ", "      ")
            yield view.wrapped(settled_words(settled), "      ")


def _said(finding: Finding) -> str:
    due = f" (due {finding.due})" if finding.due and str(finding.due) not in finding.message else ""
    unsure = _mark(finding) if finding.outcome == "pending" and finding.verified == "uncertain" else ""
    return f"{finding.message}{due}{_lines(finding)}{unsure}"


def _lines(finding: Finding) -> str:
    lines = sorted({related.place.line for related in finding.related})
    if not lines:
        return ""
    return f" [{'line' if len(lines) == 1 else 'lines'} {', '.join(str(line) for line in lines)}]"


def _excerpt(finding: Finding, file: str, view: View) -> Iterator[str]:
    place, excerpt = finding.place, finding.excerpt
    if finding.missing_part is not None:
        yield f"        at {visible(file)}, which has no part `{finding.missing_part}`\n"
        return
    yield f"        at {visible(file)}:{place.line}:{place.column}\n"
    if excerpt is None:
        return
    if excerpt.text is None:
        yield f"        {place.line} | {PROTECTED}\n"
        return
    yield from _marked(excerpt.text, excerpt, place.line, view)


def _marked(line: str, excerpt: Excerpt, number: int, view: View) -> Iterator[str]:
    """The line with a caret below what is meant, cut to the width around it."""
    room = max(view.width, 40) - 11 - len(str(number))
    start = excerpt.start
    shift = max(0, start - room // 2) if excerpt.left_out + len(line) > room else 0
    # What is behind the room is cut first. The whole is made visible at once, because what steers a CI runner may begin
    # before the mark and end in it.
    line = line[: shift + room + 1]
    before = "…" if excerpt.left_out + shift else ""
    shown, marked = f"{before}{visible(line[shift:start])}", visible(line[start : excerpt.end])
    body = f"{before}{visible(line[shift:])}"
    yield f"        {number} | {body if len(body) <= room else f'{body[: room - 1]}…'}\n"
    carets = "^" * max(1, min(_columns(marked), room - _columns(shown)))
    yield f"        {' ' * len(str(number))} | {' ' * _columns(shown)}{view.paint(carets, 'warning')}\n"


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - wide characters are rare, and the import is not free

    return cell_len(text)


def _summary(tally: Tally, view: View) -> Iterator[str]:
    yield view.paint("Summary", "strong") + "\n"
    clean = tally.dossiers - tally.with_findings
    parts = [
        count(tally.dossiers, "dossier"),
        f"{clean} without findings",
        f"{tally.unreadable} could not be read" if tally.unreadable else "",
        count(tally.severities["error"], "error"),
        count(tally.severities["warning"], "warning"),
        *(f"{tally.settled[how]:,} {words}" for how, words in SETTLED.items() if tally.settled[how]),
    ]
    yield view.wrapped(", ".join(part for part in parts if part) + ".", "  ")
    if tally.skipped:
        yield view.wrapped(f"{count(tally.skipped, 'file')} in the folders passed over: no dossier.", "  ")
    for words in excluded_words(tally):
        yield view.wrapped(words, "  ")
    for regime, outcomes in tally.outcomes.items():
        counts = ", ".join(f"{outcomes[name]} {name.replace('-', ' ')}" for name in OUTCOME if outcomes[name])
        if counts:
            asked = "1 criterion" if outcomes.total() == 1 else f"{outcomes.total():,} criteria"
            yield view.wrapped(counts, f"  {regime}, {asked}: ", "    ")
    for mark, words in MARKS.items():
        if tally.marks[mark]:
            yield view.wrapped(LEGEND[mark], f"  [{words}] ", "    ")
    if tally.form:
        words = f"What a mistake of form means: sanctcheck explain RULE, such as {tally.form}."
        yield view.wrapped(words, "  ")
    gaps = any(outcomes[name] for outcomes in tally.outcomes.values() for name in GAPS)
    asks = "What a gap asks for: sanctcheck explain REGIME:CRITERION. " if gaps else ""
    yield view.wrapped(f"{asks}A person decides.", "  ")
