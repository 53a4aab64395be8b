"""The JSON Schemas and the models accept and reject the same documents, and describe every field."""

from __future__ import annotations

import copy
import json
import string
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sanctcheck.config.model import ConfigurationFile
from sanctcheck.days import DAY_PATTERN, MONTH_DAY_PATTERN, STATED_DAY_PATTERN
from sanctcheck.dossier.model import Dossier
from sanctcheck.law.model import Regime, Shared, Standards
from sanctcheck.reading import model as kinds
from sanctcheck.reading.files import parse
from sanctcheck.reading.model import json_schema
from sanctcheck.reading.shape import shape
from sanctcheck.settling.baseline_file import BaselineFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel

# What is counted as tested is tested by what is about it; counting here would double the time of thousands of documents.
pytestmark = pytest.mark.no_cover

MODELS: list[type[BaseModel]] = [Dossier, Regime, Shared, Standards, ConfigurationFile, BaselineFile]
PARTS = {part for each in MODELS for part in kinds.parts_of(each)}
MUTATED = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
GENERATED = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

EXAMPLES = {
    kinds.ID_PATTERN: "E1",
    kinds.GLOB_PATTERN: "dossiers/**/a.yaml",
    kinds.NORM_PATTERN: "gb-ghr:person-informed",
    DAY_PATTERN: "2024-02-29",
    MONTH_DAY_PATTERN: "12-10",
    STATED_DAY_PATTERN: "about 2019-05",
    kinds.URL_PATTERN: "https://example.org/report",
    kinds.SHA256_PATTERN: "0" * 64,
    kinds.SHORT_HASH_PATTERN: "0" * 16,
    kinds.MEDIA_TYPE_PATTERN: "application/pdf",
    kinds.GRADE_PATTERN: "B2",
    kinds.READER_PATTERN: "partner:GB",
    kinds.COUNTRY_PATTERN: "NO",
}
ODD_TEXTS = [
    *("partner:gb", "targets", "public\n", "partner:GBR"),
    *("0" * 15, "0" * 17, "0" * 16 + "\n", "G" * 16),
    *("/a", "../a", "a/..", "a/../b", "a..", "..a/b", "a\\b", "a/b\n", "..", "/", "./a", "a/", "**"),
    *("image/png", "image/PNG", "image/", "/png", "image/svg+xml", "image/png; q=1", "image/png\n", "a/-b"),
    *("a:b", "a:", ":b", "a:b:c", "a:b\n", f"{'a' * 80}:{'b' * 80}", f"{'a' * 81}:b", f"a:{'b' * 81}"),
    *("", " ", "x\n", "E1\n", "NO\n", "no", "0123", "1e5", "B2 ", "proposed ", "Person"),
    *("2024-02-29\n", "2024-02-30", "2023-02-29", "1900-02-29", "2000-02-29", "2024-13", "2024-00-01"),
    *("24-01-01", "2999", "0999", "about", "about 2019", "unknown", "before unknown", "٢٠٢٤", "２０２４"),
    *("2024-03-01T24:00:00Z", "2024-03-01T12:00:00", "2024-03-01T12:00+14:59", "2024-03-01T12:00+99:99"),
    *("http://", "ftp://example.org", "https://user@example.org", "https://example.org/a b", "https://é.org"),
    *(
        "A" * 64,
        "0" * 63,
        "É",
        "a" * 80,
        "a" * 81,
        "-a",
        "a" * 500,
        "a" * 501,
        "😀" * 500,
        "😀" * 501,
        "\x00",
    ),
    *("a" * 200_001, "\ufeff", "\u2028", "e\u0301" * 250, "https://example.org/" + "a" * 2_000),
]
ODD_NUMBERS = [
    0,
    -0.0,
    -1,
    1,
    5.0,
    5.5,
    100,
    100.0,
    100.5,
    999,
    1000,
    1975,
    1975.0,
    2999,
    3000,
    10**12,
    10**12 + 1,
]
ODD_VALUES: list[Any] = [
    None,
    True,
    False,
    [],
    {},
    [[]],
    [{}],
    {"a": None},
    [None],
    10**39,
    10**50,
    1e300,
    -1e300,
    1e-9,
]
odd = st.one_of(
    st.sampled_from([*ODD_TEXTS, *ODD_NUMBERS, *ODD_VALUES]),
    st.text(max_size=20),
    st.integers(-10, 4000),
    st.floats(allow_nan=False, allow_infinity=False),
)


