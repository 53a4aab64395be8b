"""Who is protected by a dossier, and at which level: what its handling names, and the authors of what is protected."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sanctcheck.dossier.handling import LEVELS, level_at, marked, rank, texts
from sanctcheck.leaks.particles import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.dossier.vocabulary import HandlingLevel
    from sanctcheck.reading.document import Path_

_PEOPLE = frozenset({"author", "publisher", "obtained_by", "holder", "to", "by", "counterparties", "name"})
"""Fields of a protected part in which somebody may be named who is protected by it."""
_NAMED = _PEOPLE | {
    "prepared_by",
    "decision_maker",
    "body",
    "bodies",
    "authority",
    "organisation",
    "who_may_ask",
    "court",
}
"""Fields in which somebody is named."""
_WORD = re.compile(r"[^\W\d_][^\s]*")
_MOST_WORDS = 6
_MOST_IDEOGRAPHS = 4


@dataclass(frozen=True, slots=True)
class Secret:
    """Somebody who is protected.

    Attributes:
        level: of what protects them: their names may stand in no part of a lower one.
        names: in every spelling that is stated.
        details: what gives them away as surely.
        role: what stands for them in a version for others.
        origin: the part that protects them.
    """

    level: HandlingLevel
    names: tuple[str, ...]
    details: tuple[str, ...]
    role: str | None
    origin: Path_


def secrets_of(value: Any) -> list[Secret]:
    """Everybody whom a dossier protects; whoever is named as the target is not protected from being named."""
    declared = list(_declared(value))
    implied = list(_implied(value))
    if not declared and not implied:
        return []
    target = [text for path, text, _ in texts(value) if _is_target(path)]
    return [*_unless(declared, target), *_unless(implied, [*target, *public_names(value)])]


def public_names(value: Any) -> list[str]:
    """The names of people that stand in fields of parts which are not protected."""
    found = (
        text for path, text, level in texts(value) if level.level != "protected" and _is_in(path, _NAMED)
    )
    return [text for text in dict.fromkeys(found) if is_like_a_person(text)]


def _declared(value: Any) -> Iterator[Secret]:
    """Those whom handling names."""
    for path, part in _parts(value):
        handling = part.get("handling")
        stated = part if path[:1] == ("protected_persons",) else handling
        if not isinstance(handling, dict) or not isinstance(stated, dict):
            continue
        level = level_at(value, path) if path else None
        stated_level = handling.get("level") if level is None else level.level
        if rank(str(stated_level)) < rank("restricted"):
            continue
        names = (*_strings(stated.get("names")), *_strings(handling.get("names")))
        details = (*_strings(stated.get("details")), *_strings(handling.get("details")))
        if names or details:
            role = stated.get("role") or handling.get("role")
            yield Secret(
                LEVELS[rank(str(stated_level))],
                tuple(dict.fromkeys(names)),
                tuple(dict.fromkeys(details)),
                role if isinstance(role, str) else None,
                path,
            )


def _implied(value: Any) -> Iterator[Secret]:
    """Those whom a protected part names as its author, or as whoever held it."""
    for path, part, _ in marked(value, {"protected"}):
        if path[:1] == ("protected_persons",) or not path:
            continue
        names = [text for below, text, _ in texts(part) if _is_in(below, _PEOPLE) and is_a_person(text)]
        if names:
            role = part["handling"].get("role") if isinstance(part.get("handling"), dict) else None
            for name in dict.fromkeys(names):
                yield Secret("protected", (name,), (), role if isinstance(role, str) else None, path)


def _unless(secrets: Iterable[Secret], named: Iterable[str]) -> list[Secret]:
    """The secrets without names that are stated openly."""
    every = list(secrets)
    names = list(dict.fromkeys(name for secret in every for name in secret.names))
    openly = _stated(names, dict.fromkeys(named)) if names else frozenset()
    kept = (
        replace(secret, names=tuple(name for name in secret.names if name not in openly)) for secret in every
    )
    return [secret for secret in kept if secret.names or secret.details]


def _stated(names: list[str], openly: Iterable[str]) -> frozenset[str]:
    """Those names that are all that a text says."""
    from sanctcheck.leaks.search import Search, Wanted  # noqa: PLC0415 - only where somebody is protected

    search = Search([Wanted((name,)) for name in names])
    return frozenset(
        names[span.secret]
        for text in openly
        for span in search.each(text)
        if span.kind == "name" and not text[: span.start].strip() and not text[span.end :].strip()
    )


def is_like_a_person(text: str) -> bool:
    """Whether a text reads like the name of a person, and not like a description or an organisation."""
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS or len(text) > 80 or any(each.isdigit() for each in text):
        return False
    if len(words) == 1 and (
        text.isascii() or not 1 < len(text) <= _MOST_IDEOGRAPHS or text.lower() != text.upper()
    ):
        return False
    return all(_WORD.fullmatch(word) and _is_of_a_name(word) for word in words)


def is_a_person(text: str) -> bool:
    """Whether a text that reads like a name has no word of an organisation in it."""
    if not is_like_a_person(text):
        return False
    from sanctcheck.names.prepare import prepare  # noqa: PLC0415 - only for what reads like one

    return not any(token.kind in {"form", "generic", "numeral"} for token in prepare(text, "").tokens)


def _is_of_a_name(word: str) -> bool:
    return not word.rpartition("-")[2][:1].islower() or word.lower() in SMALL


def _parts(value: Any) -> Iterator[tuple[Path_, dict[str, Any]]]:
    """Every part that has a handling, with its path."""
    pending: list[tuple[Path_, Any]] = [((), value)]
    while pending:
        path, part = pending.pop()
        if isinstance(part, dict):
            if "handling" in part:
                yield path, part
            pending.extend(
                ((*path, key), item) for key, item in reversed(part.items()) if type(item) is not str
            )
        elif isinstance(part, list):
            pending.extend(((*path, at), part[at]) for at in range(len(part) - 1, -1, -1))


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _is_in(path: Path_, fields: frozenset[str]) -> bool:
    """Whether a path ends in one of some fields, or in an item of it."""
    last = next((step for step in reversed(path) if isinstance(step, str)), "")
    return last in fields


def _is_target(path: Path_) -> bool:
    return path[:2] == ("target", "names") and path[-1] == "name"
