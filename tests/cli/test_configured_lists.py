"""What a configuration asks of the published lists: it can require lists and a lower age, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from listmaking import Entry, sdn_xml

from sanctcheck.cli.settings import AskedOfLists

if TYPE_CHECKING:
    from commanding import CommandLine


NAMED = """\
format: dossier/1
id: example
act: {kind: initial-designation, status: adopted, day: 2026-03-01}
target: {type: person, names: [{name: Somebody Else}], born: 1961}
legal_basis: [{regime: example}]
process: [{event: notified, day: 2026-03-02}]
"""


def made_up(here: CommandLine) -> None:
    """A dossier, and a list that is five days old."""
    here.write("named.yaml", NAMED)
    here.write("lists.toml", "[us-ofac-sdn]\nminimum = {}\n")
    (here.folder / "sdn.xml").write_bytes(sdn_xml([Entry(7, "KORVANEC", born=None)]))
    five_days_ago = datetime.now(UTC).date() - timedelta(days=5)
    here.call("lists", "import", "--list", "made-up", "--fetched-on", f"{five_days_ago}", "sdn.xml")


@pytest.fixture
def asked(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.setenv("SANCTCHECK_LISTS", str(command_line.folder / "store"))
    monkeypatch.delenv("CI", raising=False)
    command_line.write("sanctcheck.toml", '[lists]\nrequire = ["un-sc"]\nmax_age = 3\n')
    return command_line


def test_a_list_that_has_to_be_there_and_is_not_ends_with_status_4(asked: CommandLine) -> None:
    status = asked.call("lists", "status")
    screened = asked.call("screen", "Example Person")

    assert status.status == screened.status == 4
    assert "un-sc  missing" in status.out
    assert "Nothing is kept of un-sc, which sanctcheck.toml:1:2 asks for" in screened.err


def test_dossiers_are_held_against_the_lists_that_have_to_be_there(asked: CommandLine) -> None:
    made_up(asked)

    called = asked.validate("named.yaml", "--lists", "all")

    assert called.status == 4
    assert "Nothing is kept of un-sc, which sanctcheck.toml:1:2 asks for" in called.err


def test_a_list_of_a_dossier_is_too_old_as_soon_as_the_file_says(asked: CommandLine) -> None:
    made_up(asked)

    by_file = asked.validate("named.yaml", "--lists", "made-up")
    as_usual = asked.validate("named.yaml", "--lists", "made-up", "--no-config")

    assert (by_file.status, as_usual.status) == (4, 0)
    assert "too old: made-up" in by_file.err


def test_a_configuration_that_cannot_be_used_ends_the_command(asked: CommandLine) -> None:
    asked.write("sanctcheck.toml", '[lists]\nurl = "https://example.org"\n')

    called = asked.call("lists", "status")

    assert called.status == 2
    assert "sanctcheck.toml:2:1 unknown-field" in called.err


@pytest.mark.parametrize(
    ("given", "asked_days", "days"), [(None, 3, 3), (None, 30, 7), (None, None, 7), (30, 3, 30)]
)
def test_a_file_makes_lists_too_old_sooner_and_never_later(
    given: int | None, asked_days: int | None, days: int
) -> None:
    assert AskedOfLists(max_age=asked_days).days(given, usual=7) == days
