"""The page on matching shows what the matcher really answers."""

from __future__ import annotations

import matching_page


def test_every_answer_on_the_page_is_the_one_that_is_given() -> None:
    page = matching_page.PAGE.read_text("utf-8")

    assert page.count("    $ sanctcheck match") >= 20
    assert matching_page.written(page) == page
