from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from commanding import STANDARDS
from pydantic import ValidationError
from support import EXAMPLE_REGIME, TODAY, dossier, outcomes, run

from sanctcheck.assess import Assessor
from sanctcheck.checks.registry import load_check
from sanctcheck.law.load import Law

if TYPE_CHECKING:
    from pathlib import Path

SHAPE = """\
check: shape
    with:
      schema: {properties: {allegations: {minItems: 2}}}
      at: allegations
      say: Two allegations are asked for."""


def test_a_dossier_without_the_part_asked_for_does_not_show_it() -> None:
    results = run("shape", schema={"required": ["review"]}, at="review")

    assert outcomes(results) == ["not-shown"]
    assert results[0].path == ("review",)


def test_without_a_path_the_place_is_that_of_the_misfit() -> None:
    schema = {"properties": {"target": {"properties": {"type": {"const": "entity"}}}}}

    assert run("shape", schema=schema)[0].path == ("target", "type")


def test_a_dossier_with_the_part_is_met() -> None:
    fragment = "review: {interval: {number: 12, unit: months}}"

    assert outcomes(run("shape", fragment, schema={"required": ["review"]}, at="review")) == ["met"]


def test_what_is_no_schema_is_refused_when_the_criteria_are_read() -> None:
    with pytest.raises(ValidationError, match="not a JSON Schema"):
        load_check("shape").parameters.model_validate({"schema": {"type": "no such type"}})


def test_a_reference_to_another_document_is_never_followed() -> None:
    from referencing.exceptions import Unresolvable

    with pytest.raises(Exception, match="example") as raised:
        run("shape", schema={"$ref": "http://example.invalid/schema.json"})

    assert isinstance(raised.value, Unresolvable)


def test_a_criteria_file_can_ask_for_a_structure_without_code(tmp_path: Path) -> None:
    criterion = EXAMPLE_REGIME.partition("criteria:\n")[2].replace("check: notified", SHAPE)
    text = EXAMPLE_REGIME.partition("criteria:\n")[0] + "criteria:\n" + criterion
    (tmp_path / "standards.yaml").write_text(STANDARDS, encoding="utf-8")
    (tmp_path / "example.yaml").write_text(text, encoding="utf-8")
    subject = dossier("allegations: [{id: A1, summary: Something., conduct: torture}]")

    (under,) = Assessor(Law(tmp_path)).assess(subject, ["example"], TODAY)

    (gap,) = under.assessments[0].gaps
    assert (gap.message, gap.path) == ("Two allegations are asked for.", ("allegations",))
