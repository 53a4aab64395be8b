"""What a file is by how it begins, held against what is stated of it and what its name says."""

from __future__ import annotations

import io
import zipfile

import pytest

from sanctcheck.exhibits import kinds

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(16)
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000")
EXE = b"MZ\x90\0" + bytes(60)
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"
TEXT = "Wir sahen sie am Tor. Она стояла там.\n".encode()
WORD = kinds.BY_SUFFIX["docx"]


def zipped(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as container:
        for name in names:
            container.writestr(
                name, b"application/vnd.oasis.opendocument.text" if name == "mimetype" else b"<x/>"
            )
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "stated"),
    [
        *((PDF, "application/pdf"), (PDF, "application/x-pdf"), (PNG, "image/png"), (JPEG, "image/jpg")),
        *((zipped("[Content_Types].xml", "word/document.xml"), WORD), (zipped("a.txt"), "application/zip")),
        *((zipped("mimetype", "content.xml"), kinds.BY_SUFFIX["odt"]), (zipped("x"), WORD)),
        *((COMPOUND, "application/msword"), (COMPOUND, "application/vnd.ms-excel"), (MP4, "video/quicktime")),
        *(
            (TEXT, "text/plain"),
            (TEXT, "text/csv"),
            (b"BM is how this text begins", "text/plain"),
            (b"", "text/plain"),
        ),
        *(
            (TEXT.decode().encode("utf-16"), "text/plain"),
            (TEXT, "application/json"),
            (TEXT, "video/x-unheard-of"),
        ),
        *((EXE, "application/x-unheard-of"), (b"\x01\x02\x03", "application/octet-stream")),
    ],
)
def test_a_file_of_the_kind_that_is_stated_agrees(content: bytes, stated: str) -> None:
    assert not kinds.disagrees(content, stated)


@pytest.mark.parametrize(
    ("content", "stated"),
    [
        *(
            (EXE, "application/pdf"),
            (EXE, "image/jpeg"),
            (EXE, "text/plain"),
            (PNG, "image/jpeg"),
            (PDF, "image/png"),
        ),
        *((TEXT, "application/pdf"), (TEXT, "image/png"), (b"", "application/pdf"), (PDF, "text/plain")),
        *(
            (zipped("x"), "application/pdf"),
            (COMPOUND, WORD),
            (PDF, WORD),
            (bytes(9), "text/csv"),
            (MP4, "audio/wav"),
        ),
        (zipped("[Content_Types].xml", "word/document.xml"), "application/pdf"),
    ],
)
def test_a_file_of_another_kind_disagrees(content: bytes, stated: str) -> None:
    assert kinds.disagrees(content, stated)


@pytest.mark.parametrize(
    ("stated", "name", "expected"),
    [
        *(
            ("application/pdf", "a.pdf", False),
            ("application/pdf", "a.jpg", True),
            ("text/plain", "a.csv", False),
        ),
        *(("image/jpeg", "a.JPEG", False), ("image/jpeg", "a", False), ("image/jpeg", ".jpg", False)),
        *(
            ("video/mp4", "a.mov", False),
            ("application/x-unheard-of", "a.pdf", False),
            ("image/jpeg", "a.odd", False),
        ),
    ],
)
def test_what_is_stated_is_held_against_the_name(stated: str, name: str, *, expected: bool) -> None:
    assert kinds.names_disagree(stated, name) is expected


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        *(
            (PDF, "a.pdf", "application/pdf"),
            (PDF, "a", "application/pdf"),
            (PDF, "a.png", "application/pdf"),
        ),
        *(
            (zipped("x"), "a.docx", WORD),
            (zipped("x"), "a.bin", "application/zip"),
            (TEXT, "a.csv", "text/csv"),
        ),
        *(
            (TEXT, "a", "text/plain"),
            (b"\x01\0", "a", "application/octet-stream"),
            (b"", "a", "application/octet-stream"),
        ),
        *((MP4, "a.mov", "video/quicktime"), (COMPOUND, "a.xls", "application/vnd.ms-excel")),
    ],
)
def test_a_seal_records_the_kind_that_content_and_name_together_say(
    content: bytes, name: str, expected: str
) -> None:
    assert kinds.media_type(content, name) == expected
    assert not kinds.disagrees(content, expected)
