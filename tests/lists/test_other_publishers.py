"""What is peculiar to the list of each publisher."""

from __future__ import annotations

import pytest
from published import listings, parsing

from sanctcheck.lists.model import Country, CrossReference, Identifier, ListedDate, Place, Relation

SERBIA = Country("Serbia", "RS")
UN_NUMBER = CrossReference("un-sc", "CDi.901")


class TestUnitedNations:
    def test_several_names_in_one_field_are_told_apart_and_counted(self) -> None:
        reading = parsing("un")
        entity = {listing.id: listing for listing in reading}["9900002"]

        texts = [(name.text, name.kind) for name in entity.names]
        assert texts[0] == ("DUNMERE QUARRY HOLDINGS (DQH)", "primary")
        assert texts[1] == ("DUNMERE QUARRIES", "variation")
        assert texts[2] == ("Dunmere Stone", "former")
        assert reading.notes.split == 2

    def test_dates_of_birth_of_every_type_are_read(self) -> None:
        person = listings("un")["9900001"]

        assert [(each.start, each.end, each.circa) for each in person.birth_dates] == [
            ("1961-04-01", "", False),
            ("1961-03-14", "", False),
            ("1962", "", True),
            ("1960", "1963", False),
            ("", "", False),
        ]
        assert person.birth_dates[-1].calendar == "islamic"

    def test_aliases_keep_their_quality_and_what_is_said_of_them(self) -> None:
        person = listings("un")["9900001"]

        aliases = {name.text: (name.quality, name.note) for name in person.names if name.kind == "alias"}
        assert aliases["Miro Korvanets"] == ("strong", "born 1961-04-01; Belgrade, Serbia")
        assert ("weak", "nom de guerre") == aliases["The Miller"] == aliases["Old Miller"]

    def test_the_rest_of_a_person_has_its_fields(self) -> None:
        person = listings("un")["9900001"]

        assert person.reference == "CDi.901"
        assert (ListedDate("2015-04-07-04:00", "2015-04-07"),) == person.listed_on
        assert person.posts == ("Quarry director",)
        assert [each.start for each in person.amended_on] == ["2016-10-13", "2020-02-01"]
        assert listings("un")["9900002"].regimes == ("un-1267",)


class TestEuropeanUnion:
    @pytest.mark.parametrize("form", ["eu-xml", "eu-csv"])
    def test_the_primary_name_is_the_first_strong_one_in_latin_letters(self, form: str) -> None:
        person = listings(form)["990001"]

        assert person.name == "Miro Tadesz Korvanec"
        assert [(n.text, n.quality) for n in person.names if n.quality == "weak"] == [("The Miller", "weak")]
        assert person.cross_references == (UN_NUMBER,)
        assert person.regimes == ("eu-ghr",)

    @pytest.mark.parametrize("form", ["eu-xml", "eu-csv"])
    def test_a_date_of_the_islamic_calendar_is_not_taken_for_a_gregorian_one(self, form: str) -> None:
        islamic = listings(form)["990001"].birth_dates[2]

        assert (islamic.calendar, islamic.start) == ("islamic", "1982-04-18")
        assert "1402" in islamic.text

    @pytest.mark.parametrize("form", ["eu-xml", "eu-csv"])
    def test_a_document_keeps_what_is_known_against_it(self, form: str) -> None:
        passport = next(each for each in listings(form)["990001"].identifiers if each.kind == "passport")

        assert passport.note == "known to have expired; issued by Ministry of the Interior"
        assert ListedDate("2025-02-02", "2025-02-02") == passport.expires

    def test_the_csv_form_says_what_the_xml_form_says(self) -> None:
        xml, csv = listings("eu-xml"), listings("eu-csv")

        assert xml.keys() == csv.keys()
        for key, listing in xml.items():
            other = csv[key]
            assert [(n.text, n.parts, n.note) for n in listing.names] == [
                (n.text, n.parts, n.note) for n in other.names
            ]
            for field in ("reference", "kind", "birth_dates", "birth_places", "nationalities", "identifiers",
                          "addresses", "programmes", "listed_on", "posts", "titles", "gender", "remarks"):  # fmt: skip
                assert getattr(listing, field) == getattr(other, field), field

    def test_a_day_of_listing_is_found_in_the_details(self) -> None:
        assert (ListedDate("21/12/2018", "2018-12-21"),) == listings("eu-xml")["990002"].listed_on

    def test_the_older_csv_form_takes_numbers_and_contacts_apart(self) -> None:
        person = listings("eu-csv-old")["990001"]

        assert (
            Identifier("passport", "008812345", "National passport", Country("SRB", "RS"), note="expired")
            in person.identifiers
        )
        assert Identifier("phone", "011 000", "PHONE") in person.identifiers
        assert person.posts == ("Président",)
        assert person.remarks == ("Director\nof the quarries",)
        assert listings("eu-csv-old")["990002"].name == 'Dunmere "Quarry" Holdings'


