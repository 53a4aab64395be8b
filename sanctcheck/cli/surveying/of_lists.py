"""The lists that a survey is asked for, ready, and what was found in them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sanctcheck.screen.chosen import Against
    from sanctcheck.survey.lists.model import Overlap

_ALL = "all"


def asks_lists(given: dict[str, Any]) -> bool:
    """Whether the options ask for lists."""
    return bool(given["names"] or given["files"])


def of_lists(given: dict[str, Any], day: date) -> tuple[Overlap, bool, str | None]:
    """The survey of the lists, whether one of them is too old, and the state whose gaps are asked after.

    Raises:
        MissingError: a list that was asked for is not kept.
        ListError, StoreError: a list cannot be read.
        UsageError: a name is no list's, or no state's.
    """
    from sanctcheck.survey.lists.overlap import Asked, overlap_of  # noqa: PLC0415 - see `sanctcheck.cli`

    decisions = None
    if given["decisions"] is not None:
        from sanctcheck.screen.decisions import read_decisions  # noqa: PLC0415

        decisions = read_decisions(given["decisions"])
    ready = _ready(given)
    stale = [each.list_id for each in ready.standings.values() if each.is_stale]
    if stale:
        _say(f"too old: {', '.join(stale)}. Update them: sanctcheck lists update")
    if ready.not_kept:
        _say(f"not kept, and so not surveyed: {', '.join(ready.not_kept)}.")
    _say("comparing names …")
    processes = given["jobs"] or _cores()
    overlap = overlap_of(ready.corpus, Asked(day, processes, decisions))
    state = None if given["state"] is None else _state(given["state"], overlap.thematic)
    return overlap, bool(stale), state


def _ready(given: dict[str, Any]) -> Against:
    from sanctcheck.cli.lists.options import store_from  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.cli.settings import asked_of_lists  # noqa: PLC0415
    from sanctcheck.lists.standing import usual_max_age  # noqa: PLC0415
    from sanctcheck.screen.chosen import Choice, against  # noqa: PLC0415

    asked = [name.strip() for text in given["names"] for name in text.split(",") if name.strip()]
    names = tuple(name for name in asked if name != _ALL)
    files = () if _ALL in asked and not names else given["files"]
    if _ALL in asked and given["files"]:
        raise click.UsageError("--lists all takes all that are kept: name those that go with --list-file.")
    days = asked_of_lists().days(given["max_age"], usual_max_age())
    choice = Choice(names, files, days, datetime.now(UTC))
    return against(
        store_from(given["folder"]),
        choice,
        lambda: _say("preparing the lists, once for each version of them …"),
    )


def _state(asked: str, known: Iterable[str]) -> str:
    from sanctcheck.errors import UsageError  # noqa: PLC0415 - only where it is asked for
    from sanctcheck.report.survey.words import short  # noqa: PLC0415
    from sanctcheck.text import listed, quoted  # noqa: PLC0415

    for state in known:
        if asked.casefold() in {state.casefold(), short(state).casefold()}:
            return state
    names = listed((f"{state} ({short(state)})" for state in known), "and")
    raise UsageError(
        f"{quoted(asked)} is no state that lists anybody here for human-rights abuse or corruption: {names}."
    )


def _cores() -> int:
    """Those that this process may use, where the system says."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _say(text: str) -> None:
    from sanctcheck.text import visible  # noqa: PLC0415 - see `sanctcheck.cli`

    click.echo(f"sanctcheck: {visible(text)}", err=True)
