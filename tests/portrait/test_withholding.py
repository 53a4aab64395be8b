"""What the readers of a portrait, and of the record beside it, may not see is in neither of them."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

import msgspec
import pytest
import yaml
from support import FIXTURES, TODAY

from sanctcheck.dossier import vocabulary
from sanctcheck.dossier.discovery import Candidate
from sanctcheck.dossier.handling import Reader, reader
from sanctcheck.finding import record_of
from sanctcheck.law.load import packaged_law
from sanctcheck.portrait.making import Circumstances, portrait_of
from sanctcheck.portrait.visibility import LEVELS, OFFICE, PUBLIC, hidden_texts, level_at, reader_of
from sanctcheck.portrait.withholding import SAID_INSTEAD, withheld
from sanctcheck.validation import Request, Validator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.portrait.model import Level, Portrait
    from sanctcheck.record import FileRecord

_WORDS = {word for each in vars(vocabulary).values() for word in get_args(each)}
_PARTS = (
    ("target",),
    ("exhibits", 0),
    ("exhibits", 1),
    ("allegations", 0),
    ("allegations", 0, "victims", 0),
)


@cache
def _complete(regime: str) -> str:
    text = (FIXTURES / "dossiers" / regime / "complete.yaml").read_text(encoding="utf-8")
    # The library of the tests takes the key `on` for a truth.
    return json.dumps(yaml.safe_load(text), default=str).replace('"true":', '"on":')


def _public(regime: str) -> Any:
    """A complete dossier all of whose exhibits are public."""
    value = json.loads(_complete(regime))
    for exhibit in value["exhibits"]:
        exhibit["handling"] = {"level": "public"}
    return value


def _seen(value: Any, shown: frozenset[Level] | Reader) -> tuple[Portrait, FileRecord]:
    """What comes out for readers of some levels."""
    validator = Validator(packaged_law(), Request(TODAY, all_regimes=False))
    content = json.dumps(value).encode()
    checked = validator.validate(Candidate(None, "a.json", by_name=True, content=content))
    assert checked is not None
    portrait = portrait_of(checked, shown, Circumstances(TODAY, packaged_law()))
    assert portrait is not None
    return portrait, withheld(record_of(checked), checked, shown)


def _texts(value: Any) -> Iterator[str]:
    yield from (text for _, text in hidden_texts(value, Reader("nobody", frozenset())))


@pytest.mark.parametrize("level", ["official", "restricted", "protected"])
@pytest.mark.parametrize("path", _PARTS, ids=lambda path: ".".join(map(str, path)))
@pytest.mark.parametrize("regime", ["eu-ghr", "gb-ghr"])
def test_no_text_of_a_hidden_part_comes_out(regime: str, path: tuple[str | int, ...], level: str) -> None:
    value = _public(regime)
    part = value
    for step in path:
        part = part[step]
    # With a gap in the part, and a text of its own, so that there is something to report of it.
    part["handling"] = {"level": level, "because": "Xylograph Qwertz"}
    if path[:1] == ("exhibits",):
        part["title"], part["grade"] = "Zebulon manuscript of the keeper", "F6"
    hidden = {
        text for key, text in hidden_texts(value, reader_of(PUBLIC)) if len(text) >= 6 and key != "level"
    }
    law = "".join(file.read_text() for file in (FIXTURES.parent / "criteria").rglob("*.yaml"))
    shown = Counter(_texts(value)) - Counter(text for _, text in hidden_texts(value, reader_of(PUBLIC)))

    portrait, record = _seen(value, PUBLIC)
    said = (msgspec.json.encode(portrait) + msgspec.json.encode(record)).decode()
    law += " ".join(text for finding in record.findings for text in finding.provisions)

    assert hidden
    # The day whose law was applied stands on every report, and for an adopted act that is its day.
    for text in hidden - {value["act"]["day"]}:
        is_known = any(text in each for each in shown) or text in law or text in _WORDS
        assert is_known or text not in said or text == value["id"], text


def test_everybody_of_the_office_sees_what_is_not_protected() -> None:
    value = json.loads(_complete("gb-ghr"))
    for exhibit in value["exhibits"]:
        exhibit["handling"] = {"level": "restricted"}

    portrait, record = _seen(value, OFFICE)

    assert value["exhibits"][0]["title"] == portrait.exhibits[0].title
    assert portrait.highest == "restricted"
    assert SAID_INSTEAD not in {finding.message for finding in record.findings}


def test_a_hidden_exhibit_counts_and_says_nothing() -> None:
    value = _public("gb-ghr")
    everything, _ = _seen(value, PUBLIC)
    value["exhibits"][0]["handling"] = {"level": "restricted"}

    portrait, record = _seen(value, PUBLIC)
    exhibit = portrait.exhibits[0]

    assert (exhibit.label, exhibit.is_shown, exhibit.title) == ("#1", False, "")
    assert ("restricted", 1) in portrait.withheld
    assert [row.independent for row in everything.matrices[0].rows] == [
        row.independent for row in portrait.matrices[0].rows
    ]
    assert SAID_INSTEAD in {finding.message for finding in record.findings}


def test_what_is_not_marked_is_handled_as_its_kind_asks() -> None:
    value = json.loads(_complete("gb-ghr"))
    for exhibit in value["exhibits"]:
        exhibit.pop("handling", None)

    portrait, _ = _seen(value, PUBLIC)

    assert portrait.identity.is_shown
    assert not portrait.identity.told_apart
    assert not any(each.is_shown for each in portrait.exhibits)
    assert not portrait.steps


def test_of_a_dossier_that_is_protected_as_a_whole_nothing_is_shown() -> None:
    value = _public("gb-ghr")
    value["handling"] = {"level": "protected"}

    portrait, record = _seen(value, OFFICE)

    assert (portrait.title, portrait.act, portrait.steps, portrait.grounds) == (None, None, (), ())
    assert not portrait.identity.is_shown
    assert not any(each.is_shown for each in portrait.exhibits)
    assert not any(each.is_shown for each in portrait.allegations)
    assert record.about is not None
    assert record.about.name == "[withheld]"


def test_a_partner_sees_what_may_be_released_to_it_and_no_other_does() -> None:
    value = _public("gb-ghr")
    value["exhibits"][0]["handling"] = {"level": "restricted", "releasable_to": ["CA"]}

    canada, _ = _seen(value, reader("partner:CA"))
    others, _ = _seen(value, reader("partner:AU"))

    assert canada.exhibits[0].is_shown
    assert not others.exhibits[0].is_shown
    assert canada.reader == "partner:CA"


def test_nobody_can_ask_for_what_is_protected() -> None:
    value = json.loads(_complete("gb-ghr"))
    value["exhibits"][0]["handling"] = {"level": "protected"}

    portrait, _ = _seen(value, frozenset(LEVELS))

    assert not portrait.exhibits[0].is_shown
    assert "protected" not in portrait.shown


@pytest.mark.parametrize(
    ("value", "path", "level"),
    [
        ({"a": {"b": 1}}, ("a", "b"), "public"),
        ({"exhibits": [{"id": "E1"}]}, ("exhibits", 0, "title"), "official"),
        ({"handling": {"level": "restricted"}, "a": {}}, ("a", "b"), "public"),
        ({"handling": {"level": "protected"}, "a": {"handling": {"level": "public"}}}, ("a",), "protected"),
        ({"exhibits": [{"handling": {"level": "public"}}]}, ("exhibits", 0), "public"),
        ({"a": [{"handling": {"level": "official"}}]}, ("a", 0, "x", 3), "official"),
    ],
)
def test_a_part_is_handled_as_the_one_rule_says(
    value: Any, path: tuple[str | int, ...], level: Level
) -> None:
    assert level == level_at(value, path)


def test_a_dossier_of_great_depth_is_read_to_its_end() -> None:
    value: Any = {"secret": "found"}
    for _ in range(5000):
        value = [value]
    value = {"exhibits": value}

    assert list(hidden_texts(value, reader_of(PUBLIC))) == [("secret", "found")]


def test_the_documents_of_the_office_hold_no_ids_of_what_is_protected() -> None:
    text = (
        b"format: dossier/1\nid: x\ntarget: {type: person, names: [{name: A}]}\nlegal_basis: [{regime: gb-ghr}]\n"
        b"exhibits:\n"
        b"  - {id: E1, title: T, kind: press-report, cites: [nurse-of-ward-7]}\n"
        b"  - {id: nurse-of-ward-7, title: U, kind: witness-statement, cites: [E1], handling: {level: protected}}\n"
    )
    checked = Validator(packaged_law(), Request(TODAY)).validate(
        Candidate(None, "a.yaml", by_name=True, content=text)
    )
    assert checked is not None
    portrait = portrait_of(checked, OFFICE, Circumstances(TODAY, packaged_law()))

    said = msgspec.json.encode((portrait, withheld(record_of(checked), checked, OFFICE)))

    assert b"nurse" not in said


def test_a_dossier_that_nobody_marked_has_a_report_that_is_not_public() -> None:
    value = json.loads(_complete("gb-ghr"))
    kept = {"format", "id", "target", "legal_basis"}
    value = {key: item for key, item in value.items() if key in kept}
    value["target"] = {"type": "person", "names": [{"name": "Somebody"}]}

    assert _seen(value, OFFICE)[0].highest == "unmarked"
    assert _seen(value, PUBLIC)[0].highest == "public"
