"""JSON Schema in which a field may be left out, but never be `null`: the reader refuses an empty field too."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue


class SchemaWithoutNull(GenerateJsonSchema):
    """The schema of a model as `schemas/` holds it."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        """The schema of the value alone."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's own signature
        """No titles: an editor would show the field's name twice."""
        return False

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        """The schema of the value alone; an absent field has no default that an editor should write."""
        return self.generate_inner(schema["schema"])
