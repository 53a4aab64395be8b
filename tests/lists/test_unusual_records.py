"""Records that are written in a way that publishers seldom use: nothing of them is lost, and none stops the reading."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from published import LISTS, raw
from sheet_files import write_xlsx

from sanctcheck.errors import ListError
from sanctcheck.lists.countries import country_by_code
from sanctcheck.lists.dates import listed_date, listed_dates, period
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.grouping import cell_text
from sanctcheck.lists.model import Country, Identifier, Place
from sanctcheck.lists.notes import Notes
from sanctcheck.lists.parsing import Parsing, parse
from sanctcheck.lists.publishers import gb_facts
from sanctcheck.lists.publishers.ch_seco import names as swiss_names
from sanctcheck.lists.publishers.us_ofac.labels import place
from sanctcheck.lists.scripts import script_of
from sanctcheck.lists.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.lists.model import Listing


def draft() -> Draft:
    return Draft("gb-fcdo", "X1", Notes())


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (" a ", "a"),
        (5.0, "5"),
        (5.5, "5.5"),
        (True, "true"),
        (False, "false"),
        (date(2024, 3, 1), "2024-03-01"),
        (7, "7"),
    ],
)
def test_a_cell_is_read_as_people_see_it(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_a_month_in_figures_is_a_date_of_that_month() -> None:
    assert listed_date("03/1961").start == "1961-03"


def test_kosovo_has_the_code_that_everybody_uses_although_the_standard_has_none() -> None:
    assert country_by_code("XK", "Kosovo") == Country("Kosovo", "XK")


def test_signs_of_no_alphabet_are_of_no_script() -> None:
    assert script_of("\x00\x01 12") == script_of("\U0010ffff") == ""
    assert script_of("𐐀𐐁") == "Zyyy"


def test_a_draft_has_the_fields_of_a_listing_and_no_others() -> None:
    with pytest.raises(AttributeError, match="colour"):
        draft().colour  # noqa: B018 - asking is what is tested


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pyongyang, Korea, North", Place(text="Pyongyang", country=Country("Korea, North", "KP"))),
        ("Varnograd, Serbia", Place(text="Varnograd", country=Country("Serbia", "RS"))),
        ("Lipova Street, Varnograd", Place(text="Lipova Street, Varnograd")),
    ],
)
def test_a_place_ends_with_its_country_which_may_have_a_comma_in_it(text: str, found: Place) -> None:
    assert place(text) == found


class TestUnitedKingdom:
    def test_a_quality_of_an_alias_that_is_unknown_is_counted_and_taken_for_none(self) -> None:
        made = draft()
        for strength in ("Good quality", "Low quality a.k.a", "", "middling"):
            gb_facts.add_name(made, ["", "", "", "", "", "Korvanec"], "AKA", strength)

        assert [name.quality for name in made.names] == ["strong", "weak", "", ""]
        assert list(made.notes.not_understood) == ["quality of alias"]

    def test_a_script_without_a_name_in_it_is_no_name(self) -> None:
        made = draft()
        gb_facts.add_original_name(made, " ", "Cyrillic", "Serbian")
        gb_facts.add_original_name(made, "Миро  Корванец", " Cyrillic ", " Serbian ")

        (name,) = made.names
        assert (name.text, name.note, name.language) == ("Миро Корванец", "Cyrillic", "Serbian")

    def test_towns_and_countries_of_birth_match_where_there_are_as_many_of_each(self) -> None:
        serbia, russia = Country("Serbia", "RS"), Country("Russia", "RU")
        found = []
        for towns, nations in (
            ("(1) Varnograd (2) Lipova", "(1) Serbia (2) Russia"),
            ("(1) Varnograd (2) Lipova", "Serbia"),
            ("Varnograd", ""),
            ("", "Serbia"),
        ):
            made = draft()
            gb_facts.add_birth_place(made, towns, nations)
            found.append(made.birth_places)

        assert found == [
            [Place(city="Varnograd", country=serbia), Place(city="Lipova", country=russia)],
            [Place(city="Varnograd"), Place(city="Lipova"), Place(country=serbia)],
            [Place(city="Varnograd")],
            [Place(country=serbia)],
        ]

    def test_a_reference_of_nothing_but_a_full_stop_is_none(self) -> None:
        made = draft()
        gb_facts.add_reference(made, "un-sc", " . ")

        assert made.cross_references == []

    def test_an_ofsi_table_may_have_national_numbers_and_labels_that_are_not_read_further(
        self, tmp_path: Path
    ) -> None:
        header = (
            *(
                "Name 6",
                "Name 1",
                "Name 2",
                "Name 3",
                "Name 4",
                "Name 5",
                "Title",
                "DOB",
                "Other Information",
            ),
            *("National Identification Number", "National Identification Details"),
            *("Group Type", "Alias Type", "Regime", "Listed On", "Last Updated", "Group ID"),
        )
        said = "Seen. (UN Ref):none at all (Type of entity):Shop (Gender):Male. (Type of ship):Barge"
        row = (
            *("KORVANEC", "Miro", "", "", "", "", "", "", said, "1403961710046", "(Serbian)"),
            *("Individual", "Prime Alias", "Chemical Weapons", "21/01/2019", "31/12/2020", "99001"),
        )
        path = tmp_path / "ConList.csv"
        path.write_text(
            "Last Updated,13/04/2026"
            + "," * 15
            + "\n"
            + ",".join(header)
            + "\n"
            + ",".join(row)
            + "\n"
            + "," * 16
            + "\n"
        )

        reading = Parsing(Source("gb-ofsi", "table", {"": raw(path)}))
        (person,) = reading

        assert Identifier(
            "national-id", "1403961710046", "National identification number", note="(Serbian)"
        ) in (person.identifiers)
        assert person.gender == "male"
        assert {("UN Ref", "none at all"), ("Type of entity", "Shop"), ("Type of ship", "Barge")} <= {
            (each.label, each.text) for each in person.particulars
        }
        assert "reference" in reading.notes.not_understood


class TestAustralia:
    HEADER = (
        *("Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength", "Committees"),
        *("Listing Information", "Additional Information"),
    )

    def read(self, folder: Path, *rows: tuple[str, ...]) -> tuple[list[Listing], Notes]:
        path = write_xlsx(folder / "list.xlsx", [self.HEADER, *rows])
        reading = Parsing(Source("au-dfat", "xlsx", {"": raw(path)}))
        return list(reading), reading.notes

    def test_a_kind_that_is_unknown_is_counted_and_kept(self, tmp_path: Path) -> None:
        (found,), notes = self.read(
            tmp_path, ("1", "Grey Heron", "Airship", "Primary Name", "", "Example", "25 Jan 2011", "")
        )

        assert (found.kind, found.kind_text) == ("other", "Airship")
        assert "kind of target" in notes.not_understood

    def test_a_day_of_listing_that_stands_alone_is_no_legal_basis_beside_it(self, tmp_path: Path) -> None:
        (found,), _ = self.read(
            tmp_path, ("1", "Miro", "Individual", "Primary Name", "", "Example", "25 Jan 2011", "")
        )

        assert [each.start for each in found.listed_on] == ["2011-01-25"]
        assert found.legal_basis == ()

    def test_rows_that_only_say_more_of_an_entry_add_no_name(self, tmp_path: Path) -> None:
        (found,), _ = self.read(
            tmp_path,
            ("1", "Miro", "Individual", "Primary Name", "", "Example", "", ""),
            ("1a", "", "Individual", "Alias", "Strong", "Example", "", "Seen in Varnograd"),
            ("", "", "", "", "", "", "", ""),
        )

        assert [name.text for name in found.names] == ["Miro"]
        assert found.programmes == ("Example",)
        assert found.remarks == ("Seen in Varnograd",)

    def test_text_with_the_columns_of_the_list_is_no_workbook(self, tmp_path: Path) -> None:
        path = tmp_path / "list.csv"
        path.write_text("\t".join(self.HEADER) + "\n")

        with pytest.raises(
            ListError, match=r"“list.csv” is no spreadsheet. Give the file as it is published"
        ):
            list(parse([raw(path)]))


def test_remarks_of_an_alias_are_remarks_of_its_entry(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")]
    for path in files:
        shutil.copy(LISTS / "us_ofac" / path.name, path)
    text = files[1].read_text().replace('"KORVAN, Miroslav",-0- ', '"KORVAN, Miroslav","until 1990"')
    files[1].write_text(text)

    found = {listing.id: listing for listing in parse([raw(path) for path in files])}

    assert "until 1990" in found["90001"].remarks


def test_of_a_name_with_very_many_spellings_the_first_are_read_and_the_rest_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swiss_names, "_MAX_SPELLINGS", 2)
    path = tmp_path / "list.xml"
    text = (LISTS / "ch_seco" / "consolidated-list.xml").read_text(encoding="utf-8")
    spelling = '<spelling-variant lang="RUS" script="LATN" spelling-variant-type="not-defined">Korvanets</spelling-variant>'
    assert spelling in text
    more = "".join(spelling.replace("Korvanets", f"Korvanets{letter}") for letter in "xyz")
    path.write_text(text.replace(spelling, spelling + more), encoding="utf-8")

    reading = parse([raw(path)])
    found = {listing.id: listing for listing in reading}

    names = [name.text for name in found["5142"].names]
    assert names == ["Korvanec Miro Tadesz", "Korvanets Miro Tadesz", "The Miller"]
    assert reading.notes.not_understood["spellings of a name beyond the bound"].count == 1


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("1960", "1963", ("1960", "1963")),
        ("1963", "1960", ("1960", "1963")),
        ("", "1963", ("1963", "")),
        ("1960", "", ("1960", "")),
        ("1960", "1960", ("1960", "")),
        ("", "", ("", "")),
    ],
)
def test_a_period_without_one_end_is_the_other_one(start: str, end: str, found: tuple[str, str]) -> None:
    read = period(start, end, "as it stands")

    assert (read.start, read.end) == found


def test_what_is_left_between_two_dates_is_no_date() -> None:
    assert [each.start for each in listed_dates("1963 or 1964 or . ")] == ["1963", "1964"]


@pytest.mark.parametrize(
    ("file", "change", "field", "found"),
    [
        ("un_sc/consolidated.xml", ("<GENDER>Male", "<GENDER>Female"), "gender", ["female"]),
        ("us_ofac/sdn.xml", ("<idNumber>Male</idNumber>", "<idCountry>Female</idCountry>"), "gender", ["female"]),
        ("us_ofac/sdn.xml", ("<issueDate>03 Feb 2015</issueDate>", ""), "identifiers", ["008812345"]),
        ("opensanctions/entities.ftm.json", ('"birthDate":', '"deathDate": ["2019-05-04"], "birthDate":'), "death_dates", ["2019-05-04"]),
    ],
)  # fmt: skip
def test_what_is_stated_in_another_way_is_read_as_well(
    file: str, change: tuple[str, str], field: str, found: list[str], tmp_path: Path
) -> None:
    text = (LISTS / file).read_text(encoding="utf-8")
    assert change[0] in text
    path = tmp_path / file.rpartition("/")[2]
    path.write_text(text.replace(*change), encoding="utf-8")

    values = next(value for each in parse([raw(path)]) if (value := getattr(each, field)))

    read = (
        [values]
        if isinstance(values, str)
        else [getattr(each, "number", "") or each.start for each in values]
    )
    assert read == found


def test_a_name_of_the_eu_that_is_said_to_be_a_former_one_is(tmp_path: Path) -> None:
    path = tmp_path / "full_1_1.xml"
    text = (LISTS / "eu_fsf" / "full_1_1.xml").read_text(encoding="utf-8")
    start = text.index("<nameAlias ")
    end = text.index(">", start)
    element = text[start:end].rstrip("/")
    rest = (
        text[end + 1 :]
        if text[end - 1] == "/"
        else text[text.index("</nameAlias>", end) + len("</nameAlias>") :]
    )
    path.write_text(
        f"{text[:start]}{element}><remark>formerly known as</remark></nameAlias>{rest}", encoding="utf-8"
    )

    kinds = [name.kind for each in parse([raw(path)]) for name in each.names]

    assert "former" in kinds