class TestUnitedKingdom:
    @pytest.mark.parametrize("form", ["uk-csv", "uk-ods"])
    def test_the_tables_say_what_the_xml_says(self, form: str) -> None:
        xml, table = listings("uk-xml"), listings(form)

        assert xml.keys() == table.keys()
        for key, listing in xml.items():
            other = table[key]
            assert sorted(map(str, listing.names)) == sorted(map(str, other.names))
            for field in ("kind", "cross_references", "titles", "posts", "programmes", "regimes", "measures", "reasons",
                          "remarks", "addresses", "nationalities", "birth_places", "gender", "listed_on"):  # fmt: skip
                assert getattr(listing, field) == getattr(other, field), field
            assert sorted(map(str, listing.identifiers)) == sorted(map(str, other.identifiers))

    def test_a_person_has_reasons_measures_and_references(self) -> None:
        person = listings("uk-xml")["GHR9901"]

        assert (CrossReference("gb-ofsi", "99001"), UN_NUMBER) == person.cross_references
        assert person.measures == ("Asset freeze", "Travel Ban")
        assert person.reasons.startswith("KORVANEC directed")
        assert person.regimes == ("gb-ghr",)
        assert sum(each.kind == "passport" for each in person.identifiers) == 1

    def test_the_short_table_has_the_primary_name_whole(self) -> None:
        assert listings("uk-short")["GHR9901"].name == "KORVANEC Miro Tadesz"

    def test_rows_of_an_entry_need_not_stand_together(self) -> None:
        person = listings("ofsi")["99001"]

        assert [name.text for name in person.names] == [
            "Miro KORVANETS",
            "Миро Тадеш Корванец",
            "Miro Tadesz KORVANEC",
        ]
        assert person.name == "Miro Tadesz KORVANEC"
        assert [each.start for each in person.birth_dates] == ["1961-03-14", "1962"]

    def test_labelled_parts_of_other_information_have_their_fields(self) -> None:
        person = listings("ofsi")["99001"]

        assert (CrossReference("gb-fcdo", "GHR9901"), UN_NUMBER) == person.cross_references
        assert person.reasons == "KORVANEC directed the forced labour of detainees."
        assert [each.number for each in person.identifiers if each.kind == "phone"] == [
            "+381 11 000",
            "+381 11 001",
        ]
        assert person.remarks == ("Lives in Varnograd.",)
        assert person.gender == "male"
        assert (SERBIA, Country("Russia", "RU")) == person.nationalities

    def test_the_older_layout_is_in_another_encoding_and_numbers_otherwise(self) -> None:
        found = listings("ofsi-old")

        assert "Miro KÖRVANEC" in [name.text for name in found["99001"].names]
        assert found["99001"].cross_references == (UN_NUMBER,)
        assert (CrossReference("un-sc", "TE.H.10.12"),) == found["99002"].cross_references
        assert [place.city for place in found["99001"].birth_places] == ["Varnograd", "Belgrade"]


class TestCanada:
    def test_the_magnitsky_act_s_listings_are_told_apart(self) -> None:
        found = listings("canada")

        magnitsky = [each for each in found.values() if each.list_name == "JVCFOA"]
        assert [each.id for each in magnitsky] == ["JVCFOA/1"]
        assert [each.regimes for each in magnitsky] == [("ca-jvcfoa",)]
        assert {()} == {each.regimes for each in found.values() if each.list_name == "SEMA"}

    def test_entries_with_the_same_schedule_and_item_have_ids_of_their_own(self) -> None:
        assert {"Belarus/1, Part 1/1", "Belarus/1, Part 1/1#2"} <= listings("canada").keys()

    def test_aliases_are_taken_apart_but_not_before_a_company_s_suffix(self) -> None:
        found = listings("canada")

        person = [(n.text, n.language, n.script) for n in found["Belarus/1, Part 1/1"].names[1:]]
        assert person[0] == ("Лена Острандэр", "Belarusian", "Cyrl")
        assert person[2] == ("L. Ostrander", "", "Latn")
        entity = [name.text for name in found["Belarus/1, Part 1/1#2"].names[1:]]
        assert entity == ["Dunmere Quarries, Ltd.", "Dunmere Stone", "DQH"]

    def test_a_ship_has_the_year_in_which_it_was_built(self) -> None:
        ship = listings("canada")["Russia/4/7"]

        assert (ship.kind, tuple(each.start for each in ship.birth_dates)) == ("vessel", ("2005",))
        assert [each.number for each in ship.identifiers] == ["9074729"]

    def test_elements_with_names_in_both_languages_are_the_same(self) -> None:
        assert list(listings("canada").values()) == list(listings("canada-bilingual").values())


