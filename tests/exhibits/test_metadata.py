"""What files give away is found, by kind, within bounds, and its words are never shown."""

from __future__ import annotations

import os
import resource
import struct
import time
import zlib
from typing import TYPE_CHECKING

import metadata_files as made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanctcheck.exhibits.folder import Folder
from sanctcheck.exhibits.metadata import Traces, budget_for, metadata_texts, traces_of
from sanctcheck.exhibits.metadata.deadline import Budget
from sanctcheck.exhibits.metadata.trace import trace
from sanctcheck.exhibits.metadata.xmp import MAX_BYTES, xmp_traces

if TYPE_CHECKING:
    from pathlib import Path

    from commanding import CommandLine


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "exhibit"


def look(file: Path, content: bytes, budget: Budget | None = None) -> Traces:
    file.write_bytes(content)
    if not content:
        file.write_bytes(made.pdf())
        os.truncate(file, 65 * 1024**2)
    descriptor = os.open(file, os.O_RDONLY)
    try:
        return traces_of(descriptor, os.read(descriptor, 8192), budget or budget_for(1))
    finally:
        os.close(descriptor)


def texts(file: Path, content: bytes) -> set[str]:
    return {each.text for each in look(file, content).found}


EXIF_KINDS = {"position", "author", "device", "note"}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_exif_of_pictures_is_found(form: str, file: Path) -> None:
    found = look(file, made.picture(form))

    assert set(found.kinds) == EXIF_KINDS
    assert {"Amina Author", "SERIAL-42", "Olga Owner", "In the yard"} <= {each.text for each in found.found}
    assert found.why_not == ""


def test_exif_of_heic_is_found(file: Path) -> None:
    found = look(file, made.heic())

    assert set(found.kinds) == EXIF_KINDS
    assert {"Amina Author", "SERIAL-42", "Olga Owner"} <= {each.text for each in found.found}


def test_tags_of_tiff_are_found(file: Path) -> None:
    assert "Amina Author" in texts(file, made.picture("TIFF"))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP", "GIF", "AVIF"])
def test_a_picture_without_metadata_gives_nothing_away(form: str, file: Path) -> None:
    assert look(file, made.picture(form, tells=False)) == look(
        file, made.picture(form, tells=False, quality=50)
    )
    assert look(file, made.picture(form, tells=False)).kinds == []


def test_a_preview_is_found(file: Path) -> None:
    assert look(file, made.picture("JPEG", tells=False, exif=with_preview())).kinds == ["preview"]


def with_preview() -> bytes:
    """EXIF of two blocks, of which the second describes a preview."""
    first = struct.pack("<HHHLL", 1, 0x0112, 3, 1, 1) + struct.pack("<L", 26)
    second = struct.pack("<H", 2) + b"".join(
        struct.pack("<HHLL", tag, 4, 1, value) for tag, value in ((0x0201, 56), (0x0202, 4))
    )
    return b"Exif\0\0II*\0\x08\0\0\0" + first + second + struct.pack("<L", 0) + b"\xff\xd8\xff\xd9"


def test_texts_of_png_are_found_before_and_behind_the_pixels(file: Path) -> None:
    assert set(look(file, made.png_with_texts()).kinds) == {"author", "position", "device"}
    assert texts(file, made.png_with_texts()) >= {"Amina Author", "Ximena Xmp", "XMP-SERIAL-7"}
    assert texts(file, made.png_with_text_behind_the_pixels()) == {"Amina Author"}


def test_xmp_iptc_and_comments_of_jpeg_are_found(file: Path) -> None:
    assert "Ximena Xmp" in texts(file, made.picture("JPEG", tells=False, xmp=made.XMP_AUTHOR.encode()))
    assert look(file, made.with_iptc()).kinds == ["position", "author"]
    assert look(file, made.picture("JPEG", tells=False, comment=b"by Amina")).kinds == ["note"]


def test_information_of_pdf_is_found(file: Path) -> None:
    content = made.pdf(
        information={"/Author": "Amina Author", "/Company": "Clinic", "/Title": "C:\\Users\\amina\\a.doc"}
    )
    found = look(file, content)

    assert found.kinds == ["author", "organisation", "path"]
    assert found.why_not == ""


