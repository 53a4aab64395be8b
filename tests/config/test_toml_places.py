"""Where each part of a TOML file stands: at the very characters that hold it, however the file is written."""

from __future__ import annotations

import json
import time
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.config.toml_reader import MAX_BYTES, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.reading.document import Place

KEYS = st.sampled_from(["a", "b-c", "1", '"x.y"', "'q#'", '"é]"'])
SCALARS = st.one_of(
    st.integers(-99, 99).map(str),
    st.sampled_from(["true", "1.5", "-0.1e3", "2026-06-01", "2026-06-01 10:00:00.25", "07:30:00", "inf"]),
    st.text("a#]}[{=,.\" 'é\\", max_size=6).map(json.dumps),
    st.sampled_from(["'''a\n'b' \"'''", '"""\na "" \\" b""""', "'a\\'", '""', '"""""", ']),
).map(lambda text: text.removesuffix(", "))
SPACES = st.sampled_from(["", " ", "  "])
BREAKS = st.sampled_from(["", " ", "\n", " # a ] comment\n  "])


@st.composite
def values(draw: st.DrawFn, depth: int = 2) -> str:
    kind = draw(st.sampled_from(["scalar", "list", "table"] if depth else ["scalar"]))
    if kind == "scalar":
        return draw(SCALARS)
    if kind == "list":
        items = draw(st.lists(values(depth - 1), max_size=3))
        return "[" + draw(BREAKS) + ("," + draw(BREAKS)).join(items) + draw(BREAKS) + "]"
    keys = draw(st.lists(KEYS, max_size=3, unique=True))
    pairs = (f"{key}{draw(SPACES)}={draw(SPACES)}{draw(values(0))}" for key in keys)
    return "{" + draw(SPACES) + ", ".join(pairs) + draw(SPACES) + "}"


@st.composite
def files(draw: st.DrawFn) -> str:
    lines = [
        f"{key} = {draw(values())}{draw(SPACES)}" for key in draw(st.lists(KEYS, max_size=3, unique=True))
    ]
    lines += [f"dotted.{key}.k = {draw(values(0))}" for key in draw(st.lists(KEYS, max_size=2, unique=True))]
    for name in draw(st.lists(st.sampled_from(["[t]", "[ t . 'u.v' ]", "[[l]]", "[l.m]"]), max_size=5)):
        lines += [
            "",
            "# a comment",
            name,
            *(f"{key}={draw(values(1))}" for key in draw(st.lists(KEYS, max_size=2, unique=True))),
        ]
    return "\n".join(lines) + draw(st.sampled_from(["", "\n"]))


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(value, dict | list) and value:
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(part, (*path, key))
    else:
        yield path, value


def written(text: str, place: Place) -> str:
    lines = [line + "\n" for line in text.split("\n")]
    start = sum(map(len, lines[: place.line - 1])) + place.column - 1
    end = sum(map(len, lines[: place.end_line - 1])) + place.end_column - 1
    return text[start:end]


@given(files())
@settings(deadline=None, max_examples=60)
def test_what_stands_at_the_place_of_a_value_is_that_value(text: str) -> None:
    try:
        held = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return  # a table that is begun twice, for example
    document = read_toml(text.encode(), "a.toml")
    for path, value in leaves(held):
        if isinstance(value, dict | list):
            continue  # an empty table may have a header alone
        here = written(text, document.place(path))
        assert tomllib.loads(f"x = {here}")["x"] == value
        if isinstance(path[-1], str):
            assert tomllib.loads(f"{written(text, document.place(path, key=True))} = 0") == {path[-1]: 0}


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("a = b", 1, 5, "put text in quotation marks"),
        ("a = 1\na = 2", 2, 6, "a second time"),
        ("\n[a]\n[a]", 3, 3, "begun before"),
        ("a 1", 1, 3, "the sign = is missing"),
        ("a = [1,\n2", 2, 2, "a list is not closed"),
        ('a = "x', 1, 7, "not closed"),
        ("a = 2026-02-30", 1, 5, "no day that exists"),
        ("a = 2026-13-01", 1, 9, "does not exist"),
        ("= 1", 1, 1, "no `key = value`"),
    ],
)
def test_what_is_no_toml_is_said_with_its_place(text: str, line: int, column: int, says: str) -> None:
    (flaw,) = read_toml(text.encode(), "a.toml").flaws

    assert flaw.rule == "toml-syntax"
    assert (flaw.place.line, flaw.place.column) == (line, column)
    assert says in flaw.message.lower()


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"a = " + b"[" * 50_000, "too-deep"),
        (b"a." * 50_000 + b"b = 1", "too-deep"),
        (b"a = " + b"[" * 100 + b"]" * 100, "too-deep"),
        (b"a = " + b"{a=" * 25 + b"1" + b"}" * 25, "too-deep"),
        (b"\n".join(b"a." * 199 + b"b%d = 1" % number for number in range(300)), "too-deep"),
        (b"a = " + b"9" * 100_000, "toml-syntax"),
        (b'a = """' + b'\\"' * 50_000, "toml-syntax"),
        (b"a = '''" * 20_000, "toml-syntax"),
        (b"\xff\xfea", "not-utf-8"),
        (b"a = 1\0", "control-character"),
        (b"#" * (MAX_BYTES + 1), "too-large"),
        (b"a = 1\n" * 20_000, "toml-syntax"),
    ],
)
def test_a_hostile_file_is_refused_soon_and_in_one_sentence(content: bytes, rule: str) -> None:
    began = time.process_time()

    (flaw,) = read_toml(content, "a.toml").flaws

    assert flaw.rule == rule
    assert time.process_time() - began < 2
