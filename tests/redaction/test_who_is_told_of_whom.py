"""What others learn of handling itself, and of people who are restricted rather than protected: no more than they may."""

from __future__ import annotations

from typing import Any

import pytest
from support import NEUTRAL, TODAY

from sanctcheck.dossier.handling import level_at, marked, texts
from sanctcheck.dossier.model import Dossier
from sanctcheck.law.load import packaged_law
from sanctcheck.reading.files import parse
from sanctcheck.reading.shape import shape
from sanctcheck.redaction.redact import Asked, redacted

LAW = packaged_law()
WIRE = """\
exhibits:
  - id: E1
    title: A wire
    kind: intelligence
    handling:
      level: restricted
      because: it endangers a source
      releasable_to: [GB]
      gist: A wire was intercepted.
      role: a dock worker
      names: [Karim Najjar]
      details: [the blue trawler]
"""
FACT = "stated_facts: [{claim: Karim Najjar saw the blue trawler., handling: {level: public}}]\n"


def values(text: str, reader: str) -> dict[str, Any]:
    document = parse((NEUTRAL + text).encode(), "a.yaml")
    dossier = shape(document, Dossier)
    assert dossier is not None, [flaw.message for flaw in document.flaws]
    made = redacted(document, dossier, LAW, Asked(reader, TODAY))
    assert made.text is not None, made.left
    found: dict[str, Any] = parse(made.text.encode(), "a.yaml").value
    return found


def test_of_the_handling_of_a_part_that_is_seen_only_its_level_and_its_states_are_told() -> None:
    assert values(WIRE, "partner:GB")["exhibits"][0] == {
        "id": "E1",
        "title": "A wire",
        "kind": "intelligence",
        "handling": {"level": "restricted", "releasable_to": ["GB"]},
    }


@pytest.mark.parametrize(
    ("reader", "claim"),
    [
        ("partner:GB", "Karim Najjar saw the blue trawler."),
        ("partner:CA", "a dock worker saw the [protected]."),
        ("target", "a dock worker saw the [protected]."),
        ("public", "a dock worker saw the [protected]."),
    ],
)
def test_whoever_is_restricted_is_named_to_those_alone_who_may_see_the_part(reader: str, claim: str) -> None:
    assert values(WIRE + FACT, reader)["stated_facts"][0]["claim"] == claim


@pytest.mark.parametrize("reader", ["target", "public", "partner:GB"])
def test_whoever_is_protected_is_named_to_nobody_whatever_state_is_marked(reader: str) -> None:
    made = values(WIRE.replace("level: restricted", "level: protected") + FACT, reader)

    assert made["stated_facts"][0]["claim"] == "a dock worker saw the [protected]."


def test_a_version_says_for_whom_it_is_open() -> None:
    """One that holds gists is for its reader; one for the public holds nothing that is not public."""
    assert values("", "target")["handling"] == {"level": "official"}
    assert values("", "partner:GB")["handling"] == {"level": "official"}
    assert values("", "public")["handling"] == {"level": "public"}
    assert values("handling: {level: restricted, because: x}\n", "public")["handling"] == {"level": "public"}


def test_the_marks_of_a_mistaken_form_release_to_nobody_more() -> None:
    def states(marks: Any) -> Any:
        part = {"exhibits": [{"handling": {"level": "restricted", "releasable_to": marks}}]}
        return level_at(part, ("exhibits", 0)).releasable_to

    assert states(["GB", 7, None]) == {"GB"}
    assert states("GB") is None
    assert states(["GB"]) == {"GB"}
    assert states([]) is None
    assert states({"GB": 1}) is None


def test_a_part_in_a_list_of_lists_has_the_level_of_the_field_in_which_it_stands() -> None:
    """A mistake of form; what it holds is no less hidden for it."""
    odd = {"exhibits": [[{"title": "x"}], ["y"]], "title": ["z"]}

    assert level_at(odd, ("exhibits", 0, 0, "title")).level == "official"
    assert level_at(odd, ("exhibits", 1, 0)).level == "public"
    assert {path: level.level for path, _, level in texts(odd)} == {
        ("exhibits", 0, 0, "title"): "official",
        ("exhibits", 1, 0): "public",
        ("title", 0): "public",
    }
    assert [path for path, _, _ in marked(odd, {"official"})] == [("exhibits", 0, 0)]


def test_the_whole_of_a_dossier_is_not_a_part_of_it() -> None:
    whole = {"handling": {"level": "protected"}, "title": "x", "target": {"names": ["y"]}}

    assert list(marked(whole, {"protected"})) == []
    assert [level.level for _, _, level in texts(whole)] == ["public", "public", "public"]
    assert level_at(whole, ()).level == "public"


def test_texts_and_parts_stand_in_the_order_of_the_dossier() -> None:
    ordered = {"a": ["1", {"b": "2", "c": ["3", "4"]}], "exhibits": [{"d": "5"}, {"e": "6"}]}

    assert [text for _, text, _ in texts(ordered)] == ["1", "2", "3", "4", "5", "6"]
    assert [path for path, _, _ in marked(ordered, {"official"})] == [("exhibits", 0), ("exhibits", 1)]


def test_what_is_no_text_is_none() -> None:
    assert list(texts({"a": 1, "b": None, "c": [True, 2.5]})) == []
    assert list(texts("x")) == [((), "x", level_at({}, ()))]
