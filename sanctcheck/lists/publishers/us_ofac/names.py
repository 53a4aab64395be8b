"""OFAC's names and kinds, the same words in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.model import ListedName, NamePart
from sanctcheck.lists.scripts import script_of

if TYPE_CHECKING:
    from sanctcheck.lists.draft import Draft
    from sanctcheck.lists.model import ListingKind, NameKind, Quality

_KINDS: dict[str, ListingKind] = {
    "individual": "person",
    "entity": "entity",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
_ALIASES: dict[str, NameKind] = {"aka": "alias", "fka": "former", "nka": "alias"}
_QUALITIES: dict[str, Quality] = {"strong": "strong", "weak": "weak"}


def list_name(file_name: str) -> str:
    """Which of the two lists a file is; its name says it, and nothing in it does."""
    return "Consolidated" if file_name.casefold().startswith("cons") else "SDN"


def kind_of(draft: Draft, text: str) -> ListingKind:
    """`Individual`, `Entity`, `Vessel` or `Aircraft`, in any case."""
    kind = _KINDS.get(text.casefold())
    if kind is None:
        draft.not_understood("kind of target", text)
    return kind or "other"


def alias_kind(draft: Draft, text: str) -> NameKind:
    """`a.k.a.`, `fka`, `N.K.A.`."""
    kind = _ALIASES.get(text.replace(".", "").casefold())
    if kind is None:
        draft.not_understood("kind of alias", text)
    return kind or "alias"


def quality_of(draft: Draft, text: str) -> Quality:
    """`strong` or `weak`."""
    quality = _QUALITIES.get(text.casefold())
    if quality is None and text:
        draft.not_understood("quality of alias", text)
    return quality or ""


def listed_name(
    last: str, first: str, *, person: bool, kind: NameKind = "primary", quality: Quality = ""
) -> ListedName:
    """A name from its two parts; OFAC puts the whole name of what is no person into the last name."""
    if not first:
        only = (NamePart("family", last),) if person else ()
        return ListedName(last, kind, quality, script_of(last), parts=only)
    text = f"{last}, {first}" if last else first
    stated = (("family", last), ("given", first))
    parts = tuple(NamePart(part, value) for part, value in stated if value)  # type: ignore[arg-type]
    return ListedName(text, kind, quality, script_of(text), parts=parts)
