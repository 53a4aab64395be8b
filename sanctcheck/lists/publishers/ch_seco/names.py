"""Names of Swiss targets: parts in an order, each with spellings in other languages and scripts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from sanctcheck.lists.model import ListedName, NamePart
from sanctcheck.lists.scripts import script_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.draft import Draft
    from sanctcheck.lists.model import NameKind, Quality

_NAMES: dict[str, NameKind] = {
    "primary-name": "primary",
    "alias": "alias",
    "formerly-known-as": "former",
}
_QUALITIES: dict[str, Quality] = {"good": "strong", "low": "weak", "": ""}
_MAX_SPELLINGS = 60
"""Of one name: the spellings of its parts multiply out."""
_PARTS: dict[str, str] = {
    "family-name": "family",
    "given-name": "given",
    "further-given-name": "middle",
    "father-name": "father",
    "grand-father-name": "grandfather",
    "maiden-name": "maiden",
    "tribal-name": "tribal",
    "title": "title",
    "suffix": "suffix",
    "whole-name": "",
    "other": "other",
}


def add_name(draft: Draft, element: Element, *, main: bool) -> None:
    """A name in parts, each with spellings: the spellings of one language and script belong together."""
    kind = _NAMES.get(element.get("name-type", ""))
    if kind is None:
        draft.not_understood("kind of name", element.get("name-type", ""))
        kind = "alias"
    if kind == "primary" and not main:
        kind = "alias"
    quality = _QUALITIES.get(element.get("quality", ""), "")
    parts = sorted(element.iterfind("name-part"), key=_order)
    names = [_whole(draft, parts, kind, quality, element.get("lang", ""))]
    for language, spelt in _spellings(parts):
        text = " ".join(spelt)
        script = script_of(text)
        variant: NameKind = "variation" if script == "Latn" else "original-script"
        names.append(ListedName(text, variant, quality, script, language))
    if len(names) > _MAX_SPELLINGS:
        draft.not_understood("spellings of a name beyond the bound", f"{len(names)}: {names[0].text}")
    draft.names_of_field(*names[:_MAX_SPELLINGS])


def _order(part: Element) -> int:
    order = part.get("order", "")
    return int(order) if order.isascii() and order.isdigit() else 0


def _whole(draft: Draft, parts: list[Element], kind: NameKind, quality: Quality, language: str) -> ListedName:
    labelled: list[NamePart] = []
    for part in parts:
        label = part.get("name-part-type", "")
        if label not in _PARTS:
            draft.not_understood("part of a name", label)
        if _PARTS.get(label, "other"):
            labelled.append(NamePart(_PARTS.get(label, "other"), one(part, "value")))  # type: ignore[arg-type]
    text = " ".join(value for part in parts if (value := one(part, "value")))
    return ListedName(text, kind, quality, script_of(text), language, tuple(labelled))


def _spellings(parts: list[Element]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The other spellings of a whole name, by language and script.

    A part without a spelling in Latin letters keeps its own value there. In other scripts the value would be a
    foreign body, and is left out.
    """
    groups: dict[tuple[str, str], None] = {}
    for part in parts:
        for each in part.iterfind("spelling-variant"):
            groups[each.get("lang", ""), each.get("script", "")] = None
    for language, script in groups:
        choices: list[list[str]] = []
        for part in parts:
            found = [
                (each.text or "").strip()
                for each in part.iterfind("spelling-variant")
                if (each.get("lang", ""), each.get("script", "")) == (language, script)
            ]
            if script in ("", "LATN"):
                found = [one(part, "value"), *found]
            choices.append([text for text in found if text] or [""])
        whole = tuple(one(part, "value") for part in parts)
        for spelt in _bounded(choices):
            given = tuple(text for text in spelt if text)
            if given and spelt != whole:
                yield language, given


def _bounded(choices: list[list[str]]) -> Iterator[tuple[str, ...]]:
    for number, spelt in enumerate(product(*choices)):
        if number > _MAX_SPELLINGS:
            return
        yield spelt


def one(element: Element, tag: str) -> str:
    """The text of a child."""
    return (element.findtext(tag) or "").strip()
