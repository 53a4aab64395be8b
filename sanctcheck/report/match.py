"""A comparison of two parties, for a terminal and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sanctcheck.report.json_text import json_text
from sanctcheck.text import visible

if TYPE_CHECKING:
    from sanctcheck.names.pairs import PairRow
    from sanctcheck.names.score import Comparison


def as_text(comparison: Comparison, threshold: float) -> str:
    """The score, the two names compared, and a line for each part of the score."""
    verdict = "match" if comparison.score >= threshold else "no match"
    weak = ", by a weak alias" if comparison.weak else ""
    lines = [
        f"{_figure(comparison.score)}  {verdict} at {threshold:g}{weak}",
        f"      {visible(comparison.name_first)}",
        f"      {visible(comparison.name_second)}",
        "",
    ]
    lines += [f"{part.effect:+6.1f}  {visible(part.clause)}" for part in comparison.parts]
    return "\n".join(lines) + "\n"


def _figure(score: float) -> str:
    """Never rounded up to 1, which is kept for equal names."""
    return "1.00" if score == 1 else f"{min(score, 0.994):.2f}"


def as_json(comparison: Comparison, threshold: float) -> str:
    """Everything, on one line."""
    return _dumped(
        {
            "score": comparison.score,
            "match": comparison.score >= threshold,
            **_explained(comparison),
        }
    )


def row_as_json(row: PairRow, comparison: Comparison | None, threshold: float, *, explain: bool) -> str:
    """The line of one row."""
    if comparison is None:
        return _dumped({"row": row.number, "score": None, "match": None, "error": row.error})
    stated: dict[str, Any] = {
        "row": row.number,
        "score": comparison.score,
        "match": comparison.score >= threshold,
    }
    if row.notes:
        stated["notes"] = list(row.notes)
    if explain:
        stated |= _explained(comparison)
    return _dumped(stated)


def _explained(comparison: Comparison) -> dict[str, Any]:
    return {
        "name1": comparison.name_first,
        "name2": comparison.name_second,
        "weak": comparison.weak,
        "explanation": comparison.sentence,
        "parts": [part._asdict() for part in comparison.parts],
    }


def _dumped(value: dict[str, Any]) -> str:
    # Not ASCII alone would leave in the output what steers a terminal.
    return json_text(value)
