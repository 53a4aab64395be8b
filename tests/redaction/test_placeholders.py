"""What stands in the place of each kind of part: enough for a dossier, the gist where it is read, and nothing untrue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support import FIXTURES, NEUTRAL, TODAY

from sanctcheck.dossier.handling import UNSTATED, Level, reader
from sanctcheck.dossier.model import (
    Comparator,
    Custody,
    Dossier,
    Exhibit,
    LegalBasis,
    Lookalike,
    ReasonPoint,
    StatementOfReasons,
    Target,
    WithheldReason,
)
from sanctcheck.law.load import packaged_law
from sanctcheck.reading.files import parse
from sanctcheck.reading.shape import shape
from sanctcheck.redaction.gists import of_withholding
from sanctcheck.redaction.placeholder import gist_of, placeholder, was_given
from sanctcheck.redaction.redact import Asked, Redacted, _said, redacted
from sanctcheck.redaction.writing import written
from sanctcheck.tidy.order import fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from sanctcheck.reading.document import Path_

LAW = packaged_law()
TARGET, PUBLIC, PARTNER = map(reader, ("target", "public", "partner:GB"))
CLOSED = {"level": "restricted", "because": "x"}
GIST = {**CLOSED, "gist": "A gist of it."}
NOBODY = "[withheld]"


def dossier(text: str, name: str = "a.yaml") -> Dossier:
    made = shape(parse(text.encode(), name), Dossier)
    assert made is not None
    return made


def version(value: Any, for_whom: str) -> Redacted:
    document = parse(written(value, as_json=True).encode(), "a.json")
    shaped = shape(document, Dossier)
    assert shaped is not None, document.flaws
    return redacted(document, shaped, LAW, Asked(for_whom, TODAY))


def parts(value: Any, model: type[BaseModel], path: Path_ = ()) -> Iterator[tuple[Path_, type[BaseModel]]]:
    """Every part of a dossier that can be handled by itself."""
    for name, held in fields(model).items():
        if held is None or name not in value or name == "protected_persons":
            continue
        one = not isinstance(value[name], list)
        for step, item in enumerate([value[name]] if one else value[name]):
            here = (*path, name) if one else (*path, name, step)
            if "handling" in fields(held):
                yield here, held
            yield from parts(item, held, here)


def kinds_of_parts() -> list[tuple[str, Path_]]:
    """Of each kind of part, one in the complete dossiers, with the dossier in which it stands."""
    found: dict[tuple[str, ...], tuple[str, Path_]] = {}
    for file in sorted(FIXTURES.glob("dossiers/*/complete.yaml")):
        text = file.read_text("utf-8")
        if "\nformat: dossier/1\n" in text:
            for path, _ in parts(plain(text), Dossier):
                found.setdefault(tuple(step for step in path if isinstance(step, str)), (text, path))
    return list(found.values())


def plain(text: str) -> Any:
    return dossier(text).model_dump(mode="json", by_alias=True, exclude_unset=True)


@pytest.mark.parametrize("handling", [CLOSED, GIST], ids=["without", "with-a-gist"])
@pytest.mark.parametrize("case", kinds_of_parts(), ids=lambda case: "/".join(map(str, case[1])))
def test_a_part_of_any_kind_can_be_withheld_and_a_dossier_is_left(
    case: tuple[str, Path_], handling: dict[str, str]
) -> None:
    text, path = case
    value = plain(text)
    part = value
    for step in path:
        part = part[step]
    part["handling"] = handling
    made = version(value, "target")

    assert made.text is not None, made.left
    # An exhibit has the summary that its target was given; of a comparator nothing can be said, because whether somebody
    # is listed has no word between yes and no.
    if path[0] not in {"exhibits", "comparators"}:
        assert ("A gist of it." in made.text) is (handling is GIST)


@pytest.mark.parametrize("name", sorted(UNSTATED))
def test_whatever_is_not_public_unless_it_says_so_can_say_so(name: str) -> None:
    found = {
        field: held
        for model in (Dossier, *filter(None, fields(Dossier).values()))
        for field, held in fields(model).items()
    }

    assert "handling" in fields(found[name] or Dossier)


def test_an_accepted_gap_that_may_not_be_seen_is_left_out_beside_one_that_may() -> None:
    """There is no day that says nothing, and so nothing can stand in its place."""
    gap = {"standard": "notification", "reason": "x", "by": "y", "until": "2027-01-01"}
    value = plain(NEUTRAL)
    value["accepted_gaps"] = [gap, {**gap, "standard": "hearing", "handling": {"level": "public"}}]
    made = version(value, "public")

    assert made.text is not None, made.left
    kept = dossier(made.text, "a.json")
    assert [each.standard for each in kept.accepted_gaps] == ["hearing"]
    assert kept.redaction is not None
    assert [each.part for each in kept.redaction.withheld] == ["accepted_gaps/0"]


@pytest.mark.parametrize(
    ("part", "model", "made"),
    [
        (
            {"type": "person", "names": [{"name": "X"}], "handling": GIST},
            Target,
            {"type": "person", "names": [{"name": "A gist of it."}], "handling": {"level": "official"}},
        ),
        (
            {"name": "X", "difference": "Y", "handling": GIST},
            Lookalike,
            {"name": NOBODY, "difference": "A gist of it.", "handling": {"level": "official"}},
        ),
        (
            {"regime": "gb-ghr", "standard_of_proof": "x", "handling": GIST},
            LegalBasis,
            {
                "regime": "gb-ghr",
                "standard_met_because": "A gist of it.",
                "handling": {"level": "official"},
            },
        ),
        (
            {"day": "2026-01-01", "holder": "X", "handling": CLOSED},
            Custody,
            {"day": "unknown", "holder": NOBODY, "handling": {"level": "official"}},
        ),
        (
            {"allegation": "A1", "text": "X", "handling": GIST},
            ReasonPoint,
            {"allegation": "A1", "text": "A gist of it.", "handling": {"level": "official"}},
        ),
        (
            {"because": "X", "ground": "safety-of-a-person", "handling": CLOSED},
            WithheldReason,
            {"because": NOBODY, "ground": "other", "handling": {"level": "official"}},
        ),
        ({"text": "X", "handling": CLOSED}, StatementOfReasons, {"handling": {"level": "official"}}),
        ({"who": "X", "listed": True, "handling": GIST}, Comparator, None),
    ],
)
def test_the_gist_stands_where_a_reader_looks_and_the_rest_says_nothing(
    part: dict[str, Any], model: type[BaseModel], made: dict[str, Any] | None
) -> None:
    assert placeholder(part, model, TARGET) == made
    bare = placeholder(part, model, PUBLIC)
    assert "A gist of it." not in str(bare)
    assert bare is None or bare["handling"] == {"level": "public"}


def test_a_part_without_names_gets_none() -> None:
    """A part of which the reader of files could make nothing is not made up."""
    assert placeholder({"type": "person", "names": "X"}, Target, TARGET) is None


@pytest.mark.parametrize(
    ("disclosure", "handling", "gist"),
    [
        ({"summary": "S"}, {"gist": "G"}, "S"),
        ({"summary": 7}, {"gist": "G"}, "G"),
        ({}, {"gist": "G"}, "G"),
        ("full", "restricted", None),
        (None, {"level": "restricted"}, None),
    ],
)
def test_the_summary_that_the_target_was_given_comes_before_the_gist(
    disclosure: Any, handling: Any, gist: str | None
) -> None:
    assert gist_of({"disclosure": disclosure, "handling": handling}) == gist


@pytest.mark.parametrize(
    ("disclosure", "given"),
    [
        ({"extent": "full"}, True),
        ({"extent": "redacted"}, True),
        ({"extent": "summary"}, False),
        ({"extent": "withheld"}, False),
        ("full", False),
        (None, False),
    ],
)
def test_the_target_was_given_the_material_itself_in_full_or_redacted(
    disclosure: Any, *, given: bool
) -> None:
    assert was_given({"disclosure": disclosure}) is given


def disclosed(extent: str, for_whom: Any, **handling: str) -> Any:
    part = {
        "id": "E1",
        "title": "X",
        "kind": "ngo-report",
        "handling": {**CLOSED, **handling},
        "disclosure": {"extent": extent, "because": "names"},
    }
    made = placeholder(part, Exhibit, for_whom)
    assert made is not None
    return made["disclosure"]


def test_the_target_is_told_to_what_extent_the_target_was_given_an_exhibit_and_nobody_else_is() -> None:
    assert disclosed("full", TARGET) == {"extent": "full", "because": "names"}
    assert disclosed("redacted", TARGET, gist="G") == {
        "extent": "redacted",
        "because": "names",
        "summary": "G",
    }
    assert disclosed("withheld", TARGET) == {"extent": "withheld", "because": "names"}
    assert disclosed("full", PARTNER) == {"extent": "withheld", "because": "names"}
    assert disclosed("full", PARTNER, gist="G") == {"extent": "summary", "because": "names", "summary": "G"}
    assert disclosed("full", PUBLIC, gist="G") == {"extent": "withheld"}


def test_of_an_exhibit_that_the_target_was_given_no_gist_is_missing() -> None:
    value = plain(NEUTRAL.replace("regime: example", "regime: eu-ghr"))
    exhibit = {"id": "E1", "title": "X", "kind": "ngo-report", "handling": CLOSED}
    value["exhibits"] = [exhibit, {**exhibit, "id": "E2", "disclosure": {"extent": "full"}}]

    assert version(value, "target").without_gist == ("exhibits/E1",)


def test_a_part_is_named_in_the_record_by_fields_and_ids_and_by_nobody_s_name() -> None:
    class Scrubs:
        def scrubbed(self, text: str) -> str:
            return text.replace("haddad", "[protected]")

    value = {"act": {"id": "no-item", "x": [{"id": "haddad"}, {"y": 1}, "z"]}}
    guard: Any = Scrubs()

    assert _said(value, ("act",), None) == "act"
    assert _said(value, ("act", "x", 0), None) == "act/x/haddad"
    assert _said(value, ("act", "x", 0), guard) == "act/x/[protected]"
    assert _said(value, ("act", "x", 1, "y"), None) == "act/x/1/y"
    assert _said(value, ("act", "x", 2), None) == "act/x/2"


def test_law_of_withholding_is_found_beside_regimes_that_nobody_knows_and_asks_for_a_gist_or_a_summary() -> (
    None
):
    both = NEUTRAL.replace("[{regime: example}]", "[{regime: no-such}, {regime: eu-ghr}]")
    said = of_withholding(dossier(both), LAW, TODAY)

    assert [each.partition(":")[0] for each in said.provisions] == ["eu-ghr"]
    asking = {
        each.partition(":")[0]
        for name in LAW.regime_ids
        for each in of_withholding(
            dossier(NEUTRAL.replace("regime: example", f"regime: {name}")), LAW, TODAY
        ).asking
    }
    expected = {
        name
        for name in LAW.regime_ids
        for criterion in LAW.regime(name).regime.criteria
        if criterion.check == "withholding_justified"
        and ("gist" in criterion.with_ or "summary" in criterion.with_)
    }
    assert "eu-ghr" in asking
    assert asking <= expected


@pytest.mark.parametrize(
    ("level", "states", "denied"),
    [
        ("public", None, [None, None, None, None]),
        ("official", None, [None, "level", None, None]),
        ("restricted", None, ["level", "level", "releasability", "releasability"]),
        ("restricted", {"GB"}, ["level", "level", None, "releasability"]),
        ("protected", {"GB"}, ["level", "level", "level", "level"]),
        ("public", {"GB"}, [None, None, None, "releasability"]),
        ("official", set(), [None, "level", "releasability", "releasability"]),
    ],
)
def test_who_is_denied_what_and_under_which_rule(
    level: Any, states: set[str] | None, denied: list[str | None]
) -> None:
    part = Level(level, None if states is None else frozenset(states))

    assert [reader(name).denied(part) for name in ("target", "public", "partner:GB", "partner:CA")] == denied


def test_readers_are_named_as_a_user_writes_them_and_told_what_is_theirs() -> None:
    assert [(each.name, each.state) for each in (TARGET, PUBLIC, PARTNER)] == [
        ("target", None),
        ("public", None),
        ("partner:GB", "GB"),
    ]
    assert [each.is_given_gists for each in (TARGET, PUBLIC, PARTNER)] == [True, False, True]
    assert [each.is_owed_gists for each in (TARGET, PUBLIC, PARTNER)] == [True, False, False]
