"""What does not fit the model is said with its place, its rule, and what to write instead."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import Field
from support import NEUTRAL, document

from sanctcheck.dossier.model import Dossier, Period
from sanctcheck.law.model import Regime
from sanctcheck.reading import limits
from sanctcheck.reading.document import Document, Flaw, Path_, Place
from sanctcheck.reading.files import parse
from sanctcheck.reading.model import Count, Parameter, Part, Share, StatedDayText
from sanctcheck.reading.protection import is_protected
from sanctcheck.reading.shape import shape

ALLEGATION = "allegations: [{id: A1, summary: It happened, conduct: torture, %s}]\n"
EXHIBIT = "exhibits: [{id: E1, title: A report, kind: ngo-report, %s}]\n"


def flaws(text: str) -> list[Flaw]:
    read = document(text)
    shape(read, Dossier)
    return read.flaws


def only_flaw(addition: str, base: str = NEUTRAL) -> Flaw:
    (flaw,) = flaws(base + addition)
    return flaw


@pytest.mark.parametrize(
    ("addition", "rule", "message"),
    [
        ("exhibit: []", "unknown-field", "No field is called “exhibit” here. Did you mean “exhibits”?"),
        (
            ALLEGATION % "conduckt: x",
            "unknown-field",
            "No field is called “conduckt” here. Did you mean “conduct”?",
        ),
        (
            "review: {zzz: x}",
            "unknown-field",
            "No field is called “zzz” here. Known here: by, expires, interval and",
        ),
        (
            "statement_of_reasons: {points: [{text: x}]}",
            "missing-field",
            "The field “allegation” is missing here.",
        ),
        (
            ALLEGATION % "standing: curent",
            "wrong-value",
            "“curent” is not one of the words for “standing”. Did you",
        ),
        (
            ALLEGATION % "standing: [x]",
            "wrong-value",
            "“a list” is not one of the words for “standing”. Known here:",
        ),
        (EXHIBIT % "grade: B7", "wrong-value", "“B7” does not fit “grade”. Write an Admiralty grade"),
        (EXHIBIT % "sha256: abc", "wrong-value", "“abc” does not fit “sha256”. Write a SHA-256"),
        (
            EXHIBIT % "url: file:///etc/passwd",
            "wrong-value",
            "“file:///etc/passwd” does not fit “url”. Write an addr",
        ),
        (
            EXHIBIT % "published: 2024-02-30",
            "wrong-value",
            "“2024-02-30” does not fit “published”. Write a date that",
        ),
        (EXHIBIT % "published: 24:00", "wrong-value", "“24:00” does not fit “published”."),
        (EXHIBIT % "published: ٢٠٢٤", "wrong-value", "“٢٠٢٤” does not fit “published”."),
        (EXHIBIT % "publisher: [x]", "wrong-type", "“publisher” is text; here it has a list."),
        (EXHIBIT % "publisher: {x: y}", "wrong-type", "“publisher” is text; here it has fields."),
        (
            EXHIBIT % "publisher: true",
            "wrong-type",
            "“publisher” is text, and “true” is not: put it in quotation",
        ),
        (EXHIBIT % "cites: [E1, true]", "wrong-type", "Item 2 is text, and “true” is not"),
        (
            EXHIBIT % "cites: E1",
            "wrong-type",
            "“E1” does not fit “cites”: write a list, each item behind a dash.",
        ),
        (EXHIBIT % "size: many", "wrong-type", "“many” does not fit “size”: write a whole number"),
        (EXHIBIT % "size: 5.5", "wrong-type", "“5.5” does not fit “size”: write a whole number"),
        (EXHIBIT % f"size: {'9' * 6_000}", "wrong-type", "“999"),
        (EXHIBIT % f"size: 0x{'F' * 6_000}", "wrong-type", "“0xFFF"),
        (EXHIBIT % "size: 1e400", "wrong-type", "“1e400” does not fit “size”"),
        (EXHIBIT % "size: -1", "wrong-value", "“-1” does not fit “size”: expected at least 0."),
        (
            EXHIBIT % "size: 1e13",
            "wrong-value",
            "“10000000000000” does not fit “size”: expected at most 1,000,000,000",
        ),
        (
            EXHIBIT % "seen_by_decision_maker: yes",
            "wrong-type",
            "“yes” does not fit “seen_by_decision_maker”: write tr",
        ),
        (
            EXHIBIT % "handling: public",
            "wrong-type",
            "“public” does not fit “handling”: write fields below it",
        ),
        (
            EXHIBIT % "publisher: ''",
            "wrong-value",
            "“publisher” is empty: write a value, or delete the line.",
        ),
        (EXHIBIT % f"publisher: {'x' * 501}", "too-long", "“publisher” is too long: at most 500 characters."),
        (
            "measures: [" + "{kind: other}," * 51 + "]",
            "too-long",
            "“measures” is too long: at most 50 items.",
        ),
        (EXHIBIT % "publisher: ", "empty-value", "“publisher” has no value: write one, or delete the line."),
        (EXHIBIT % "cites: [E2, ~]", "empty-value", "Item 2 has no value"),
        ("review:", "empty-value", "“review” has no value"),
    ],
)
def test_what_does_not_fit_is_said(addition: str, rule: str, message: str) -> None:
    flaw = only_flaw(addition)

    assert (flaw.rule, flaw.severity) == (rule, "error")
    assert flaw.message[: len(message)] == message
    assert len(flaw.message) < 400


def test_a_flaw_stands_where_the_value_or_the_key_is() -> None:
    assert only_flaw("review: {by: [x]}").place == Place(6, 10, 6, 12)
    assert only_flaw("review: {byy: x}").place == Place(6, 10, 6, 13)
    assert only_flaw("review:\n  by:\n").place == Place(7, 3, 7, 5)
    assert only_flaw("delisting: {court: {}}").place == Place(6, 13, 6, 18)


def test_a_value_that_is_no_mapping_says_so_at_the_top() -> None:
    assert [flaw.message for flaw in flaws("- a\n")] == [
        "Expected fields, each as “name: value”, at the top of the file."
    ]


def test_an_empty_file_is_named_and_a_broken_one_not_twice() -> None:
    assert [flaw.rule for flaw in flaws("")] == ["empty-file"]
    assert [flaw.rule for flaw in flaws("a: [")] == ["yaml-syntax"]


def test_an_empty_value_is_named_beside_other_flaws_once() -> None:
    found = flaws(NEUTRAL + "exhibits: [{id: , title: x, kind: other}]\nx: y\nreview: [~, {by: ~}]\n")

    assert sorted((flaw.rule, flaw.pointer) for flaw in found) == [
        ("empty-value", ("exhibits", 0, "id")),
        ("empty-value", ("review", 0)),
        ("empty-value", ("review", 1, "by")),
        ("unknown-field", ("x",)),
        ("wrong-type", ("review",)),
    ]


def test_only_the_first_flaws_are_listed() -> None:
    many = "".join(f"x{number}: y\n" for number in range(limits.MAX_FLAWS + 7))
    found = flaws(NEUTRAL + many)

    assert len(found) == limits.MAX_FLAWS + 1
    assert found[-1].message == "7 more mistakes of form in this file are not listed."


def test_only_the_first_empty_values_are_listed() -> None:
    many = "".join(f"x{number}:\n" for number in range(limits.MAX_FLAWS + 7))

    assert sum(flaw.rule == "empty-value" for flaw in flaws(NEUTRAL + many)) == limits.MAX_FLAWS


PROTECTED = "exhibits: [{id: E1, title: T, kind: ngo-report, handling: {level: protected}, %s}]\n"


@pytest.mark.parametrize(
    "addition",
    [
        "publisher: [Secret]",
        "grade: Secret",
        "directness: Secret",
        "Secret: x",
        "size: Secret",
        "file: {a: Secret}",
    ],
)
def test_nothing_of_a_protected_part_is_shown(addition: str) -> None:
    assert "Secret" not in only_flaw(PROTECTED % addition).message


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), False),
        (("a",), True),
        (("a", "b"), True),
        (("a", "x", 0), True),
        (("c",), False),
        (("c", 5), False),
    ],
)
def test_a_path_is_protected_when_a_part_on_it_is(path: Path_, expected: bool) -> None:  # noqa: FBT001
    value = {"a": {"handling": {"level": "protected"}, "b": 1}, "c": [{"handling": "protected"}]}

    assert is_protected(value, path) is expected


def test_all_of_a_protected_document_is_protected() -> None:
    assert is_protected({"handling": {"level": "protected"}}, ())


@pytest.mark.parametrize(
    ("written", "warned"),
    [("0123", True), ("12345", True), ("'0123'", False), ("1975", False), ("A123", False), ("1e5", True)],
)
def test_text_written_like_a_number_is_kept_and_warned_of(written: str, warned: bool) -> None:  # noqa: FBT001
    read = document(NEUTRAL.replace("Example Person", f"{written}"))
    made = shape(read, Dossier)

    assert made is not None
    assert made.target.names[0].name == written.strip("'")
    assert [(flaw.rule, flaw.severity) for flaw in read.flaws] == [("quote-this-value", "warning")] * warned


def test_a_hash_of_digits_alone_is_kept_and_warned_of() -> None:
    (flaw,) = flaws(NEUTRAL + EXHIBIT % f"sha256: {'0' * 64}")

    assert (flaw.rule, flaw.pointer) == ("quote-this-value", ("exhibits", 0, "sha256"))


REGIME = """\
{"format": "criteria/1", "id": "x", "name": "X", "jurisdiction": "X", "last_verified": "2026-01-01",
 "sources": {"s": {"title": "T"}}, "instruments": {"i": {"title": "T", "citation": "C", "kind": "act",
 "in_force": {"from": "2020-01-01"}, "verified": "text"}},
 "criteria": [{"id": "c", "standard": "s", "title": "T", "force": "duty", "check": "c", "remedy": "R",
 "provision": {"instrument": "i"}, "verified": "text", "with": {"kinds": ["a"], "within": {"number": 3}}}]}
