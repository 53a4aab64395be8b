"""What differs between what an assessment states and what is found now: one line for each thing, the cause before its effects."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.verification.stated import Stated, StatedDossier

Kind = Literal["tool", "as-of", "dossier", "exhibit", "law", "lists", "configuration", "assessment", "result"]
_SHOWN = 10
_Seen = dict[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the assessment states it; `said` may hold text from outside."""

    kind: Kind
    said: str


def causes(stated: Stated, found: Stated, *, as_written: bool) -> Iterator[Difference]:
    """What a result rests on and is no longer the same.

    Exhibits have no hash of their own in an assessment: that their files changed follows from what was found of them, as
    long as the assessment is `as_written`.
    """
    if stated.tool.version != found.tool.version:
        said = f"made by sanctcheck {quoted(stated.tool.version)}; this is {found.tool.version}"
        yield Difference("tool", said)
    dossiers = list(_files("dossier", _dossiers(stated), _dossiers(found)))
    yield from dossiers
    law, now = _law(stated), _law(found)
    if dossiers:  # then other law may be asked; of the same files, another content is told
        now = {name: digest for name, digest in now.items() if name in law}
        law = {name: digest for name, digest in law.items() if name in now}
    yield from _files("law", law, now)
    yield from _files("lists", _lists(stated), _lists(found))
    yield from _files("configuration", _settings(stated), _settings(found))
    if as_written:
        yield from _exhibits(stated, found)


def _dossiers(stated: Stated) -> _Seen:
    return {each.file: each.sha256 or "unread" for each in stated.files}


def _law(stated: Stated) -> _Seen:
    every = (file for each in stated.files for under in each.under for file in under.law)
    return {file.file: file.sha256 for file in every}


def _lists(stated: Stated) -> _Seen:
    return {each.list: f"{each.sha256} of {each.dated}" for each in stated.basis.lists}


def _settings(stated: Stated) -> _Seen:
    return {f"{each.role} {each.file}": each.sha256 for each in stated.basis.settings}


def _exhibits(stated: Stated, found: Stated) -> Iterator[Difference]:
    """Of a dossier that is the same, the files beside it may not be."""
    now = {(each.file, each.sha256): _of_exhibits(each) for each in found.files}
    for each in stated.files:
        same = now.get((each.file, each.sha256))
        pointers = sorted(_of_exhibits(each) ^ same) if same is not None else ()
        for _, pointer in pointers[:_SHOWN]:
            yield Difference("exhibit", f"{each.file} {pointer}: its file is not as it was")


def _of_exhibits(dossier: StatedDossier) -> set[tuple[str, str]]:
    return {(flaw.rule, flaw.pointer) for flaw in dossier.flaws if flaw.rule.startswith("exhibit-")}


def _files(kind: Kind, stated: _Seen, found: _Seen) -> Iterator[Difference]:
    """What is there on one side alone, or with another content."""
    for name, digest in stated.items():
        other = found.get(name)
        if other is None:
            yield Difference(kind, f"{name}: stated, and not used now")
        elif other == digest:
            continue
        elif other == "unread":
            yield Difference(kind, f"{name}: {digest[:12]} is stated; here it cannot be read")
        else:
            yield Difference(kind, f"{name}: {_short(digest)} is stated; here it is {_short(other)}")
    for name in found.keys() - stated.keys():
        yield Difference(kind, f"{name}: used now, and not stated")


def _short(digest: str) -> str:
    """The beginning of a hash, and a day behind it."""
    before, of, day = digest.partition(" of ")
    return f"{before[:12]}{of}{day}"


def in_the_result(stated: bytes, found: bytes) -> Iterator[Difference]:
    """Where two assessments say two things, the first few places; or the first byte, where both say the same."""
    places = list(islice(_places(_value(stated), _value(found), ""), _SHOWN + 1))
    for place in places[:_SHOWN]:
        yield Difference("result", place)
    if len(places) > _SHOWN:
        yield Difference("result", "and more")
    if not places:
        length = min(len(stated), len(found))
        at = next((index for index in range(length) if stated[index] != found[index]), length)
        yield Difference("result", f"the same values, written otherwise from byte {at + 1} on")


def _value(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _places(stated: Any, found: Any, path: str) -> Iterator[str]:
    if type(stated) is not type(found):
        yield f"{path or '/'}: {_shown(stated)} is stated; now {_shown(found)}"
    elif isinstance(stated, dict):
        for key in stated:
            if key not in found:
                yield f"{path}/{key}: stated, and not there now"
            elif path or key != "sha256":
                yield from _places(stated[key], found[key], f"{path}/{key}")
        yield from (f"{path}/{key}: there now, and not stated" for key in found if key not in stated)
    elif isinstance(stated, list):
        for index, (one, other) in enumerate(zip(stated, found, strict=False)):
            yield from _places(one, other, f"{path}/{index}")
        if len(stated) != len(found):
            yield f"{path}: {len(stated)} are stated; now there are {len(found)}"
    elif stated != found:
        yield f"{path}: {_shown(stated)} is stated; now {_shown(found)}"


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a part" if isinstance(value, dict) else "a list"
    return "nothing" if value is None else quoted(value)