@cache
def schema(model: type[BaseModel]) -> dict[str, Any]:
    return json_schema(model, identifier="https://example.org/schema.json", title="A schema")


@cache
def complete(model: type[BaseModel]) -> Any:
    """A document with every field there is, once."""
    return example(schema(model), schema(model))


@cache
def sparse(model: type[BaseModel]) -> Any:
    """A document with the fields that it cannot be without, and no other."""
    return {name: complete(model)[name] for name in schema(model).get("required", [])}


def example(part: dict[str, Any], root: dict[str, Any]) -> Any:
    if "$ref" in part:
        return example(root["$defs"][part["$ref"].rpartition("/")[2]], root)
    if "const" in part:
        return part["const"]
    if "enum" in part:
        return part["enum"][-1]
    if "pattern" in part:
        return EXAMPLES[part["pattern"]]
    if "properties" in part:
        return {name: example(each, root) for name, each in part["properties"].items()}
    if part["type"] == "object":
        return {"E1": example(part["additionalProperties"], root)}
    if part["type"] == "array":
        return [example(part["items"], root)]
    return {"string": "Text", "integer": 5, "number": 50.5, "boolean": True}.get(
        str(part["type"]), {"number": 3}
    )


# The one schema that refers to itself.
PARAMETERS: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.text(max_size=5) | st.integers(-(10**12), 10**12),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=5,
)


