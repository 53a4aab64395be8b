"""What the packaged law says on two days: it differs where the law changed, and nowhere else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from sanctcheck.law.cells import cells
from sanctcheck.law.load import packaged_law
from sanctcheck.law.spans import span_of
from sanctcheck.law.time import in_force, was_law

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

US_ORDER = {
    "facilitators-covered",  # support for abuse too
    "victim-status-needed",  # no longer under the Order
    "publication",  # on the list of blocked persons
    "consultation",  # with the Attorney General
}
UN_1989 = {
    "independent-review",  # a recommendation that takes effect by itself
    "removal-decision-deadline",
    "time-to-answer",
}
UN_2744 = {
    "independent-review",  # the Focal Point does more than pass on
    "removal-decision-deadline",  # annex I was not read
    "time-to-answer",
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
        ("us-globalmagnitsky", date(2016, 12, 23), date(2017, 12, 20), set()),
        ("us-globalmagnitsky", date(2017, 12, 20), date(2017, 12, 21), US_ORDER),
        ("us-globalmagnitsky", date(2017, 12, 21), date(2022, 4, 7), {"exemptions"}),  # 31 CFR part 583
        ("us-globalmagnitsky", date(2022, 4, 7), date(2022, 4, 8), {"expiry"}),  # the sunset is repealed
        ("us-globalmagnitsky", date(2022, 4, 8), date(2026, 11, 25), set()),
        ("us-magnitsky-2012", date(2012, 12, 14), date(2026, 11, 25), {"exemptions", "consultation"}),
        ("us-magnitsky-2012", date(2013, 4, 4), date(2013, 4, 5), {"consultation"}),  # the delegation
        ("us-magnitsky-2012", date(2017, 12, 20), date(2017, 12, 21), {"exemptions"}),  # 31 CFR part 584
        ("un-1267", date(2011, 6, 16), date(2011, 6, 17), UN_1989),
        ("un-1267", date(2011, 6, 17), date(2021, 12, 16), set()),
        ("un-1267", date(2021, 12, 16), date(2021, 12, 17), {"mistaken-identity-remedy"}),  # 2610
        ("un-1267", date(2021, 12, 17), date(2026, 11, 25), {"humanitarian-exemption"}),
        ("un-focalpoint", date(2024, 7, 18), date(2024, 7, 19), UN_2744),
        ("un-focalpoint", date(2021, 12, 16), date(2021, 12, 17), {"mistaken-identity-remedy"}),  # 2610
        ("un-focalpoint", date(2024, 7, 19), date(2026, 11, 25), set()),
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


def test_the_end_of_the_global_magnitsky_act_was_due_until_it_was_repealed() -> None:
    assert _ends_of_the_act(date(2016, 12, 23)) == ({"sunset"}, {"sunset-until-2022"})
    assert _ends_of_the_act(date(2022, 4, 7)) == ({"sunset"}, {"sunset-until-2022"})
    assert _ends_of_the_act(date(2022, 4, 8)) == (set(), {"sunset-repealed"})


def _ends_of_the_act(day: date) -> tuple[set[str], set[str]]:
    regime = LAW.regime("us-globalmagnitsky").regime
    days = {each.id for each in in_force(regime.calendar, regime, day)}
    rules = {each.id for each in in_force(regime.rules, regime, day)}
    return days & {"sunset"}, rules & {"sunset-until-2022", "sunset-repealed"}


def test_the_emergency_behind_the_order_has_one_last_day_within_a_year_on_every_day() -> None:
    regime = LAW.regime("us-globalmagnitsky").regime
    day, last = date(2017, 12, 20), date(2026, 12, 20)

    while day <= last:
        fixed = in_force(regime.calendar, regime, day)
        ends = [date.fromisoformat(each.on) for each in fixed if each.id == "emergency" and each.on]

        assert [day <= end <= day + timedelta(days=366) for end in ends] == [True], day

        day += timedelta(days=1)


def test_the_mandate_of_the_ombudsperson_has_one_last_day_since_december_2021() -> None:
    regime = LAW.regime("un-1267").regime

    for day, end in [
        (date(2021, 12, 17), "2024-06-17"),
        (date(2024, 6, 9), "2024-06-17"),
        (date(2024, 6, 10), "2027-06-17"),
    ]:
        ends = [
            each.on for each in in_force(regime.calendar, regime, day) if each.id == "ombudsperson-mandate"
        ]

        assert ends == [end]


def test_canada_is_examined_in_full_from_the_first_day_of_the_act_before_there_were_regulations() -> None:
    regime = LAW.regime("ca-jvcfoa").regime
    for day in (date(2017, 10, 18), date(2017, 11, 2), date(2017, 11, 3)):
        on_day = cells(regime, LAW.standards, day)

        assert [name for name in LAW.standards if _value(on_day[name]).answer == "not-examined"] == []


def test_the_list_on_al_qaida_is_law_since_the_resolution_of_1999_whose_limbs_were_not_read() -> None:
    regime = LAW.regime("un-1267").regime

    assert not was_law(regime, date(1999, 10, 14))
    for day, limbs in [
        (date(1999, 10, 15), {"taliban-and-al-qaida"}),
        (date(2005, 7, 28), {"taliban-and-al-qaida"}),
        (date(2005, 7, 29), {"acts-with-the-groups"}),
    ]:
        assert was_law(regime, day)
        assert {each.id for each in in_force(regime.conduct, regime, day)} == limbs


@pytest.mark.parametrize("name", ["us-globalmagnitsky", "us-magnitsky-2012", "un-1267", "un-focalpoint"])
def test_no_position_rests_on_an_instrument_that_came_later(name: str) -> None:
    regime = LAW.regime(name).regime

    for position in regime.positions:
        span, rests_on = span_of(position, regime), regime.instruments.get(position.provision.instrument)
        if span is not None and rests_on is not None and rests_on.in_force is not None:
            assert (rests_on.in_force.from_ or "") <= (span.from_ or ""), position.standards
