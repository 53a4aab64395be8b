"""What an editor shows of the dossier format, from its JSON Schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from support import ROOT

from sanctcheck.dossier.meanings import MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA: dict[str, Any] = json.loads((ROOT / "schemas/dossier.schema.json").read_text(encoding="utf-8"))


def fields() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, part in {"Dossier": SCHEMA, **SCHEMA["$defs"]}.items():
        for field, described in part["properties"].items():
            yield f"{name}.{field}", described


def test_every_word_of_every_list_is_explained() -> None:
    with_words = {name: field for name, field in fields() if "enum" in field}

    assert set(with_words) == set(MEANINGS)
    for name, field in with_words.items():
        assert list(MEANINGS[name]) == field["enum"]
        assert field["enumDescriptions"] == list(MEANINGS[name].values())


def test_every_part_and_field_is_described() -> None:
    assert [name for name, part in SCHEMA["$defs"].items() if not part.get("description")] == []
    assert [name for name, field in fields() if not field.get("description")] == []


def test_a_value_of_the_wrong_form_is_answered_in_words_and_not_with_a_pattern() -> None:
    patterned = [
        each for _, field in fields() for each in (field, field.get("items", {})) if "pattern" in each
    ]

    assert len(patterned) > 50
    assert [each for each in patterned if not each.get("patternErrorMessage", "").endswith(".")] == []
