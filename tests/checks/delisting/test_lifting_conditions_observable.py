from __future__ import annotations

import pytest
from support import run

from sanctcheck.checks.base import met, not_shown

NAME = "lifting_conditions_observable"
PATH = ("delisting", "conditions")


@pytest.mark.parametrize("fragment", ["", "delisting: {body: The Minister}"])
def test_a_dossier_without_conditions_is_another_check_s_matter(fragment: str) -> None:
    assert run(NAME, fragment) == []


def test_each_condition_has_its_own_result_by_its_id_or_its_number() -> None:
    fragment = """
    delisting:
      conditions:
        - {id: C1, text: One.}
        - {text: Two., observable_by: "A register shows it."}
        - {text: Three.}
    """
    expected = [
        not_shown(
            "Condition C1 does not say what would show that it is met, and who can see that.", (*PATH, 0)
        ),
        met("Condition 2 says what would show that it is met.", (*PATH, 1, "observable_by")),
        not_shown(
            "Condition 3 does not say what would show that it is met, and who can see that.", (*PATH, 2)
        ),
    ]

    assert expected == run(NAME, fragment)
