"""The dossier has the structure that the criterion sets out.

What it checks:
    The dossier fits the JSON Schema fragment that the criterion gives. A working group can so ask for a part, a word
    or a number of items without writing code.

Why it matters:
    A requirement that is purely one of form should be readable in the criteria file itself.

Example:
    with:
      schema: {required: [comparators]}

Use instead:
    with:
      schema: {required: [comparators]}
    comparators:
      - {who: the other commanders of the unit, listed: true}

Source:
    JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, best_match
from pydantic import ConfigDict, Field, field_validator
from referencing import Registry

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown
from sanctcheck.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sanctcheck.checks.base import Matter
    from sanctcheck.reading.document import Path_


class Parameters(base.Parameters):
    """What the criterion sets out."""

    schema_: dict[str, Any] = Field(default={})
    """A JSON Schema (draft 2020-12) for the dossier as a whole."""
    at: str = ""
    """The path of the part that is meant, for the report, for example process."""
    say: str = "The dossier does not have the structure that is asked for here."
    """What to say where it does not fit."""

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))

    @field_validator("schema_")
    @classmethod
    def _is_a_schema(cls, value: dict[str, Any]) -> dict[str, Any]:
        try:
            Draft202012Validator.check_schema(value)
        except SchemaError as error:
            raise ValueError(f"not a JSON Schema: {shorten(error.message)}") from error
        return value


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether the dossier fits the fragment; one result."""
    value = matter.dossier.model_dump(mode="json", by_alias=True, exclude_unset=True)
    # An empty registry: a reference in a criteria file never leads to the network or to another file.
    validator = Draft202012Validator(parameters.schema_, registry=_NO_OTHER_DOCUMENTS)
    error = best_match(validator.iter_errors(value))
    here: Path_ = tuple(parameters.at.split("/")) if parameters.at else ()
    if error is not None:
        return [not_shown(parameters.say, here or tuple(error.absolute_path))]
    return [met("The dossier has the structure that is asked for.", here)]


_NO_OTHER_DOCUMENTS: Registry[bool | Mapping[str, Any]] = Registry()
