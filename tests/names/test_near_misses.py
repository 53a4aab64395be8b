"""Names that are one party's, and names that only look so: each line one general cause, shown on fictional names."""

from __future__ import annotations

import pytest

from sanctcheck.names.party import PartyKind, party_named
from sanctcheck.names.score import MATCH, compare

SAME: list[tuple[PartyKind, str, str]] = [
    ("person", "Mikhail Ivanov", "Mikhail Ivanoff"),
    ("person", "Aliaksandr Karpau", "Alexander Karpov"),
    ("person", "Maria Kowalska", "Maria Kowalski"),
    ("person", "Petro Kovaliv", "Petr Kovalov"),
    ("person", "Kim Cheolsu", "Kim Chul Soo"),
    ("entity", "IRTC", "International Rare Textile Company"),
]
DIFFERENT: list[tuple[PartyKind, str, str]] = [
    ("person", "Maria Kowalska", "Marian Kowalski"),
    ("person", "Oleg Tarasov", "Olga Tarasova"),
    ("person", "Tran Van Minh", "Tran Van Manh"),
    ("entity", "Zenit Moscow LLC", "Zenit Kazan LLC"),
    ("entity", "Delta Oil Company", "Delta Gas Company"),
    ("entity", "Ministry of Defence of Utopia", "Ministry of Finance of Utopia"),
    ("entity", "Northern Bank", "Southern Bank"),
]


@pytest.mark.parametrize(("kind", "one", "other"), SAME)
def test_one_party_is_found(kind: PartyKind, one: str, other: str) -> None:
    assert compare(party_named(one, kind), party_named(other, kind)).score >= MATCH


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_a_near_miss_is_none(kind: PartyKind, one: str, other: str) -> None:
    assert compare(party_named(one, kind), party_named(other, kind)).score < MATCH
