"""Lists, for a person at a terminal. Whoever prints this makes its lines visible: it holds words of lists."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from sanctcheck.lists.model import Listing
from sanctcheck.lists.standing import damaged
from sanctcheck.report.lists.words import aged, counted, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from sanctcheck.lists.difference import Difference
    from sanctcheck.lists.rejected import Rejected
    from sanctcheck.lists.snapshot import Manifest
    from sanctcheck.lists.standing import Standing
    from sanctcheck.lists.update import Outcome

_WIDTH = 80
_MOST_SHOWN = 200
_RESULTS = {
    "new": "new",
    "same": "up to date",
    "unchanged": "up to date",
    "refused": "REFUSED",
    "failed": "FAILED",
    "busy": "BUSY",
}
_CAME = {"fetched": "fetched", "mirror": "fetched from a mirror", "imported": "imported by hand, downloaded"}
_OTHER_WAYS = (
    "A file that you download by hand: sanctcheck lists import FILE. Another address: sanctcheck lists update {0}"
    " --source {0}=URL"
)
_OF_FORM = frozenset({"format", "records", "declared"})
_REPORT = (
    "If its publisher has changed the form of it, this version cannot read it. What to report to the makers of sanctcheck:"
    " sanctcheck lists rejected {0}"
)
_TO_REPORT = (
    "Report these lines as an issue where you found sanctcheck: one that cannot read a list any more is mended before others."
    " Until then the last good one stays, and grows older."
)
_FIRST = frozenset({"publisher", "id", "reference", "list_name", "kind", "names"})


def _wrapped(text: str, indent: str, hanging: str | None = None) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def outcomes(pairs: Iterable[tuple[Outcome, Standing]]) -> str:
    """How an update or an import went, list by list, and what is kept now."""
    return "\n".join(line for pair in pairs for line in _outcome(*pair)) + "\n"


def _outcome(outcome: Outcome, stands: Standing) -> Iterator[str]:
    yield f"{outcome.list_id}  {_RESULTS[outcome.result]}"
    if outcome.objections:
        for objection in outcome.objections:
            yield _wrapped(objection.message, "  ", "    ")
    elif outcome.message:
        yield _wrapped(outcome.message, "  ", "    ")
    yield _wrapped(_kept(stands), "  ", "    ")
    if outcome.result == "refused":
        yield _wrapped(_way_out(outcome), "  ", "    ")
    elif outcome.result == "failed":
        yield _wrapped(_OTHER_WAYS.format(outcome.list_id), "  ", "    ")
    if outcome.cause == "unreadable" or any(each.guard in _OF_FORM for each in outcome.objections):
        yield _wrapped(_REPORT.format(outcome.list_id), "  ", "    ")


def _kept(stands: Standing) -> str:
    if stands.is_damaged:
        return damaged(stands.list_id)
    if stands.snapshot is None:
        return "Nothing is kept of it."
    stale = ", too old" if stands.is_stale else ""
    return f"Kept: {stands.snapshot.short}, {_published(stands.snapshot)}{counted(stands.snapshot.profile)}, {aged(stands.age)}{stale}."


def _published(snapshot: Manifest) -> str:
    return f"published {snapshot.published[:10]}, " if snapshot.published else ""


def _way_out(outcome: Outcome) -> str:
    options = []
    if any(each.guard != "older" for each in outcome.objections):
        options.append("--accept REASON")
    if any(each.guard == "older" for each in outcome.objections):
        options.append("--accept-older REASON")
    return f"If the publisher means it so: the same command for {outcome.list_id} alone, with {' '.join(options)}. The file and the reasons are in the store, under rejected."


def status(stands: Sequence[Standing], others: Sequence[str], now: datetime) -> str:
    """What is kept of each list, and what is not."""
    blocks = ["\n".join(_status(each)) for each in stands]
    if not stands:
        blocks.append("No list is kept. Fetch them: sanctcheck lists update")
    if others:
        blocks.append(_wrapped(f"Not kept: {', '.join(others)}.", ""))
    return "\n\n".join(blocks) + f"\n\nAs of {now:%Y-%m-%d %H:%M} UTC.\n"


def _status(stands: Standing) -> Iterator[str]:
    yield f"{stands.list_id}  {'damaged' if stands.is_damaged else stands.state}"
    yield _wrapped(stands.title, "  ")
    snapshot = stands.snapshot
    if snapshot is None and not stands.is_damaged:
        yield f"  Nothing is kept of it. Fetch it: sanctcheck lists update {stands.list_id}"
    elif snapshot is not None:
        yield _wrapped(
            f"{_published(snapshot)}{_CAME[snapshot.origin]} {snapshot.retrieved_at:%Y-%m-%d %H:%M} UTC, {aged(stands.age)}",
            "  ",
        )
        for file in snapshot.files:
            yield f"  from    {file.source}"
            yield f"  sha256  {file.sha256}"
        yield _wrapped(
            f"{counted(snapshot.profile)}, {snapshot.profile.names:,} names, {snapshot.profile.records:,} records",
            "  ",
        )
    for remark in stands.remarks:
        yield _wrapped(remark, "  note    ", "          ")


def rejected(list_id: str, found: Rejected) -> str:
    """What was not taken, with all that somebody needs who mends the reader of the list."""
    reasons = found.reasons
    lines = [
        f"{list_id}  not taken; it came at {reasons.retrieved_at}",
        f"  by      sanctcheck {reasons.tool or 'of an earlier version'}",
        *(f"  from    {source}" for source in reasons.sources),
        f"  sha256  {reasons.sha256}",
        *(
            _wrapped(f"{each.guard}: {each.message}", "  why     ", "          ")
            for each in reasons.objections
        ),
        *(f"  kept    {path}" for path in found.files),
        _wrapped(_TO_REPORT, "  "),
    ]
    return "\n".join(lines) + "\n"


def difference(found: Difference, manifests: tuple[Manifest, Manifest]) -> str:
    """What came, what went, what changed."""
    before, after = manifests
    lines = [f"{before.short} to {after.short}", ""]
    for word, listings in (("added", found.added), ("removed", found.removed)):
        lines += [f"{word}: {len(listings):,}", *(f"  {_line(each)}" for each in listings[:_MOST_SHOWN])]
        lines += _rest(len(listings))
    lines.append(f"amended: {len(found.amended):,}")
    for each in found.amended[:_MOST_SHOWN]:
        lines += [f"  {_line(each.after)}", _wrapped(", ".join(each.fields).replace("_", " "), "    ")]
    return "\n".join([*lines, *_rest(len(found.amended))]) + "\n"


def _rest(number: int) -> list[str]:
    return [f"  and {number - _MOST_SHOWN:,} more: --format json shows all"] if number > _MOST_SHOWN else []


def _line(listing: Listing) -> str:
    reference = f" ({listing.reference})" if listing.reference else ""
    return f"{listing.key}{reference}  {listing.name}"


def listing(shown: Listing, manifest: Manifest) -> str:
    """Everything that a list says of one entry."""
    lines = [
        _line(shown),
        f"  from      {manifest.short}, {_published(manifest)}{manifest.publisher}",
        f"  kind      {shown.kind}",
    ]
    if shown.is_removed:
        lines.append("  It is listed no more: its publisher keeps the entry.")
    for name in shown.names:
        marks = ", ".join(
            mark for mark in (name.kind, name.quality, name.script, name.language, name.note) if mark
        )
        lines.append(_wrapped(f"{name.text} ({marks})", "  name      ", "            "))
    for field in Listing.__struct_fields__:
        if field not in _FIRST:
            lines += [
                _wrapped(text, f"  {field.replace('_', ' ')}  ", "    ")
                for text in said(getattr(shown, field))
            ]
    return "\n".join(lines) + "\n"
