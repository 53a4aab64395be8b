"""The same document in YAML and in JSON has the same values, and each path leads to the text written there."""

from __future__ import annotations

import json
import string
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.reading.document import START, Document, Path_, Place, place_of
from sanctcheck.reading.files import parse
from sanctcheck.reading.json_places import JsonPlaces
from sanctcheck.reading.json_reader import json_places
from sanctcheck.reading.protection import is_hidden_line
from sanctcheck.reading.yaml_reader import read_yaml

# Line breaks are left to the tests on line ends: what is written over several lines cannot be cut out and read alone.
characters = st.characters(
    codec="utf-8", exclude_characters="\n\r\x85\u2028\u2029\ufeff", exclude_categories=["Cc"]
)
texts = st.one_of(
    st.text(characters, max_size=12),
    st.sampled_from(
        ["NO", "0123", "12:30", "1e5", "yes", "~", "null", "2024-03-01", "", " a ", "a: b", "a #b", "'\"\\"]
    ),
)
keys = st.one_of(st.text(string.ascii_lowercase + "_", min_size=1, max_size=6), texts)
leaves = st.one_of(texts, st.booleans(), st.none(), st.integers(-(10**9), 10**9))
values = st.recursive(
    leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=20,
)
documents = st.one_of(st.lists(values, max_size=4), st.dictionaries(keys, values, max_size=4))
SLOW = settings(deadline=None)


def as_yaml(value: Any, *, flow: bool | None) -> Document:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=10_000, sort_keys=False)
    return parse(text.encode(), "x.yaml")


def as_json(value: Any, indent: int | None) -> Document:
    return parse(json.dumps(value, ensure_ascii=False, indent=indent).encode(), "x.json")


def with_numbers_as_text(value: Any) -> Any:
    """YAML keeps a bare number as it is written."""
    if isinstance(value, dict):
        return {key: with_numbers_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_numbers_as_text(item) for item in value]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def paths(value: Any, here: Path_ = ()) -> list[tuple[Path_, Any]]:
    items: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [(here, value), *(found for key, item in items for found in paths(item, (*here, key)))]


def written_at(document: Document, place: Place) -> str:
    assert place.line == place.end_line
    return document.text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


@SLOW
@given(documents, st.sampled_from([True, False, None]), st.sampled_from([None, 0, 2]))
def test_both_formats_hold_the_same_values(value: Any, flow: bool | None, indent: int | None) -> None:  # noqa: FBT001
    in_yaml, in_json = as_yaml(value, flow=flow), as_json(value, indent)

    assert not in_yaml.flaws
    assert not in_json.flaws
    assert in_json.value == value
    assert in_yaml.value == with_numbers_as_text(value)


@SLOW
@given(documents, st.sampled_from([None, 0, 2]))
def test_each_path_of_a_json_document_leads_to_what_is_written_there(value: Any, indent: int | None) -> None:
    document = as_json(value, indent)

    for path, part in paths(value):
        if not isinstance(part, dict | list):
            assert json.loads(written_at(document, document.place(path))) == part
        if path and isinstance(path[-1], str):
            assert json.loads(written_at(document, document.place(path, key=True))) == path[-1]


@SLOW
@given(documents, st.sampled_from([True, False, None]))
def test_each_path_of_a_yaml_document_leads_to_what_is_written_there(value: Any, flow: bool | None) -> None:  # noqa: FBT001
    document = as_yaml(value, flow=flow)

    for path, part in paths(value):
        if not isinstance(part, dict | list):
            # A dumper may write a long key behind a question mark, and a tag of its own nowhere.
            assert read_yaml(written_at(document, document.place(path)))[0] == with_numbers_as_text(part)
        if path and isinstance(path[-1], str):
            read = read_yaml(written_at(document, document.place(path, key=True)))[0]
            assert (read if isinstance(read, str) else "") == path[-1] or path[-1] in {"true", "null"}


