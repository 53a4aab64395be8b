"""What looking for protected names costs grows with the text, whatever the text is."""

from __future__ import annotations

import time

import pytest

from sanctcheck.leaks.cutting import LONGEST, disguises
from sanctcheck.leaks.guard import Guard


@pytest.mark.parametrize("blanks", [" ", "\t", " \t", "- "])
def test_a_run_of_blanks_without_a_line_end_costs_no_more_than_other_text(blanks: str) -> None:
    text = "a*\nb" + blanks * ((LONGEST - 10) // len(blanks)) + "x"
    begun = time.process_time()

    disguises(text)

    assert time.process_time() - begun < 2


@pytest.mark.parametrize("between", ["-\n", "- \n  ", " \r\n\t", "\n\n", " \t \n"])
def test_a_line_end_with_the_blanks_around_it_is_left_out_of_a_name(between: str) -> None:
    assert "Petrova" in [each for each, _ in disguises(f"Pet{between}rova")]


def test_quotation_marks_that_are_never_closed_cost_no_more_than_other_text() -> None:
    begun = time.process_time()

    Guard([]).scrubbed("“" * LONGEST)

    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("a “b…” c", "a [protected] c"),
        ("a “b” c", "a “b” c"),
        ("“b “c…”d”", "[protected]d”"),
        ("“b” “c…” “d", "“b” [protected] “d"),
    ],
)
def test_of_what_was_cut_short_nothing_is_left(text: str, scrubbed: str) -> None:
    assert Guard([]).scrubbed(text).replace("<", "[").replace(">", "]") == scrubbed
