"""What the EU states of a target, from the attributes of its XML 1.1; the CSV forms have the same under other names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sanctcheck.lists.countries import country_by_code
from sanctcheck.lists.dates import listed_date, listed_dates, period
from sanctcheck.lists.identifiers import identifier_kind
from sanctcheck.lists.model import Identifier, ListedDate, ListedName, NamePart, Place
from sanctcheck.lists.references import un_reference
from sanctcheck.lists.regimes import regimes_of
from sanctcheck.lists.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sanctcheck.lists.draft import Draft
    from sanctcheck.lists.model import Country, IdentifierKind, ListingKind, NameKind, Quality

_KINDS: dict[str, ListingKind] = {"person": "person", "enterprise": "entity", "P": "person", "E": "entity"}
_NO_COUNTRY = frozenset({"", "00"})
_NO_REMARK = frozenset({"", "none", "(none)"})
_A_DAY = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b")
_LOW = re.compile(r"\b(?:low|weak)[ -]*(?:quality|al+i+as)", re.IGNORECASE)
_GOOD = re.compile(r"\b(?:good|high|strong)[ -]*(?:quality|al+i+as)", re.IGNORECASE)
_FORMER = re.compile(
    r"\bf\.?k\.?a\b|former(?:ly)? (?:known|name)|previous(?:ly)? (?:known|name)", re.IGNORECASE
)
_TYPES: dict[str, IdentifierKind] = {
    "passport": "passport",
    "id": "national-id",
    "ssn": "national-id",
    "fiscalcode": "tax-id",
    "regnumber": "registration",
    "tradelic": "registration",
    "imo": "imo",
    "swiftbic": "bic",
    "travelcardid": "passport",
    "bankaccount": "account",
    "iban": "account",
}


def set_kind(draft: Draft, code: str, text: str) -> None:
    """`person` or `enterprise`, which vessels and groups are too."""
    draft.kind_text = text or code
    kind = _KINDS.get(code) or _KINDS.get(text)
    if kind is None:
        draft.not_understood("kind of target", code or text)
    draft.kind = kind or "other"


def add_entity(draft: Draft, stated: Mapping[str, str]) -> None:
    """What stands at the entry itself."""
    draft.reference = stated.get("euReferenceNumber", "").strip()
    united_nations = stated.get("unitedNationId", "").strip()
    if united_nations:
        reference = un_reference(united_nations)
        if reference is None:
            draft.not_understood("UN reference", united_nations)
            draft.particular("United Nations id", united_nations)
        else:
            draft.cross_references.append(reference)
    day, details = stated.get("designationDate", ""), stated.get("designationDetails", "").strip()
    if day:
        draft.dates("date of designation", (listed_date(day),), draft.listed_on)
    elif (found := _A_DAY.search(details)) is not None:
        draft.dates("date of designation", (listed_date(found[0]),), draft.listed_on)
    draft.particular("Designation details", details)


def add_remark(draft: Draft, text: str) -> None:
    """A remark on the entry; some say `none`."""
    plain = text.strip()
    if plain.casefold() not in _NO_REMARK and plain not in draft.remarks:
        draft.remarks.append(plain)


def add_regulation(draft: Draft, stated: Mapping[str, str], url: str = "") -> None:
    """An act on which the entry rests."""
    programme = stated.get("programme", "").strip()
    if programme and programme not in draft.programmes:
        draft.programmes.append(programme)
        draft.regimes = list(dict.fromkeys(regimes_of("eu-fsf", draft.programmes)))
    act = _act(
        stated.get("numberTitle", "").strip(),
        stated.get("regulationType", ""),
        stated.get("organisationType", ""),
        stated.get("publicationDate", ""),
        stated.get("entryIntoForceDate", ""),
        url or stated.get("publicationUrl", "").strip(),
    )
    if act and act not in draft.legal_basis:
        draft.legal_basis.append(act)


@lru_cache(maxsize=4096)
def _act(*stated: str) -> str:
    number, kind, by, published, in_force, url = stated
    title = " ".join(part for part in (by, kind, number) if part)
    days = (f"published {published}" if published else "", f"in force {in_force}" if in_force else "")
    return ", ".join(part for part in (title, *days, url) if part)


def add_name(draft: Draft, stated: Mapping[str, str], remark: str) -> None:
    """One name. None is marked as the primary one: `choose_primary` does that at the end."""
    whole = " ".join(stated.get("wholeName", "").split())
    parts = _parts(stated)
    text = whole or " ".join(part.text for part in parts)
    if text:
        kind: NameKind = "former" if remark and _FORMER.search(remark) else "alias"
        quality = _quality(stated.get("strong", ""), remark)
        language = stated.get("nameLanguage", "")
        draft.names.append(ListedName(text, kind, quality, script_of(text), language, parts, remark))
    if code := stated.get("gender"):
        _add_gender(draft, code)
    if (title := stated.get("title")) and (plain := title.strip()):
        draft.titles.append(plain)
    if (function := stated.get("function")) and (plain := function.strip()):
        draft.posts.append(plain)


def _parts(stated: Mapping[str, str]) -> tuple[NamePart, ...]:
    """Most names are given whole only."""
    first, middle, last = stated.get("firstName"), stated.get("middleName"), stated.get("lastName")
    if not first and not middle and not last:
        return ()
    labelled = (("given", first), ("middle", middle), ("family", last))
    return tuple(NamePart(kind, text.strip()) for kind, text in labelled if text and text.strip())  # type: ignore[arg-type]


def _quality(strong: str, remark: str) -> Quality:
    """The remark says it: the attribute is `true` of nearly every name."""
    if strong == "false" or (remark and _LOW.search(remark)):
        return "weak"
    return "strong" if strong == "true" or (remark and _GOOD.search(remark)) else ""


def _add_gender(draft: Draft, code: str) -> None:
    if code == "M":
        draft.gender = "male"
    elif code == "F":
        draft.gender = "female"
    else:
        draft.not_understood("gender", code)
        draft.particular("Gender", code)


def choose_primary(draft: Draft) -> None:
    """The first name in Latin letters that is not weak is the primary one; else the first."""
    names = draft.names
    if not names:
        return
    chosen = next(
        (i for i, n in enumerate(names) if n.script == "Latn" and n.quality != "weak" and n.kind == "alias"),
        0,
    )
    old = names[chosen]
    names[chosen] = ListedName(
        old.text, "primary", old.quality, old.script, old.language, old.parts, old.note
    )


def add_citizenship(draft: Draft, stated: Mapping[str, str], remark: str) -> None:
    """One nationality."""
    nation = country_of(stated)
    if nation is not None:
        draft.nationalities.append(nation)
    draft.particular("Citizenship, region", stated.get("region", "").strip())
    draft.particular("Citizenship, remark", remark)


def country_of(stated: Mapping[str, str]) -> Country | None:
    """A country by its code; `00` is none."""
    code = stated.get("countryIso2Code", "")
    if code in _NO_COUNTRY:
        return None
    return country_by_code(code, stated.get("countryDescription", ""))


def add_address(draft: Draft, stated: Mapping[str, str], remark: str) -> None:
    """One address, with the contacts in it (`contacts` holds `PHONE[…]` or lines of `KEY value`)."""
    box, listing_time = stated.get("poBox", "").strip(), stated.get("asAtListingTime") == "true"
    notes = [remark, "as at the time of listing" if listing_time else "", stated.get("place", "").strip()]
    where = Place(
        street=", ".join(filter(None, (stated.get("street", "").strip(), f"PO Box {box}" if box else ""))),
        city=stated.get("city", "").strip(),
        region=stated.get("region", "").strip(),
        post_code=stated.get("zipCode", "").strip(),
        country=country_of(stated),
        note="; ".join(note for note in notes if note),
    )
    if where.whole or where.note:
        draft.addresses.append(where)


def add_contact(draft: Draft, key: str, value: str) -> None:
    """A telephone number, an e-mail address or the like, which stands in an address."""
    draft.identifiers.append(Identifier(identifier_kind(key), value.strip(), key))


def add_birth(draft: Draft, stated: Mapping[str, str], remark: str) -> None:
    """A date of birth and the place that stands with it."""
    born = _birth_date(stated)
    if born is not None:
        draft.dates("date of birth", (born,), draft.birth_dates)
    where = Place(
        text=stated.get("place", "").strip(),
        city=stated.get("city", "").strip(),
        region=stated.get("region", "").strip(),
        post_code=stated.get("zipCode", "").strip(),
        country=country_of(stated),
        note=remark,
    )
    if where.whole:
        draft.birth_places.append(where)
    else:
        draft.particular("Birth, remark", remark)


def _birth_date(stated: Mapping[str, str]) -> ListedDate | None:
    circa = stated.get("circa") == "true"
    whole, year = stated.get("birthdate", "").strip(), stated.get("year", "").strip()
    if stated.get("calendarType") == "ISLAMIC":
        return _islamic(whole, year, stated)
    first, last = stated.get("yearRangeFrom", "").strip(), stated.get("yearRangeTo", "").strip()
    if not whole and (first or last):
        return period(first, last, f"{first} to {last}", circa=circa)
    if not whole and not year:
        return None
    month = stated.get("monthOfYear", "").strip()
    text = whole or (f"{year}-{int(month):02}" if month.isdigit() else year)
    found = listed_date(text)
    return ListedDate(text, found.start, found.end, circa) if circa else found


def _islamic(whole: str, year: str, stated: Mapping[str, str]) -> ListedDate:
    """The year is that of the Islamic calendar, and the whole date beside it may be Gregorian."""
    gregorian = listed_date(whole).start if whole and not whole.startswith(year or "1") else ""
    parts = (stated.get("dayOfMonth", ""), stated.get("monthOfYear", ""), year)
    text = whole or "/".join(part for part in parts if part)
    return ListedDate(f"{text} (Islamic calendar, year {year})", gregorian, calendar="islamic")


_STATES = {
    "diplomatic": "diplomatic",
    "knownExpired": "known to have expired",
    "knownFalse": "known to be false",
    "reportedLost": "reported lost",
    "revokedByIssuer": "revoked by the issuer",
}
_NOTED = {
    "issuedBy": "issued by",
    "latinNumber": "in Latin letters",
    "nameOnDocument": "in the name of",
    "region": "region",
    "validFrom": "valid from",
}


def add_identification(draft: Draft, stated: Mapping[str, str], remark: str) -> None:
    """A document or a number."""
    code, label = stated.get("identificationTypeCode", ""), stated.get("identificationTypeDescription", "")
    kind = _TYPES.get(code) or identifier_kind(remark)
    notes = [remark, *[words for field, words in _STATES.items() if stated.get(field) == "true"]]
    notes += [f"{words} {value.strip()}" for field, words in _NOTED.items() if (value := stated.get(field))]
    draft.identifiers.append(
        Identifier(
            kind,
            stated.get("number", "").strip(),
            label or code,
            country_of(stated),
            _date(stated.get("issueDate", "")),
            _date(stated.get("validTo", "")),
            "; ".join(note for note in notes if note),
        )
    )


def _date(text: str) -> ListedDate | None:
    return next(iter(listed_dates(text)), None) if text.strip() else None