def test_xmp_and_comments_of_pdf_are_found(file: Path) -> None:
    assert "Ximena Xmp" in texts(file, made.pdf(xmp=made.XMP_AUTHOR))
    assert look(file, made.pdf(comment="Rita Reviser")).kinds == ["revision"]


def test_a_plain_pdf_gives_nothing_away(file: Path) -> None:
    found = look(file, made.pdf())

    assert (found.kinds, found.why_not) == ([], "")


def test_a_pdf_that_is_locked_says_that_it_was_not_read(file: Path) -> None:
    found = look(file, made.pdf(information={"/Author": "Amina"}, password="p"))

    assert "Amina" not in {each.text for each in found.found}
    assert found.why_not == "it is locked with a password"


def test_properties_changes_paths_and_previews_of_word_are_found(file: Path) -> None:
    found = look(
        file,
        made.docx(
            {
                "docProps/core.xml": made.PROPERTIES,
                "docProps/app.xml": made.APPLICATION,
                "word/document.xml": made.CHANGES,
                "word/_rels/settings.xml.rels": made.LINKS,
                "docProps/thumbnail.jpeg": b"x",
            }
        ),
    )

    assert found.kinds == ["author", "organisation", "revision", "path", "preview"]
    assert {each.text for each in found.found} == {
        *("Amina Author", "Edgar Editor", "Clinic of the North", "C:\\Users\\amina\\t.dotx", "Rita Reviser"),
        *("file:///C:/Users/edgar/t.dotx", ""),
    }


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/comments.xml", '<w:comments xmlns:w="u"><w:comment w:author="Rita Reviser"/></w:comments>'),
        ("word/people.xml", '<w:people xmlns:w="u"><w:person w:author="Rita Reviser"/></w:people>'),
        ("xl/comments1.xml", "<comments><authors><author>Rita Reviser</author></authors></comments>"),
        ("xl/persons/person.xml", '<personList><person displayName="Rita Reviser"/></personList>'),
        (
            "ppt/commentAuthors.xml",
            '<p:cmAuthorLst xmlns:p="u"><p:cmAuthor name="Rita Reviser"/></p:cmAuthorLst>',
        ),
        ("content.xml", made.OPEN_CHANGES),
    ],
)
def test_who_commented_or_changed_is_found(part: str, content: str, file: Path) -> None:
    found = look(file, made.container({"[Content_Types].xml": "<T/>", "a": "x", part: content}))

    assert (found.kinds, {each.text for each in found.found}) == (["revision"], {"Rita Reviser"})


def test_properties_of_opendocument_are_found(file: Path) -> None:
    found = look(file, made.odt({"meta.xml": made.OPEN_META, "Thumbnails/thumbnail.png": b""}))

    assert found.kinds == ["author", "preview"]
    assert {"Amina Author", "Edgar Editor"} <= {each.text for each in found.found}


def test_pictures_within_a_document_give_away_what_they_would_alone(file: Path) -> None:
    assert set(look(file, made.docx({"word/media/image1.jpeg": made.picture("JPEG")})).kinds) == EXIF_KINDS


def test_a_document_without_metadata_gives_nothing_away(file: Path) -> None:
    assert look(file, made.docx({})) == Traces()
    assert look(file, made.odt({})) == Traces()
    assert look(file, b"only a text, by Amina Author") == Traces()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *(
            (b"UNICODE\0A\0m\0i\0", "Ami"),
            (b"ASCII\0\0\0Amina", "Amina"),
            ("Amína".encode("latin-1"), "Amína"),
        ),
        *(
            (b"\xfe\xff\0A\0m", "Am"),
            (b"\xff\xfeA\0m\0", "Am"),
            ("Амина".encode(), "Амина"),
            (b"\0\0", ""),
            (7, "7"),
        ),
    ],
)
def test_texts_of_any_encoding_are_read(value: object, expected: str) -> None:
    found = trace("note", value)

    assert (found.text if found else "") == expected


