"""A corpus of dossiers to measure with: complete ones, each with an id of its own, of which every tenth is broken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from sanctcheck.reading.files import read_document
from sanctcheck.reading.yaml_reader import PlainNumber

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
REGIME = "gb-ghr"
EVERY = 10


def dossier() -> Any:
    """The complete dossier of the regime, in which nothing is lacking."""
    return _with_numbers(
        read_document(ROOT / "fixtures" / "dossiers" / REGIME / "complete.yaml", "complete.yaml").value
    )


def _with_numbers(value: Any) -> Any:
    """The value as any reader has it: what is a number in YAML is a number, so that both formats say the same."""
    if isinstance(value, dict):
        return {key: _with_numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_numbers(part) for part in value]
    if isinstance(value, PlainNumber):
        return json.loads(value)
    return value


def _misspelt(value: dict[str, Any]) -> None:
    value["proces"] = value.pop("process")


def _unknown_word(value: dict[str, Any]) -> None:
    value["act"] = {**value["act"], "kind": "first-designation"}


def _no_such_day(value: dict[str, Any]) -> None:
    value["act"] = {**value["act"], "day": "2026-02-30"}


def _missing(value: dict[str, Any]) -> None:
    value["target"] = {key: part for key, part in value["target"].items() if key != "names"}


BREAKS: tuple[Callable[[dict[str, Any]], None], ...] = (_misspelt, _unknown_word, _no_such_day, _missing)
"""How a dossier is broken: each a mistake of form, which every reader of the schema has to find."""


def write_corpus(folder: Path, number: int, ending: str) -> None:
    """So many dossiers in one format, `yaml` or `json`."""
    base = dossier()
    for index in range(number):
        value = {**base, "id": f"n{index:04d}"}
        if index % EVERY == 0:
            BREAKS[index // EVERY % len(BREAKS)](value)
        (folder / f"dossier-{index:04d}.{ending}").write_text(_text(value, ending), encoding="utf-8")


def _text(value: Any, ending: str) -> str:
    if ending == "json":
        return json.dumps(value, ensure_ascii=False, indent=2)
    return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)
