"""What a name consists of: families of names that are one, neighbours that are not, and what holds for any text."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.names.prepare import Prepared, Token, prepare


def names(text: str, kind: str = "person") -> list[Token]:
    """The words that carry a name."""
    return [
        token
        for token in prepare(text, kind).tokens
        if token.kind in {"name", "patronymic", "initial", "numeral"}
    ]


def meets(first: Token, second: Token) -> bool:
    """Whether two words can be one name in two spellings."""
    return bool(set(first.skeletons) & set(second.skeletons) or set(first.groups) & set(second.groups))


def agree(first: str, second: str, kind: str = "person") -> bool:
    """Whether each word of either name has its counterpart in the other, in any order."""
    ours, theirs = names(first, kind), names(second, kind)
    return (
        len(ours) == len(theirs)
        and all(any(meets(token, other) for other in theirs) for token in ours)
        and all(any(meets(token, other) for other in ours) for token in theirs)
    )


FAMILIES = {
    "Arabic, by its rival romanisations": [
        "Mohammed Abdul Rahman al-Harthi", "Muhammad Abd al-Rahman al-Harithi", "Mohamed Abdurrahman El Harthi",
        "Mouhammad Abderrahmane Al Harthy", "HARTHI, Mohamad Abdelrahman", "محمد عبد الرحمن الحارثي",
        "محمد عبدالرحمن الحارثی",
    ],
    "French and English ways with Arabic": ["Rachid Cherif Bouchaki", "Rasheed Sharif Boushaki", "رشيد شريف بوشاكي"],
    "names with al-Din": ["Nur al-Din Qasim", "Noureddine Kacem", "Nuruddin Kassem", "Nureddin Gasim", "نور الدين قاسم"],
    "names with Allah": ["Habib Ullah Noori", "Habibullah Nuri", "Habibollah Nouri", "حبیب الله نوری"],
    "Persian": ["Gholamreza Qorbani", "Gholamreza Ghorbani", "غلامرضا قربانی"],
    "Persian z for Arabic d": ["Morteza Rezaei", "Murtada Rezai", "مرتضی رضایی"],
    "Russian": [
        "Aleksandr Yevgenyevich Shcherbakov", "Alexander Evgenevich Scherbakov", "Alexandr Jewgenjewitsch Schtscherbakow",
        "Александр Евгеньевич Щербаков",
    ],
    "Ukrainian": ["Oleksandr Hryhorenko", "Aleksandr Grigorenko", "Олександр Григоренко", "Александр Григоренко"],
    "Belarusian": ["Siarhei Lahutsin", "Sergey Lagutin", "Сяргей Лагуцін"],
    "Serbian": ["Živko Šćepanović", "Zhivko Shchepanovich", "Живко Шћепановић"],
    "Nordic ways with Russian": ["Sergej Tjernov", "Sergey Chernov", "Сергей Чернов"],
    "Greek": ["Georgios Chatzopoulos", "Γεώργιος Χατζόπουλος"],
    "Hebrew": ["Yitzhak Mizrahi", "Itzhak Mizrachi", "יצחק מזרחי"],
    "Chinese": ["陈国强", "CHEN Guoqiang", "Ch'en Kuoch'iang", "Guoqiang Chan"],
    "Korean": ["Ri Yong Chol", "Lee Young-chul", "Yi Yeong-cheol", "리용철"],
    "Georgian": ["Zurab Kapanadze", "ზურაბ კაპანაძე"],
    "Armenian": ["Hovhannes Petrosyan", "Հովհաննես Պետրոսյան"],
    "Turkish letters": ["Çağrı Şimşek", "Cagri Simsek"],
    "Azerbaijani": ["Rəşad Məmmədov", "Rashad Mammadov", "Рашад Мамедов"],
    "accents spelt out": ["Jürgen Müller", "Juergen Mueller", "Jurgen Muller"],
    "letters that only look Latin": ["Ivan Petrov", "Ivаn Реtrov", "\u200bIvan\u202e Petrov\u00ad"],
}  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_spellings_of_one_name_agree_word_by_word(family: list[str]) -> None:
    for other in family[1:]:
        assert agree(family[0], other), (family[0], other, names(family[0]), names(other))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ahmad", "Hamid"), ("Salim", "Muslim"), ("Karim", "Kamal"), ("Hasan", "Husam"), ("Ivanov", "Ivanenko"),
        ("Petrov", "Popov"), ("Park", "Pyon"), ("Wang", "Zhang"), ("Maria", "Mark"), ("Nasir", "Bashir"), ("Rashid", "Rahim"),
        ("Jamal", "Jalal"), ("Faisal", "Fadil"), ("Smith", "Schmidt"), ("Kuznetsov", "Kuzmin"),
        ("Ali", "Eli"), ("Aleksei", "Aleksandr"), ("Tariq", "Taha"),
    ],
)  # fmt: skip
def test_different_names_stay_apart(first: str, second: str) -> None:
    assert not meets(names(first)[0], names(second)[0])


VARIANTS = [
    ("Mohammed", "Mehmet"), ("Gaddafi", "Qadhafi"), ("Kadafi", "Gadhafi"), ("Oleksandr", "Alexander"), ("Evgeny", "Yauheni"),
    ("Volodymyr", "Uladzimir"), ("Mykola", "Nikolay"), ("Park", "Pak"), ("Lee", "Rhee"), ("Choi", "Choe"), ("Hussein", "Guseyn"),
    ("Ramadan", "Ramazan"), ("Cemal", "Gamal"), ("Zhang", "Chang"), ("Hovhannes", "Ovanes"), ("Yusuf", "Youcef"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), VARIANTS)
def test_variants_of_a_name_share_a_group(first: str, second: str) -> None:
    assert meets(names(first)[0], names(second)[0])


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("Bill", "William"), ("Sasha", "Aleksandr"), ("Misha", "Mikhail"), ("Katya", "Yekaterina"), ("Pepe", "José"),
        ("Kolya", "Mykola"), ("Paco", "Francisco"), ("Joseph", "Yusuf"), ("Abraham", "Ibrahim"), ("Volodya", "Uladzimir"),
    ],
)  # fmt: skip
def test_short_forms_and_sister_names_are_related_but_not_one(short: str, name: str) -> None:
    first, second = names(short)[0], names(name)[0]

    assert set(first.related) & set(second.related)
    assert not set(first.groups) & set(second.groups)


def kinds(text: str, kind: str) -> dict[str, str]:
    """What each word of a name is."""
    return {token.text: token.kind for token in prepare(text, kind).tokens}


def keys(text: str, kind: str) -> dict[str, str]:
    """What all forms of each word share."""
    return {token.text: token.canonical for token in prepare(text, kind).tokens}


def test_titles_and_particles_are_kept_and_marked() -> None:
    found = kinds("Brig. Gen. Haji Mullah Tarek bin Salem al-Qahtani Jr.", "person")

    assert found == {
        "brig gen": "title", "haji": "title", "mullah": "title", "tarek": "name", "bin": "particle", "salem": "name",
        "al": "particle", "qahtani": "name", "jr": "title",
    }  # fmt: skip


def test_a_title_in_any_language_has_one_key() -> None:
    for text in ("General Foo Bar", "Gen. Foo Bar", "Général Foo Bar", "генерал Фу Бар"):
        assert "general" in keys(text, "person").values()


def test_a_word_that_is_all_there_is_of_a_name_is_a_name() -> None:
    assert kinds("Sheikh", "person") == {"sheikh": "name"}
    assert kinds("King", "person") == {"king": "name"}
    assert kinds("Stephen King", "person") == {"stephen": "name", "king": "name"}


def test_what_stands_between_names_can_be_a_patronymic_and_what_stands_last_a_surname() -> None:
    assert kinds("Roman Petrovich Danilevich", "person")["petrovich"] == "patronymic"
    assert kinds("Danilevich Roman Petrovich", "person")["petrovich"] == "patronymic"
    assert kinds("Roman Danilevich", "person")["danilevich"] == "name"
    assert kinds("Kerim Rashid oglu Hasanov", "person")["rashid"] == "patronymic"


FORMS = [
    ("OAO", "Open Joint Stock Company"), ("OAO", "Открытое акционерное общество"), ("PAO", "Public Joint-Stock Company"),
    ("OOO", "Limited Liability Company"), ("ООО", "L.L.C."), ("TOV", "ТОВ"), ("Ltd.", "Co., Ltd"), ("S.A.R.L.", "Société à responsabilité limitée"),
    ("GmbH", "Gesellschaft mit beschränkter Haftung"), ("FGUP", "Federal State Unitary Enterprise"),
]  # fmt: skip


@pytest.mark.parametrize(("short", "long"), FORMS)
def test_a_legal_form_has_one_key_in_short_and_in_full(short: str, long: str) -> None:
    first, second = prepare(f"{short} Zorvex", "entity"), prepare(f"Zorvex {long}", "entity")

    assert [token.kind for token in first.tokens if token.kind == "form"] == ["form"]
    assert first.key == second.key


def test_like_forms_of_two_laws_share_a_family_and_no_key() -> None:
    russian, german = prepare("OOO Zorvex", "entity").tokens[0], prepare("GmbH Zorvex", "entity").tokens[0]

    assert (russian.family, german.family) == ("limited", "limited")
    assert russian.canonical != german.canonical


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Banque Zorvex", "Zorvex Bank"), ("Завод Зорвен", "Zorven Factory"), ("5th Brigade", "Brigade No. 5"),
        ("Brigade V", "Fifth Brigade"), ("Центральный банк Зорвена", "Central Bank Zorvena"),
        ("بنك زمرد", "Bank Zmrd"),
    ],
)  # fmt: skip
def test_words_that_many_bear_have_one_key_in_all_languages(first: str, second: str) -> None:
    assert prepare(first, "entity").key == prepare(second, "entity").key


def test_the_prefix_of_a_ship_is_marked_and_its_number_kept() -> None:
    assert kinds("M/V ZORVEX 5", "vessel") == {"mv": "title", "zorvex": "name", "5": "numeral"}
    assert prepare("MV Zorvex V", "vessel").key == prepare("Zorvex 5", "vessel").key
    assert prepare("Zorvex 5", "vessel").key != prepare("Zorvex 6", "vessel").key


def test_initials_are_marked() -> None:
    assert kinds("J. R. Zorvex", "person") == {"j": "initial", "r": "initial", "zorvex": "name"}


def test_without_a_kind_the_words_say_whether_it_is_an_organisation() -> None:
    assert kinds("Zorvex Trading LLC", "") == {"zorvex": "name", "trading": "generic", "llc": "form"}
    assert kinds("General Tarek Zorvex", "")["general"] == "title"


ANY = st.text(max_size=80) | st.text(alphabet=string.ascii_letters + " -'.,&/", max_size=60) | st.lists(
    st.sampled_from(["al", "bin", "Abd", "ben", "Dr", "Gen", "OOO", "Ltd", "محمد", "عبد", "ال", "Иван", "习近平", "김", "5", "V", "von", "-", "."]),
    max_size=12,
).map(" ".join)  # fmt: skip
KINDS = st.sampled_from(["person", "entity", "vessel", "aircraft", "other", ""])


@settings(deadline=None, max_examples=150)
@given(ANY, KINDS)
def test_any_text_can_be_prepared_within_bounds(text: str, kind: str) -> None:
    prepared = prepare(text, kind)

    assert len(prepared.tokens) <= 40
    for token in prepared.tokens:
        assert token.text
        assert token.text.isascii()
        assert token.text == token.text.lower()
        assert token.skeleton
        assert token.skeletons[0] == token.skeleton
        assert len(token.skeletons) <= 13


@settings(deadline=None, max_examples=100)
@given(ANY, KINDS)
def test_preparing_depends_on_nothing_that_came_before(text: str, kind: str) -> None:
    again: Prepared = prepare.__wrapped__(text, kind)

    assert prepare(text, kind) == again


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet=string.ascii_letters + " ", max_size=40))
def test_a_name_with_a_letter_has_a_key_and_its_order_and_case_do_not_matter(text: str) -> None:
    words = text.split()
    prepared = prepare(text, "vessel")

    assert bool(prepared.key) == bool(words)
    assert prepare(text.swapcase(), "vessel").script == prepared.script


@settings(deadline=None, max_examples=100)
@given(ANY)
def test_preparing_what_was_prepared_changes_nothing(text: str) -> None:
    once = prepare(text, "vessel")
    twice = prepare(" ".join(token.text for token in once.tokens), "vessel")

    assert [token.text for token in twice.tokens] == [token.text for token in once.tokens]


@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "a " * 50_000, "ال" * 50_000, "-'" * 50_000, "a." * 50_000, "\u0301" * 100_000, "ﷺ" * 5_000, "abdul " * 20_000, "аa" * 50_000],
    ids=["letters", "words", "articles", "strokes", "initials", "accents", "ligatures", "servants", "mixed"],
)  # fmt: skip
def test_a_hostile_name_costs_little(text: str) -> None:
    import time

    started = time.process_time()
    prepared = prepare(text, "")

    assert len(prepared.tokens) <= 40
    assert time.process_time() - started < 1


def test_a_word_that_no_table_knows_says_that_its_vowels_are_missing() -> None:
    known, unknown = names("رشيد")[0], names("زمرقط")[0]

    assert known.vowelled
    assert known.text == "rashid"
    assert not unknown.vowelled
    assert names("Rashid")[0].vowelled


def test_the_name_of_the_father_is_one_in_all_languages_of_the_east_slavs() -> None:
    for text in ("Olena Mykolaivna Zorven", "Елена Николаевна Зорвен", "Alena Mikalaeuna Zorven"):
        assert prepare(text, "person").tokens[1].canonical == "nikolaiovna", text


def test_what_repeats_a_name_in_its_own_script_is_left_out() -> None:
    assert (
        prepare("Tarek Zorven (original script: طارق)", "person").key == prepare("Tarek Zorven", "person").key
    )
    assert prepare("Tarek Zorven (طارق)", "person").key == prepare("Tarek Zorven", "person").key


def test_junior_and_senior_are_told_apart() -> None:
    keys_of = {
        prepare(text, "person").key for text in ("Tarek Zorven", "Tarek Zorven Jr.", "Tarek Zorven Senior")
    }

    assert len(keys_of) == 3


def test_syllables_of_east_asia_are_names_and_no_particles() -> None:
    assert set(kinds("Kim Do Il", "person").values()) == {"name"}
    assert kinds("Tarek do Nascimento", "person")["do"] == "particle"
