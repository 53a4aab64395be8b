"""The small lists in fixtures/lists, by publisher and format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support import FIXTURES

from sanctcheck.lists.parsing import Parsing, source_of
from sanctcheck.lists.source import RawFile

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.lists.model import Listing

LISTS = FIXTURES / "lists"
PUBLISHED: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "ofac-csv": ("us-ofac", "csv", ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")),
    "ofac-xml": ("us-ofac", "sdn-xml", ("sdn.xml",)),
    "ofac-enhanced": ("us-ofac", "enhanced-xml", ("sdn_enhanced.xml",)),
    "un": ("un-sc", "xml", ("consolidated.xml",)),
    "eu-xml": ("eu-fsf", "xml-1.1", ("full_1_1.xml",)),
    "eu-csv": ("eu-fsf", "csv-1.1", ("20260305-FULL-1_1.csv",)),
    "eu-csv-old": ("eu-fsf", "csv-1.0", ("FULL-1_0.csv",)),
    "uk-xml": ("gb-fcdo", "xml", ("UK-Sanctions-List.xml",)),
    "uk-csv": ("gb-fcdo", "table", ("UK-Sanctions-List.csv",)),
    "uk-ods": ("gb-fcdo", "table", ("UK-Sanctions-List.ods",)),
    "uk-short": ("gb-fcdo", "table", ("FCDO_SL.ods",)),
    "ofsi": ("gb-ofsi", "table", ("ConList.xlsx",)),
    "ofsi-old": ("gb-ofsi", "table", ("ConList-2018.csv",)),
    "canada": ("ca-sema", "xml", ("sema-lmes.xml",)),
    "canada-bilingual": ("ca-sema", "xml", ("sema-lmes-2026.xml",)),
    "canada-old": ("ca-sema", "xml", ("sema-lmes-2020.xml",)),
    "australia": ("au-dfat", "xlsx", ("Australian_Sanctions_Consolidated_List.xlsx",)),
    "australia-old": ("au-dfat", "xlsx", ("regulation8_consolidated.xlsx",)),
    "switzerland": ("ch-seco", "xml", ("consolidated-list.xml",)),
    "opensanctions-ftm": ("opensanctions", "ftm-json", ("entities.ftm.json",)),
    "opensanctions-simple": ("opensanctions", "simple-csv", ("targets.simple.csv",)),
}


def raw(path: Path) -> RawFile:
    """A file under its own name."""
    return RawFile(path, path.name)


def files(name: str) -> list[RawFile]:
    """The raw files of one of the lists."""
    publisher, _, names = PUBLISHED[name]
    return [raw(LISTS / publisher.replace("-", "_") / each) for each in names]


def parsing(name: str) -> Parsing:
    """One of the lists, not read yet."""
    return Parsing(source_of(files(name)))


def listings(name: str) -> dict[str, Listing]:
    """The listings of one of the lists, by id."""
    return {listing.id: listing for listing in parsing(name)}
