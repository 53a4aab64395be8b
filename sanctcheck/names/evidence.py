"""What else is known of two parties: birth dates, countries, gender, identifiers. Each speaks for or against, or not at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance.OSA import normalized_similarity as ratio

from sanctcheck.names.looks import is_like_an_organisation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.model import ListedDate
    from sanctcheck.names.party import Party, PartyIdentifier


class Fact(NamedTuple):
    """One thing that speaks for or against, by the name that the model weighs it under."""

    name: str
    kind: str
    first: str
    second: str
    says: str


_CLOSE_YEARS = 2
_HARDLY_ANOTHER = 0.85
_NOT_TOLD_APART = frozenset({"", "other"})
_STRONG = frozenset({"passport", "national-id", "tax-id", "registration", "imo", "mmsi", "aircraft-serial", "aircraft-tail", "bic", "crypto-address"})  # fmt: skip
_UNIQUE = frozenset({"imo", "aircraft-serial"})
"""Of these each party has exactly one: another number is another party."""
_SINGLE = frozenset({"national-id", "tax-id", "registration"})
"""Of these a party has one in each country, as a rule."""
_LEAST_DIGITS = 5


def facts(first: Party, second: Party) -> Iterator[Fact]:
    """Everything that can be said of two parties beside their names."""
    for found in (
        _kinds(first, second),
        _births(first, second),
        _countries(first, second),
        _gender(first, second),
    ):
        if found is not None:
            yield found
    yield from _identifiers(first, second)


def _kinds(first: Party, second: Party) -> Fact | None:
    if not _NOT_TOLD_APART.isdisjoint((first.kind, second.kind)):
        return _likely_kinds(first, second)
    if first.kind == second.kind:
        return None
    # Some publishers have no kind of their own for vessels and aircraft, and list them among organisations.
    name = (
        "kind.unsure"
        if "entity" in {first.kind, second.kind} and "person" not in {first.kind, second.kind}
        else "kind.different"
    )
    return Fact(name, "kind", first.kind, second.kind, "not of one kind")


def _likely_kinds(first: Party, second: Party) -> Fact | None:
    """Who asks for a name without a kind means, as a rule, what the name looks like; ships only by their very name."""
    for party, other in ((first, second), (second, first)):
        if party.kind in _NOT_TOLD_APART and other.kind not in _NOT_TOLD_APART and party.names:
            likely = "entity" if is_like_an_organisation(party) else "person"
            if likely == other.kind or _share_a_name(party, other):
                return None
            return Fact(
                "kind.unlike",
                "kind",
                likely,
                other.kind,
                f"the name asked for is like that of {_LOOKS[likely]}",
            )
    return None


def _share_a_name(first: Party, second: Party) -> bool:
    """Whether they have the same name, or hardly another: the same words but for a letter or two."""
    others = [_two_orders(name.text) for name in second.names]
    return any(
        ratio(one, two, score_cutoff=_HARDLY_ANOTHER) > 0
        for name in first.names
        for other in others
        for one, two in zip(_two_orders(name.text), other, strict=True)
    )


@lru_cache(maxsize=1 << 12)
def _two_orders(name: str) -> tuple[str, str]:
    """Its words as they stand, and by the alphabet."""
    words = name.casefold().split()
    return " ".join(words), " ".join(sorted(words))


_LOOKS = {"person": "a person", "entity": "an organisation"}
BIRTH_ORDER = (
    "birth.day", "birth.swapped", "birth.month", "birth.year", "birth.possible", "birth.near-day", "birth.near-year",
    "birth.other-day", "birth.apart", "birth.far",
)  # fmt: skip
"""From what speaks most for one party to what speaks most against; of several dates the best pair counts."""


def _births(first: Party, second: Party) -> Fact | None:
    found = [(_birth(one, other), one, other) for one in first.births for other in second.births]
    if not found:
        return None
    name, one, other = min(found, key=lambda each: (BIRTH_ORDER.index(each[0]), each[1].text, each[2].text))
    if name in _CLOSE and not {first.kind, second.kind} <= {"person", *_NOT_TOLD_APART}:
        # Many companies are registered on one day.
        name = "birth.year"
    if name in _SAME_YEAR and not {first.kind, second.kind}.isdisjoint({"vessel", "aircraft"}):
        # Many ships are built in one year.
        name = "built.same"
    return Fact(name, "birth", _day_text(one), _day_text(other), _BIRTH_SAYS[name])


_CLOSE = frozenset({"birth.day", "birth.swapped", "birth.month"})
_SAME_YEAR = frozenset({"birth.year", "birth.possible", "birth.near-day"})
_BIRTH_SAYS = {
    "birth.day": "the same day",
    "birth.swapped": "the same with day and month swapped",
    "birth.month": "the same month",
    "birth.year": "the same year, consistent",
    "birth.possible": "can be the same",
    "birth.near-day": "one figure differs",
    "birth.near-year": "a year or two apart",
    "birth.other-day": "the same year, another day",
    "birth.apart": "years apart",
    "birth.far": "many years apart",
    "built.same": "the same year, in which many were built",
}


def _day_text(day: ListedDate) -> str:
    stated = f"{day.start} to {day.end}" if day.end else day.start
    return f"about {stated}" if day.circa else stated


def _birth(one: ListedDate, other: ListedDate) -> str:
    if not (one.circa or other.circa or one.end or other.end):
        return _stated(one.start, other.start)
    a, b = one.span(), other.span()
    if a is None or b is None:
        return "birth.possible"
    if a.earliest <= b.latest and b.earliest <= a.latest:
        return "birth.possible"
    gap = (b.earliest - a.latest).days if b.earliest > a.latest else (a.earliest - b.latest).days
    return _apart(gap / 365.25, loose=True)


def _apart(years: float, *, loose: bool = False) -> str:
    if years <= _CLOSE_YEARS:
        return "birth.near-year"
    return "birth.apart" if years <= (8 if loose else 5) else "birth.far"


def _stated(one: str, other: str) -> str:
    year, month, day = _taken_apart(one)
    other_year, other_month, other_day = _taken_apart(other)
    if year != other_year:
        same_day = day is not None and (month, day) == (other_month, other_day)
        if (
            same_day
            and (month, day) != (1, 1)
            and (_one_figure(year, other_year) or abs(year - other_year) <= 1)
        ):
            return "birth.near-day"
        return _apart(abs(year - other_year))
    if day is None or other_day is None:
        if month is None or other_month is None:
            return "birth.year"
        return "birth.month" if month == other_month else "birth.other-day"
    return _same_year((month, day), (other_month, other_day))


def _same_year(one: tuple[int | None, int], other: tuple[int | None, int]) -> str:
    if one == other:
        # The first of January is what officials write when only the year is known.
        return "birth.year" if one == (1, 1) else "birth.day"
    if (1, 1) in {one, other}:
        return "birth.year"
    if one == (other[1], other[0]):
        return "birth.swapped"
    if one[0] == other[0] or one[1] == other[1]:
        return "birth.near-day"
    return "birth.other-day"


def _taken_apart(text: str) -> tuple[int, int | None, int | None]:
    parts = [int(part) for part in text.split("-")]
    return parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None


def _one_figure(one: int, other: int) -> bool:
    """Whether two years differ in one figure, or in two that are swapped."""
    a, b = str(one), str(other)
    differing = [place for place in range(min(len(a), len(b))) if a[place] != b[place]]
    return len(differing) == 1 or (len(differing) == 2 and sorted(a) == sorted(b))


def _countries(first: Party, second: Party) -> Fact | None:
    if not first.countries or not second.countries:
        return None
    shared = [code for code in first.countries if code in second.countries]
    if shared:
        # Few flags are flown by most ships.
        ships = not {first.kind, second.kind}.isdisjoint({"vessel", "aircraft"})
        name = "country.shared-flag" if ships else "country.shared"
        return Fact(name, "country", shared[0], shared[0], "the same country")
    one, other = ", ".join(sorted(first.countries)[:4]), ", ".join(sorted(second.countries)[:4])
    return Fact("country.different", "country", one, other, "no country in common")


def _gender(first: Party, second: Party) -> Fact | None:
    if not first.gender or not second.gender:
        return None
    name, says = (
        ("gender.same", "the same") if first.gender == second.gender else ("gender.different", "differ")
    )
    return Fact(name, "gender", first.gender, second.gender, says)


def _identifiers(first: Party, second: Party) -> Iterator[Fact]:
    numbers, others = _by_number(first), _by_number(second)
    shared = sorted(
        numbers.keys() & others.keys(), key=lambda number: (numbers[number].kind not in _STRONG, number)
    )
    if shared:
        one, other = numbers[shared[0]], others[shared[0]]
        # One number of two countries is a chance.
        apart = bool(one.country and other.country) and one.country != other.country
        strong = (one.kind in _STRONG or other.kind in _STRONG) and not apart
        name = "identifier.same" if strong else "identifier.same-weak"
        yield Fact(
            name, "identifier", f"{one.kind} {one.number}", f"{other.kind} {other.number}", "the same number"
        )
        return
    conflict = _conflict(first, second)
    if conflict is not None:
        yield conflict


def _conflict(first: Party, second: Party) -> Fact | None:
    """The weightiest pair of numbers of one kind that differ."""
    found: list[tuple[bool, str, str, str]] = []
    for one in first.identifiers:
        for other in second.identifiers:
            if one.kind != other.kind or one.kind not in _UNIQUE | _SINGLE | {"passport"}:
                continue
            if one.country and other.country and one.country != other.country:
                continue
            found.append((one.kind not in _UNIQUE, one.kind, one.number, other.number))
    if not found:
        return None
    _, kind, number, other_number = min(found, key=lambda each: (each[0], each[1] == "passport", each[1:]))
    name = "unique" if kind in _UNIQUE else "single" if kind in _SINGLE else "passport"
    return Fact(
        f"identifier.{name}-differs",
        "identifier",
        f"{kind} {number}",
        f"{kind} {other_number}",
        "another number",
    )


def _by_number(party: Party) -> dict[str, PartyIdentifier]:
    found: dict[str, PartyIdentifier] = {}
    for each in party.identifiers:
        number = plain_number(each)
        if len(number) >= _LEAST_DIGITS:
            found.setdefault(number, each)
    return found


def plain_number(identifier: PartyIdentifier) -> str:
    """A number without what it can be written with or without: blanks, strokes, `IMO`, capitals."""
    if identifier.kind in {"email", "website", "crypto-address"}:
        return (
            identifier.number.strip().casefold()
            if identifier.kind != "crypto-address"
            else identifier.number.strip()
        )
    plain = re.sub(r"[\W_]+", "", identifier.number).upper()
    return plain.removeprefix("IMO") if identifier.kind == "imo" else plain
