"""Reads every published list in a folder, and shows whether all of it came out.

For each list: entries parsed, and records counted in another way; names parsed, and fields that hold a name; the
share of the raw texts that landed in a typed field; and what was not understood, with a sample.

    python benchmarks/lists_report.py FOLDER
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lists_raw
import msgspec

from sanctcheck.errors import ListError
from sanctcheck.lists.parsing import Parsing, count_records, recognise, source_of
from sanctcheck.lists.source import RawFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes

LEAST = 0.95
"""The share of an XML list's texts that has to land in typed fields."""
# What only serves the publisher's own book-keeping: numbers of parts of an entry, and flags that repeat the rest.
BOOK_KEEPING = re.compile(
    r"(?:/uid|/mainEntry|@refId|@featureTypeId|VERSIONNUM|SORT_KEY\w*|versionId|valueRefId|identityId|"
    r"@regulationLanguage|/isPrimary|@nameId|@nameTranslationId|valueDate/\w+|identityDocument/name|"
    r"SanctionsImposedIndicators/\w+|logical_?id|_RegulationLanguage)$"
    r"|(?<!^)@(?:id|logicalId|ssid|entityId)$|^alt\[\d\]id|/script$|spelling-variant@|name-part@order|namePart/type$"
    r"|addressPart/type$",
    re.IGNORECASE,
)
# What is taken in as a code: of words such as `Good` and `true` only the meaning is kept.
CODED = re.compile(
    r"(?:QUALITY|TYPE_OF_DATE|alias_?[tT]ype|/category|aka/type|isLowQuality|@strong|@gender|@circa|@calendarType|"
    r"@code|@classificationCode|@diplomatic|@known\w+|@reportedLost|@revokedByIssuer|isValid|reliability|GENDER|Gender|"
    r"@asAtListingTime|@unitedNationId|feature/type|idList/id/idType|NameType|AliasStrength|@identificationTypeCode|@countryIso2Code|@dayOfMonth|@monthOfYear|"
    r"@name-type|@quality|@name-part-type|@calendar|@main|@sex|@object-type|@place-id|sanctions-set-id|@iso-code|"
    r"@modification-type|@lang|Alias Type|Alias Quality|Name Type|Alias Strength|Name type|Alias strength|Reference|"
    r"Targeted Financial Sanction|Travel Ban|Arms Embargo|Maritime Restriction|alt\[0\]|Subject_?type\w*|"
    r"_Circa|_CalendarType|_CountryIso2Code|_Gender|_TypeCode|_Known\w+|_Diplomatic|_ReportedLost|_RevokedByIssuer|"
    r"_AsAtListingTime|_Day|_Month)$"
)

NOTHING = frozenset({"UNKNOWN", "none", "NA", "N/A", "na"})
"""Texts that say that there is nothing to say."""


@dataclass
class Result:
    """What reading one list showed."""

    name: str
    faults: list[str]


def main(folder: Path) -> int:
    """Prints the report; the status is 1 when anything that has to agree does not."""
    if not folder.is_dir():
        print(f"Skipped: there is no folder of published lists at {folder}.")
        return 0
    results = [_report(files) for files in groups(folder)]
    faults = [f"{result.name}: {fault}" for result in results for fault in result.faults]
    print(f"\n{len(results)} lists read; {len(faults)} faults.")
    print("\n".join(faults))
    return 1 if faults else 0


