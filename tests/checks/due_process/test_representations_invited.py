from __future__ import annotations

import pytest
from support import run

PROPOSED = "act: {kind: initial-designation, status: proposed}\n"
INVITED = "process: [{event: representations-invited, day: 2026-03-02}]\n"


@pytest.mark.parametrize(
    ("fragment", "outcome", "path"),
    [
        (INVITED, "met", ("process", 0)),
        (PROPOSED + INVITED, "met", ("process", 0)),
        (PROPOSED, "pending", ("act",)),
        ("process: [{event: notified, day: 2026-03-02}]", "not-shown", ("process",)),
        ("process: [{event: representations-received, day: 2026-03-02}]", "not-shown", ("process",)),
    ],
)
def test_an_invitation_is_asked_for_once_the_act_is_adopted(
    fragment: str, outcome: str, path: tuple[str | int, ...]
) -> None:
    [result] = run("representations_invited", fragment)

    assert (outcome, path) == (result.outcome, result.path)
