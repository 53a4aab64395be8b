"""Only what the user named is opened, and only UTF-8 without control characters is read."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sanctcheck.reading.document import Flaw, Place
from sanctcheck.reading.files import parse, read_document, read_standard_input


def only_flaw(path: Path, **options: int) -> Flaw:
    document = read_document(path, "x.yaml", **options)
    (flaw,) = document.flaws

    assert document.value is None
    assert str(path.parent) not in flaw.message
    return flaw


def test_an_ordinary_file_is_read_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: b")
    document = read_document(tmp_path / "x.yaml", "x.yaml")

    assert (document.value, document.flaws, document.folder) == ({"a": "b"}, [], tmp_path)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: b")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "x.yaml")

    assert "symbolic link" in only_flaw(tmp_path / "link.yaml").message


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")

    assert only_flaw(tmp_path / "pipe.yaml").message == "This file cannot be read: not a regular file."
    assert only_flaw(tmp_path / "missing.yaml").message == "There is no such file."
    assert only_flaw(tmp_path).message in {
        "This is a folder.",
        "This file cannot be read: not a regular file.",
    }
    assert only_flaw(tmp_path / "a\0b").message == "This file cannot be read: its name is not a file name."
    assert only_flaw(Path("/dev/zero")).rule == "not-readable"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "x"), "No permission to read this file."),
        (IsADirectoryError(21, "x"), "This is a folder."),
    ],
)
def test_what_the_system_refuses_is_said(
    error: OSError, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr("sanctcheck.reading.files.os.open", refuse)

    assert only_flaw(tmp_path / "x.yaml").message == message


def test_a_file_above_the_limit_is_refused_and_one_at_it_read(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: 45678")

    assert only_flaw(tmp_path / "x.yaml", max_bytes=7).rule == "too-large"
    assert read_document(tmp_path / "x.yaml", "x.yaml", max_bytes=8).value == {"a": "45678"}


@pytest.mark.parametrize(
    ("content", "value"), [(b'\n {"a": 1}', {"a": 1}), (b"a: 1", {"a": "1"}), (b"", None)]
)
def test_standard_input_is_read_as_what_it_begins_like(
    content: bytes, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    document = read_standard_input()

    assert (document.name, document.folder, document.value) == ("<stdin>", None, value)


def test_standard_input_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"a: 1" * 100)))

    assert [flaw.rule for flaw in read_standard_input(max_bytes=10).flaws] == ["too-large"]


@pytest.mark.parametrize(
    ("content", "rule", "place"),
    [
        (b"a: b\nc: \xff", "not-utf-8", Place(2, 4, 2, 5)),
        ("a: é\r\né: ".encode() + b"\xe9", "not-utf-8", Place(2, 4, 2, 5)),
        (b"a: 1\rb: 2\r\nc: \xc0\xaf", "not-utf-8", Place(3, 4, 3, 5)),
        (b"a: \xed\xa0\x80", "not-utf-8", Place(1, 4, 1, 5)),
        (b"\xff\xfea\0", "not-utf-8", Place(1, 1, 1, 1)),
        (b"\xfe\xff\0a", "not-utf-8", Place(1, 1, 1, 1)),
        (b"\xff\xfe\0\0a\0\0\0", "not-utf-8", Place(1, 1, 1, 1)),
        (b"\0\0\xfe\xff\0\0\0a", "not-utf-8", Place(1, 1, 1, 1)),
        (b"a: b\nc: d\0", "control-character", Place(2, 5, 2, 6)),
        (b"a: b\rc: \x1b[31m", "control-character", Place(2, 4, 2, 5)),
        (b"a: \x7f", "control-character", Place(1, 4, 1, 5)),
        ("é: \x85".encode(), "control-character", Place(1, 4, 1, 5)),
        ("a: \x9b".encode(), "control-character", Place(1, 4, 1, 5)),
        ("a: \ufeff".encode(), "control-character", Place(1, 4, 1, 5)),
        ("a: \uffff".encode(), "control-character", Place(1, 4, 1, 5)),
        (b"a: \x0b\x0c", "control-character", Place(1, 4, 1, 5)),
    ],
)
@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_what_is_no_plain_utf_8_is_refused_with_its_place(
    content: bytes, rule: str, place: Place, name: str
) -> None:
    document = parse(content, name)

    assert document.value is None
    assert [(flaw.rule, flaw.place) for flaw in document.flaws] == [(rule, place)]


def test_a_byte_order_mark_is_tolerated_once_with_a_warning() -> None:
    document = parse(b"\xef\xbb\xbfa: b", "x.yaml")

    assert document.value == {"a": "b"}
    assert document.place(("a",)) == Place(1, 4, 1, 5)
    assert [(flaw.rule, flaw.severity) for flaw in document.flaws] == [("byte-order-mark", "warning")]
    assert parse(b"\xef\xbb\xbf\xef\xbb\xbfa: b", "x.yaml").flaws[1].rule == "control-character"


def test_a_byte_order_mark_is_said_before_what_stops_the_reader() -> None:
    assert [flaw.rule for flaw in parse(b"\xef\xbb\xbfa: \xff", "x").flaws] == [
        "byte-order-mark",
        "not-utf-8",
    ]


@pytest.mark.parametrize("text", ["a: \tb", "a: é\u00a0\u200d\u202e", "a: \U0001f600"])
def test_other_characters_are_left_as_they_are(text: str) -> None:
    document = parse(text.encode(), "x.yaml")

    assert document.flaws == []
    assert document.value == {"a": text[3:].strip("\t")}


def test_json_may_hold_line_separators() -> None:
    assert parse('["\u2028\\u0085"]'.encode(), "x.json").value == ["\u2028\x85"]


def test_no_more_is_taken_from_standard_input_than_shows_that_it_is_too_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = io.BytesIO(b"a: b\n" * 100)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=given))

    assert [flaw.rule for flaw in read_standard_input(max_bytes=8).flaws] == ["too-large"]
    assert given.tell() == 9


def test_a_link_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "x.yaml")

    message = "This is a symbolic link, which is not followed: name the file itself."
    assert only_flaw(tmp_path / "link.yaml").message == message


def test_what_is_no_utf_8_is_said_with_what_to_do() -> None:
    said = {
        b"\xff\xfea\0": "This file is UTF-16 or UTF-32: save it as UTF-8.",
        b"a: \xff": "Here the file is not UTF-8: save it as UTF-8.",
        b"\xef\xbb\xbfa: b": "The file begins with a byte order mark: save it as UTF-8 without one.",
        b"a: \x0b": "A control character, U+000B, stands here: delete it.",
        "a: \u2028".encode(): "A line separator, U+2028, stands here: begin a new line instead.",
    }

    assert {content: flaw.message for content in said for flaw in parse(content, "x.yaml").flaws} == said


def test_a_file_that_is_too_large_is_said_to_be_with_the_bound_and_what_to_do() -> None:
    (flaw,) = parse(b"a: b" * 500, "x.yaml", max_bytes=1_000).flaws

    assert flaw.message == "Larger than 1,000 bytes. Keep long texts in exhibits, or raise --max-bytes."


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: b\r\n", b'{"a": 1}', b"a: \xff"])
def test_a_document_is_known_by_the_hash_of_its_bytes_as_they_were(content: bytes) -> None:
    assert parse(content, "x.yaml").sha256 == hashlib.sha256(content).hexdigest()


def test_json_in_which_nothing_is_empty_is_known_to_hold_nothing_odd() -> None:
    assert parse(b'{"a": [1, "b"]}', "x.json").is_plain
    assert not parse(b'{"a": null}', "x.json").is_plain
    assert not parse(b"a: b", "x.yaml").is_plain
