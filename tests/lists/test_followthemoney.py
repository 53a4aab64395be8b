from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from published import PUBLISHED, listings, parsing, raw
from support import FIXTURES

from sanctcheck.dossier.model import Dossier
from sanctcheck.lists.followthemoney import listing_as_ftm, target_as_ftm
from sanctcheck.lists.model import Listing
from sanctcheck.lists.parsing import parse
from sanctcheck.reading.shape import shape

if TYPE_CHECKING:
    from pathlib import Path


def dossier(old: str = "", new: str = "") -> Dossier:
    """A complete dossier, with a change."""
    from sanctcheck.reading.files import parse as parse_text

    path = FIXTURES / "dossiers" / "gb-ghr" / "complete.yaml"
    document = parse_text(path.read_text().replace(old, new, 1).encode(), path.name)
    found = shape(document, Dossier)
    assert found is not None
    return found


@pytest.mark.parametrize("name", PUBLISHED)
def test_what_is_exported_can_be_read_again(name: str, tmp_path: Path) -> None:
    before = list(parsing(name))
    path = tmp_path / "entities.ftm.json"
    entities = [entity for listing in before for entity in listing_as_ftm(listing)]
    path.write_text("".join(json.dumps(entity) + "\n" for entity in entities))

    after = list(parse([raw(path)]))

    assert len({entity["id"] for entity in entities}) == len(entities)
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert {each.text for each in old.names} == {each.text for each in new.names}
        assert {n.text for n in old.names if n.quality == "weak"} == {
            n.text for n in new.names if n.quality == "weak"
        }
        assert old.reasons == new.reasons
        assert {each.start for each in old.listed_on} == {each.start for each in new.listed_on}
        assert {each.code for each in old.nationalities} == {each.code for each in new.nationalities}


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_entity_is_what_followthemoney_knows(name: str) -> None:
    """Held against FollowTheMoney itself where it is installed; it is no dependency of the project."""
    ftm = pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed, so nothing is held against it"
    )
    for listing in parsing(name):
        for entity in listing_as_ftm(listing):
            schema = ftm.model.get(entity["schema"])
            for key, values in entity["properties"].items():
                kind = schema.get(key).type
                # Telephone numbers are given as they are published, which is not always how they are dialled.
                assert kind.name == "phone" or all(kind.clean(value) is not None for value in values), (
                    key,
                    values,
                )


def test_a_person_is_a_person_with_a_sanction_and_a_passport() -> None:
    person, passport, sanction = listing_as_ftm(listings("ofac-xml")["90001"])

    assert (person["id"], person["schema"]) == ("us-ofac-90001", "Person")
    assert person["properties"]["name"] == ["KORVANEC, Miro Tadesz"]
    assert person["properties"]["previousName"] == ["KORVAN, Miroslav"]
    assert person["properties"]["weakAlias"] == ["THE MILLER"]
    assert person["properties"]["birthDate"] == ["1961-03-14", "1962"]
    assert person["properties"]["nationality"] == ["rs", "ru"]
    assert person["properties"]["topics"] == ["sanction"]
    assert (passport["schema"], passport["properties"]["holder"]) == ("Passport", ["us-ofac-90001"])
    assert sanction["properties"]["entity"] == ["us-ofac-90001"]
    assert sanction["properties"]["program"] == ["GLOMAG"]


def test_a_removed_listing_is_no_topic_and_has_its_end() -> None:
    entity, sanction = listing_as_ftm(listings("switzerland")["46130"])

    assert "topics" not in entity["properties"]
    assert sanction["properties"]["endDate"] == ["2024-03-01"]


@pytest.mark.parametrize(("one", "other"), [("Russia/1, Part 1", "Russia/1-Part 1"), ("a b", "a-b")])
def test_ids_that_differ_stay_different(one: str, other: str) -> None:
    ids = [next(listing_as_ftm(Listing(publisher="ca-sema", id=each)))["id"] for each in (one, other)]

    assert ids[0] != ids[1]
    assert all(character.isalnum() or character in "-." for each in ids for character in each)


def test_the_target_of_a_dossier_can_be_given() -> None:
    found = dossier()

    [entity] = target_as_ftm(found)

    assert entity["schema"] == "Person"
    named = {
        text
        for key in ("name", "alias", "weakAlias", "previousName")
        for text in entity["properties"].get(key, ())
    }
    assert {name.name for name in found.target.names} == named
    numbers: list[Any] = [text for values in entity["properties"].values() for text in values]
    assert all(each.number in numbers for each in found.target.identifiers)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\ntarget:\n", "\ntarget:\n  handling: {level: protected, because: A source is at risk.}\n"),
        ("\nhandling: {level: official}", "\nhandling: {level: protected, because: A source is at risk.}"),
    ],
)
def test_a_target_that_is_protected_is_not_given(old: str, new: str) -> None:
    assert list(target_as_ftm(dossier(old, new))) == []