class TestAustralia:
    def test_the_letters_of_a_reference_belong_to_the_name(self) -> None:
        person = listings("australia")["2"]

        assert [(name.text, name.kind, name.quality) for name in person.names] == [
            ("Miro Tadesz KORVANEC", "primary", ""),
            ("Миро Тадеш Корванец", "original-script", ""),
            ("The Miller", "alias", "weak"),
            ("Miro Korvanets", "alias", "strong"),
        ]

    def test_dates_numbers_and_truth_values_of_cells_are_read(self) -> None:
        found = listings("australia")

        assert [each.start for each in found["2"].birth_dates] == ["1961-03-14", "1960", "1966", "1963"]
        assert found["2"].measures == ("Targeted Financial Sanction", "Travel Ban")
        assert [each.number for each in found["4"].identifiers] == ["9074729"]
        assert found["2"].amended_on[0].start == "2026-02-24"

    def test_only_the_un_number_at_the_beginning_is_the_target_s_own(self) -> None:
        assert listings("australia")["2"].cross_references == (UN_NUMBER,)

    def test_a_day_of_listing_is_found_in_the_listing_information(self) -> None:
        assert listings("australia")["2"].listed_on[0].start == "2011-01-25"

    def test_the_thematic_regime_is_known_by_its_programme(self) -> None:
        assert ("au-thematic",) == listings("australia")["2"].regimes == listings("australia")["3"].regimes

    def test_the_older_layout_is_written_less_evenly(self) -> None:
        found = listings("australia-old")

        assert {"2", "34"} == found.keys()
        assert (found["2"].kind, found["34"].kind) == ("person", "entity")
        assert (Country("Serbian", "RS"), Country("Russian", "RU")) == found["2"].nationalities
        assert found["2"].addresses == ()
        assert [(each.start, each.end, each.circa) for each in found["2"].birth_dates] == [
            ("1955", "1958", True),
            ("1960-04-11", "", False),
        ]


class TestSwitzerland:
    def test_spellings_of_the_parts_make_whole_names(self) -> None:
        person = listings("switzerland")["5142"]

        assert [(name.text, name.kind, name.script) for name in person.names] == [
            ("Korvanec Miro Tadesz", "primary", "Latn"),
            ("Korvanets Miro Tadesz", "variation", "Latn"),
            ("Корванец Миро", "original-script", "Cyrl"),
            ("The Miller", "alias", "Latn"),
        ]
        assert [(part.kind, part.text) for part in person.names[0].parts] == [
            ("family", "Korvanec"),
            ("given", "Miro"),
            ("father", "Tadesz"),
        ]

    def test_what_a_modification_repeats_is_not_read_again(self) -> None:
        names = [name.text for each in listings("switzerland").values() for name in each.names]

        assert "Never To Be Read" not in names

    def test_removed_targets_are_told_from_those_that_were_listed_again(self) -> None:
        found = listings("switzerland")

        assert {"46130"} == {key for key, each in found.items() if each.is_removed}
        assert found["46130"].removed_on[0].start == "2024-03-01"
        assert found["34461"].listed_on[0].start == "2022-05-18"

    def test_places_and_measures_are_looked_up(self) -> None:
        person = listings("switzerland")["5142"]

        varnograd = Place(city="Varnograd", region="Vojvodina", country=SERBIA)
        assert (varnograd,) == person.birth_places
        assert (
            person.addresses[0].whole == "Quarry Club, 14 Lipova Street, Varnograd, Vojvodina, 21000, Serbia"
        )
        assert person.measures == ("article 3, annex 1",)
        assert person.programmes == ("Example",)
        assert person.cross_references == (UN_NUMBER,)
        assert (Relation("business-partner", "46130", "46130"),) == person.relations


class TestOpenSanctions:
    def test_what_is_said_of_a_target_is_gathered_wherever_it_stands(self) -> None:
        person = listings("opensanctions-ftm")["ofac-90001"]

        assert person.name == "Miro Tadesz Korvanec"
        assert person.reasons == "Forced labour."
        assert [each.start for each in person.listed_on] == ["2020-12-10"]
        assert (Relation("Director", "Dunmere Stone", "org-1"),) == person.relations
        assert person.addresses[0].whole == "14 Lipova Street, Varnograd, rs"
        assert [each.issued.start for each in person.identifiers if each.issued is not None] == ["2015-02-03"]

    def test_entities_that_are_no_targets_are_counted_apart(self) -> None:
        reading = parsing("opensanctions-ftm")
        list(reading)

        assert (reading.notes.records, reading.notes.beside) == (2, 5)

    def test_ids_lead_to_the_publishers_own_lists(self) -> None:
        assert {
            CrossReference("us-ofac", "90001"),
            CrossReference("un-sc", "9900001"),
            CrossReference("eu-fsf", "EU.9901.12"),
            UN_NUMBER,
        } == set(listings("opensanctions-ftm")["ofac-90001"].cross_references)

    def test_several_values_in_a_cell_of_the_simple_table_are_told_apart(self) -> None:
        found = listings("opensanctions-simple")

        assert [n.text for n in found["ofac-90001"].names] == [
            "Miro Tadesz Korvanec",
            "Korvanets",
            "The Miller",
        ]
        assert [each.code for each in found["ofac-90001"].nationalities] == ["RS", "RU"]
        assert [(each.kind, each.number) for each in found["NK-sanctcheckFixture1"].identifiers] == [
            ("imo", "9074729"),
            ("other", "XQ9Z2"),
        ]
        assert found["NK-sanctcheckFixture1"].remarks == ()
