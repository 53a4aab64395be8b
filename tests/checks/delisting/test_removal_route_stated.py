from __future__ import annotations

import pytest
from support import outcomes, run

from sanctcheck.checks.base import met, not_shown

NAME = "removal_route_stated"
PARTS = {"body": "The Minister", "contact": "PO Box 1", "who_may_ask": "[the target]"}
IN_WORDS = {
    "body": "who decides on a request for removal",
    "contact": "where the request is sent",
    "who_may_ask": "who may make it",
}


def _delisting(*without: str) -> str:
    stated = ", ".join(f"{name}: {value}" for name, value in PARTS.items() if name not in without)
    return f"delisting: {{{stated}}}"


def test_a_whole_route_is_met_by_each_of_its_parts() -> None:
    expected = [met("The way off the list is stated.", *(("delisting", name) for name in PARTS))]

    assert expected == run(NAME, _delisting())


@pytest.mark.parametrize("part", PARTS)
def test_a_missing_part_is_named(part: str) -> None:
    expected = [not_shown(f"The dossier does not state {IN_WORDS[part]}.", ("delisting",))]

    assert expected == run(NAME, _delisting(part))


def test_several_missing_parts_are_one_gap() -> None:
    (result,) = run(NAME)

    assert result == not_shown(
        "The dossier does not state who decides on a request for removal, where the request is sent or who may make it.",
        ("delisting",),
    )


def test_an_empty_list_of_those_who_may_ask_states_nobody() -> None:
    assert outcomes(run(NAME, "delisting: {who_may_ask: []}", needs=["who_may_ask"])) == ["not-shown"]


def test_only_what_the_law_asks_for_is_asked() -> None:
    expected = [met("The way off the list is stated.", ("delisting", "contact"))]

    assert expected == run(NAME, "delisting: {contact: PO Box 1}", needs=["contact"])
