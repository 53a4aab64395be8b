"""FollowTheMoney's words for what can be listed, and the ids that OpenSanctions makes of publishers' own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.lists.model import CrossReference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.lists.model import ListingKind

KINDS: dict[str, ListingKind] = {
    "Person": "person",
    "Organization": "entity",
    "Company": "entity",
    "LegalEntity": "entity",
    "PublicBody": "entity",
    "Vessel": "vessel",
    "Airplane": "aircraft",
    "Vehicle": "other",
    "Asset": "other",
    "Security": "other",
    "CryptoWallet": "other",
    "RealEstate": "other",
    "Thing": "other",
}
_IDS = (
    (re.compile(r"^ofac-(\d+)$"), "us-ofac", "{}"),
    (re.compile(r"^unsc-(\d+)$"), "un-sc", "{}"),
    (re.compile(r"^eu-fsf-eu-(\d+)-(\d+)$"), "eu-fsf", "EU.{}.{}"),
    (re.compile(r"^gb-hmt-(\d+)$"), "gb-ofsi", "{}"),
    (re.compile(r"^au-dfat-(\d+)$"), "au-dfat", "{}"),
    (re.compile(r"^ch-seco-(\d+)$"), "ch-seco", "{}"),
)


def cross_references(ids: Iterable[str]) -> Iterator[CrossReference]:
    """The entries of publishers' lists that OpenSanctions' ids stand for; other ids stand for nothing here."""
    for each in ids:
        for pattern, publisher, form in _IDS:
            found = pattern.match(each)
            if found is not None:
                yield CrossReference(publisher, form.format(*found.groups()))
