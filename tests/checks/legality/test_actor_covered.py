"""The target is somebody whom the regime reaches."""

from __future__ import annotations

from support import outcomes, run

ALLEGED = "allegations: [{id: A1, summary: S., conduct: torture}]\n"


def target(more: str = "", kind: str = "person") -> str:
    return f"target: {{type: {kind}, names: [{{name: E}}]{more}}}\n"


def test_a_kind_that_the_regime_reaches_is_met() -> None:
    (result,) = run("actor_covered", target(kind="entity"))

    assert result.outcome == "met"
    assert result.path == ("target", "type")


def test_a_kind_that_the_regime_does_not_reach_is_not_met() -> None:
    (result,) = run("actor_covered", target(kind="entity"), targets=["person"])

    assert result.outcome == "not-met"
    assert result.path == ("target", "type")
    assert result.message == "The target is of the kind “entity”; the regime reaches person only."


def test_a_public_office_is_asked_for_where_the_limb_needs_an_official() -> None:
    results = run("actor_covered", ALLEGED + target(), official_for=["torture"])

    assert outcomes(results) == ["met", "not-shown"]
    assert results[1].path == ("target", "posts")
    assert "allegation A1" in results[1].message


def test_a_public_office_is_met_at_the_post() -> None:
    posts = ", posts: [{title: Trader, public_office: false}, {title: Colonel, public_office: true}]"
    results = run("actor_covered", ALLEGED + target(posts), official_for=["torture"])

    assert outcomes(results) == ["met", "met"]
    assert results[1].path == ("target", "posts", 1)


def test_a_private_post_is_no_public_office() -> None:
    results = run("actor_covered", ALLEGED + target(", posts: [{title: Trader}]"), official_for=["torture"])

    assert outcomes(results) == ["met", "not-shown"]


def test_the_element_set_out_stands_for_the_office() -> None:
    elements = "elements: [{element: public-official, shown: Acted for the ministry.}]"
    alleged = f"allegations: [{{id: A1, summary: S., conduct: torture, {elements}}}]\n"

    results = run("actor_covered", alleged, official_for=["torture"])

    assert results[1].outcome == "met"
    assert results[1].path == ("allegations", 0, "elements", 0)


def test_the_element_is_needed_in_each_allegation_and_in_words() -> None:
    elements = ("{element: public-official, shown: S.}", "{element: public-official}", "")
    entries = [
        f"{{id: A{n}, summary: S., conduct: torture, elements: [{each}]}}"
        for n, each in enumerate(elements, 1)
    ]
    results = run("actor_covered", f"allegations: [{', '.join(entries)}]", official_for=["torture"])

    assert outcomes(results) == ["met", "not-shown"]
    assert "allegation A2 and A3 needs" in results[1].message


def test_other_limbs_need_no_office() -> None:
    assert outcomes(run("actor_covered", ALLEGED, official_for=["killing"])) == ["met"]
