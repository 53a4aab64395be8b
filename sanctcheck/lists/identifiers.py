"""What kind of number an identifier is, by the words with which the publishers label it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.lists.model import IdentifierKind

# Asked in this order; the first that is found in the label decides.
_KINDS: tuple[tuple[IdentifierKind, str], ...] = (
    ("imo", r"\bimo\b|vessel registration identification"),
    ("mmsi", r"\bmmsi\b"),
    ("call-sign", r"call sign"),
    ("aircraft-tail", r"tail number"),
    ("aircraft-serial", r"manufacturer.s serial|aircraft serial|aircraft construction|aircraft identification"),
    ("crypto-address", r"digital currency|crypto|wallet"),
    ("bic", r"\bswift|\bbic\b|\bbik\b"),
    ("email", r"e-?mail"),
    ("website", r"website|\bweb\b|\burl\b|homepage"),
    ("phone", r"\bphone|telephone|\bfax\b|\btel\b|mobile"),
    ("passport", r"passport|passeport|travel document|pasaporte"),
    ("tax-id", (r"tax|\bnit\b|r\.?f\.?c\b|v\.?a\.?t\b|fiscal|\bruc\b|\brif\b|fein|\binn\b|c\.u\.i\.t|\btin\b|rsin|n\.i\.f|"
               r"\brtn\b|tributaria|c\.i\.f")),
    ("registration", (r"regist(?!ro)|company number|business|\bc\.r\. no|trade licen|matricula|folio mercantil|chamber of comm|"
                     r"ogrn|legal entity|gazette|social credit|d-u-n-s|incorporation|charity|organization code|"
                     r"enterprise number|branch unit|\bcompany\b|trade\b|\bregnumber\b|intermediary")),
    ("national-id", (r"national|identi|cedula|cédula|c\.u\.r\.p|\bcurp\b|d\.n\.i|\bssn\b|personal|id card|\bid\b|tazkira|"
                    r"birth certificate|citizen|residen|electoral|c\.u\.i\b|numero de|i\.f\.e|social security|"
                    r"stateless|refugee|c\.i\.n|\bcnp\b|cartilla|n\.i\.e|le number|c\.u\.i\.p|military")),
    ("account", r"\biban\b|account"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)
_IMO = re.compile(r"(?:IMO|imo)[\s:.#-]*(?:number|no\.?)?[\s:.#-]*(\d{7})\b")


@lru_cache(maxsize=1024)
def identifier_kind(label: str) -> IdentifierKind:
    """The kind; `other` for a label that says none of them."""
    return next((kind for kind, pattern in _COMPILED if pattern.search(label)), "other")


def imo_number(text: str) -> str:
    """The seven digits of an IMO number written with its prefix (`IMO 7406784`); empty for anything else."""
    found = _IMO.fullmatch(text.strip())
    return found[1] if found is not None else ""