def generated(part: dict[str, Any], root: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that the schema accepts."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return PARAMETERS if name == "Parameter" else generated(root["$defs"][name], root)
    if "const" in part or "enum" in part:
        return st.sampled_from(part.get("enum") or [part["const"]])
    if "properties" in part:
        fields = {name: generated(each, root) for name, each in part["properties"].items()}
        needed = part.get("required", [])
        optional = {name: each for name, each in fields.items() if name not in needed}
        return st.fixed_dictionaries({name: fields[name] for name in needed}, optional=optional)
    if isinstance(part["type"], list):
        return st.one_of([generated({**part, "type": each}, root) for each in part["type"]])
    return GENERATORS[part["type"]](part, root)


def generated_text(part: dict[str, Any], _: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "pattern" in part:
        return st.from_regex(part["pattern"]).filter(lambda text: len(text) <= part.get("maxLength", 2_000))
    return st.text(min_size=part.get("minLength", 0), max_size=min(part.get("maxLength", 8), 8))


def generated_list(part: dict[str, Any], root: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.lists(generated(part["items"], root), min_size=part.get("minItems", 0), max_size=3)


def generated_fields(part: dict[str, Any], root: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.dictionaries(st.text(max_size=5), generated(part["additionalProperties"], root), max_size=2)


GENERATORS: dict[str, Callable[[dict[str, Any], dict[str, Any]], st.SearchStrategy[Any]]] = {
    "string": generated_text,
    "boolean": lambda *_: st.booleans(),
    "integer": lambda part, _: st.integers(part["minimum"], part["maximum"]),
    "number": lambda part, _: st.floats(part["minimum"], part["maximum"]),
    "array": generated_list,
    "object": generated_fields,
}


@cache
def validator(model: type[BaseModel]) -> Draft202012Validator:
    return Draft202012Validator(schema(model))


def accepted_by_schema(value: Any, model: type[BaseModel]) -> bool:
    return bool(validator(model).is_valid(value))


def accepted_by_model(value: Any, model: type[BaseModel]) -> bool:
    document = parse(json.dumps(value).encode(), "x.json")
    return shape(document, model) is not None and not document.flaws


def paths(value: Any, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every path of a value but the empty one."""
    items: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [found for key, item in items for found in [(*here, key), *paths(item, (*here, key))]]


def mutate(data: st.DataObject, document: Any) -> Any:
    """The document with one part deleted, replaced, wrapped, changed a little, or added."""
    document = copy.deepcopy(document)
    if not document:
        return document
    *steps, last = data.draw(st.sampled_from(paths(document)))
    container = document
    for step in steps:
        container = container[step]
    how = data.draw(st.sampled_from(["delete", "replace", "replace", "add", "wrap", "repeat", "change"]))
    value = container[last]
    if how == "delete":
        del container[last]
    elif how == "replace":
        container[last] = data.draw(odd)
    elif how == "wrap":
        container[last] = [value]
    elif how == "repeat":
        container[last] = (
            value * data.draw(st.sampled_from([0, 2, 21, 51, 501])) if isinstance(value, list) else value
        )
    elif how == "change" and isinstance(value, str):
        container[last] = data.draw(st.sampled_from(["{}\n", " {}", "{}x", "\u200b{}", "{}{}"])).replace(
            "{}", value
        )
    elif isinstance(container, dict):
        container[data.draw(st.text(string.ascii_letters + "_ é", max_size=8))] = data.draw(odd)
    else:
        container.append(data.draw(odd))
    return document


@pytest.mark.parametrize("model", MODELS)
def test_a_document_with_every_field_is_accepted_by_both_and_so_is_one_with_the_fewest(
    model: type[BaseModel],
) -> None:
    Draft202012Validator.check_schema(schema(model))

    for document in (complete(model), sparse(model)):
        assert accepted_by_schema(document, model)
        assert accepted_by_model(document, model)


@pytest.mark.parametrize("model", MODELS)
@MUTATED
@given(data=st.data())
def test_schema_and_model_agree_on_mutated_documents(model: type[BaseModel], data: st.DataObject) -> None:
    document = complete(model)
    for _ in range(data.draw(st.sampled_from([1, 1, 1, 2, 3]))):
        document = mutate(data, document)

    assert accepted_by_schema(document, model) == accepted_by_model(document, model)


def kinds_of_field() -> list[tuple[type[BaseModel], str]]:
    """One field for each kind of value that the models know."""
    found: dict[str, tuple[type[BaseModel], str]] = {}
    for part in sorted(PARTS, key=lambda each: each.__name__):
        for field, content in schema(part)["properties"].items():
            kind = {key: value for key, value in content.items() if key != "description"}
            found.setdefault(json.dumps(kind, sort_keys=True), (part, field))
    return list(found.values())


@pytest.mark.parametrize(("part", "field"), kinds_of_field())
def test_schema_and_model_agree_on_each_odd_value(part: type[BaseModel], field: str) -> None:
    document = sparse(part)
    odd_documents = [{**document, field: value} for value in [*ODD_TEXTS, *ODD_NUMBERS, *ODD_VALUES]]

    differing = [
        str(each[field])[:40]
        for each in odd_documents
        if accepted_by_schema(each, part) != accepted_by_model(each, part)
    ]

    assert differing == []


@pytest.mark.parametrize("model", MODELS)
@GENERATED
@given(data=st.data())
def test_what_a_schema_generates_is_accepted_by_its_model(
    model: type[BaseModel], data: st.DataObject
) -> None:
    part = data.draw(st.sampled_from(sorted(kinds.parts_of(model), key=lambda each: each.__name__)))
    value = data.draw(generated(schema(part), schema(part)))

    assert accepted_by_schema(value, part)
    assert accepted_by_model(value, part)


@pytest.mark.parametrize("model", MODELS)
def test_every_field_of_every_model_is_described(model: type[BaseModel]) -> None:
    described = kinds.field_descriptions(model)

    missing = [
        f"{part.__name__}.{name}"
        for part in kinds.parts_of(model)
        for name, field in part.model_fields.items()
        if not described[part.__name__].get(field.alias or name)
    ]

    assert missing == []


@pytest.mark.parametrize("model", MODELS)
def test_every_description_stands_in_the_schema(model: type[BaseModel]) -> None:
    root = schema(model)

    bare = [
        f"{name}.{field}"
        for name, definition in {"top": root, **root["$defs"]}.items()
        for field, content in definition.get("properties", {}).items()
        if not content.get("description")
    ]

    assert bare == []
