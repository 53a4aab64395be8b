"""`sanctcheck deadlines` as its users call it: what is shown, and what the exit status says to CI."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from support import EXAMPLE_REGIME, NEUTRAL, ROOT

if TYPE_CHECKING:
    from commanding import CommandLine

TIMED = EXAMPLE_REGIME.replace(
    "check: notified", "check: notified\n    with: {within: {number: 14, unit: days}}"
)
LAST = "2026-03-15"


@pytest.fixture
def timed(command_line: CommandLine) -> CommandLine:
    command_line.write("law/example.yaml", TIMED)
    return command_line


@pytest.mark.parametrize(
    ("as_of", "within", "status"),
    [
        (LAST, None, 0),
        ("2026-03-16", None, 1),
        ("2026-03-01", "14d", 1),
        ("2026-03-01", "13d", 0),
        ("2026-03-01", "2w", 1),
        ("2026-02-15", "1m", 1),
        ("2026-02-14", "1m", 0),
    ],
)
def test_the_exit_status_says_what_is_overdue_or_due_soon(
    timed: CommandLine, as_of: str, within: str | None, status: int
) -> None:
    soon = ["--within", within] if within else []

    called = timed.call("deadlines", "untold.yaml", "--criteria", "law", "--as-of", as_of, *soon)

    assert status == called.status


def test_what_is_done_says_so_and_does_not_count(timed: CommandLine) -> None:
    called = timed.call("deadlines", "told.yaml", "--criteria", "law", "--as-of", "2026-06-01")

    assert "Done in time" in called.out
    assert called.status == 0


def test_an_overdue_day_shows_provision_place_and_days(timed: CommandLine) -> None:
    called = timed.call("deadlines", "untold.yaml", "--criteria", "law", "--as-of", "2026-03-20")

    assert "Overdue" in called.out
    assert "2026-03-15  5 days ago  Example Person" in called.out
    assert "2020 c. 1, s. 7" in called.out
    assert "untold.yaml:" in called.out


def test_the_json_form_keeps_to_its_schema(timed: CommandLine) -> None:
    called = timed.call("deadlines", ".", "--criteria", "law", "--as-of", "2026-03-20", "--format", "json")
    schema = json.loads((ROOT / "schemas" / "deadlines.schema.json").read_text())

    Draft202012Validator(schema).validate(json.loads(called.out))
    days = [(each["day"], each["status"], each["days_left"]) for each in json.loads(called.out)["deadlines"]]
    assert (LAST, "overdue", -5) in days
    assert (LAST, "done", -5) in days


def test_the_calendar_holds_only_what_is_open(timed: CommandLine) -> None:
    called = timed.call("deadlines", ".", "--criteria", "law", "--as-of", "2026-03-20", "--format", "ics")

    events = Calendar.from_ical(called.out).events
    assert len(events) == 1
    assert str(events[0]["summary"]).startswith("Overdue: Example Person")


def test_a_dossier_that_cannot_be_read_is_named_and_fails(timed: CommandLine) -> None:
    timed.write("broken.yaml", NEUTRAL + "target: [\n")

    called = timed.call("deadlines", "broken.yaml", "--criteria", "law", "--as-of", LAST)

    assert called.status == 1
    assert "sanctcheck validate broken.yaml" in called.err


def test_nothing_to_check_has_a_status_of_its_own(timed: CommandLine) -> None:
    (timed.folder / "empty").mkdir()

    assert timed.call("deadlines", "empty", "--criteria", "law").status == 3


def test_a_time_that_is_none_is_refused_with_a_way_out(timed: CommandLine) -> None:
    called = timed.call("deadlines", "told.yaml", "--within", "soon")

    assert called.status == 2
    assert "write 30d, 6w, 3m or 1y" in called.err


def test_a_protected_target_is_not_named(timed: CommandLine) -> None:
    hidden = NEUTRAL.replace(
        "target: {type: person,", "target: {type: person, handling: {level: protected, because: danger},"
    )
    timed.write("hidden.yaml", hidden)

    for form in ("terminal", "json", "ics"):
        called = timed.call(
            "deadlines", "hidden.yaml", "--criteria", "law", "--as-of", LAST, "--format", form
        )
        assert "Example Person" not in called.out
