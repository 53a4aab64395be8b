"""The reference of the dossier format, made from the models. `make schemas` writes it to `docs/dossier.md`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sanctcheck.days import STATED_DAY_PATTERN
from sanctcheck.dossier.meanings import MEANINGS
from sanctcheck.schemas import schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = "dossier.md"

_INTRODUCTION = """\
# The dossier, part by part

<!-- Made from the models by `make schemas`; do not edit. -->

A dossier is one YAML file (JSON will do too). `sanctcheck init REGIME` writes a first one. Nearly every field may be left
out: what is not known is not written, or said to be unknown, and the criteria of a regime say what they ask for.

- **Days** are `2019-05-03`, `2019-05` or `2019`; `about 2019-05`, `on or about 2019-05-03`, `before 2019`, `after
  2019-05`; a time with its zone, `2020-07-06T13:00:00+01:00`; or `unknown`. They are never made more precise than written.
- **Countries** are two capital letters (ISO 3166-1). `NO` is Norway, with or without quotation marks.
- **Numbers of documents** go in quotation marks: `number: "0123456"`.
- **Ids** are short and your own: `E1`, `A1`. Other parts refer to them.
- **Files of exhibits** stand below the dossier's folder and are named by their path from there.
- A part with `handling: {level: protected, because: ...}` is never quoted in any output; whom it protects, and how that is
  held up elsewhere, is in [handling.md](handling.md).
- A field that the format does not have, a field without a value, and a field that stands twice are findings.
"""


def reference() -> str:
    """The reference as its file holds it."""
    return "".join(_parts())


def _parts() -> Iterator[str]:
    whole = schema("dossier")
    definitions: Mapping[str, Any] = whole["$defs"]
    yield _INTRODUCTION
    yield from _part("Dossier", whole)
    for name in _in_reading_order(whole, definitions):
        yield from _part(name, definitions[name])


def _in_reading_order(whole: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[str]:
    """The parts in the order in which a reader meets them."""
    found: list[str] = []
    pending = list(_references(whole))
    while pending:
        name = pending.pop(0)
        if name not in found:
            found.append(name)
            pending = [*_references(definitions[name]), *pending]
    return found


def _references(part: Mapping[str, Any]) -> Iterator[str]:
    for field in part["properties"].values():
        name = _reference(field)
        if name is not None:
            yield name


def _reference(field: Mapping[str, Any]) -> str | None:
    where = field.get("$ref") or field.get("items", {}).get("$ref")
    return where.rpartition("/")[2] if where else None


def _part(name: str, part: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n## {name}\n\n{part['description']}\n\n| field | kind | meaning |\n|---|---|---|\n"
    required = part.get("required", [])
    for field, described in part["properties"].items():
        mark = " (needed)" if field in required else ""
        yield f"| `{field}`{mark} | {_kind(described)} | {described['description']} |\n"
    for field, described in part["properties"].items():
        words = described.get("enum") or described.get("items", {}).get("enum")
        if words:
            meanings = MEANINGS[f"{name}.{field}"]
            yield f"\nWords for `{field}`:\n\n" + "".join(f"- `{word}`: {meanings[word]}\n" for word in words)


def _kind(field: Mapping[str, Any]) -> str:
    name = _reference(field)
    if field.get("type") == "array":
        return f"list of {_link(name)}" if name else f"list of {_scalar(field['items'])}"
    return _link(name) if name else _scalar(field)


def _link(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def _scalar(field: Mapping[str, Any]) -> str:
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return "one of the words below"
    if field.get("pattern") == STATED_DAY_PATTERN:
        return "day"
    kinds = {"string": "text", "boolean": "`true` or `false`", "integer": "whole number", "number": "number"}
    return kinds[field["type"]]


if __name__ == "__main__":
    (Path(sys.argv[1]) / FILE).write_text(reference(), encoding="utf-8")
