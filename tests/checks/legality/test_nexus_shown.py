"""The connection that the regime asks for is shown."""

from __future__ import annotations

from support import EXAMPLE_REGIME, outcomes, regime, run

ABROAD = "{element: victim-abroad, shown: They were held in another country.}"


def allegations(*elements: str) -> str:
    entries = [
        f"{{id: A{n}, summary: S., conduct: torture, elements: [{each}]}}"
        for n, each in enumerate(elements, 1)
    ]
    return f"allegations: [{', '.join(entries)}]\n"


def grounds(*ids: str) -> str:
    entries = [f"{{conduct: torture, link: responsible, allegations: {each}}}" for each in ids]
    return f"legal_basis: [{{regime: example, grounds: [{', '.join(entries)}]}}]\n"


def test_one_allegation_that_sets_the_element_out_suffices() -> None:
    (result,) = run("nexus_shown", allegations("", ABROAD), elements=["victim-abroad"])

    assert result.outcome == "met"
    assert result.path == ("allegations", 1, "elements", 0)


def test_an_element_that_no_allegation_sets_out_is_not_shown() -> None:
    (result,) = run("nexus_shown", allegations("", "{element: victim-abroad}"), elements=["victim-abroad"])

    assert result.outcome == "not-shown"
    assert result.path == ("allegations", 0, "elements")
    assert "(A1 and A2)" in result.message


def test_each_ground_needs_the_element() -> None:
    dossier = allegations("", ABROAD) + grounds("[A2]", "[A1]")

    assert sorted(outcomes(run("nexus_shown", dossier, elements=["victim-abroad"]))) == ["met", "not-shown"]


def test_grounds_that_begin_with_the_same_allegation_are_told_apart() -> None:
    dossier = allegations("", ABROAD) + grounds("[A1]", "[A1, A2]")

    assert sorted(outcomes(run("nexus_shown", dossier, elements=["victim-abroad"]))) == ["met", "not-shown"]


def test_one_lack_under_two_grounds_is_reported_once() -> None:
    dossier = allegations("") + grounds("[A1]", "[A1]")

    assert outcomes(run("nexus_shown", dossier, elements=["victim-abroad"])) == ["not-shown"]


def test_the_message_says_what_the_regime_asks() -> None:
    nexus = (
        "nexus:\n"
        "  - asks: a foreign victim\n"
        "    provision: {instrument: act, at: s. 9}\n"
        "    verified: text\n"
        "    source: s\n"
        "    elements: [{id: other, asks: another}, {id: victim-abroad, asks: the victim was abroad}]\n"
    )
    under = regime(EXAMPLE_REGIME.replace("proof:\n", nexus + "proof:\n"))

    (result,) = run("nexus_shown", allegations(""), under=under, elements=["victim-abroad"])

    assert result.message.endswith("sets out the element “victim-abroad”: the victim was abroad.")


def test_the_legal_basis_states_the_connection_where_it_is_asked() -> None:
    (result,) = run("nexus_shown", "legal_basis: [{regime: example, nexus: A foreign national.}]", text=True)

    assert result.outcome == "met"
    assert result.path == ("legal_basis", 0, "nexus")


def test_a_legal_basis_without_the_connection_is_not_shown() -> None:
    (result,) = run("nexus_shown", text=True)

    assert result.outcome == "not-shown"
    assert result.path == ("legal_basis", 0)


def test_a_missing_legal_basis_is_left_to_another_check() -> None:
    assert run("nexus_shown", "legal_basis: []", text=True) == []


def test_nothing_is_asked_where_nothing_is_named() -> None:
    assert run("nexus_shown", allegations("")) == []
