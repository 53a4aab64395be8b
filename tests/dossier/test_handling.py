"""Who may see what: a part never has a lower level than the part in which it stands."""

from __future__ import annotations

import pytest
from support import document

from sanctcheck.dossier.handling import level_at, marked, rank, reader, texts

VALUE = document(
    """\
    title: x
    handling: {level: restricted}
    exhibits:
      - {id: E1, title: x}
      - {id: E2, title: x, handling: {level: restricted, releasable_to: [GB, CA]}, custody: [{holder: x, handling: {level: public, releasable_to: [CA]}}]}
      - {id: E3, title: x, handling: {level: nonsense}}
      - x
    allegations: [{id: A1, handling: {level: protected}, victims: [{description: x}]}]
    accepted_gaps: [{reason: x, handling: [x]}]
    """
).value


@pytest.mark.parametrize(
    ("path", "level", "states"),
    [
        (("title",), "public", None),
        (("exhibits", 0, "title"), "official", None),
        (("exhibits", 1), "restricted", {"GB", "CA"}),
        (("exhibits", 1, "custody", 0, "holder"), "restricted", {"CA"}),
        (("exhibits", 2, "title"), "protected", None),
        (("exhibits", 3), "public", None),
        (("allegations", 0, "victims", 0, "description"), "protected", None),
        (("accepted_gaps", 0, "reason"), "protected", None),
        (("exhibits", 9, "title"), "public", None),
        (("title", "x"), "public", None),
    ],
)
def test_the_level_of_a_part(path: tuple[str | int, ...], level: str, states: set[str] | None) -> None:
    found = level_at(VALUE, path)

    assert (found.level, found.releasable_to) == (level, states)


def test_every_text_has_the_level_of_the_part_in_which_it_stands() -> None:
    assert [(path, level) for path, _, level in texts(VALUE)] == [
        (path, level_at(VALUE, path)) for path, _, _ in texts(VALUE)
    ]


def test_of_marked_parts_the_outermost_are_told() -> None:
    assert [path for path, _, _ in marked(VALUE, {"protected"})] == [
        ("exhibits", 2),
        ("allegations", 0),
        ("accepted_gaps", 0),
    ]


def test_a_level_that_is_none_counts_as_the_highest() -> None:
    assert [rank(level) for level in ("public", "official", "restricted", "protected", "x")] == [
        0,
        1,
        2,
        3,
        3,
    ]


def test_official_material_that_names_states_goes_to_no_other() -> None:
    part = level_at(
        {"exhibits": [{"handling": {"level": "official", "releasable_to": ["CA"]}}]}, ("exhibits", 0)
    )

    assert [reader(name).denied(part) for name in ("target", "partner:CA", "partner:GB", "public")] == [
        None, None, "releasability", "level",
    ]  # fmt: skip
