"""What a configuration asks of the published lists: it can require lists and a lower age, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sanctcheck.cli.settings import AskedOfLists

if TYPE_CHECKING:
    from commanding import CommandLine


@pytest.fixture
def asked(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.setenv("SANCTCHECK_LISTS", str(command_line.folder / "store"))
    command_line.write("sanctcheck.toml", '[lists]\nrequire = ["un-sc"]\nmax_age = 3\n')
    return command_line


def test_a_list_that_has_to_be_there_and_is_not_ends_with_status_4(asked: CommandLine) -> None:
    status = asked.call("lists", "status")
    screened = asked.call("screen", "Example Person")

    assert status.status == screened.status == 4
    assert "un-sc  missing" in status.out
    assert "Nothing is kept of un-sc, which sanctcheck.toml:1:2 asks for" in screened.err


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
