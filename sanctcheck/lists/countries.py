"""Countries as the lists write them, and their ISO 3166-1 codes.

pycountry knows the names of the standard; what the lists say beside them stands in `_ALSO`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sanctcheck.lists.model import Country

_ALSO = {
    "AE": "uae|u.a.e.|emirati",
    "BA": "bosnia|bosnia-herzegovina|bosnia and herzegovina",
    "BN": "brunei",
    "BO": "bolivia",
    "BS": "the bahamas|bahamas, the",
    "BY": "bélarus|republic of belarus",
    "CD": "democratic republic of the congo|congo, democratic republic of the|democratic republic of congo|drc|congo (democratic republic)|congo (democratic republic of the)|république démocratique du congo",
    "CF": "central african republic (the)|car",
    "CG": "congo|congo, republic of the|republic of the congo|congo (brazzaville)",
    "CI": "ivory coast|cote d'ivoire|cote d ivoire|côte d’ivoire",
    "CN": "peoples republic of china|people's republic of china|mainland china|prc",
    "CV": "cape verde|cabo verde",
    "CZ": "czech republic",
    "FM": "micronesia",
    "GB": "uk|u.k.|england|scotland|wales|northern ireland|great britain|british",
    "GM": "the gambia|gambia, the",
    "GT": "guatémala",
    "HK": "hong kong|hong kong sar|hong kong s.a.r.|china (hong kong)|hong kong, china|hong kong (china)",
    "HT": "haïti",
    "IR": "iran|iran (islamic republic of)|islamic republic of iran|iranian",
    "KG": "kyrgyz republic",
    "KN": "st. kitts and nevis|saint kitts & nevis|st kitts and nevis",
    "KP": "north korea|korea, north|dprk|democratic people’s republic of korea|democratic people's republic of korea (north korea)|north korea (dprk)|the democratic people's republic of korea|corée du nord|people's democratic republic of korea",
    "KR": "south korea|korea, south|republic of korea|korea (republic of)",
    "LA": "laos",
    "LC": "st. lucia",
    "LY": "libyan arab jamahiriya|libye",
    "MD": "moldova|republic of moldova",
    "MK": "macedonia|macedonia, the former yugoslav republic of|the former yugoslav republic of macedonia|fyrom|the former yugoslav republic of macedonia (fyrom)",
    "MM": "burma|myanmar (burma)|burma (myanmar)|burmese",
    "MO": "macau|macao sar",
    "NI": "nicaragua (central america)",
    "PS": "palestine|palestinian|palestinian territories|occupied palestinian territory|occupied palestinian territories|west bank|gaza|region: gaza|region: west bank|gaza strip|palestinian authority|state of palestine|non-recognized stateless palestinian",
    "RU": "russia|russian|russie|ussr (now russia)|the russian federation",
    "SY": "syria|syrian arab republic|syrian|syrie",
    "SZ": "swaziland",
    "TL": "east timor",
    "TR": "turkey|türkiye|turkiye|turkish",
    "TW": "taiwan|taiwan (province of china)|taiwan, china",
    "TZ": "tanzania|united republic of tanzania",
    "US": "usa|u.s.a.|u.s.|us|united states of america|american",
    "VA": "vatican|vatican city|holy see",
    "VC": "st. vincent and the grenadines|st vincent and the grenadines|saint vincent and the grenadines (svg)",
    "VE": "venezuela",
    "VG": "british virgin islands|virgin islands, british|bvi",
    "VI": "us virgin islands|u.s. virgin islands|virgin islands, u.s.",
    "VN": "vietnam|viet nam",
    "XK": "kosovo|republic of kosovo",
    "ZW": "zimbabwé",
}
_KNOWN = {name: code for code, names in _ALSO.items() for name in names.split("|")}
_BLANKS = re.compile(r"\s+")
_QUALIFIED = re.compile(r"(.+?) \((.+ of(?: the)?)\)$")


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


def is_country(text: str) -> bool:
    """Whether a text names a country."""
    return bool(country(text).code)


def _code(text: str) -> str:
    from pycountry import countries  # noqa: PLC0415 - reads its tables when it is first asked

    folded = text.casefold()
    known = _KNOWN.get(folded)
    if known is not None or not folded:
        return known or ""
    if len(folded) == 3 and not text.isupper():
        return ""
    try:
        found = countries.lookup(_QUALIFIED.sub(r"\1, \2", text))
    except LookupError:
        return ""
    return str(found.alpha_2)


def _by_code(code: str) -> str:
    from pycountry import countries  # noqa: PLC0415 - as above

    if code == "XK":
        return code
    return code if len(code) == 2 and countries.get(alpha_2=code) is not None else ""