def groups(folder: Path) -> Iterator[Sequence[RawFile]]:
    """The files of each list; files of a set belong together when the rest of their names is the same."""
    sets: dict[tuple[str, str], list[RawFile]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix == ".md":
            continue
        file = _plain(RawFile(path, path.name.removesuffix(".gz")))
        try:
            found = recognise(file)
        except ListError as error:
            print(f"{path.name}: {error}")
            continue
        if found is None:
            print(f"{path.name}: in no format that a publisher gives its list in.")
        elif found.part:
            rest = re.sub(r"^(cons_)?(?:sdn_comments|sdn|alt|add|prim|comments)", r"\1", file.name)
            sets[str(path.parent), rest].append(file)
        else:
            yield [file]
    yield from sets.values()


def _plain(file: RawFile) -> RawFile:
    """A copy of a file without the quotation marks and tabs in which some repository wrapped each of its lines."""
    start = file.path.read_bytes()[:20]
    if not start.startswith(b'"Date_file'):
        return file
    lines = file.path.read_text("cp1252").splitlines()
    unwrapped = [line.strip('"').rstrip("\t").replace('""', '"') for line in lines]
    copy = Path(tempfile.mkdtemp()) / file.path.name
    copy.write_text("\n".join(unwrapped) + "\n", "cp1252")
    return RawFile(copy, file.name)


def _report(files: Sequence[RawFile]) -> Result:
    name = files[0].name
    print(f"\n{name}" + "".join(f" + {file.name}" for file in files[1:]))
    try:
        parsing = Parsing(source_of(files))
        listings = list(parsing)
    except ListError as error:
        print(f"  refused: {error}")
        return Result(name, [] if "set of files" in str(error) else [str(error)])
    return Result(
        name,
        [
            *_entries(parsing, listings),
            *_names(parsing, listings),
            *_coverage(parsing, listings),
            *_missed(parsing.notes),
        ],
    )


def _entries(parsing: Parsing, listings: list[Listing]) -> Iterator[str]:
    counted, notes = count_records(parsing.source), parsing.notes
    kinds = ", ".join(
        f"{number} {kind}" for kind, number in Counter(each.kind for each in listings).most_common()
    )
    declared = "" if notes.declared is None else f", {notes.declared} declared by the file"
    published = notes.published or "not stated"
    print(f"  {parsing.source.publisher} {parsing.source.format}, published {published}")
    print(f"  entries: {len(listings)} parsed, {counted} counted{declared} ({kinds})")
    if (
        len({len(listings), notes.records, counted, counted if notes.declared is None else notes.declared})
        != 1
    ):
        yield "entries do not agree"
    if len({each.id for each in listings}) != len(listings):
        yield "ids are not unique"


def _names(parsing: Parsing, listings: list[Listing]) -> Iterator[str]:
    notes = parsing.notes
    parsed = sum(len(each.names) for each in listings)
    fields = lists_raw.raw_names(parsing.source)
    if fields < 0:
        print(f"  names: {parsed} parsed")
        return
    explained = fields + notes.split - notes.repeated
    print(f"  names: {parsed} parsed; {fields} fields hold one", end="")
    print(f", {notes.split} more by splitting, {notes.repeated} repeated in the same words")
    if parsed != explained:
        yield f"names do not agree: {parsed} parsed, {explained} expected"


def _coverage(parsing: Parsing, listings: list[Listing]) -> Iterator[str]:
    """Table: of the texts of a list, how many (and how many of their bytes) landed where."""
    raw = lists_raw.raw_texts(parsing.source)
    by_id: dict[str, Listing] = {each.id: each for each in listings}
    ordered = parsing.source.publisher == "ca-sema"
    tally: dict[str, float] = defaultdict(float)
    size: dict[str, float] = defaultdict(float)
    lost: Counter[str] = Counter()
    for number, (entry, texts) in enumerate(raw.items()):
        listing = listings[number] if ordered else by_id.get(entry)
        typed, rest = _strings(listing)
        for path, text in texts:
            where, found = _where(path, text, typed, rest)
            tally[where] += found
            tally["lost"] += 1 - found
            size[where] += len(text.encode()) * found
            size["lost"] += len(text.encode()) * (1 - found)
            if found < 1:
                lost[path] += 1
    if not tally:
        return
    kept = {name: size[name] for name in ("typed", "coded", "rest", "lost")}
    share = (kept["typed"] + kept["coded"]) / (sum(kept.values()) or 1)
    elements = (tally["typed"] + tally["coded"]) / (sum(tally[name] for name in kept) or 1)
    print(f"  coverage: {share:.2%} of the bytes, {elements:.2%} of the texts", end="; ")
    print(
        ", ".join(f"{name} {tally[name]:.0f}" for name in ("typed", "coded", "rest", "lost", "book-keeping"))
    )
    if lost:
        print(f"    not found again: {lost.most_common(6)}")
    if "xml" in parsing.source.format and min(share, elements) < LEAST:
        yield f"only {min(share, elements):.1%} landed in typed fields"


def _strings(listing: Listing | None) -> tuple[tuple[str, set[str]], str]:
    """All texts of the typed fields of a listing, as one and as words; and those of the rest."""
    if listing is None:
        return ("", set()), ""
    fields = msgspec.to_builtins(listing)
    rest = "\n".join(_flat(fields.pop("rest", ())))
    texts = [*_flat(fields)]
    return (_folded("\n".join(texts)), lists_raw.words(texts)), _folded(rest)


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _flat(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _flat(each)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _where(path: str, text: str, typed: tuple[str, set[str]], rest: str) -> tuple[str, float]:
    """Where a text landed, and which part of it: of one that was taken apart, its words are looked for."""
    if BOOK_KEEPING.search(path):
        return "book-keeping", 1
    whole, words = typed
    folded = _folded(text)
    if folded in whole:
        return "typed", 1
    if CODED.search(path) or text in NOTHING:
        return "coded", 1
    if folded in rest:
        return "rest", 1
    said = lists_raw.words([text])
    return "typed", len(said & words) / len(said) if said else 1


def _missed(notes: Notes) -> Iterator[str]:
    for what, each in sorted(notes.not_understood.items(), key=lambda item: -item[1].count):
        print(f"  not understood: {what}, {each.count} times, first “{each.sample[:60]}” in {each.listing}")
        if what.startswith(("element ", "column ", "attribute ")):
            yield f"not understood: {what}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder with the lists.")
    sys.exit(main(Path(sys.argv[1])))
