"""`redact`: a dossier for a reader, with a record of what was withheld; refused where something protected is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sanctcheck.dossier.handling import level_at, reader
from sanctcheck.dossier.model import Dossier
from sanctcheck.leaks.guard import Guard
from sanctcheck.leaks.secrets import public_names, secrets_of
from sanctcheck.naming import named_path
from sanctcheck.reading.document import Document
from sanctcheck.reading.files import parse
from sanctcheck.reading.shape import shape
from sanctcheck.redaction.gists import of_withholding
from sanctcheck.redaction.naming_nobody import without_names
from sanctcheck.redaction.withholding import Withholding
from sanctcheck.redaction.writing import written
from sanctcheck.tidy.tidied import is_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sanctcheck.dossier.handling import Reader
    from sanctcheck.law.load import Law
    from sanctcheck.reading.document import Path_
    from sanctcheck.redaction.gists import OfWithholding
    from sanctcheck.redaction.withholding import Omission


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asks for: for whom, and on which day; and the name that the result will bear, where it has one."""

    reader: str
    as_of: date
    file: str = ""


class Redacted(NamedTuple):
    """What came of it.

    Attributes:
        text: the version; None where it must not be written.
        withheld: how many things were withheld.
        without_gist: the parts of which the law asks for the gist, and there is none.
        asking: the provisions that ask for it.
        left: where something protected is left; such a version is not written.
    """

    text: str | None
    withheld: int
    without_gist: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


class _Noted(NamedTuple):
    """Something that was withheld, with its part as a record names it."""

    omission: Omission
    part: str


def redacted(document: Document, dossier: Dossier, law: Law, asked: Asked) -> Redacted:
    """The version of a dossier for a reader.

    Args:
        document: a document that was read without an error of form.
        dossier: what it holds.
        law: for what it says of withholding.
        asked: for whom and when.
    """
    for_whom = reader(asked.reader)
    guard = _guard(document.value, for_whom)
    # As the model has it: numbers are numbers, and text is text, whatever the file's own way to write them.
    value = _plain(dossier)
    withholding = Withholding(for_whom)
    version = withholding.version(value)
    parts = [_Noted(each, _said(value, each.path, guard)) for each in withholding.omissions]
    names = without_names(version, guard) if guard else ()
    noted = [*parts, *(_Noted(each, _said(version, each.path, guard)) for each in names)]
    said = of_withholding(dossier, law, asked.as_of)
    version["redaction"] = {
        "reader": asked.reader,
        "day": asked.as_of.isoformat(),
        "withheld": [*_earlier(value), *_record(noted, said)],
    }
    text = written(_in_order(version), as_json=is_json(document))
    missing = tuple(each.part for each in noted if _is_missing(each.omission, said))
    left = tuple(_left(text, document.name, asked.file, guard))
    return Redacted(None if left else text, len(noted), missing, said.asking, left)


def _guard(value: Any, for_whom: Reader) -> Guard | None:
    """Knows whom this reader may not know."""
    secrets = [
        secret
        for secret in secrets_of(value)
        if secret.level == "protected" or for_whom.denied(level_at(value, secret.origin))
    ]
    return Guard(secrets, public_names(value)) if secrets else None


def _earlier(value: dict[str, Any]) -> list[Any]:
    """What was withheld from whoever this version was made from."""
    earlier = value.get("redaction")
    return list(earlier.get("withheld", [])) if isinstance(earlier, dict) else []


def _record(noted: Iterable[_Noted], said: OfWithholding) -> Iterator[dict[str, Any]]:
    for each, part in noted:
        entry: dict[str, Any] = {
            "part": part,
            "kind": each.kind,
            "level": each.level,
            "rule": each.rule,
        }
        if each.kind == "part":
            entry["gist"] = (
                "given" if each.has_gist else "missing" if _is_missing(each, said) else "not-asked"
            )
        if each.asks_for_gist and said.provisions:
            entry["provisions"] = list(said.provisions)
        yield entry


def _is_missing(omission: Omission, said: OfWithholding) -> bool:
    return omission.asks_for_gist and not omission.has_gist and bool(said.asking)


def _said(value: Any, path: Path_, guard: Guard | None) -> str:
    """A part by its fields and ids, as a record names it."""
    said = "/".join(str(step) for step in _by_ids(value, path))
    return said if guard is None else guard.scrubbed(said)


def _by_ids(value: Any, path: Path_) -> Iterator[Any]:
    """Ids in place of numbers: those of what is withheld stay, because other parts refer to them."""
    for step in path:
        value = value.get(step) if isinstance(value, dict) else value[step]
        named = value.get("id") if isinstance(value, dict) and isinstance(step, int) else None
        yield named or step


def _in_order(version: dict[str, Any]) -> dict[str, Any]:
    """The fields in the order of the model; a version that is none is found out when it is read again."""
    shaped = shape(Document("version", value=version), Dossier)
    return version if shaped is None else _plain(shaped)


def _plain(dossier: Dossier) -> dict[str, Any]:
    return dossier.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _left(text: str, name: str, file: str, guard: Guard | None) -> Iterator[str]:
    """Where a version is not fit to be given away: it is read as its reader would read it."""
    made = parse(text.encode(), name if name.endswith(".json") else "version.yaml")
    if shape(made, Dossier) is None:
        yield from (f"{'/'.join(map(str, flaw.pointer))}: {flaw.rule}" for flaw in made.flaws)
    if guard is None:
        return
    if file and guard.is_told(file):
        yield "the name of the file to be written"
    for path, _, _ in guard.leaks(made.value):
        yield (
            "/".join(map(str, named_path(made.value, path))) if path[-1] != "id" else "/".join(map(str, path))
        )
