"""The JSON Schema of a model: what an editor is told of each field, and nothing that a file may not hold."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import BaseModel, Field

from sanctcheck.reading.model import Parameter, Part, field_descriptions, json_schema, parts_of


class Base(Part):
    """What others build on."""

    kind: str
    """Of which kind it is."""
    told: str = ""


class Inner(Base):
    """A part of another."""

    with_: Annotated[str, Field(alias="with")] = "x"
    """With whom."""
    told: str = ""
    """What is told,
    over two lines."""
    number: int | None = None
    undescribed: bool = False


class Outer(BaseModel):
    """The whole."""

    inner: Inner | None = None
    """One of them."""
    many: list[Inner] = []
    parameters: dict[str, Parameter] = {}
    """Of a check."""


class Plain(BaseModel):
    """Nothing that refers to itself."""

    name: str = ""


def test_the_schema_says_what_it_is_and_describes_each_field() -> None:
    schema = json_schema(Outer, identifier="https://example.org/outer", title="An outer one")

    assert list(schema)[:3] == ["$schema", "$id", "title"]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (schema["$id"], schema["title"]) == ("https://example.org/outer", "An outer one")
    assert schema["properties"]["inner"] == {"$ref": "#/$defs/Inner", "description": "One of them."}
    assert schema["properties"]["many"] == {"items": {"$ref": "#/$defs/Inner"}, "type": "array"}


def test_a_part_has_no_title_no_default_and_no_null() -> None:
    inner = json_schema(Outer, identifier="x", title="x")["$defs"]["Inner"]

    assert "title" not in inner
    assert inner["required"] == ["kind"]
    assert inner["properties"] == {
        "kind": {"type": "string", "description": "Of which kind it is."},
        "told": {"type": "string", "description": "What is told,\nover two lines."},
        "with": {"type": "string", "description": "With whom."},
        "number": {"type": "integer"},
        "undescribed": {"type": "boolean"},
    }


def test_parameters_refer_to_what_a_parameter_may_be_and_that_to_itself() -> None:
    schema = json_schema(Outer, identifier="x", title="x")

    reference = {"$ref": "#/$defs/Parameter"}
    assert schema["properties"]["parameters"]["additionalProperties"] == reference
    parameter = schema["$defs"]["Parameter"]
    assert parameter["items"] == parameter["additionalProperties"] == reference
    assert parameter["type"] == ["string", "boolean", "number", "array", "object"]
    assert (parameter["minimum"], parameter["maximum"]) == (-1_000_000_000_000, 1_000_000_000_000)


def test_a_model_without_parameters_has_no_schema_of_one() -> None:
    assert "$defs" not in json_schema(Plain, identifier="x", title="x")


@pytest.mark.parametrize(
    ("model", "parts"), [(Outer, {Outer, Inner}), (Inner, {Inner}), (Base, {Base}), (Plain, {Plain})]
)
def test_the_parts_of_a_model_are_all_that_its_fields_hold(
    model: type[BaseModel], parts: set[type[BaseModel]]
) -> None:
    assert parts_of(model) == parts


def test_a_description_is_the_nearest_one_among_the_classes_that_a_part_builds_on() -> None:
    assert field_descriptions(Outer) == {
        "Outer": {"inner": "One of them.", "parameters": "Of a check."},
        "Inner": {
            "kind": "Of which kind it is.",
            "with": "With whom.",
            "told": "What is told,\nover two lines.",
        },
    }
