"""The base of everything that is read from a file, and the kinds of value that its fields hold.

The models are the schema: `schemas/*.json` are generated from them, and both accept and reject the same documents.
That is why every kind of value here is one that JSON Schema can say too.
"""

import ast
import inspect
import itertools
import math
import sys
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from sanctcheck.days import DAY_PATTERN, MONTH_DAY_PATTERN, STATED_DAY_PATTERN
from sanctcheck.reading import limits
from sanctcheck.reading.yaml_reader import PlainNumber

MAX_TEXT = 200_000
MAX_NAME = 500
MAX_ITEMS = 2_000

ID_PATTERN = r"^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,79})$(?!\n)"
URL_PATTERN = r"^https?://[^\s@/\\]+(?:/[^\s]*)?$(?!\n)"
SHA256_PATTERN = r"^[0-9a-f]{64}$(?!\n)"
MEDIA_TYPE_PATTERN = r"^[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,99}$(?!\n)"
GRADE_PATTERN = r"^[A-F][1-6]$(?!\n)"
COUNTRY_PATTERN = r"^[A-Z]{2}$(?!\n)"
NORM_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}(?::[A-Za-z0-9][A-Za-z0-9._-]{0,79})?$(?!\n)"
READER_PATTERN = r"^(?:target|public|partner:[A-Z]{2})$(?!\n)"
SHORT_HASH_PATTERN = r"^[0-9a-f]{16}$(?!\n)"
GLOB_PATTERN = r"^(?!/)(?!(?:[^\n]*/)?\.\.(?:/|$))[^\\\n]{1,500}$(?!\n)"


class Part(BaseModel):
    """A part of a dossier or of a criteria file: strict, closed, and never changed once read."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        regex_engine="python-re",
        hide_input_in_errors=True,
        # A model is made ready when a document is first held against it: most commands need few of them.
        defer_build=True,
    )


def _number(value: Any) -> Any:
    """Digits written in YAML without quotation marks are a number where the schema asks for one."""
    if isinstance(value, PlainNumber):
        return _from_digits(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _from_digits(written: PlainNumber) -> Any:
    if len(written) > limits.MAX_NUMBER:
        return written
    number = float(int(written, 0)) if written[:2] in {"0x", "0o"} else float(written)
    if not math.isfinite(number):
        return written
    return int(number) if number.is_integer() else number


def _day(value: Any) -> Any:
    """A bare year is a number to most readers of YAML and JSON, and the year it says to us."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and 1000 <= value <= 2999:
        return str(value)
    return value


_YEAR_OR_TEXT = {"type": ["string", "integer"], "minimum": 1000, "maximum": 2999}

Identifier = Annotated[str, Field(pattern=ID_PATTERN)]
"""The id of a part, unique in its file: letters, digits, `.`, `_`, `-`."""
Norm = Annotated[str, Field(pattern=NORM_PATTERN)]
"""The id of a standard, or of a criterion behind the id of its regime: `gb-ghr:person-informed`."""
Glob = Annotated[str, Field(pattern=GLOB_PATTERN)]
"""A path below a folder, in which `*` stands for part of a name and `**` for any folders."""
Name = Annotated[str, Field(min_length=1, max_length=MAX_NAME)]
Text = Annotated[str, Field(min_length=1, max_length=MAX_TEXT)]
Day = Annotated[str, Field(pattern=DAY_PATTERN)]
MonthDay = Annotated[str, Field(pattern=MONTH_DAY_PATTERN)]
StatedDayText = Annotated[
    str,
    Field(pattern=STATED_DAY_PATTERN),
    BeforeValidator(_day),
    WithJsonSchema({**_YEAR_OR_TEXT, "pattern": STATED_DAY_PATTERN}),
]
Url = Annotated[str, Field(pattern=URL_PATTERN, max_length=2_000)]
Sha256 = Annotated[str, Field(pattern=SHA256_PATTERN)]
Reader = Annotated[str, Field(pattern=READER_PATTERN)]
"""For whom a version of a dossier is made: `target`, `public`, `partner:GB`."""
MediaType = Annotated[str, Field(pattern=MEDIA_TYPE_PATTERN)]
"""What sort of file something is, as `type/subtype`."""
ShortHash = Annotated[str, Field(pattern=SHORT_HASH_PATTERN)]
Grade = Annotated[str, Field(pattern=GRADE_PATTERN)]
Country = Annotated[str, Field(pattern=COUNTRY_PATTERN)]
Count = Annotated[
    int,
    Field(ge=0, le=1_000_000_000_000),
    BeforeValidator(_number),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 1_000_000_000_000}),
]
Share = Annotated[
    float,
    Field(ge=0, le=100),
    BeforeValidator(_number),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100}),
]


