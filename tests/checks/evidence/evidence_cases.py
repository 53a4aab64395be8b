"""Dossiers for the tests of the evidence checks: one allegation, and the exhibits that carry it."""

from __future__ import annotations

import json
from typing import Any

Fields = dict[str, Any]


def exhibit(name: str, **fields: Any) -> Fields:
    """An exhibit of which nothing is known but a title and a kind."""
    return {"id": name, "title": f"Item {name}", "kind": "ngo-report", **fields}


def allegation(carried_by: list[str], **fields: Any) -> Fields:
    """An allegation with one element that some exhibits carry."""
    elements = [{"element": "act", "shown": "It took place.", "exhibits": carried_by}]
    return {"id": "A1", "summary": "Ordered beatings.", "conduct": "torture", "elements": elements, **fields}


def case(
    *exhibits: Fields, others: list[Fields] | None = None, top: Fields | None = None, **fields: Any
) -> str:
    """A dossier in which all `exhibits` carry one allegation; `others` are on file beside them."""
    alleged = allegation([item["id"] for item in exhibits], **fields)
    parts = {"allegations": [alleged], "exhibits": [*exhibits, *(others or [])], **(top or {})}
    return json.dumps(parts)


TWO_GROUNDS = {
    "legal_basis": [
        {
            "regime": "example",
            "grounds": [
                {"conduct": "torture", "link": "responsible", "allegations": ["A1"]},
                {"conduct": "torture", "link": "owned", "allegations": ["A1"]},
            ],
        }
    ]
}
"""A legal basis that relies on one allegation under two grounds."""