def test_links_and_popups_of_a_pdf_are_no_comments(file: Path) -> None:
    content = made.pdf(comment="Rita Reviser").replace(b"/Subtype /Text", b"/Subtype /Link")
    assert b"/Link" in content
    assert look(file, content).kinds == []


def test_titles_of_png_and_odd_keys_are_looked_through(file: Path) -> None:
    from PIL import PngImagePlugin

    kept = PngImagePlugin.PngInfo()
    kept.add_text("Title", "In the yard")
    kept.add_text("Odd", "Olga Owner")
    found = look(file, made.picture("PNG", tells=False, pnginfo=kept))
    assert (found.kinds, {each.text for each in found.found}) == (["note"], {"In the yard", "Olga Owner"})


# Hostile files


def bomb(size: int = 1024**3) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join([packer.compress(bytes(1024**2)) for _ in range(size // 1024**2)]) + packer.flush()


BOMB = bomb()


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_bomb() -> bytes:
    plain = made.picture("PNG", tells=False)
    return plain[:33] + b"".join(chunk(b"zTXt", b"Author\0\0" + BOMB) for _ in range(3)) + plain[33:]


def pdf_bomb(where: str) -> bytes:
    """A stream that unpacks to a gigabyte, as metadata or as the list of objects."""
    dictionary = {
        "metadata": b"/Type/Metadata/Subtype/XML",
        "xref": b"/Type/XRef/W[1 2 1]/Size 268435455/Root 1 0 R",
    }[where]
    stream = (
        b"3 0 obj<</Filter/FlateDecode/Length %d%s>>stream\n" % (len(BOMB), dictionary)
        + BOMB
        + b"\nendstream endobj\n"
    )
    head = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    if where == "xref":
        return head + stream + b"startxref\n%d\n%%%%EOF" % len(head)
    offsets = [head.index(b"1 0 obj"), head.index(b"2 0 obj"), len(head)]
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % each for each in offsets)
    body = head + stream
    return body + table + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)


def zip_bomb() -> bytes:
    return made.docx({"docProps/core.xml": bytes(300 * 1024**2)})


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x><creator>&b;</creator></x>'
HOSTILE: dict[str, bytes] = {
    "zip bomb": zip_bomb(),
    "zip bomb of blanks": made.docx({"docProps/core.xml": b"<a>" + b" " * 100 * 1024**2}),
    "many zip bombs": made.docx({f"word/header{n}.xml": b"<a>" + bytes(range(32, 127)) * 60_000 for n in range(40)}),
    "part twice": made.docx({"word/a.xml": "x", "word/b.xml": "y"}).replace(b"word/b.xml", b"word/a.xml"),
    "many elements": made.docx({"docProps/core.xml": "<x>" + "<a/>" * 1_100_000 + "</x>"}),
    "no directory": b"PK\x03\x04" + bytes(200),
    "large": b"",
    "entities": made.docx({"docProps/core.xml": LAUGHS}),
    "external entity": made.docx({"docProps/core.xml": '<!DOCTYPE x SYSTEM "http://127.0.0.1/"><x/>'}),
    "deep xml": made.docx({"docProps/core.xml": "<a>" * 100_000}),
    "damaged xml": made.docx({"docProps/core.xml": "<a><b></a>"}),
    "odd encoding": made.docx({"docProps/core.xml": b'<?xml version="1.0" encoding="utf-7"?><a/>'}),
    "many parts": made.container({"[Content_Types].xml": "x", **{str(n): "" for n in range(3_000)}}),
    "a directory that lies": made.docx({})[:-6] + b"\xff\xff\xff\x7f\0\0",
    "cut zip": made.docx({"docProps/core.xml": made.PROPERTIES})[:-30],
    "png bomb": png_bomb(),
    "cut png": made.picture("PNG")[:60],
    "cut jpeg": made.picture("JPEG")[:60],
    "huge picture": made.picture("PNG")[:16] + struct.pack(">II", 2**31 - 1, 2**31 - 1) + made.picture("PNG")[24:],
    "xmp with entities": made.picture("JPEG", tells=False, xmp=b"<x:xmpmeta xmlns:x='u'><!DOCTYPE x></x:xmpmeta>"),
    "pdf bomb in metadata": pdf_bomb("metadata"),
    "pdf bomb in objects": pdf_bomb("xref"),
    "pdf of nothing": b"%PDF-1.7\n",
    "pdf that refers to itself": made.pdf().replace(b"/Pages 2 0 R", b"/Pages 1 0 R"),
    "pdf with a circle of tables": b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF",
    "deep pdf": b"%PDF-1.7\n1 0 obj" + b"[" * 200_000 + b"endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
    "pdf of many objects": b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 400_000 + b"startxref\n5\n%%EOF",
    "heic of nothing": b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + b"\0\0\0\0meta" * 1_000,
    "heic of boxes": b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + b"\0\0\0\x08free" * 500_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_left_within_bounds_and_said_not_to_be_read(
    name: str, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    found = look(file, HOSTILE[name])

    assert caplog.records == []
    assert time.process_time() - start < 2.5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024
    assert "ha" not in {each.text for each in found.found}
    assert found.why_not != "" or name in {"heic of nothing", "heic of boxes", "pdf that refers to itself"}


@pytest.mark.parametrize("opens", [b"<rdf:RDF>", b"<x:xmpmeta ", b"<x:xmpmeta><rdf:RDF>"])
def test_a_packet_that_is_opened_over_and_over_is_looked_for_once(opens: bytes) -> None:
    begun = time.process_time()

    assert list(xmp_traces(opens * (MAX_BYTES // len(opens)))) == []
    assert time.process_time() - begun < 2


WHOLE = [
    *(made.picture("JPEG"), made.picture("PNG"), made.picture("TIFF"), made.heic(), made.with_iptc()),
    *(made.png_with_texts(), made.pdf(information={"/Author": "A"}, xmp=made.XMP_AUTHOR, comment="R")),
    *(made.docx({"docProps/core.xml": made.PROPERTIES}), made.odt({"meta.xml": made.OPEN_META})),
]


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(WHOLE),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6),
    st.one_of(st.none(), st.integers(0, 10_000)),
)
def test_whatever_is_damaged_in_a_file_ends_in_words(
    file: Path, content: bytes, changes: list[tuple[int, int]], end: int | None
) -> None:
    changed = bytearray(content)
    for at, value in changes:
        changed[at % len(changed)] = value
    found = look(file, bytes(changed if end is None else changed[: end % len(changed)]))

    assert isinstance(found, Traces)
    assert not found.lacks_library


def for_ever() -> None:
    while True:
        len("")


def spend(budget: Budget) -> str:
    """What is said of work without end."""
    from sanctcheck.exhibits.metadata.trace import Unreadable

    try:
        budget.spend(for_ever)
    except Unreadable as error:
        return str(error)
    return ""


def test_work_is_bounded_for_one_file_and_for_all_of_them(file: Path) -> None:
    start = time.thread_time()
    budget = Budget(each=(100_000, 60), together=(200_000, 60))
    assert {spend(budget) for _ in range(10)} == {"it takes too long to read"}
    assert look(file, made.pdf(), budget).why_not == "it takes too long to read"

    budget = Budget(each=(10**12, 0.1), together=(10**12, 0.2))
    assert {spend(budget) for _ in range(10)} == {"it takes too long to read"}
    assert time.thread_time() - start < 2


def test_more_than_anybody_looks_at_is_passed_over(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = made.docx({"word/media/image1.jpeg": made.picture("JPEG")})
    monkeypatch.setattr("sanctcheck.exhibits.metadata.office._MAX_PICTURE", 100)
    assert look(file, document).kinds == []

    monkeypatch.setattr("sanctcheck.exhibits.metadata.pdf._MOST_NOTES", 0)
    assert look(file, made.pdf(comment="Rita Reviser")).kinds == []
    monkeypatch.setattr("sanctcheck.exhibits.metadata.pdf._MOST_PAGES", 0)
    assert look(file, made.pdf(comment="Rita Reviser")).kinds == []

    monkeypatch.setattr("sanctcheck.exhibits.metadata.pictures._MOST_BESIDE_PIXELS", 100)
    assert "more beside its pixels" in look(file, made.png_with_texts()).why_not


# As users see it


def dossier(handling: str = "", of_all: str = "") -> str:
    return (
        "format: dossier/1\nid: x\ntarget: {type: person, names: [{name: X}]}\n"
        f"exhibits:\n  - {{id: E1, title: T, kind: other, file: a.jpg{handling}}}\n{of_all}"
    )


@pytest.mark.parametrize(
    ("handling", "of_all", "severity"),
    [
        *(
            (", handling: {level: public}", "", "error"),
            ("", "handling: {level: public}\n", "warning"),
            ("", "", "warning"),
        ),
        *(
            (", handling: {level: official}", "", "warning"),
            (", handling: {level: restricted}", "", "warning"),
        ),
        (", handling: {level: official}", "handling: {level: public}\n", "warning"),
        (", handling: {level: protected}", "", "warning"),
    ],
)
def test_what_everybody_may_see_must_give_nothing_away(
    handling: str, of_all: str, severity: str, command_line: CommandLine
) -> None:
    (command_line.folder / "a.jpg").write_bytes(made.picture("JPEG"))
    command_line.write("d.yaml", dossier(handling, of_all))
    called = command_line.call("validate", "--no-cache", "d.yaml")

    assert f"{severity}  exhibit-metadata\n" in called.out
    for value in ("Amina", "ACME", "SERIAL", "Olga", "48.0", "yard"):
        assert value not in called.out + called.err
    assert ("GPS" in called.out) is ("protected" not in handling)


PERSONS = "protected_persons: [{names: [Olga Owner], handling: {level: protected, because: safety}}]\n"


def test_somebody_who_is_protected_is_found_in_metadata_and_in_names_of_files(
    command_line: CommandLine,
) -> None:
    (command_line.folder / "e").mkdir()
    (command_line.folder / "e" / "a.jpg").write_bytes(made.picture("JPEG"))
    (command_line.folder / "e" / "olga-owner.txt").write_text("x")
    text = dossier(", handling: {level: public}", PERSONS).replace("a.jpg", "e/a.jpg")
    command_line.write("d.yaml", text)
    called = command_line.call("validate", "--no-cache", "d.yaml")

    assert "error  protected-name-in-metadata\n" in called.out
    assert "error  protected-name-in-file-name\n" in called.out
    assert "olga" not in (called.out + called.err).lower()
    command_line.write("other.yaml", text.replace("Olga Owner", "Somebody Else"))
    assert "protected-name" not in command_line.call("validate", "--no-cache", "other.yaml").out


def test_a_file_whose_metadata_cannot_be_read_is_a_warning(command_line: CommandLine) -> None:
    (command_line.folder / "a.jpg").write_bytes(made.picture("JPEG")[:60])
    command_line.write("d.yaml", dossier())
    called = command_line.call("validate", "--no-cache", "d.yaml")

    assert "warning  exhibit-metadata-not-read\n" in called.out
    assert "could not all be read: it is damaged" in called.out


def test_a_library_that_is_not_there_is_said_once(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    (command_line.folder / "a.jpg").write_bytes(made.picture("JPEG"))
    command_line.write("d.yaml", dossier() + "  - {id: E2, title: T, kind: other, file: a.jpg}\n")
    monkeypatch.setitem(__import__("sys").modules, "PIL", None)
    called = command_line.call("validate", "--no-cache", "d.yaml")

    assert called.out.count("exhibit-metadata-not-checked") == 1
    assert "pip install 'sanctcheck[exhibits]'" in " ".join(called.out.split())


def test_texts_are_given_to_who_looks_for_names(file: Path) -> None:
    file.write_bytes(made.docx({"docProps/core.xml": made.PROPERTIES}))
    (file.parent / "link").symlink_to(file)
    with Folder(str(file.parent)) as folder:
        assert list(metadata_texts(folder, file.name)) == ["Amina Author", "Edgar Editor"]
        assert list(metadata_texts(folder, "link")) == []
        assert list(metadata_texts(folder, "none")) == []