@SLOW
@given(documents, st.sampled_from(["\r", "\r\n"]))
def test_the_kind_of_line_end_changes_neither_values_nor_places(value: Any, line_end: str) -> None:
    plain = as_yaml(value, flow=False)
    other = parse(plain.text.replace("\n", line_end).encode(), "x.yaml")

    assert other.value == plain.value
    assert other.tree == plain.tree


def test_the_place_of_a_container_is_its_key_and_of_an_item_its_stretch() -> None:
    document = parse(b"a:\n  - b: 1\n    c: 2\n  - x\n", "x.yaml")

    assert document.place(("a",)) == Place(1, 1, 1, 2)
    assert document.place(("a", 0)) == Place(2, 5, 4, 3)
    assert document.place(("a", 0, "c")) == Place(3, 8, 3, 9)
    assert document.place(("a", 1)) == Place(4, 5, 4, 6)


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
@pytest.mark.parametrize("path", [("a", "x"), ("a", 5), ("a", 0, "x"), ("a", -1), ("a", 0, 0)])
def test_a_path_that_leads_to_nothing_has_the_place_of_the_part_above_it(name: str, path: Path_) -> None:
    document = parse(b'{"a": ["x"]}', name)
    above = ("a", 0) if path[1:2] == (0,) else ("a",)

    assert document.place(path) == document.place(above)


def test_a_document_without_places_begins_at_its_start() -> None:
    assert Document("x").place(("a", 0)) == START
    assert parse(b"[1, ", "x.json").place(("a",)) == START


def test_the_places_of_an_alias_are_its_own_and_below_it_those_of_the_anchor() -> None:
    document = parse(b"a: &x {b: c}\nd: *x\ne: [*x]\n", "x.yaml")

    assert document.value == {"a": {"b": "c"}, "d": {"b": "c"}, "e": [{"b": "c"}]}
    assert document.place(("e", 0)) == Place(3, 5, 3, 7)
    assert document.place(("d", "b")) == Place(1, 11, 1, 12)


@SLOW
@given(document=documents, indent=st.sampled_from([None, 0, 2]), data=st.data())
def test_a_single_place_in_json_is_the_one_in_the_tree_of_all(
    document: Any, indent: int | None, data: st.DataObject
) -> None:
    text = f" {json.dumps(document, ensure_ascii=data.draw(st.booleans()), indent=indent)}\n"
    tree, places = json_places(text), JsonPlaces(text)
    for path in [(), *leads_to(document)]:
        for asked in (path, (*path, "absent"), (*path, 99)):
            for key in (False, True):
                assert places.place(asked, key=key) == place_of(tree, asked, key=key)


def leads_to(value: Any, here: Path_ = ()) -> list[Path_]:
    items: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [found for step, part in items for found in [(*here, step), *leads_to(part, (*here, step))]]


def test_of_a_field_that_stands_twice_the_first_is_placed() -> None:
    text = '{"a": 1,\n"b": [{"a": 2, "a": 3}], "a": 4}'

    for path in (("a",), ("b", 0, "a"), ("b", 1)):
        assert JsonPlaces(text).place(path) == place_of(json_places(text), path)


marked = st.recursive(
    st.one_of(
        texts.filter(bool), st.integers(0, 9), st.just({"handling": {"level": "protected"}, "name": "N."})
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4), st.dictionaries(keys, inner, min_size=1, max_size=4)
    ),
    max_leaves=20,
)


@SLOW
@given(st.dictionaries(keys, marked, min_size=1, max_size=4), st.sampled_from([None, 0, 2]))
def test_the_lines_that_are_hidden_are_those_that_the_places_of_everything_would_hide(
    value: dict[str, Any], indent: int | None
) -> None:
    singly, by_tree = as_json(value, indent), as_json(value, indent)
    by_tree.find_lines = None
    numbers = range(1, singly.text.count("\n") + 2)
    hidden = [number for number in numbers if is_hidden_line(singly, number)]
    assert hidden == [number for number in numbers if is_hidden_line(by_tree, number)]
    assert bool(hidden) == ('"level": "protected"' in singly.text)
