"""Countries as the lists write them, and their ISO 3166-1 codes.

pycountry knows the names of the standard; what the lists say beside them, and for nationals, stands in `_ALSO`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sanctcheck.lists.model import Country

_ALSO = {
    "AE": "uae|u.a.e.|emirati",
    "AF": "afghan|afghani",
    "AU": "australian",
    "AZ": "azerbaijani",
    "BA": "bosnia|bosnia-herzegovina|bosnia and herzegovina|bosnian",
    "BE": "belgian",
    "BG": "bulgarian",
    "BN": "brunei",
    "BO": "bolivia",
    "BS": "the bahamas|bahamas, the",
    "BY": "bélarus|republic of belarus|belarusian|belarussian",
    "CA": "canadian",
    "CD": "democratic republic of the congo|congo, democratic republic of the|democratic republic of congo|drc|congo (democratic republic)|congo (democratic republic of the)|république démocratique du congo|congolese",
    "CF": "central african republic (the)|car|central african",
    "CG": "congo|congo, republic of the|republic of the congo|congo (brazzaville)",
    "CH": "swiss",
    "CI": "ivory coast|cote d'ivoire|cote d ivoire|côte d\u2019ivoire",
    "CN": "peoples republic of china|people's republic of china|mainland china|prc|chinese",
    "CO": "colombian",
    "CU": "cuban",
    "CV": "cape verde|cabo verde",
    "CY": "cypriot",
    "CZ": "czech republic",
    "DE": "german",
    "DK": "danish",
    "DZ": "algerian",
    "EE": "estonian",
    "EG": "egyptian",
    "ER": "eritrean",
    "ES": "spanish",
    "ET": "ethiopian",
    "FM": "micronesia",
    "FR": "french",
    "GB": "united kingdom of great britain|britain|uk|u.k.|england|scotland|wales|northern ireland|great britain|british",
    "GE": "georgian",
    "GM": "the gambia|gambia, the",
    "GN": "guinean",
    "GT": "guatémala",
    "HK": "hong kong|hong kong sar|hong kong s.a.r.|china (hong kong)|hong kong, china|hong kong (china)",
    "HR": "croatian",
    "HT": "haïti|haitian",
    "ID": "indonesian",
    "IL": "israeli",
    "IM": "man, isle of",
    "IN": "indian",
    "IQ": "iraqi",
    "IR": "iran|iran (islamic republic of)|islamic republic of iran|iranian",
    "IT": "italian",
    "JO": "jordanian",
    "KE": "kenyan",
    "KG": "kyrgyz republic",
    "KN": "st. kitts and nevis|saint kitts & nevis|st kitts and nevis",
    "KP": "north korea|korea, north|dprk|democratic people\u2019s republic of korea|democratic people's republic of korea (north korea)|north korea (dprk)|the democratic people's republic of korea|corée du nord|people's democratic republic of korea|north korean",
    "KR": "south korea|korea, south|republic of korea|korea (republic of)",
    "KW": "kuwaiti",
    "KZ": "kazakhstani|kazakh",
    "LA": "laos",
    "LB": "lebanese",
    "LC": "st. lucia",
    "LK": "sri lankan",
    "LT": "lithuanian",
    "LV": "latvian",
    "LY": "libyan arab jamahiriya|libye|libyan",
    "MA": "moroccan",
    "MD": "moldova|republic of moldova|moldovan",
    "ME": "montenegrin",
    "MK": "north macedonia, the republic of|macedonia|macedonia, the former yugoslav republic of|the former yugoslav republic of macedonia|fyrom|the former yugoslav republic of macedonia (fyrom)",
    "ML": "malian",
    "MM": "burma|myanmar (burma)|burma (myanmar)|burmese",
    "MO": "macau|macao sar",
    "MR": "mauritanian",
    "MT": "maltese",
    "MU": "mauritian",
    "MY": "malaysian",
    "NG": "nigerian",
    "NI": "nicaragua (central america)|nicaraguan",
    "NL": "dutch|the netherlands|holland",
    "NO": "norwegian",
    "PH": "filipino",
    "PK": "pakistani",
    "PS": "palestine|palestinian|palestinian territories|occupied palestinian territory|occupied palestinian territories|west bank|gaza|region: gaza|region: west bank|gaza strip|palestinian authority|state of palestine|non-recognized stateless palestinian",
    "QA": "qatari",
    "RS": "serbian",
    "RU": "russia|russian|russie|ussr (now russia)|the russian federation",
    "RW": "rwandan",
    "SA": "saudi arabian|saudi",
    "SD": "sudanese",
    "SE": "swedish",
    "SG": "singaporean",
    "SK": "slovak|slovakia",
    "SN": "senegalese",
    "SO": "somali",
    "SS": "south sudanese",
    "SY": "syria|syrian arab republic|syrian|syrie",
    "SZ": "swaziland",
    "TD": "chadian",
    "TH": "thai",
    "TJ": "tajikistani|tajik",
    "TL": "east timor",
    "TN": "tunisian",
    "TR": "turkey|türkiye|turkiye|turkish",
    "TW": "taiwan|taiwan (province of china)|taiwan, china",
    "TZ": "tanzania|united republic of tanzania",
    "UA": "ukrainian",
    "UG": "ugandan",
    "US": "usa|u.s.a.|u.s.|us|united states of america|american",
    "UZ": "uzbekistani|uzbek",
    "VA": "vatican|vatican city|holy see",
    "VC": "st. vincent and the grenadines|st vincent and the grenadines|saint vincent and the grenadines (svg)",
    "VE": "venezuela|venezuelan",
    "VG": "british virgin islands|virgin islands, british|bvi",
    "VI": "us virgin islands|u.s. virgin islands|virgin islands, u.s.",
    "VN": "vietnam|viet nam",
    "XK": "kosovo|republic of kosovo|kosovar",
    "YE": "yemeni",
    "ZW": "zimbabwé|zimbabwean",
}
_KNOWN = {name: code for code, names in _ALSO.items() for name in names.split("|")}
_BLANKS = re.compile(r"\s+")
_QUALIFIED = re.compile(r"(.+?) \((.+ of(?: the)?)\)$")
_TODAY = re.compile(r"\b(?:now|currently),? ([^()]+)\)?$", re.IGNORECASE)
_BRACKETS = re.compile(r" ?\([^()]*\)$")


@lru_cache(maxsize=4096)
def country(text: str) -> Country:
    """A country as it is written; the code is empty where it is no country of the standard."""
    text = _BLANKS.sub(" ", text).strip(" .")
    return Country(text, _code(text))


@lru_cache(maxsize=1024)
def country_by_code(code: str, text: str = "") -> Country:
    """A country of which the publisher gives the code, and perhaps the name."""
    known = _by_code(code.upper())
    return Country(text.strip() or code, known or _code(text))


_BETWEEN = re.compile(r"\s*(?:[,;/\n]|\band\b)\s*")


def countries(text: str) -> list[Country]:
    """Countries or nationalities in one text: `Russia, Ukraine`, `Uzbek; Afghan`; as it is where they are none."""
    whole = country(text)
    if whole.code:
        return [whole]
    parts = [country(part) for part in _BETWEEN.split(text) if part.strip(" .")]
    return parts if parts and all(part.code for part in parts) else [whole]


def is_country(text: str) -> bool:
    """Whether a text names a country."""
    return bool(country(text).code)


def _code(text: str) -> str:
    from pycountry import countries as standard  # noqa: PLC0415 - reads its tables when it is first asked

    folded = text.casefold()
    known = _KNOWN.get(folded)
    if known is not None or not folded:
        return known or ""
    if len(folded) == 3 and not text.isupper():
        return ""
    try:
        found = standard.lookup(_QUALIFIED.sub(r"\1, \2", text))
    except LookupError:
        return _from_part(text)
    return str(found.alpha_2)


def _from_part(text: str) -> str:
    """`Ukrainian SSR (now Ukraine)` is the country of today; `Iraq (previous address)` the one before the brackets."""
    today = _TODAY.search(text)
    plain = today[1] if today is not None else _BRACKETS.sub("", text)
    return _code(plain) if plain != text else ""


def _by_code(code: str) -> str:
    from pycountry import countries as standard  # noqa: PLC0415 - as above

    if code == "XK":
        return code
    return code if len(code) == 2 and standard.get(alpha_2=code) is not None else ""
