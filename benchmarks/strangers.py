"""Ordinary names of people, companies and ships that a list does not name, for measuring what raises an alarm for nothing.

People and companies are made up by Faker, from the vocabularies of many countries, which owe nothing to any sanctions list.
Ships are real ones, of other lists, whose IMO number the list does not have. A stranger that happens to bear the very
name of somebody on the list (the same words, in any order) is left out: an alarm for a namesake is a right one.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from anyascii import anyascii
from perturbations import sorted_words

from sanctcheck.names.evidence import plain_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sanctcheck.names.party import Party

LATIN = (
    "az_AZ", "cs_CZ", "da_DK", "de_AT", "de_CH", "de_DE", "en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ", "en_PK", "en_TH",
    "en_US", "es_AR", "es_CL", "es_CO", "es_ES", "es_MX", "et_EE", "fi_FI", "fr_BE", "fr_DZ", "fr_FR", "ha_NG", "hr_HR", "hu_HU",
    "id_ID", "it_IT", "lt_LT", "lv_LV", "nl_NL", "no_NO", "pl_PL", "pt_BR", "pt_PT", "ro_RO", "sk_SK", "sl_SI", "sv_SE", "tr_TR",
    "tw_GH", "uz_UZ", "yo_NG", "zu_ZA",
)  # fmt: skip
ROMANISED = ("bg_BG", "el_GR", "hy_AM", "ka_GE", "ko_KR", "mk_MK", "ru_RU", "uk_UA", "zh_CN")
"""Countries whose names are written in letters that each stand for a sound or a syllable, and are put into Latin ones."""
OTHER_LISTS = ("ua_war_sanctions", "gb_fcdo", "eu_oj", "ca_sema", "au_dfat")
_PEOPLE, _COMPANIES = 0.7, 0.25
_LEAST = 5


def strangers(lists: Mapping[str, Iterable[Party]], target: str, count: int, seed: int) -> list[str]:
    """So many names, of which the list `target` has none; ships fill up what people and companies leave."""
    listed = list(lists[target])
    known = {sorted_words(name.text) for party in listed for name in party.names}
    drawn = dict.fromkeys(_ships(lists, listed, target))
    ships = random.Random(seed).sample(
        sorted(drawn), min(len(drawn), round(count * (1 - _PEOPLE - _COMPANIES)))
    )
    companies = round(count * _COMPANIES)
    made = dict.fromkeys(ship for ship in ships if sorted_words(ship) not in known)
    for number, name in enumerate(_made_up(seed)):
        if len(made) == count:
            break
        wanted = name[0] if number % 7 < 5 or companies <= 0 else name[1]
        if sorted_words(wanted) in known or len(wanted) < _LEAST or wanted in made or "(" in wanted:
            continue
        companies -= wanted == name[1]
        made[wanted] = None
    return list(made)


def _made_up(seed: int) -> Iterator[tuple[str, str]]:
    """A person and a company of each country in turn."""
    from faker import Faker  # noqa: PLC0415 - heavy, and only wanted here

    locales = [Faker(locale) for locale in (*LATIN, *ROMANISED)]
    for place, locale in enumerate(locales):
        locale.seed_instance(seed + place)
    while True:
        for locale in locales:
            yield anyascii(f"{locale.first_name()} {locale.last_name()}"), anyascii(locale.company())


def _ships(lists: Mapping[str, Iterable[Party]], listed: Iterable[Party], target: str) -> Iterator[str]:
    """Of other lists, those with an IMO number that none of the listed has, and with a name in Latin letters."""
    known = {number for party in listed for number in _numbers(party)}
    for name in OTHER_LISTS:
        for party in lists[name] if name != target else ():
            numbers = _numbers(party)
            if party.kind == "vessel" and numbers and known.isdisjoint(numbers):
                yield from [each.text for each in party.names if each.text.isascii() and not each.weak][:1]


def _numbers(party: Party) -> set[str]:
    return {plain_number(each) for each in party.identifiers if each.kind == "imo"}
