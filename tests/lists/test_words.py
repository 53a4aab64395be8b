"""Countries, scripts, kinds of identifiers, references, and several values in one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctcheck.lists.countries import countries, country, country_by_code
from sanctcheck.lists.identifiers import identifier_kind, imo_number
from sanctcheck.lists.model import CrossReference
from sanctcheck.lists.numbered import numbered
from sanctcheck.lists.references import first_un_reference, un_reference
from sanctcheck.lists.scripts import script_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Russia", "RU"),
        ("RUSSIAN FEDERATION", "RU"),
        ("Korea, North", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Bolivia (Plurinational State of)", "BO"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Burma", "MM"),
        ("Afghan", "AF"),
        ("SRB", "RS"),
        ("Kosovo", "XK"),
        ("Ukrainian SSR (now Ukraine)", "UA"),
        ("Iraq (previous address)", "IQ"),
        ("undetermined", ""),
        ("USSR", ""),
        ("Region: Crimea", ""),
        ("", ""),
    ],
)
def test_a_country_has_its_code_and_keeps_its_words(text: str, code: str) -> None:
    assert (text, code) == (country(text).text, country(text).code)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Russia, Ukraine", ["RU", "UA"]),
        ("Moldovan, Russian and Ukrainian", ["MD", "RU", "UA"]),
        ("Uzbek; Afghan", ["UZ", "AF"]),
        ("Bosnia and Herzegovina", ["BA"]),
        ("Trinidad and Tobago", ["TT"]),
        ("Kuwaiti citizenship withdrawn in 2002", [""]),
    ],
)
def test_several_countries_in_one_text_are_told_apart(text: str, codes: list[str]) -> None:
    assert codes == [each.code for each in countries(text)]


def test_a_code_is_a_country_only_where_the_standard_has_it() -> None:
    assert (country_by_code("rs", "SERBIA").text, country_by_code("rs", "SERBIA").code) == ("SERBIA", "RS")
    assert country_by_code("suhh").code == ""


@given(st.text(max_size=30))
def test_no_text_stops_the_reading_of_countries(text: str) -> None:
    assert country(text).code == "" or len(country(text).code) == 2
    assert countries(text)


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Miro Korvanec", "Latn"),
        ("Šešelj", "Latn"),
        ("Корванец", "Cyrl"),
        ("محمد حسن", "Arab"),
        ("金正恩", "Hani"),
        ("김정은", "Hang"),
        ("ゴルファ金", "Jpan"),
        ("ქართული", "Geor"),
        ("Корванец (K)", "Cyrl"),
        ("123", ""),
        ("", ""),
    ],
)
def test_the_script_is_that_of_most_letters(name: str, script: str) -> None:
    assert script == script_of(name)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Passport", "passport"),
        ("Numéro de passeport", "passport"),
        ("Cedula No.", "national-id"),
        ("C.U.R.P.", "national-id"),
        ("Tax ID No.", "tax-id"),
        ("V.A.T. Number", "tax-id"),
        ("Unified Social Credit Code (USCC)", "registration"),
        ("Government Gazette Number", "registration"),
        ("Vessel Registration Identification", "imo"),
        ("Digital Currency Address - XBT", "crypto-address"),
        ("SWIFT/BIC", "bic"),
        ("Aircraft Tail Number", "aircraft-tail"),
        ("Email Address", "email"),
        ("Driver's License No.", "other"),
    ],
)
def test_a_label_says_what_kind_of_number_follows(label: str, kind: str) -> None:
    assert kind == identifier_kind(label)


def test_an_imo_number_is_known_by_its_prefix_and_seven_digits() -> None:
    assert [imo_number(t) for t in ("IMO 9074729", "IMO9074729", "9074729", "IMO 907472")] == [
        "9074729",
        "9074729",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("(1) Serbia (2) Russia", ["Serbia", "Russia"]),
        ("1) Serbia 2) Russia", ["Serbia", "Russia"]),
        ("a) Serbian b) Russian", ["Serbian", "Russian"]),
        ("(1) 20645897 (2) -", ["20645897"]),
        ("(1)-(2) Tunisia (3) Libya", ["Tunisia", "Libya"]),
        ("Quarry (Pty) Ltd", ["Quarry (Pty) Ltd"]),
        ("-", []),
        ("", []),
    ],
)
def test_numbered_values_in_one_cell_are_told_apart(text: str, values: list[str]) -> None:
    assert values == numbered(text)


def test_un_numbers_are_padded_and_nothing_else_is_one() -> None:
    assert CrossReference("un-sc", "LYi.028") == un_reference("LYi.28")
    assert CrossReference("un-sc", "CDi.038") == un_reference("CDi. 038.")
    assert un_reference("QI.A.151.03") is None
    assert CrossReference("un-sc", "TAi.002") == first_un_reference("TAi.002. Associated with QDe.004.")
    assert first_un_reference("Associated with QDe.004.") is None
