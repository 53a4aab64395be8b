"""Metadata that is empty, repeated, or of a shape that no program writes: looked at, and no more made of it than is there."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import metadata_files as made
import pytest
from PIL import Image

from sanctcheck.exhibits.folder import Folder
from sanctcheck.exhibits.metadata import Traces, budget_for, traces_of
from sanctcheck.exhibits.metadata.xml import Walk
from sanctcheck.exhibits.strays import strays

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "exhibit"


def look(file: Path, content: bytes) -> Traces:
    file.write_bytes(content)
    descriptor = os.open(file, os.O_RDONLY)
    try:
        return traces_of(descriptor, content[:8192], budget_for(1))
    finally:
        os.close(descriptor)


def test_a_container_whose_directory_is_damaged_is_said_to_be(file: Path) -> None:
    whole = made.docx({"docProps/core.xml": made.PROPERTIES})
    damaged = whole.replace(b"PK\x01\x02", b"PK\x01\x00")

    assert look(file, damaged).why_not == "it is damaged"


def test_a_pdf_whose_packet_is_damaged_tells_what_stands_elsewhere_and_is_said_not_to_be_read(
    file: Path,
) -> None:
    damaged = made.XMP_AUTHOR.replace("</rdf:RDF>", "")
    found = look(file, made.pdf(information={"/Author": "A. Author"}, xmp=damaged))

    assert ("author", "A. Author") in {(each.kind, each.text) for each in found.found}
    assert found.why_not == "a part of it is damaged"


def test_who_changed_a_text_twice_is_told_once(file: Path) -> None:
    twice = made.CHANGES.replace("</w:document>", '<w:del w:author="Rita Reviser"/></w:document>')
    found = look(file, made.docx({"word/document.xml": twice})).found

    assert [each.text for each in found if each.kind == "revision"] == ["Rita Reviser"]


def test_a_field_of_a_pdf_that_is_empty_tells_nothing(file: Path) -> None:
    found = look(file, made.pdf(information={"/Author": " ", "/Title": "The yard"})).found

    assert "The yard" in {each.text for each in found}
    assert "author" not in {each.kind for each in found}


def test_fields_of_a_picture_that_are_empty_tell_nothing(file: Path) -> None:
    exif = Image.Exif()
    exif[0x013B], exif[0x010F] = " ", "ACME"

    found = look(file, made.picture("JPEG", exif=exif, comment=b" ")).found

    assert {(each.kind, each.text) for each in found} == {("device", "ACME")}


def test_of_the_press_block_of_a_picture_only_what_is_about_its_making_is_read(file: Path) -> None:
    fields = b"".join(
        bytes([0x1C, record, number]) + len(text).to_bytes(2, "big") + text
        for record, number, text in ((1, 80, b"Not Amina"), (2, 80, b"Amina Author"), (2, 90, b" "))
    )
    block = b"8BIM\x04\x04\0\0" + len(fields).to_bytes(4, "big") + fields + b"\0" * (len(fields) % 2)
    segment = b"Photoshop 3.0\0" + block
    plain = made.picture("JPEG", tells=False)
    content = plain[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + plain[2:]

    assert {(each.kind, each.text) for each in look(file, content).found} >= {("author", "Amina Author")}
    assert {each.kind for each in look(file, content).found} == {"author"}


def test_a_telephone_picture_without_a_position_has_none(file: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Amina Author"
    content = io.BytesIO()
    Image.new("RGB", (16, 16)).save(content, "AVIF", exif=exif)
    found = look(file, content.getvalue().replace(b"ftypavif", b"ftypheic", 1))

    assert found.kinds == ["author"]


def test_of_a_packet_the_fields_of_its_own_form_tell_nothing_and_text_outside_any_known_field_is_searched(
    file: Path,
) -> None:
    packet = made.XMP.replace('rdf:about=""', 'rdf:about="uuid-of-nobody" xml:lang="en"').format(
        inner="<dc:nothing-known>Ximena Xmp</dc:nothing-known>"
    )
    found = look(file, made.pdf(xmp=packet)).found

    assert ("other", "Ximena Xmp") in {(each.kind, each.text) for each in found}
    assert "uuid-of-nobody" not in {each.text for each in found}


def test_of_a_text_in_very_many_pieces_the_beginning_is_kept() -> None:
    walk = Walk()
    walk.feed(b"<a>" + b"x\n" * 10_000 + b"</a>")
    (element,) = walk.close()

    assert element.name == "a"
    assert 3_900 < len(element.text) <= 4_000


def test_of_very_many_files_among_the_exhibits_some_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sanctcheck.exhibits import strays as looking

    for number in range(9):
        (tmp_path / "files" / f"{number}.txt").parent.mkdir(exist_ok=True)
        (tmp_path / "files" / f"{number}.txt").write_text("x", encoding="utf-8")
    monkeypatch.setattr(looking, "MAX_ENTRIES", 4)

    with Folder(str(tmp_path)) as folder:
        found = list(strays(folder, ["files/0.txt"]))

    assert 3 <= len(found) <= 4


def lowest_free_descriptor() -> int:
    found = os.open(os.curdir, os.O_RDONLY)
    os.close(found)
    return found


def test_folders_that_were_not_looked_into_are_closed_when_the_first_file_is_enough(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / "files" / name).mkdir(parents=True)
        (tmp_path / "files" / name / "x.txt").write_text("x", encoding="utf-8")
    before = lowest_free_descriptor()
    with Folder(str(tmp_path)) as folder:
        looking = strays(folder, ["files/none.txt"])
        first = next(looking)
        looking.close()  # type: ignore[attr-defined]

    assert first.startswith("files/")
    assert lowest_free_descriptor() == before
