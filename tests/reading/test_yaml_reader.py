"""YAML is read as YAML 1.2, keeps what was written, and asks for no more than it may."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.reading import limits, yaml_reader
from sanctcheck.reading.document import START, Document, Flaw, Place
from sanctcheck.reading.files import parse
from sanctcheck.reading.yaml_reader import PlainNumber, read_yaml


def read(text: str) -> Document:
    return parse(text.encode(), "x.yaml")


def only_flaw(text: str) -> Flaw:
    (flaw,) = read(text).flaws
    return flaw


@pytest.mark.parametrize(
    "written",
    [
        *(
            "NO",
            "no",
            "yes",
            "Yes",
            "on",
            "off",
            "y",
            "n",
            "=",
            "12:30",
            "12:30:45",
            "2024-03-01",
            "1_000",
            "0b11",
        ),
        *(
            "2024-03-01T12:00:00Z",
            "tRUE",
            "nULL",
            "0x",
            "0o8",
            "1.2.3",
            "+",
            "-",
            ".",
            "a" * 64,
            "1e",
            "e5",
            "٣",
        ),
    ],
)
def test_plain_text_stays_text(written: str) -> None:
    value = read(f"- {written}\n").value if written != "-" else [written]

    assert value == [written]
    assert type(value[0]) is str


@pytest.mark.parametrize(
    "written",
    ["0123", "1e5", "5", "-5", "+5", "5.", ".5", "0x1F", "0o17", "1.5E-3", "2024", "0" * 64, "9" * 6_000],
)
def test_digits_are_kept_as_written_and_known_as_digits(written: str) -> None:
    assert read(f"a: {written}").value == {"a": written}
    assert type(read(f"a: {written}").value["a"]) is PlainNumber


@pytest.mark.parametrize("written", ['"5"', "'5'", "!!str 5", "|-\n  5"])
def test_digits_in_quotation_marks_are_text(written: str) -> None:
    assert type(read(f"a: {written}").value["a"]) is str


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(
            ("true", True),
            ("True", True),
            ("TRUE", True),
            ("false", False),
            ("False", False),
            ("FALSE", False),
        ),
        *(("null", None), ("Null", None), ("NULL", None), ("~", None), ("", None)),
        *(("!!bool true", True), ("!!null ''", None), ('!!int "5"', "5"), ("!!bool yes", "yes")),
        *(
            ("'true'", "true"),
            ('"~"', "~"),
            ("!!str true", "true"),
            ("!!map {}", {}),
            ("!!seq []", []),
            ("! [x]", ["x"]),
            ("! [x]", ["x"]),
        ),
    ],
)
def test_the_core_words_have_their_values(written: str, value: Any) -> None:
    read_value = read(f"a: {written}").value

    assert read_value == {"a": value}
    assert type(read_value["a"]) in {type(value), PlainNumber}


def test_keys_are_always_text() -> None:
    assert read("1: a\ntrue: b\n~: c\n0123: d\n'<<': e").value == {
        "1": "a",
        "true": "b",
        "~": "c",
        "0123": "d",
        "<<": "e",
    }


@pytest.mark.parametrize("text", ["", "# a remark\n", "---\n", "~"])
def test_a_file_without_content_has_no_value(text: str) -> None:
    document = read(text)

    assert document.value is None
    assert document.flaws == []


def test_a_duplicate_key_names_both_lines_and_the_first_value_stays() -> None:
    document = read("a: 1\nb: 2\n\na: {c: [3]}\n")
    (flaw,) = document.flaws

    assert document.value == {"a": "1", "b": "2"}
    assert flaw.rule == "duplicate-key"
    assert flaw.place == Place(4, 1, 4, 2)
    assert flaw.related == ((Place(1, 1, 1, 2), "first written here"),)
    assert "“a”" in flaw.message


def test_no_more_duplicates_are_listed_than_the_limit() -> None:
    document = read("a: 1\n" * (limits.MAX_FLAWS + 50))

    assert len(document.flaws) == limits.MAX_FLAWS


DEEPEST = "[" * limits.MAX_DEPTH + "]" * limits.MAX_DEPTH
LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 9)
)


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        (LAUGHS, "alias-bomb", 3),
        ("a: &t {names: [" + "x, " * 30 + "]}\nx:\n" + "  - *t\n" * 60, "alias-bomb", 18),
        ("a: &a\n  b: *a\n", "cyclic-alias", 2),
        ("- &a\n  - x\n  - *a\n", "cyclic-alias", 3),
        ("a: x\nb: *nowhere\n", "unknown-alias", 2),
        ("a: b\n<<: {c: d}\n", "merge-key", 2),
        ("a: &a {b: c}\nd:\n  <<: *a\n", "merge-key", 3),
        ("a: x\nb: !!python/object/apply:os.system [id]\n", "tag-not-allowed", 2),
        ("a: !local x", "tag-not-allowed", 1),
        ("? !x b\n: c", "tag-not-allowed", 1),
        ("!!set {a}", "tag-not-allowed", 1),
        ("a: !!timestamp 2024-01-01", "tag-not-allowed", 1),
        ("a: b\n---\nc: d\n", "several-documents", 2),
        ("? [a, b]\n: c\n", "key-not-text", 1),
        ("? {a: b}\n: c\n", "key-not-text", 1),
        ("a: &x b\n*x : c\n", "key-not-text", 2),
        ("a: .nan", "not-a-finite-number", 1),
        ("a: [x, -.inf]", "not-a-finite-number", 1),
        (f"[{DEEPEST}]", "too-deep", 1),
        ("".join(f"{' ' * i}a:\n" for i in range(3_000)), "too-deep", limits.MAX_DEPTH + 1),
        ("a: &a [[[[[x]]]]]\nb: " + "[" * 96 + "*a" + "]" * 96, "too-deep", 2),
        ("[" + "x," * limits.MAX_NODES + "]", "too-many-values", 1),
        ("\n".join(f"k{i}: 1" for i in range(limits.MAX_KEYS + 1)), "too-many-fields", limits.MAX_KEYS + 1),
        (
            "\n".join(f"- &a{i} x" for i in range(limits.MAX_ANCHORS + 1)),
            "too-many-anchors",
            limits.MAX_ANCHORS + 1,
        ),
        ("- &a x\n" + "- *a\n" * (limits.MAX_ALIASES + 1), "too-many-aliases", limits.MAX_ALIASES + 2),
        ("a: [b\n", "yaml-syntax", 2),
        ("a: b: c", "yaml-syntax", 1),
        ("\ta: b", "yaml-syntax", 1),
        ('a: "\\ud800"', "yaml-syntax", 1),
        ("%YAML 3.0\n---\na: b", "yaml-syntax", 1),
        ("a: 1\nb: 2\u2028c\n", "line-separator", 2),
        ("a: 1\nb: 2\u2029c\n", "line-separator", 2),
    ],
)
def test_what_goes_too_far_is_refused_with_its_line(text: str, rule: str, line: int) -> None:
    document = read(text)

    assert document.value is None
    assert [(flaw.rule, flaw.place.line) for flaw in document.flaws] == [(rule, line)]
    assert len(document.flaws[0].message) < 160


@pytest.mark.parametrize(
    "text",
    [
        DEEPEST,
        "a: &a [[[[[x]]]]]\nb: " + "[" * 94 + "*a" + "]" * 94,
        "\n".join(f"k{i}: 1" for i in range(limits.MAX_KEYS)),
        "\n".join(f"- &a{i} x" for i in range(limits.MAX_ANCHORS)),
        "- &a x\n" + "- *a\n" * limits.MAX_ALIASES,
        "- x\n" * (limits.MAX_NODES - 1),
    ],
)
def test_what_stays_within_the_bounds_is_read(text: str) -> None:
    document = read(text)

    assert document.flaws == []
    assert document.value is not None


def test_flaws_found_before_the_end_are_kept() -> None:
    assert [flaw.rule for flaw in read("a: 1\na: 2\nb: !x y").flaws] == ["duplicate-key", "tag-not-allowed"]
    assert [flaw.rule for flaw in read("a: 1\na: 2\nb: [").flaws] == ["duplicate-key", "yaml-syntax"]


def test_what_is_refused_is_not_shown_at_length() -> None:
    flaw = only_flaw(f"a: !{'x' * 5_000} y")

    assert "…" in flaw.message
    assert len(flaw.message) < 200


def test_a_message_of_the_parser_does_not_quote_the_line() -> None:
    assert "secret" not in only_flaw("a: [secret, 'secret\n").message


def test_an_error_without_a_place_stands_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    def broken(_: str) -> Any:
        raise yaml.MarkedYAMLError(problem="it broke")

    monkeypatch.setattr("sanctcheck.reading.yaml_reader.CParser", broken)

    assert read_yaml("a: b")[2] == [Flaw("yaml-syntax", "This is not YAML: it broke.", START)]


@settings(deadline=None)
@given(st.text(st.sampled_from("abc:-[]{},&*!|>'\"#%@`?~0 1\n\t\\<.éא"), max_size=60))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    document = read(text)

    assert document.value is not None or document.flaws or not text.strip() or read_yaml(text)[0] is None


@pytest.mark.parametrize(
    ("text", "says", "line", "column"),
    [
        ("a: one: two", "a colon too many, or a wrong indent", 1, 7),
        ("a:\n  b: x\n   c: y", "a colon too many, or a wrong indent", 3, 5),
        ("a:\n  b: x\n c: y", "no field can begin here", 3, 2),
        ('a: "He" said', "put all of a text in quotation marks, or none", 1, 9),
        ("a:\n\tb: x", "indent with spaces, never with tabs", 2, 1),
        ("a: x\n\tb: y", "indent with spaces, never with tabs", 2, 1),
        ('a: x\nb: "y\nc: z', "the quotation mark that opens here is never closed", 2, 4),
        ("a: x\nb\nc: y", "this line has no colon", 2, 1),
        ("a: - x", "an item of a list cannot begin here", 1, 4),
    ],
)
def test_what_is_not_yaml_is_said_in_words_of_everyday(text: str, says: str, line: int, column: int) -> None:
    [flaw] = read(text).flaws

    assert says in flaw.message
    assert (flaw.place.line, flaw.place.column) == (line, column)


def test_a_bracket_that_is_never_closed_leads_back_to_where_it_opens() -> None:
    [flaw] = read("a: x\nb: {c: y\nd: z\n").flaws

    assert [(place.line, place.column, words) for place, words in flaw.related] == [(2, 4, "it begins here")]


def test_a_bound_of_the_parser_itself_on_depth_is_told_like_ours() -> None:
    mark = yaml.Mark("x", 0, 4, 2, None, 0)
    error = yaml.MarkedYAMLError(None, None, "exceeded maximum nesting depth of 100", mark)

    flaw = yaml_reader._syntax(error)  # noqa: SLF001

    assert (flaw.rule, flaw.message) == ("too-deep", "Nested more than 100 levels deep.")
    assert flaw.place == Place(5, 3, 5, 3)
