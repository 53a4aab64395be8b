"""What holds for every publisher and format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import msgspec
import pytest
from published import PUBLISHED, files, listings, parsing, raw

from sanctcheck.errors import ListError
from sanctcheck.lists.model import listing_as_json, listing_from_json
from sanctcheck.lists.parsing import count_records, parse, recognise, source_of
from sanctcheck.lists.publishers import MODULES

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.lists.source import RawFile

EVERY = pytest.mark.parametrize("name", PUBLISHED)
XML = pytest.mark.parametrize("name", [name for name, (_, form, _) in PUBLISHED.items() if "xml" in form])
UNREADABLE = {"un": {"date of birth": 1}, "uk-xml": {"date of birth": 1}}
"""What the fixtures hold on purpose that has no reading: a date in another calendar, and `15/08/19yy`."""


def test_every_publisher_has_a_list_here() -> None:
    assert set(MODULES) == {publisher for publisher, _, _ in PUBLISHED.values()}


@EVERY
def test_a_file_is_recognised_from_its_content(name: str) -> None:
    publisher, form, _ = PUBLISHED[name]

    found = [recognise(file) for file in files(name)]

    assert {(each.publisher, each.format) for each in found if each is not None} == {(publisher, form)}
    assert None not in found


@EVERY
def test_as_many_listings_come_out_as_records_are_counted_in_another_way(name: str) -> None:
    reading = parsing(name)

    found = list(reading)

    assert found
    assert len(found) == reading.notes.records == count_records(reading.source)
    assert reading.notes.declared in (None, len(found))


@EVERY
def test_ids_are_unique_and_every_listing_has_a_name_and_a_kind(name: str) -> None:
    found = list(parsing(name))

    assert len({each.key for each in found}) == len(found)
    assert all(each.id and each.names and each.kind_text and each.kind != "other" for each in found)


@EVERY
def test_nothing_is_missed_but_what_has_no_reading(name: str) -> None:
    reading = parsing(name)

    found = list(reading)

    assert UNREADABLE.get(name, {}) == {
        what: each.count for what, each in reading.notes.not_understood.items()
    }
    assert not [each.rest for each in found if each.rest]


@EVERY
def test_listings_survive_the_way_into_json_and_back(name: str) -> None:
    for listing in parsing(name):
        assert listing == listing_from_json(listing_as_json(listing))


@EVERY
def test_reading_twice_gives_the_same(name: str) -> None:
    reading = parsing(name)

    assert list(reading) == list(reading)


@EVERY
def test_the_same_target_has_the_same_name_and_script_everywhere(name: str) -> None:
    """Each list has somebody or something whose names are known here."""
    found = {text.text.casefold(): text.script for each in parsing(name) for text in each.names}

    known = [text for text in found if "korvan" in text or "dunmere" in text or "heron" in text]
    assert known
    assert {"Latn"} == {found[text] for text in known}


@XML
def test_every_letter_of_every_name_in_the_raw_file_is_in_a_name_that_was_read(name: str) -> None:
    path = files(name)[0].path
    marks = ("lastname", "firstname", "formattedfullname", "alias_name", "first_name", "second_name", "third_name",
             "name_original_script", "name1", "name2", "name6", "namenonlatinscript", "givenname", "value")  # fmt: skip
    names = [
        text
        for each in parsing(name)
        for one in each.names
        for text in (one.text, *(p.text for p in one.parts))
    ]
    letters = re.sub(r"\W", "", "".join(names)).casefold()

    for element in ET.parse(path).iter():
        tag = element.tag.rpartition("}")[2].casefold().partition("-")[0]
        if tag in marks[:-1] and element.text:
            for word in re.findall(r"\w+", element.text.casefold()):
                assert word in letters


@XML
def test_an_element_that_the_format_did_not_have_is_kept_and_counted(name: str, tmp_path: Path) -> None:
    text = files(name)[0].path.read_text()
    record = {"un": "</INDIVIDUAL>", "eu-xml": "</sanctionEntity>", "uk-xml": "</Designation>", "ofac-xml": "</sdnEntry>",
              "ofac-enhanced": "</entity>", "switzerland": "</target>"}.get(name, "</record>")  # fmt: skip
    changed = tmp_path / files(name)[0].name
    changed.write_text(text.replace(record, f"<ShoeSize>46</ShoeSize>{record}", 1))

    reading = parse([raw(changed)])
    found = list(reading)

    missed = {what: each for what, each in reading.notes.not_understood.items() if "ShoeSize" in what}
    assert [(each.sample, each.count) for each in missed.values()] == [("46", 1)]
    assert all(what.startswith("element ") for what in missed)
    assert [each.text for listing in found for each in listing.rest] == ["46"]


@pytest.mark.parametrize("name", ["uk-csv", "ofsi-old", "opensanctions-simple", "eu-csv"])
def test_a_column_that_the_format_did_not_have_is_counted(name: str, tmp_path: Path) -> None:
    encoding = "cp1252" if name == "ofsi-old" else "utf-8-sig"
    mark = ";" if name == "eu-csv" else ","
    lines = files(name)[0].path.read_text(encoding).splitlines()
    changed = tmp_path / files(name)[0].name
    titles = [line for line in lines[:1] if line.startswith(("Report", "Last"))]
    header, *rows = lines[len(titles) :]
    changed.write_text(
        "\n".join([*titles, f"{header}{mark}Shoe size", *(f"{row}{mark}46" for row in rows)]) + "\n", encoding
    )

    reading = parse([raw(changed)])
    list(reading)

    assert "column Shoe size" in reading.notes.not_understood


@EVERY
def test_a_list_that_is_cut_off_is_refused_or_found_by_the_counts(name: str, tmp_path: Path) -> None:
    """A CSV file that ends with a whole row cannot be told from a whole one: only the list before can tell."""
    whole = files(name)[0]
    content = whole.path.read_bytes()
    complete = len(list(parsing(name)))
    for share in (0.97, 0.6, 0.3):
        cut = tmp_path / f"{share}-{whole.name}"
        cut.write_bytes(content[: int(len(content) * share)])
        refused, found = _read_or_refused([raw(cut), *files(name)[1:]])
        if refused:
            assert whole.name in refused or "set of files" in refused
        else:
            assert whole.name.endswith((".csv", ".json"))
            assert found <= complete


def _read_or_refused(parts: list[RawFile]) -> tuple[str, int]:
    """The error, or else how many listings came out."""
    try:
        return "", len(list(parse(parts)))
    except ListError as error:
        return str(error), 0


def test_files_of_several_lists_are_refused() -> None:
    with pytest.raises(ListError, match="of one list"):
        source_of([*files("un"), *files("eu-xml")])


def test_a_part_of_a_set_is_refused_without_its_main_file() -> None:
    with pytest.raises(ListError, match="belongs to a set of files"):
        list(parse(files("ofac-csv")[1:]))


def test_a_file_of_nobody_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear colleagues,\n")

    assert recognise(raw(path)) is None
    with pytest.raises(ListError, match=r"“notes\.txt” is no sanctions list"):
        source_of([raw(path)])


@pytest.mark.parametrize(
    "page", ["<!DOCTYPE html><html><body>Access denied</body></html>", "\n <HTML lang=en><body>"]
)
def test_a_web_page_is_named_as_what_it_is(page: str, tmp_path: Path) -> None:
    path = tmp_path / "consolidated.xml"
    path.write_text(page)

    with pytest.raises(ListError, match="is a web page"):
        recognise(raw(path))


def test_an_empty_file_is_named_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "consolidated.xml"
    path.write_text("\n")

    with pytest.raises(ListError, match="is empty"):
        recognise(raw(path))


def test_a_compressed_file_is_read_as_what_it_holds(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "consolidated.xml.gz"
    path.write_bytes(
        gzip.compress(files("un")[0].path.read_bytes()[:400])
        + gzip.compress(files("un")[0].path.read_bytes()[400:])
    )

    assert list(listings("un").values()) == list(parse([raw(path)]))


def test_json_that_is_no_listing_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        listing_from_json(b'{"publisher": "un-sc"}')
    with pytest.raises(ValueError):
        listing_from_json(b"not json")
