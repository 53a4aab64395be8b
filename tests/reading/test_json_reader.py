"""JSON is read strictly, and asks for no more than it may."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.reading import json_reader, limits
from sanctcheck.reading.document import Document, Place
from sanctcheck.reading.files import parse

DEEPEST = "[" * limits.MAX_DEPTH + "]" * limits.MAX_DEPTH


def read(text: str) -> Document:
    return parse(text.encode(), "x.json")


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ('{"a": 1,\n "b" 2}', "json-syntax", 2, 6),
        ('{"a": 1}\n{"b": 2}', "json-syntax", 2, 1),
        ("", "json-syntax", 1, 1),
        ("{'a': 1}", "json-syntax", 1, 2),
        ('{"a": "b', "json-syntax", 1, 7),
        ('{"a": "b\n"}', "json-syntax", 1, 9),
        ('{"a": NaN}', "not-a-finite-number", 1, 7),
        ('["NaN",\n Infinity]', "not-a-finite-number", 2, 2),
        ('["-Infinity", 1, -Infinity]', "not-a-finite-number", 1, 18),
        ("[1e10, 1e400]", "not-a-finite-number", 1, 8),
        ("[1e10,\n -1e400]", "not-a-finite-number", 2, 2),
        ("[1, " + "9" * 6_000 + "]", "number-too-long", 1, 5),
        ("[1, 0." + "9" * 6_000 + "]", "number-too-long", 1, 5),
        ('{"a": "\\ud800"}', "lone-surrogate", 1, 7),
        ('{"a": "\\ud83d\\ude00",\n "\\uDC00": 1}', "lone-surrogate", 2, 2),
        ('[["\\\\ud800", {"b": "\\ude00\\ud83d"}]]', "lone-surrogate", 1, 20),
        (f"[\n{DEEPEST}]", "too-deep", 2, limits.MAX_DEPTH),
        ("[" * 100_000, "too-deep", 1, limits.MAX_DEPTH + 1),
        ('{"a":' * 100_000, "too-deep", 1, 5 * limits.MAX_DEPTH + 1),
        ("[" + "1," * (limits.MAX_NODES + 5) + "1]", "too-many-values", 1, 2 * limits.MAX_NODES + 3),
        ("[\n{" + ",".join(f'"k{i}":1' for i in range(limits.MAX_KEYS + 1)) + "}]", "too-many-fields", 2, 1),
    ],
)
def test_what_is_no_json_or_goes_too_far_is_refused_with_its_place(
    text: str, rule: str, line: int, column: int
) -> None:
    document = read(text)

    assert document.value is None
    assert [(each.rule, each.place.line, each.place.column) for each in document.flaws] == [
        (rule, line, column)
    ]
    assert len(document.flaws[0].message) < 160


@pytest.mark.parametrize(
    "text",
    [
        DEEPEST,
        "[" + ",".join(["[]"] * 1_000) + "]",
        "{" + ",".join(f'"k{i}":1' for i in range(limits.MAX_KEYS)) + "}",
        "[" + "9" * limits.MAX_NUMBER + "]",
        '"' + "a" * 1_000_000 + '"',
        '"[[[,,,{{{\\"[[["',
        '"\\ud83d\\ude00 \\\\ud800"',
        " [1.5, -0, 1e3] ",
    ],
)
def test_what_stays_within_the_bounds_is_read(text: str) -> None:
    document = read(text)

    assert document.flaws == []
    assert document.value is not None


def test_a_duplicate_key_names_both_lines_and_the_first_value_stays() -> None:
    document = read('{"a": 1,\n "b": {"a": 2},\n "a": [3],\n "\\u0061": 4}')

    assert document.value == {"a": 1, "b": {"a": 2}}
    assert [(each.rule, each.place, each.related) for each in document.flaws] == [
        ("duplicate-key", Place(3, 2, 3, 5), ((Place(1, 2, 1, 5), "first written here"),)),
        ("duplicate-key", Place(4, 2, 4, 10), ((Place(1, 2, 1, 5), "first written here"),)),
    ]
    assert document.place(("a",)) == Place(1, 7, 1, 8)


def test_no_more_duplicates_are_listed_than_the_limit() -> None:
    assert len(read("{" + ",".join(['"a":1'] * 500) + "}").flaws) == limits.MAX_FLAWS


@pytest.mark.parametrize(
    "text", ['"' * 400_001, '\\"' * 400_000, '{"a": "' + '\\"' * 400_000, "[" + "1 " * 400_000]
)
def test_broken_text_is_refused_in_linear_time(text: str) -> None:
    start = time.process_time()
    document = read(text)

    assert document.value is None
    assert time.process_time() - start < 2


@settings(deadline=None)
@given(st.text(st.sampled_from('{}[]:,"\\u0123456789dDeE+-.truefalsn \n'), max_size=40))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    document = read(text)

    assert document.value is not None or document.flaws or text.strip() == "null"


def test_depth_is_that_of_brackets_which_are_open_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_reader, "_PIECE", 0)  # so that no text is short enough for the quick look
    monkeypatch.setattr(limits, "MAX_DEPTH", 2)

    assert read("[[], [], {}, {}]").flaws == []
    assert [flaw.rule for flaw in read("[[], {}, [], [[]]]").flaws] == ["too-deep"]


def test_the_bounds_are_met_on_their_far_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_NODES", 3)
    monkeypatch.setattr(limits, "MAX_KEYS", 2)

    assert read("[1, 2, 3, 4]").flaws == read('{"a": {"x": 1, "y": 2}, "b": 3}').flaws == []
    assert [flaw.message for flaw in read("[1, 2, 3, 4, 5]").flaws] == ["More than 3 values in one file."]
    (flaw,) = read('{"a": 1,\n "b": {"x": 1, "y": 2, "z": 3}}').flaws
    assert (flaw.message, flaw.place) == ("More than 2 fields in one place.", Place(2, 7, 2, 31))


def test_a_field_that_stands_twice_is_named() -> None:
    (flaw,) = read('{"a": [1, 2, 3],\n\n "b": 1, "b": 2}').flaws

    assert flaw.message == "The field “b” stands here a second time; keep one of the two."
    assert (flaw.place, flaw.related) == (Place(3, 10, 3, 13), ((Place(3, 2, 3, 5), "first written here"),))
    assert flaw.severity == "error"


@pytest.mark.parametrize("half", ["\\ud800", "\\udbff", "\\udc00", "\\udfff"])
def test_each_half_of_a_pair_is_refused_by_itself(half: str) -> None:
    assert [flaw.rule for flaw in read(f'["{half}"]').flaws] == ["lone-surrogate"]
    assert read('["\\ud7ff\\ue000"]').value == ["\ud7ff\ue000"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a" 1}', "This is not JSON: expecting ':' delimiter."),
        ('["a', "This is not JSON: unterminated string."),
        ("[-Infinity]", "-Infinity is not a number that JSON knows."),
        ("[1e400]", "1e400 is too large to be a number."),
        ("[" + "9" * 6_000 + "]", f"A number of more than {limits.MAX_NUMBER} characters: write it as text."),
        ('["\\udc00"]', "Half of a surrogate pair is not a character."),
        (f"[{DEEPEST}]", f"Nested more than {limits.MAX_DEPTH} levels deep."),
    ],
)
def test_the_reason_for_a_refusal_is_said(text: str, message: str) -> None:
    assert [(flaw.message, flaw.severity) for flaw in read(text).flaws] == [(message, "error")]


def test_an_ordinary_text_is_seen_to_be_within_the_bounds_at_one_look(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        json_reader, "_first_beyond_bounds", lambda _: pytest.fail("each token was looked at")
    )

    assert read('{"a": [{}, {}, []], "b": {"c": "}"}}').flaws == []
    monkeypatch.setattr(limits, "MAX_DEPTH", 1)

    assert read("[" + ",".join("12") + "]").value == [1, 2]
