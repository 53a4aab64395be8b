"""The target is identified by more than a name."""

from __future__ import annotations

import pytest
from support import outcomes, run


def target(particulars: str, kind: str = "person") -> str:
    return f"target: {{type: {kind}, names: [{{name: Example}}], {particulars}}}"


@pytest.mark.parametrize(
    ("particulars", "path"),
    [
        ("born: 1970", ("target", "born")),
        ('identifiers: [{kind: passport, number: "012"}]', ("target", "identifiers")),
        ("posts: [{title: Commander}]", ("target", "posts")),
    ],
)
def test_one_particular_of_a_person_suffices(particulars: str, path: tuple[str, ...]) -> None:
    (result,) = run("target_identified", target(particulars))

    assert result.outcome == "met"
    assert result.path == path


def test_a_name_alone_does_not_identify() -> None:
    (result,) = run("target_identified")

    assert result.outcome == "not-shown"
    assert result.path == ("target",)
    assert result.message.endswith("Expected: a birth date, an identifier or a post.")


def test_an_unknown_birth_date_does_not_identify() -> None:
    assert outcomes(run("target_identified", target("born: unknown"))) == ["not-shown"]


def test_particulars_that_are_not_asked_for_do_not_identify() -> None:
    assert outcomes(run("target_identified", target("nationalities: [XA], birthplace: Exampleton"))) == [
        "not-shown"
    ]


def test_a_nationality_identifies_where_the_regime_says_so() -> None:
    (result,) = run(
        "target_identified", target("nationalities: [XA]"), person_needs=["nationality", "birthplace"]
    )

    assert result.outcome == "met"
    assert result.relied_on == ((("target", "nationalities"), ""),)


def test_an_entity_is_identified_by_its_seat() -> None:
    assert outcomes(run("target_identified", target("incorporated_in: XA", "entity"))) == ["met"]


def test_a_post_does_not_identify_an_entity() -> None:
    assert outcomes(run("target_identified", target("posts: [{title: Owner}]", "entity"))) == ["not-shown"]


def test_a_vessel_is_identified_by_its_number() -> None:
    number = 'identifiers: [{kind: IMO number, number: "0000001"}]'

    assert outcomes(run("target_identified", target(number, "vessel"))) == ["met"]
