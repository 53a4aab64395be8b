"""A screening, for a person at a terminal. Whatever came from outside goes through `View.wrapped` or `visible`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.names.wording import sentence
from sanctcheck.report.lists.words import aged
from sanctcheck.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.report.view import View
    from sanctcheck.screen.chosen import Against
    from sanctcheck.screen.decisions import Decisions, Settled
    from sanctcheck.screen.query import Query
    from sanctcheck.screen.screening import Hit, Screened
    from sanctcheck.screen.totals import Totals

_DETAIL = "        "
_FEW = 10
_TELLING = frozenset({"passport", "national-id", "tax-id", "registration", "imo", "mmsi", "aircraft-tail"})


def of_one(screened: Screened, view: View, *, explain: bool) -> Iterator[str]:
    """One query, whatever came of it."""
    yield from _query(screened, view, explain=explain)
    if screened.query.problem:
        yield view.wrapped(f"Not screened: {screened.query.problem}", "  ")
    elif not screened.hits:
        yield view.wrapped("No listing comes near it.", "  ")


def of_many(every: Iterable[Screened], view: View, *, explain: bool) -> Iterator[str]:
    """Those of many queries of which there is something to say."""
    for screened in every:
        if screened.hits or screened.query.problem:
            yield from of_one(screened, view, explain=explain)
            yield "\n"


def _query(screened: Screened, view: View, *, explain: bool) -> Iterator[str]:
    yield view.paint(visible(shorten(_asked(screened.query), 200)), "strong") + "\n"
    for text in screened.query.not_understood:
        yield view.wrapped(f"Not understood, and not compared: {text}", "  ")
    for hit in screened.hits:
        yield "\n"
        yield from _hit(hit, view, explain=explain)
    for hit in screened.formerly:
        yield "\n" + view.wrapped(
            f"{hit.listed.named} {hit.entry.id}  {hit.entry.name}: was listed until {_days(hit.entry.removed_on)},"
            " and is no hit (--removed shows it as one)",
            "  ",
        )


def _asked(query: Query) -> str:
    party = query.party
    stated = [party.name or "without a name"]
    if query.id and not query.id.startswith("/"):  # in a dossier, it is the place there
        stated.insert(0, query.id)
    stated += [f"born {day.text}" for day in party.births]
    stated += party.countries
    stated += [f"{each.kind} {each.number}" for each in party.identifiers]
    return ", ".join(part for part in (*stated, party.kind, party.gender) if part)


def _hit(hit: Hit, view: View, *, explain: bool) -> Iterator[str]:
    entry = hit.entry
    former = f", was listed until {_days(entry.removed_on)}" if entry.is_removed else ""
    yield view.wrapped(
        f"{hit.listed.named} {entry.id}  {entry.name} ({entry.kind}){former}",
        f"  {hit.score:.2f}  ",
        _DETAIL,
    )
    yield from _judged(hit, view)
    programmes = "; ".join(entry.programmes) or "no programme stated"
    since = f", listed {_days(entry.listed_on)}" if entry.listed_on else ""
    yield view.wrapped(f"{programmes}{since}", f"{_DETAIL}under   ", _DETAIL + "        ")
    particulars = "; ".join(_particulars(hit))
    if particulars:
        yield view.wrapped(particulars, f"{_DETAIL}known   ", _DETAIL + "        ")
    asked, name = hit.matched
    weak = ", a weak alias" if hit.weak else ""
    yield view.wrapped(
        f"“{asked}” and “{name}”{weak}",
        f"{_DETAIL}names   ",
        _DETAIL + "        ",
    )
    for part in hit.parts:
        if part.kind == "identifier" and not explain:
            yield view.wrapped(sentence((part,)), f"{_DETAIL}number  ", _DETAIL + "        ")
    for part in hit.parts if explain else ():
        if part.kind != "start":  # where a comparison begins tells nothing of these two
            yield view.wrapped(part.clause, f"{_DETAIL}  · ")
    dated = f" of {hit.listed.dated}" if hit.listed.dated else ""
    yield view.wrapped(
        f"{hit.listed.snapshot}{dated}, {entry.key}", f"{_DETAIL}in      ", _DETAIL + "        "
    )


def _days(days: Iterable[str]) -> str:
    return "; ".join(days)


def _particulars(hit: Hit) -> Iterator[str]:
    """What tells the one who is listed from others."""
    entry = hit.entry
    if entry.births:
        yield f"born {', '.join(day.text for day in entry.births[:3])}"
    if entry.nationalities:
        yield ", ".join(country.code or country.text for country in entry.nationalities[:3])
    numbers = [each for each in entry.identifiers if each.kind in _TELLING]
    yield from (f"{each.label or each.kind} {each.number}" for each in numbers[:2])
    yield from (shorten(post, 80) for post in entry.posts[:1])


def _judged(hit: Hit, view: View) -> Iterator[str]:
    settled: Settled | None = hit.judged
    if hit.told_apart:
        told = f"{shorten(hit.told_apart, 200)} (told apart in the dossier, not counted)"
        yield view.wrapped(told, f"{_DETAIL}differs ", _DETAIL + "        ")
    if settled is None:
        return
    decision = settled.decision
    words = f"judged {decision.judgment} by {decision.by} on {decision.day}: {shorten(decision.because, 200)}"
    if settled.changed:
        words += " The listing has changed since, so that it is open again."
    elif settled.closes:
        words += " (settled, not counted)"
    yield view.wrapped(words, f"{_DETAIL}person  ", _DETAIL + "        ")


def closing(totals: Totals, against: Against, decisions: Decisions | None, view: View) -> Iterator[str]:
    """What it comes to, what it was held against, and what is not sure about it."""
    yield "\n" + view.paint("Summary", "strong") + "\n"
    yield view.wrapped(_came_to(totals), "  ")
    if totals.problems:
        some = (
            _some(totals.first_problems, totals.problems)
            if totals.first_problems
            else f"{totals.problems:,} rows."
        )
        yield view.wrapped(f"Not screened: {some}", "  ")
    if totals.not_understood and totals.queries > 1:
        yield view.wrapped(
            f"Not understood, and not compared: {_some(totals.first_not_understood, totals.not_understood)}",
            "  ",
        )
    if decisions is not None:
        yield from _on_decisions(decisions, view)
    yield "\n" + view.paint("Screened against", "strong") + "\n"
    yield from _lists(against, view)
    if totals.hits:
        yield view.wrapped(
            "A hit is a possible match, and no finding about anybody. A person decides.", "\n  ", "  "
        )


def _came_to(totals: Totals) -> str:
    if totals.queries == 1:
        words = _number(totals.open_hits, "possible match", "possible matches")
    else:
        words = (
            f"{_number(totals.queries, 'query', 'queries')}, {totals.with_hits:,} with"
            f" {_number(totals.open_hits, 'possible match', 'possible matches')}"
        )
    settled = totals.hits - totals.open_hits
    return words + (f", {settled:,} settled before" if settled else "") + "."


def _number(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _some(first: list[str], number: int) -> str:
    more = f"; and {number - len(first):,} more" if number > len(first) else ""
    return "; ".join(first) + more


def _on_decisions(decisions: Decisions, view: View) -> Iterator[str]:
    met = decisions.met
    parts = [f"{met[word]:,} {word}" for word in ("different", "same", "unsure") if met[word]]
    yield view.wrapped(
        f"Decisions of {decisions.name}: {', '.join(parts) if parts else 'none'} met with.", "  "
    )
    if met["changed"]:
        changed = _number(met["changed"], "decision is", "decisions are")
        yield view.wrapped(f"{changed} about a listing that changed since: judge afresh.", "  ")
    unused = decisions.unused()
    for number, each in unused[:_FEW]:
        yield view.wrapped(
            f"Line {number}: no hit today for {each.query.name} and {each.listing}.",
            "  unused  ",
            "          ",
        )
    if len(unused) > _FEW:
        yield view.wrapped(f"and {len(unused) - _FEW:,} more that no hit met with", "  unused  ")


def _lists(against: Against, view: View) -> Iterator[str]:
    for each in against.corpus.lists:
        stands = against.standing_of(each)
        dated = f" of {each.dated}" if each.dated else ""
        age = "" if stands is None else f", {aged(stands.age)}"
        stale = ", TOO OLD" if stands is not None and stands.is_stale else ""
        yield view.wrapped(f"{each.snapshot}{dated}, {each.listings:,} listings{age}{stale}", "  ", "    ")
    if against.not_kept:
        yield view.wrapped(f"Not kept, and so not screened against: {', '.join(against.not_kept)}.", "  ")
