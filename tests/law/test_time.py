from __future__ import annotations

from datetime import date, timedelta

import pytest
from support import document, regime, shaped

from sanctcheck.law.authority import InForce, Provision
from sanctcheck.law.model import Criterion, Regime
from sanctcheck.law.time import citation, in_force, is_in_force, severity

FIRST, LAST = date(2022, 3, 15), date(2024, 2, 29)
REGIME = """\
format: criteria/1
id: example
name: An example regime
jurisdiction: Nowhere
last_verified: 2026-01-01
sources: {s: {title: An example}}
instruments:
  open: {title: Open Act, citation: 2020 c. 1, kind: act, verified: text, source: s}
  ended:
    title: Ended Act
    citation: 2022 c. 2
    kind: act
    in_force: {from: 2022-03-15, until: 2024-02-29}
    verified: text
    source: s
criteria:
  - {id: x, standard: x, title: x, provision: {instrument: open}, force: duty, verified: text, source: s, check: x, remedy: x}
"""
CRITERION = """\
id: notice
standard: notification
title: The target is told
provision: {instrument: open, at: s. 7}
force: duty
verified: text
source: s
check: notified
remedy: Tell the target.
"""


@pytest.fixture(scope="module")
def example() -> Regime:
    return regime(REGIME)


def _criterion(**fields: object) -> Criterion:
    return shaped({**document(CRITERION).value, **fields}, Criterion)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (FIRST - timedelta(days=1), False),
        (FIRST, True),
        (LAST, True),
        (LAST + timedelta(days=1), False),
        (date(1000, 1, 1), False),
        (date.max, False),
    ],
)
def test_a_fact_is_the_law_from_its_first_day_to_its_last(
    example: Regime,
    day: date,
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    own = _criterion(in_force={"from": FIRST.isoformat(), "until": LAST.isoformat()})
    inherited = _criterion(provision={"instrument": "ended"})

    assert is_in_force(own, example, day) is expected
    assert is_in_force(inherited, example, day) is expected


def test_a_fact_without_a_last_day_is_still_the_law(example: Regime) -> None:
    fact = _criterion(in_force={"from": FIRST.isoformat()})

    assert is_in_force(fact, example, date.max)
    assert not is_in_force(fact, example, FIRST - timedelta(days=1))


def test_a_fact_without_a_first_day_was_always_the_law(example: Regime) -> None:
    fact = _criterion(in_force={"until": LAST.isoformat()})

    assert is_in_force(fact, example, date.min)
    assert not is_in_force(fact, example, LAST + timedelta(days=1))


def test_the_days_of_a_fact_come_before_those_of_its_instrument(example: Regime) -> None:
    fact = _criterion(provision={"instrument": "ended"}, in_force={"until": "2030-01-01"})

    assert is_in_force(fact, example, LAST + timedelta(days=1))


@pytest.mark.parametrize("instrument", ["open", "absence"])
@pytest.mark.parametrize("day", [date.min, date(2026, 6, 1), date.max])
def test_a_fact_without_any_days_is_the_law_on_each(example: Regime, instrument: str, day: date) -> None:
    assert is_in_force(_criterion(provision={"instrument": instrument}), example, day)


def test_what_is_in_force_keeps_its_order(example: Regime) -> None:
    old = _criterion(
        id="old", in_force=InForce(until="2022-03-14").model_dump(by_alias=True, exclude_none=True)
    )
    new = _criterion(id="new", in_force={"from": "2022-03-15"})
    always = _criterion(id="always")

    assert [each.id for each in in_force([new, old, always], example, FIRST)] == ["new", "always"]
    assert [each.id for each in in_force([new, old, always], example, FIRST - timedelta(days=1))] == [
        "old",
        "always",
    ]


@pytest.mark.parametrize(
    ("force", "verified", "settled", "weighs"),
    [
        ("duty", "text", False, "error"),
        ("duty", "text", True, "error"),
        ("duty", "knowledge", True, "error"),
        ("duty", "knowledge", False, "warning"),
        ("duty", "uncertain", False, "warning"),
        ("duty", "uncertain", True, "warning"),
        ("policy", "text", False, "warning"),
        ("policy", "knowledge", True, "warning"),
        ("policy", "uncertain", True, "warning"),
        ("good-practice", "text", True, "warning"),
        ("good-practice", "knowledge", True, "warning"),
        ("good-practice", "uncertain", False, "warning"),
    ],
)
def test_a_gap_is_an_error_only_where_a_duty_is_surely_the_law(
    force: str,
    verified: str,
    settled: bool,  # noqa: FBT001 - a column of the table
    weighs: str,
) -> None:
    assert severity(_criterion(force=force, verified=verified, settled=settled)) == weighs


@pytest.mark.parametrize(
    ("provision", "expected"),
    [
        (Provision(instrument="open", at="s. 7(2)"), "2020 c. 1, s. 7(2)"),
        (Provision(instrument="open"), "2020 c. 1"),
        (Provision(instrument="absence"), "no rule"),
        (Provision(instrument="absence", at="the Act"), "no rule (the Act)"),
    ],
)
def test_a_provision_is_cited_as_a_lawyer_cites_it(
    example: Regime, provision: Provision, expected: str
) -> None:
    assert citation(provision, example) == expected
