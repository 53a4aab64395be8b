"""A listing while a parser fills it, and reading elements without losing any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sanctcheck.lists.model import Listing, Particular

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.model import (
        Country,
        CrossReference,
        Identifier,
        ListedDate,
        ListedName,
        ListingKind,
        Place,
        Relation,
    )
    from sanctcheck.lists.notes import Notes

_LISTS = frozenset(
    {"names", "birth_dates", "birth_places", "death_dates", "nationalities", "addresses", "identifiers", "titles",
     "posts", "programmes", "regimes", "measures", "listed_on", "amended_on", "removed_on", "legal_basis", "remarks",
     "cross_references", "relations", "particulars", "rest"}
)  # fmt: skip


class Draft:
    """The fields of a listing as lists that can grow. What repeats is taken once, in the order of the first.

    A list is made when it is first asked for: most listings use few of them, and there are many listings.
    """

    names: list[ListedName]
    birth_dates: list[ListedDate]
    birth_places: list[Place]
    death_dates: list[ListedDate]
    nationalities: list[Country]
    addresses: list[Place]
    identifiers: list[Identifier]
    titles: list[str]
    posts: list[str]
    programmes: list[str]
    regimes: list[str]
    measures: list[str]
    listed_on: list[ListedDate]
    amended_on: list[ListedDate]
    removed_on: list[ListedDate]
    legal_basis: list[str]
    remarks: list[str]
    cross_references: list[CrossReference]
    relations: list[Relation]
    particulars: list[Particular]
    rest: list[Particular]

    reference = ""
    list_name = ""
    kind: ListingKind = "other"
    kind_text = ""
    gender: Literal["", "male", "female", "other"] = ""
    reasons = ""

    def __init__(self, publisher: str, listing_id: str, notes: Notes) -> None:
        self.publisher = publisher
        self.id = listing_id
        self.notes = notes

    def __getattr__(self, name: str) -> Any:
        if name not in _LISTS:
            raise AttributeError(name)
        made: list[Any] = []
        setattr(self, name, made)
        return made

    def listing(self) -> Listing:
        """The finished listing."""
        fields = {
            name: tuple(value) if len(value) == 1 else tuple(dict.fromkeys(value))
            for name, value in self.__dict__.items()
            if name in _LISTS and value
        }
        self.notes.repeated += len(self.names) - len(fields.get("names", ()))
        return Listing(
            publisher=self.publisher,
            id=self.id,
            reference=self.reference,
            list_name=self.list_name,
            kind=self.kind,
            kind_text=self.kind_text,
            gender=self.gender,
            reasons=self.reasons,
            **fields,
        )

    def names_of_field(self, *names: ListedName) -> None:
        """Adds the names that one field of the record holds; of several, the notes keep the number."""
        self.names.extend(names)
        if len(names) > 1:
            self.notes.split += len(names) - 1

    def keep(self, path: str, text: str) -> None:
        """Keeps what is known to fit in no field."""
        if text:
            self.rest.append(Particular(path, text))

    def unknown(self, kind: Literal["element", "column", "attribute"], path: str, text: str) -> None:
        """Keeps, and counts, a part of the record that the format did not have when this was written."""
        self.notes.miss(f"{kind} {path}", text, self.id)
        self.keep(path, text)

    def unknown_element(self, path: str, element: Element) -> None:
        """As `unknown`, with all that stands in the element."""
        for attribute, value in element.attrib.items():
            self.unknown("attribute", f"{path}@{attribute}", value)
        self.unknown("element", path, " ".join(part.strip() for part in element.itertext()).strip())

    def not_understood(self, field: str, text: str) -> None:
        """Counts a value that is kept as text, but has no reading."""
        self.notes.miss(field, text, self.id)

    def particular(self, label: str, text: str) -> None:
        """Adds what is stated and has no field of its own."""
        if text:
            self.particulars.append(Particular(label, text))

    def dates(self, field: str, found: Iterable[ListedDate], into: list[ListedDate]) -> None:
        """Adds dates, and counts those that were not understood."""
        for each in found:
            if not each.start:
                self.not_understood(field, each.text)
            into.append(each)

    def children(self, element: Element, path: str, known: frozenset[str]) -> dict[str, str]:
        """The texts of an element's children by local name; what is not `known` is kept and counted.

        Of children with the same name the texts are joined by line ends.
        """
        texts: dict[str, str] = {}
        for child in element:
            name = LOCAL_NAMES[child.tag]
            if name not in known:
                self.unknown_element(f"{path}/{name}", child)
                continue
            text = child.text
            if text is None or not (text := text.strip()):
                continue
            texts[name] = f"{texts[name]}\n{text}" if name in texts else text
        return texts


class _LocalNames(dict[str, str]):
    """Names of elements without their namespaces, each worked out once."""

    def __missing__(self, tag: str) -> str:
        local = tag.rpartition("}")[2]
        if len(self) < _MAX_NAMES:
            self[tag] = local
        return local


_MAX_NAMES = 10_000
LOCAL_NAMES = _LocalNames()
