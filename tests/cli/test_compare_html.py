"""`sanctcheck compare --format html` as a user calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages import every, parsed, words

if TYPE_CHECKING:
    from commanding import CommandLine


def test_the_page_goes_to_standard_output(command_line: CommandLine) -> None:
    arguments = ("compare", "--criteria", "law", "--as-of", "2026-06-01", "--format", "html")
    called = command_line.call(*arguments)
    page = parsed(called.out)

    assert (called.status, called.err) == (0, "")
    assert words(every(page, "h1")[0]) == "1 regime compared on 2026-06-01"
    assert len(every(page, "td")) == 2
