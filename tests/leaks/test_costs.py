"""What looking for protected names costs grows with the text, whatever the text is."""

from __future__ import annotations

import time

import pytest

from sanctcheck.leaks.cutting import LONGEST, disguises


@pytest.mark.parametrize("blanks", [" ", "\t", " \t", "- "])
def test_a_run_of_blanks_without_a_line_end_costs_no_more_than_other_text(blanks: str) -> None:
    text = "a*\nb" + blanks * ((LONGEST - 10) // len(blanks)) + "x"
    begun = time.process_time()

    disguises(text)

    assert time.process_time() - begun < 2


@pytest.mark.parametrize("between", ["-\n", "- \n  ", " \r\n\t", "\n\n", " \t \n"])
def test_a_line_end_with_the_blanks_around_it_is_left_out_of_a_name(between: str) -> None:
    assert "Petrova" in [each for each, _ in disguises(f"Pet{between}rova")]
