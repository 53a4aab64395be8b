from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import FIXTURES, TODAY
from yamlmaking import Maker

from sanctcheck.dossier.model import Dossier
from sanctcheck.law.load import packaged_law
from sanctcheck.reading.files import parse
from sanctcheck.reading.yaml_reader import PlainNumber
from sanctcheck.scaffold import scaffold
from sanctcheck.tidy.marks import comment_texts
from sanctcheck.tidy.order import fields
from sanctcheck.tidy.tidied import same, tidied

if TYPE_CHECKING:
    from pydantic import BaseModel

    from sanctcheck.reading.document import Document


def read(text: str, name: str = "dossier.yaml") -> Document:
    return parse(text.encode(), name)


def is_readable(document: Document) -> bool:
    return isinstance(document.value, dict) and not any(f.severity == "error" for f in document.flaws)


def made(seed: int) -> Document | None:
    document = read(Maker(Random(seed)).dossier())
    return document if is_readable(document) else None


def test_of_the_random_dossiers_most_can_be_read() -> None:
    readable = [seed for seed in range(200) if made(seed) is not None]

    assert len(readable) > 100


@settings(deadline=None, max_examples=150)
@given(st.integers(min_value=0, max_value=10**9))
def test_values_and_comments_stay_and_a_second_time_changes_nothing(seed: int) -> None:
    document = made(seed)
    if document is None:
        return

    text = tidied(document)

    assert text is not None, document.text
    again = read(text)
    assert same(document.value, again.value)
    assert comment_texts(document.text) == comment_texts(text)
    assert tidied(again) == text


@settings(deadline=None, max_examples=60)
@given(st.integers(min_value=0, max_value=10**9))
def test_the_fields_stand_in_the_order_of_the_format(seed: int) -> None:
    document = made(seed)
    text = tidied(document) if document and "*a" not in document.text else None
    if text is None:
        return

    assert_in_order(read(text).value, Dossier)


def assert_in_order(value: object, model: type[BaseModel] | None) -> None:
    if isinstance(value, list):
        for item in value:
            assert_in_order(item, model)
    elif isinstance(value, dict) and model is not None:
        known = fields(model)
        ranks = [list(known).index(name) for name in value if name in known]
        assert ranks == sorted(ranks)
        for name, part in value.items():
            assert_in_order(part, known.get(name))


def test_a_comment_goes_with_what_it_stands_at() -> None:
    text = """\
# of the file

# of the names
target: {names: [{script: Latn,
   name: 'X Y'}], type: person} # of the target
# of the id
id:   b
format: dossier/1
exhibits:
- kind: video   # of the kind
  id: E1
  # of the title
  title:  "A & B"
  # at the end of the exhibit
act: # of the act
    status: proposed
    # of the kind of act
    kind: renewal
"""

    assert (
        tidied(read(text))
        == """\
# of the file

# of the names
format: dossier/1
# of the id
id: b

act:  # of the act
  # of the kind of act
  kind: renewal
  status: proposed

target: {type: person, names: [{name: "X Y", script: Latn}]}  # of the target

exhibits:
  - id: E1
    # of the title
    title: "A & B"
    kind: video   # of the kind
    # at the end of the exhibit
"""
    )


def test_a_misspelt_field_stays_where_it_is_and_an_alias_behind_its_anchor() -> None:
    text = "id: x\ntitel: y\nformat: dossier/1\n"
    with_alias = "title: &t X\nid: *t\nformat: dossier/1\n"

    assert tidied(read(text)) == "format: dossier/1\nid: x\ntitel: y\n"
    assert tidied(read(with_alias)) == with_alias


def test_text_stays_text_and_quotation_marks_stay_where_they_matter() -> None:
    text = "format: dossier/1\nid: '0123'\ntitle: 'it''s \"so\"'\nprepared_by: \"no: yes # maybe\"\n"

    assert tidied(read(text)) == text.replace("'0123'", '"0123"')


def test_what_is_too_long_for_a_line_is_written_line_by_line() -> None:
    long = "x" * 80
    text = f"format: dossier/1\nid: x\nprocess: [{{event: decided, note: {long}}}, {{day: 2020, event: proposed}}]\n"

    assert tidied(read(text)) == (
        f"format: dossier/1\nid: x\n\nprocess:\n  - {{event: decided, note: {long}}}\n  - {{event: proposed, day: 2020}}\n"
    )


@pytest.mark.parametrize("regime", ["gb-ghr", "eu-ghr", "common"])
def test_a_first_dossier_is_in_canonical_form(regime: str) -> None:
    text = scaffold(packaged_law(), regime, TODAY)

    assert tidied(read(text)) == text


def test_a_complete_dossier_keeps_every_line_of_its_own() -> None:
    text = (FIXTURES / "dossiers/gb-ghr/complete.yaml").read_text(encoding="utf-8")

    assert sorted(tidied(read(text)).splitlines()) == sorted(text.splitlines())  # type: ignore[union-attr]


def test_json_keeps_its_numbers_and_shows_what_draws_nothing() -> None:
    text = '{"id":"x","format":"dossier/1","target":{"share":1.50,"names":[],"address":"\\u202eé\\u0085"}}'

    assert tidied(read(text, "dossier.json")) == (
        '{\n  "format": "dossier/1",\n  "id": "x",\n  "target": {\n    "share": 1.50,\n    "names": [],\n'
        '    "address": "\\u202eé\\u0085"\n  }\n}\n'
    )


def test_two_values_are_the_same_only_if_they_are_of_one_kind() -> None:
    assert same({"a": [1, "x"], "b": None}, {"b": None, "a": [1, "x"]})
    assert not same({"a": 1}, {"a": True})
    assert not same({"a": PlainNumber("1")}, {"a": "1"})
    assert not same({"a": []}, {"a": {}})
    assert not same({"a": [1]}, {"a": [1, 2]})
    assert not same({"a": 1}, {"b": 1})