"""


def regime_flaws(text: str, name: str = "x.json") -> list[Flaw]:
    read = parse(text.encode(), name)
    shape(read, Regime)
    return read.flaws


@pytest.mark.parametrize("name", ["x.json", "x.yaml"])
def test_fields_named_like_words_of_python_are_read(name: str) -> None:
    assert regime_flaws(REGIME, name) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '{"from"',
            '{"form"',
            "No field is called “form” here. Did you mean “from”? Known here: from and until.",
        ),
        ('{"from"', '{"from_"', "No field is called “from_” here. Did you mean “from”?"),
        (
            '"kind": "act"',
            '"kind": "treety"',
            "“treety” is not one of the words for “kind”. Did you mean “treaty”?",
        ),
        (
            '{"title": "T"}}',
            '{"titel": "T", "title": "T"}}',
            "No field is called “titel” here. Did you mean “title”?",
        ),
        (
            '["a"]',
            '[["a", 1e30]]',
            "“a list” does not fit “kinds”: write a word, a number, true or false, a list",
        ),
        ('"number": 3', '"number": 1e30', "“fields” does not fit “within”: write a word"),
        (
            '"sources": {"s": {"title": "T"}}',
            '"sources": []',
            "“a list” does not fit “sources”: write fields below",
        ),
    ],
)
def test_flaws_are_found_below_keys_of_the_users_own(old: str, new: str, message: str) -> None:
    (flaw,) = regime_flaws(REGIME.replace(old, new, 1))

    assert flaw.message[: len(message)] == message


class Numbers(Part):
    """Numbers and days, as both formats write them."""

    count: Count | None = None
    share: Share | None = None
    day: StatedDayText | None = None
    parameter: Parameter = None


def made(text: str, name: str) -> Any:
    read = parse(text.encode(), name)
    shaped = shape(read, Numbers)
    return shaped and {field: getattr(shaped, field) for field in read.value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            ("count: 5", 5),
            ("count: 5.0", 5),
            ("count: 1e3", 1_000),
            ("count: 0x1F", 31),
            ("count: 0o17", 15),
        ),
        *(
            ("count: +5", 5),
            ("count: 0123", 123),
            ("count: '5'", None),
            ("count: true", None),
            ("count: 5.5", None),
        ),
        *(
            ("share: 5", 5),
            ("share: 50.5", 50.5),
            ("share: 100.5", None),
            ("share: true", None),
            ("share: x", None),
        ),
        *(
            ("day: 1975", "1975"),
            ("day: '1975'", "1975"),
            ("day: 999", None),
            ("day: true", None),
            ("day: 1.5", None),
        ),
        *(
            ("parameter: 3", 3),
            ("parameter: {a: [0x10]}", {"a": [16]}),
            ("parameter: [a, true]", ["a", True]),
            ("parameter: [[a]]", [["a"]]),
        ),
    ],
)
def test_yaml_digits_are_numbers_where_numbers_are_asked_for(text: str, expected: Any) -> None:
    assert made(text, "x.yaml") == (None if expected is None else {text.partition(":")[0]: expected})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(('{"count": 5}', 5), ('{"count": 5.0}', 5), ('{"count": 1e3}', 1_000), ('{"count": "5"}', None)),
        *(
            ('{"count": true}', None),
            ('{"share": 50.5}', 50.5),
            ('{"share": "5"}', None),
            ('{"share": 0}', 0),
        ),
        *(
            ('{"day": 1975}', "1975"),
            ('{"day": 1975.0}', "1975"),
            ('{"day": 3000}', None),
            ('{"day": true}', None),
        ),
        *(('{"parameter": 3}', 3), ('{"parameter": {"a": 1.5}}', {"a": 1.5}), ('{"parameter": 1e300}', None)),
    ],
)
def test_json_numbers_are_numbers_and_years(text: str, expected: Any) -> None:
    assert made(text, "x.json") == (None if expected is None else {text.split('"')[1]: expected})


class Named(Part):
    """A field named like a word of Python, with words of its own below it."""

    from_: Annotated[Period | None, Field(alias="from")] = None
    with_: Annotated[Literal["apples", "pears"] | None, Field(alias="with")] = None


def test_words_and_fields_below_such_a_name_are_known() -> None:
    read = document("from: {sinze: 2020}\nwith: aples\n")
    shape(read, Named)

    assert [flaw.message for flaw in read.flaws] == [
        "No field is called “sinze” here. Did you mean “since”? Known here: since and until.",
        "“aples” is not one of the words for “with”. Did you mean “apples”? Known here: apples and pears.",
    ]


def test_a_document_without_a_file_has_its_flaws_at_the_start() -> None:
    read = Document("x", value={"format": "dossier/1"})

    assert shape(read, Dossier) is None
    assert {flaw.place for flaw in read.flaws} == {Place(1, 1, 1, 1)}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (NEUTRAL + "born: 1975\n", "It belongs under `target`: look at its indent."),
        (
            NEUTRAL.replace("{name: Example Person}]", "{name: Example Person}], process: []"),
            "It belongs at the top of the file: begin it in the first column.",
        ),
    ],
)
def test_a_field_of_which_the_indent_is_wrong_is_led_to_its_part(text: str, says: str) -> None:
    [flaw] = flaws(text)

    assert says in flaw.message


def test_a_field_that_could_be_anywhere_is_led_nowhere() -> None:
    assert "It belongs" not in only_flaw("regime: gb-ghr\n").message


class Inner(Part):
    word: Literal["first", "second"] | None = None


class Outer(Part):
    part: Inner | None = None
    named: dict[str, Inner] | None = None


@pytest.mark.parametrize("value", [{"part": {"word": "frist"}}, {"named": {"x": {"word": "frist"}}}])
def test_the_words_of_a_field_are_known_wherever_its_part_may_be_left_out(value: dict[str, Any]) -> None:
    read = Document("x", value=value)

    assert shape(read, Outer) is None
    assert [flaw.message for flaw in read.flaws] == [
        "“frist” is not one of the words for “word”. Did you mean “first”? Known here: first and second."
    ]


def test_not_even_the_name_of_a_field_without_a_value_is_told_of_a_protected_part() -> None:
    hidden = {"handling": {"level": "protected"}, "word": None}
    read = Document("x", value={"part": hidden})

    assert shape(read, Outer) is None
    assert "[protected] has no value: write one, or delete the line." in [flaw.message for flaw in read.flaws]
    assert not any("word" in flaw.message for flaw in read.flaws if flaw.rule == "empty-value")


class Odd(Part):
    code: Annotated[str, Field(pattern="^x$")] = "x"
    many: Annotated[list[str], Field(min_length=1)] | None = None
    above: Annotated[int, Field(gt=5)] = 6


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"code": "y"}, "“y” does not fit “code”. See `sanctcheck schema`."),
        ({"many": []}, "“many” is empty: write a value, or delete the line."),
        ({"above": 5}, "“5” does not fit “above”: expected another value."),
    ],
)
def test_what_has_no_sentence_of_its_own_is_said_all_the_same(value: dict[str, Any], message: str) -> None:
    read = Document("x", value=value)

    assert shape(read, Odd) is None
    assert [flaw.message for flaw in read.flaws] == [message]


def test_digits_where_text_belongs_are_named_by_the_field_that_holds_them() -> None:
    read = parse(b"code: 5\nmany: [2024, 0123, 999, 3000]\n", "x.yaml")

    class Digits(Part):
        code: str
        many: list[str]

    assert shape(read, Digits) is not None
    said = (
        "is text written like a number: put it in quotation marks, so that every program keeps it as it is."
    )
    found = [(flaw.message, flaw.pointer) for flaw in read.flaws]
    assert sorted(found) == sorted(
        [
            (f"“code” {said}", ("code",)),
            (f"“many” {said}", ("many", 1)),
            (f"“many” {said}", ("many", 2)),
            (f"“many” {said}", ("many", 3)),
        ]
    )


@pytest.mark.parametrize(("letter", "most"), [("x", 200_000), ("α", 100_000), ("文", 66_666)])
def test_the_bound_of_a_text_is_one_of_bytes(letter: str, most: int) -> None:
    flaw = only_flaw(f"title: {letter * (most + 1)}\n")

    assert flaws(f"{NEUTRAL}title: {letter * most}\n") == []
    assert (flaw.rule, flaw.pointer, flaw.place.line) == ("too-long", ("title",), 6)
    assert letter == "x" or "at most 200,000 bytes, and here are 200," in flaw.message
