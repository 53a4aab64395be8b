"""What each format does to text from outside, character by character: in Markdown, in a table, in JSON and in an address."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sanctcheck.report.json_text import json_text, pointer, tame
from sanctcheck.report.location import relative_path, uri
from sanctcheck.report.markdown import escaped, foreign
from sanctcheck.report.spreadsheet import inert, row

ANY = settings(deadline=None, max_examples=60)
MARKUP = "\\`*_{}[]<>#|!&"


@pytest.mark.parametrize("character", MARKUP)
def test_each_character_that_means_something_in_markdown_is_escaped(character: str) -> None:
    assert escaped(f"a{character}b") == f"a\\{character}b"


@pytest.mark.parametrize("character", "\\`*_{}[]()#+!|<>&~$^")
def test_each_character_that_means_something_to_a_forge_is_escaped(character: str) -> None:
    assert foreign(f"a{character} b") == f"a\\{character} b"


def test_text_in_markdown_is_one_line_with_nothing_hidden() -> None:
    assert escaped(" a \n\n b\tc\u202e ") == r"a b c\\u\{202e\}"
    assert foreign(" a \n\n b\tc\u202e ") == r"a b c\\u\{202e\}"
    assert escaped("plain, text. (1)") == "plain, text. (1)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("HTTPS://x.org", r"HTTPS\://x.org"),
        ("a:b", "a:b"),
        ("WWW.x.org", r"WWW\.x.org"),
        ("awww.x", "awww.x"),
        ("@name", "@&#8203;name"),
        ("@ name", "@ name"),
        ("#12", r"\#&#8203;12"),
        ("# 12", r"\# 12"),
        ("123456789. x", r"123456789\. x"),
        ("1234567890. x", "1234567890. x"),
        ("1) x", r"1\) x"),
        ("1.", r"1\."),
        ("-", r"\-"),
        ("a - b = c", "a - b = c"),
        ("", ""),
    ],
)
def test_what_a_forge_would_make_something_of_is_inert(text: str, shown: str) -> None:
    assert foreign(text) == shown


@ANY
@given(st.text(max_size=40))
def test_escaped_text_is_a_paragraph_of_text_alone_and_one_cell_of_a_table(text: str) -> None:
    page = (
        MarkdownIt("commonmark").enable("table").render(f"| a | b |\n|---|---|\n| x{escaped(text)} | y |\n")
    )

    assert page.count("<td") == 2
    assert "<td>y</td>" in page
    assert not any(tag in page for tag in ("<a", "<em", "<strong", "<code", "<img", "<script"))


@pytest.mark.parametrize("sign", "=+-@\t\r\0＝＋－＠")
def test_a_cell_that_begins_with_a_sign_that_is_computed_gets_a_mark_before_it(sign: str) -> None:
    assert inert(f"{sign}1") == f"'{sign}1"
    assert inert(f"1{sign}1") == f"1{sign}1"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("", ""),
        ("plain", "plain"),
        ("plain\nplain", "plain\nplain"),
        ("plain\n=1+1\n\n@x", "plain\n'=1+1\n\n'@x"),
        ("a =1 b", "a =1 b"),
        ("\n=1", "\n'=1"),
    ],
)
def test_each_line_of_a_cell_is_looked_at_and_kept(cell: str, shown: str) -> None:
    assert inert(cell) == shown


def test_a_row_has_every_cell_in_quotation_marks_and_ends_as_the_standard_says() -> None:
    assert row(["a", "=1", 'b"c', "d\ne"], raw=False) == '"a","\'=1","b""c","d\ne"\r\n'
    assert row(iter(["a", "=1"]), raw=True) == '"a","=1"\r\n'


def test_json_is_ascii_without_a_command_and_means_the_same() -> None:
    value = {"a##[b": ["ä##\u202e", "### #", 1.5, None]}
    text = json_text(value)

    assert text == ('{"a#\\u0023[b": ["\\u00e4#\\u0023\\u202e", "#\\u0023# #", 1.5, null]}')
    assert json.loads(text) == value
    assert json_text([1], indent=2) == "[\n  1\n]"


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_has_no_word_for_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text(number)


STEERING = (
    "\x7f\x9f\u00ad\u0600\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200f\u2028\u202e\u2060\u206f\ufeff\ufff9"
    "\ufffb\U000110bd\U000110cd\U00013430\U0001343f\U0001bca0\U0001bca3\U0001d173\U0001d17a\U000e0000\U000e0fff"
)


@pytest.mark.parametrize("character", STEERING)
def test_json_of_another_encoder_has_what_steers_a_terminal_as_an_escape(character: str) -> None:
    assert tame(f'"ä{character}b"') == f'"ä{json.dumps(character)[1:-1]}b"'


@pytest.mark.parametrize("text", ['"a"', '"äЖ习 – “x”"', ""])
def test_json_that_steers_nothing_stays_as_it_is(text: str) -> None:
    assert tame(text) == text


def test_json_of_another_encoder_begins_no_command() -> None:
    assert tame('"##[a"') == '"#\\u0023[a"'
    assert tame('"ä## ##"') == '"ä#\\u0023 #\\u0023"'


def test_a_path_is_a_json_pointer() -> None:
    assert pointer(()) == ""
    assert pointer(("a/b", 0, "~c~")) == "/a~1b/0/~0c~0"
    assert pointer(("~1",)) == "/~01"


@pytest.mark.parametrize(
    ("file", "root", "path"),
    [
        ("/r/a.yaml", "/r", "a.yaml"),
        ("/r/a.yaml", "/r///", "a.yaml"),
        ("/rx/a.yaml", "/r", "/rx/a.yaml"),
        ("/X/a.yaml", "/X", "a.yaml"),
        ("a/../b.yaml", "/r", "b.yaml"),
    ],
)
def test_a_file_below_the_root_is_named_from_there(file: str, root: str, path: str) -> None:
    assert relative_path(file, root) == path


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("/r/a b/c.yaml", "a%20b/c.yaml"),
        ("/X/a.yaml", "file:///X/a.yaml"),
        (r"odd\xe9\x80\xff.yaml", "odd%E9%80%FF.yaml"),
        (r"odd\x7f\xEF.yaml", "odd%5Cx7f%5CxEF.yaml"),
        ('"<script>\u202e', "%22%3Cscript%3E%E2%80%AE"),
    ],
)
def test_an_address_of_a_file_holds_nothing_but_what_an_address_can(file: str, address: str) -> None:
    assert uri(file, "/r") == address
