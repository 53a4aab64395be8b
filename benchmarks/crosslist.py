"""A set of labelled pairs across published lists, as parties to compare, and its split into two halves.

Each line of the set names a query (a name of one list's entry, with what the list says of it) and an entry of
another list, with a label: the same party, or not. The halves are told apart by party, so that nothing is judged
on those it was developed on: the development half may be looked at and tuned on, of the judgment half only figures
are printed.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from sanctcheck.lists.dates import listed_date
from sanctcheck.lists.parsing import parse
from sanctcheck.lists.source import RawFile
from sanctcheck.names.party import Party, PartyIdentifier, PartyName, party_from_listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SANCTCHECK_SHARED", ROOT.parent / "shared"))
"""Where the set and the lists are, unless another folder is given."""

FILES = {
    "un_sc": ("un_sc/consolidated_2026-02-27.xml.gz",),
    "gb_ofsi": ("gb_fcdo/ConList_2025-04-10.xlsx",),
    "gb_fcdo": ("gb_fcdo/reconstructed_UK-Sanctions-List_2026-05.csv.gz",),
    "au_dfat": ("au_dfat/Australian_Sanctions_Consolidated_List_2026-02.xlsx",),
    "ca_sema": ("ca_sema/sema-lmes_2025-03.xml.gz",),
    "eu_fsf": ("eu_fsf/reconstructed_fsf_1_1_from_travelbans_2022-09-13.xml.gz",),
    "eu_oj": ("eu_fsf/reconstructed_fsf_1_1_from_oj_2026-08-19.xml.gz",),
    "ua_war_sanctions": ("opensanctions/ua_war_sanctions_targets.simple_2026-03.csv.gz",),
    "us_ofac": ("us_ofac/sdn_2024-05-03.csv.gz",),
}
"""The lists that the set's ids are of."""
OFAC_ALIASES = ("us_ofac/alt_2025-12.csv.gz", "us_ofac/alt_2023-12-28.csv")
"""No aliases of the day of its names are to be had: the newer file counts, the older where that has no entry."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the set."""

    row: dict[str, Any]
    """As the set gives it."""
    query: Party
    """With everything that is known of it."""
    target: Party
    same: bool
    development: bool
    """Of the half that may be looked at."""

    @property
    def named(self) -> Party:
        """The query by the one name alone."""
        return Party(self.query.names[:1], self.query.kind)

    @property
    def target_named(self) -> Party:
        """The entry by its names alone."""
        return Party(self.target.names, self.target.kind)


def load(shared: Path = SHARED) -> list[Pair]:
    """All rows, with their parties."""
    targets = {name: parties(shared / "lists", name) for name in FILES}
    lines = (shared / "bench" / "crosslist_dev.jsonl").read_bytes().splitlines()
    return [_pair(msgspec.json.decode(line), targets) for line in lines]


def parties(folder: Path, name: str) -> dict[str, Party]:
    """The entries of one list by the ids that the set uses."""
    files = [RawFile(folder / each, Path(each).name.removesuffix(".gz")) for each in FILES[name]]
    if name == "us_ofac":
        files.append(_aliases([folder / each for each in OFAC_ALIASES]))
    found: dict[str, Party] = {}
    for listing in parse(files):
        party = party_from_listing(listing)
        for key in (listing.id, listing.reference):
            found[key.removeprefix("OJ.") if name == "eu_oj" else key.replace("/", "|")] = party
    return found


def in_development(cluster: str) -> bool:
    """Whether a party belongs to the half that may be looked at."""
    return int(hashlib.sha256(cluster.encode()).hexdigest(), 16) % 2 == 0


def _pair(row: dict[str, Any], targets: dict[str, dict[str, Party]]) -> Pair:
    target = targets[row["target_list"]][_key(row["target_id"])]
    return Pair(row, _query(row["query"]), target, row["label"] == 1, in_development(row["cluster"]))


def _key(target: str) -> str:
    """The id as the reader of the list makes it: the Canadian set leaves a gap where the law has no schedule."""
    return target.replace("JVCFOR|", "JVCFOA|").replace("||", "|")


def _query(query: dict[str, Any]) -> Party:
    return Party(
        names=(
            PartyName(query["name"]),
            *(PartyName(text, kind="alias") for text in query.get("aliases", ())),
        ),
        kind=query["schema"],
        births=tuple(listed_date(text) for text in query.get("dob", ())),
        countries=tuple(query.get("nationality", ())),
        identifiers=tuple(PartyIdentifier("imo", number) for number in _several(query.get("imo", ()))),
    )


def _several(value: str | Iterable[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        yield from value


def _aliases(paths: Iterable[Path]) -> RawFile:
    """One file of aliases from several: of each entry those of the first file that has any."""
    kept: dict[str, list[str]] = {}
    for path in paths:
        of_file: dict[str, list[str]] = defaultdict(list)
        for line in _text(path).splitlines():
            number, comma, _ = line.partition(",")
            if comma:
                of_file[number].append(line)
        kept = {**of_file, **kept}
    target = Path(tempfile.mkdtemp()) / "alt.csv"
    target.write_text("".join(f"{line}\r\n" for lines in kept.values() for line in lines), "ascii")
    return RawFile(target, target.name)


def _text(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("ascii")