MAX_PARAMETER = 1_000_000_000_000


def _parameter(value: Any) -> Any:
    """A parameter with its digits as numbers; it holds what both readers and the schema bound alike."""
    if isinstance(value, dict):
        return {key: _parameter(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_parameter(part) for part in value]
    if isinstance(value, PlainNumber):
        value = _from_digits(value)
    if not _is_scalar(value):
        raise ValueError("not a parameter")
    return value


def _is_scalar(value: Any) -> bool:
    if isinstance(value, int | float):
        return abs(value) <= MAX_PARAMETER
    return isinstance(value, str)


_PARAMETER = "Parameter"
_TO_PARAMETER = {"$ref": f"#/$defs/{_PARAMETER}"}
_PARAMETER_SCHEMA = {
    "description": "A parameter of a check: a word, a number, true or false, a list of these, or fields of these.",
    "type": ["string", "boolean", "number", "array", "object"],
    "minimum": -MAX_PARAMETER,
    "maximum": MAX_PARAMETER,
    "items": _TO_PARAMETER,
    "additionalProperties": _TO_PARAMETER,
}
# Its schema refers to itself, which pydantic cannot be told of: `json_schema` puts it in place of the mark.
_MARK = "x-parameter"
Parameter = Annotated[Any, AfterValidator(_parameter), WithJsonSchema({_MARK: True})]
"""A parameter of a check: a word, a number, true or false, a list of these, or fields of these."""


def json_schema(model: type[BaseModel], *, identifier: str, title: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a model, as `schemas/` holds it, with each field's description for editors."""
    from sanctcheck.reading.schema_without_null import SchemaWithoutNull  # noqa: PLC0415 - few calls want a schema

    schema = model.model_json_schema(schema_generator=SchemaWithoutNull)
    definitions = {model.__name__: schema, **schema.get("$defs", {})}
    for definition in definitions.values():
        definition.pop("title", None)
    for name, described in field_descriptions(model).items():
        for field, text in described.items():
            definitions[name]["properties"][field]["description"] = text
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": identifier, "title": title}
    return {**head, **_with_parameters(schema)}


def _with_parameters(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with that of a parameter where it was marked."""
    marked = [
        field
        for definition in (schema, *schema.get("$defs", {}).values())
        for field in definition.get("properties", {}).values()
        if isinstance(field.get("additionalProperties"), dict) and _MARK in field["additionalProperties"]
    ]
    for field in marked:
        field["additionalProperties"] = _TO_PARAMETER
    if marked:
        schema.setdefault("$defs", {})[_PARAMETER] = _PARAMETER_SCHEMA
    return schema


def field_descriptions(model: type[BaseModel]) -> dict[str, dict[str, str]]:
    """The docstring under each field, by class and field as a file names it, for a model and all it is made of.

    Read from the source when somebody asks: pydantic would read it at each start.
    """
    parts = parts_of(model)
    documented = _documented_classes(
        {cls for part in parts for cls in part.__mro__ if issubclass(cls, BaseModel)}
    )
    return {part.__name__: _descriptions(part, documented) for part in parts}


def _descriptions(part: type[BaseModel], documented: dict[tuple[str, str], dict[str, str]]) -> dict[str, str]:
    """Those of a class and of the classes that it builds on."""
    found: dict[str, str] = {}
    for cls in reversed(part.__mro__):
        found.update(documented.get((cls.__module__, cls.__name__), {}))
    return {part.model_fields[name].alias or name: text for name, text in found.items()}


def _documented_classes(classes: set[type[BaseModel]]) -> dict[tuple[str, str], dict[str, str]]:
    """By module and name: a class may be named like the one that it builds on."""
    wanted = {(cls.__module__, cls.__name__) for cls in classes if cls is not BaseModel}
    found: dict[tuple[str, str], dict[str, str]] = {}
    for module in {module for module, _ in wanted}:
        for node in ast.parse(inspect.getsource(sys.modules[module])).body:
            if isinstance(node, ast.ClassDef) and (module, node.name) in wanted:
                found[module, node.name] = _documented_fields(node)
    return found


def _documented_fields(node: ast.ClassDef) -> dict[str, str]:
    fields = {}
    for field, text in itertools.pairwise(node.body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(described))):
                fields[name] = inspect.cleandoc(described)
    return fields


def parts_of(model: type[BaseModel]) -> set[type[BaseModel]]:
    """A model and every model that its fields hold."""
    found: set[type[BaseModel]] = set()
    pending: list[Any] = [model]
    while pending:
        kind = pending.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if kind not in found:
                found.add(kind)
                pending.extend(field.annotation for field in kind.model_fields.values())
        else:
            pending.extend(get_args(kind))
    return found
