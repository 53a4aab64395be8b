"""What a hit calls a listing: what its publisher calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from support import FIXTURES

from sanctcheck.lists.model import ListedName, Listing
from sanctcheck.lists.parsing import parse
from sanctcheck.lists.source import RawFile
from sanctcheck.screen.entry import digest, own_reference

if TYPE_CHECKING:
    from pathlib import Path


def listings(*names: str) -> list[Listing]:
    paths: list[Path] = [FIXTURES / "lists" / name for name in names]
    return list(parse([RawFile(path, path.name) for path in paths]))


@pytest.mark.parametrize(
    ("files", "references"),
    [
        (["un_sc/consolidated.xml"], ["CDi.901", "QDe.902"]),
        (["eu_fsf/full_1_1.xml"], ["EU.9901.12", "EU.9902.13"]),
        (["gb_fcdo/UK-Sanctions-List.xml"], ["GHR9901", "GAC9902", "DPR9903"]),
        (["gb_ofsi/ConList.xlsx"], ["99001", "99002"]),
        (["au_dfat/Australian_Sanctions_Consolidated_List.xlsx"], ["2", "3", "4"]),
        (["ch_seco/consolidated-list.xml"], ["5142", "46130", "34461"]),
        (
            ["us_ofac/sdn.csv", "us_ofac/alt.csv", "us_ofac/add.csv", "us_ofac/sdn_comments.csv"],
            ["90001", "90002", "90003", "90004"],
        ),
        (
            ["ca_sema/sema-lmes.xml"],
            ["Belarus|1, Part 1|1", "JVCFOR||1", "Belarus|1, Part 1|1#2", "Russia|4|7"],
        ),
    ],
)
def test_each_publisher_has_its_own(files: list[str], references: list[str]) -> None:
    assert [own_reference(listing) for listing in listings(*files)] == references


def test_a_canadian_entry_without_an_item_has_an_empty_place_for_it() -> None:
    listing = Listing(publisher="ca-sema", id="Haiti/2", legal_basis=("Schedule 2",))

    assert own_reference(listing) == "Haiti|2|"


def test_a_digest_changes_with_what_the_list_says_and_with_nothing_else() -> None:
    listing = listings("un_sc/consolidated.xml")[0]
    said = digest(listing)

    assert digest(msgspec.structs.replace(listing, rest=(), remarks=("x",), amended_on=())) == said
    assert digest(msgspec.structs.replace(listing, reasons="Other reasons.")) != said
    assert digest(msgspec.structs.replace(listing, names=(*listing.names, ListedName("New")))) != said
    assert digest(msgspec.structs.replace(listing, birth_dates=())) != said
