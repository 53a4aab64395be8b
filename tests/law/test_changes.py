"""What the packaged law says on two days: it differs where the law changed, and nowhere else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from sanctcheck.law.cells import cells
from sanctcheck.law.load import packaged_law
from sanctcheck.law.time import in_force

if TYPE_CHECKING:
    from sanctcheck.law.cells import Cell, Value

LAW = packaged_law()


def _changed(regime_id: str, one: date, other: date) -> set[str]:
    """The standards on which a regime has another value on one day than on another."""
    regime = LAW.regime(regime_id).regime
    before, after = (cells(regime, LAW.standards, day) for day in (one, other))
    return {name for name in LAW.standards if _value(before[name]) != _value(after[name])}


def _value(cell: Cell | None) -> Value:
    assert cell is not None

    return cell.value


UK_2022 = {
    "standard-of-proof",  # “appropriate” left section 11
    "exercise-of-discretion",  # and became a matter of policy
    "urgent-procedure",  # sections 11 and 12 gained it
    "expiry",  # which brought the first designations that lapse
    "lifting-conditions",  # section 22 follows section 11
    "periodic-review",  # section 24 can no longer be relied on unseen
    "parliamentary-role",  # nor can sections 30 and 32
}


@pytest.mark.parametrize(
    ("regime", "one", "other", "expected"),
    [
        ("gb-ghr", date(2021, 1, 1), date(2026, 1, 1), UK_2022 | {"damages"}),
        ("gb-ghr", date(2022, 3, 14), date(2022, 3, 15), UK_2022),
        ("gb-ghr", date(2022, 3, 3), date(2022, 3, 4), {"damages"}),
        ("gb-ghr", date(2020, 7, 6), date(2022, 3, 3), set()),
        ("gb-ghr", date(2022, 3, 15), date(2026, 11, 25), set()),
        ("gb-gac", date(2022, 3, 14), date(2022, 3, 15), UK_2022),
        ("gb-gac", date(2022, 3, 15), date(2026, 11, 25), set()),
        ("eu-ghr", date(2020, 12, 8), date(2021, 4, 21), {"current-evidence"}),  # El-Qaddafi
        ("eu-ghr", date(2021, 4, 21), date(2026, 11, 25), {"humanitarian-exemption"}),
        ("eu-ghr", date(2024, 4, 4), date(2024, 4, 5), {"humanitarian-exemption"}),
    ],
)
def test_a_regime_differs_between_two_days_exactly_where_the_law_changed(
    regime: str, one: date, other: date, expected: set[str]
) -> None:
    assert _changed(regime, one, other) == expected


def test_the_european_framework_and_its_listings_have_one_last_day_each_on_every_day() -> None:
    regime = LAW.regime("eu-ghr").regime
    day, last = date(2020, 12, 8), date(2026, 12, 8)

    while day <= last:
        ends = [each for each in in_force(regime.calendar, regime, day) if each.on is not None]

        assert sorted(each.id.rpartition("-")[0] for each in ends) == ["framework-ends", "listings-end"], day
        assert all(each.on is not None and day <= date.fromisoformat(each.on) for each in ends), day

        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("before", "after", "last"),
    [
        ("must-revoke-until-2022", "must-revoke", date(2022, 3, 14)),
        ("report-on-regulations-until-2022", "report-on-regulations", date(2022, 3, 14)),
        ("damages-until-2022", "damages-bad-faith", date(2022, 3, 3)),
    ],
)
def test_the_version_of_a_rule_begins_on_the_day_after_the_one_before(
    before: str, after: str, last: date
) -> None:
    regime = LAW.regime("gb-ghr").regime
    on_last, on_next = (
        {each.id for each in in_force(regime.rules, regime, day)} & {before, after}
        for day in (last, last + timedelta(days=1))
    )

    assert on_last == {before}
    assert on_next == {after}
