"""A document held against its model: a model, or flaws that say where and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from sanctcheck.days import DAY_PATTERN, STATED_DAY_PATTERN
from sanctcheck.reading import limits
from sanctcheck.reading.document import Document, Flaw, Path_
from sanctcheck.reading.model import (
    COUNTRY_PATTERN,
    GLOB_PATTERN,
    GRADE_PATTERN,
    ID_PATTERN,
    MAX_TEXT,
    MEDIA_TYPE_PATTERN,
    NORM_PATTERN,
    READER_PATTERN,
    SHA256_PATTERN,
    SHORT_HASH_PATTERN,
    URL_PATTERN,
)
from sanctcheck.reading.protection import PROTECTED, is_protected
from sanctcheck.reading.yaml_reader import PlainNumber
from sanctcheck.text import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PATTERN_REMEDY = {
    ID_PATTERN: "Use letters, digits, “.”, “_” and “-” only, at most 80, beginning with a letter or digit",
    DAY_PATTERN: "Write a day that exists as year-month-day, for example 2024-03-01",
    STATED_DAY_PATTERN: "Write a date that exists: 2024-03-01, 2024-03 or 2024, if need be with “about”, “before” or "
    "“after” in front; a time with its zone, 2024-03-01T12:00:00Z; or unknown",
    URL_PATTERN: "Write an address that begins with http:// or https://, without a user name or spaces",
    SHA256_PATTERN: "Write a SHA-256 as 64 digits and letters a to f",
    MEDIA_TYPE_PATTERN: "Write a media type in small letters, for example application/pdf or image/jpeg",
    GRADE_PATTERN: "Write an Admiralty grade: a letter A to F and a digit 1 to 6, for example B2",
    NORM_PATTERN: "Write the id of a standard, or REGIME:CRITERION, as a report shows it",
    READER_PATTERN: "Write target, public, or partner: and two capital letters, for example partner:GB",
    SHORT_HASH_PATTERN: "It is 16 digits and letters a to f, which no person writes: write the baseline anew",
    GLOB_PATTERN: "Write a path below the folder of this file, with “/” between its parts, without “..” and without a “/” "
    "in front; “*” stands for part of a name, “**” for any folders",
    COUNTRY_PATTERN: "Write two capital letters (ISO 3166-1), for example NO",
}
"""What to write where a value does not have the form that its field asks for."""
_SHOWN_WORDS = 12
_SHOWN_HOMES = 3
_MOST_BYTES = 4
"""Bytes of a character in UTF-8."""

Shaped = TypeVar("Shaped", bound=BaseModel)


def shape(document: Document, model: type[Shaped]) -> Shaped | None:
    """The model that a document holds; None, with flaws added to the document, where it does not hold one."""
    if document.value is None:
        # A warning alone would let a file pass in which there is nothing to check.
        if all(flaw.severity == "warning" for flaw in document.flaws):
            document.flaws.append(Flaw("empty-file", "The file is empty.", document.place(())))
        return None
    if not isinstance(document.value, dict):
        message = "Expected fields, each as “name: value”, at the top of the file."
        document.flaws.append(Flaw("wrong-type", message, document.place(())))
        return None
    try:
        shaped = model.model_validate(document.value)
    except ValidationError as error:
        empty = list(_empty_values(document))
        document.flaws.extend(empty)
        document.flaws.extend(_flaws(document, model, error, skip={flaw.pointer for flaw in empty}))
        return None
    oddities = [] if document.is_plain else list(_oddities(document, shaped))
    if len(document.text) * _MOST_BYTES > MAX_TEXT:
        oddities += _long_texts(document)
    document.flaws.extend(oddities)
    return None if any(flaw.severity == "error" for flaw in oddities) else shaped


def _empty_values(document: Document) -> Iterator[Flaw]:
    """Each field without a value in a document that does not fit its model."""
    pending: list[tuple[Path_, Any]] = [((), document.value)]
    found = 0
    while pending and found < limits.MAX_FLAWS:
        path, value = pending.pop()
        if isinstance(value, dict):
            pending.extend(((*path, key), item) for key, item in value.items() if type(item) is not str)
        elif isinstance(value, list):
            pending.extend(
                ((*path, index), item) for index, item in enumerate(value) if type(item) is not str
            )
        elif value is None:
            found += 1
            yield _empty_value(document, path)


def _empty_value(document: Document, path: Path_) -> Flaw:
    """A field without a value is an oversight in a text written by hand: it is named as what it is."""
    shown = PROTECTED if is_protected(document.value, path) else _name(path)
    message = f"{shown} has no value: write one, or delete the line."
    return Flaw("empty-value", message, document.place(path, key=True), pointer=path)


def _name(path: Path_) -> str:
    """A field by its name, an item of a list by its number."""
    last = path[-1]
    return quoted(last) if isinstance(last, str) else f"Item {last + 1}"


def _flaws(
    document: Document, model: type[BaseModel], error: ValidationError, skip: set[Path_]
) -> Iterator[Flaw]:
    details = error.errors(include_url=False)
    for detail in details[: limits.MAX_FLAWS]:
        path: Path_ = tuple(detail["loc"])
        if path not in skip:
            yield _flaw(document, model, path, detail)
    if len(details) > limits.MAX_FLAWS:
        message = f"{len(details) - limits.MAX_FLAWS:,} more mistakes of form in this file are not listed."
        yield Flaw("more-flaws", message, document.place(()))


def _flaw(document: Document, model: type[BaseModel], path: Path_, detail: Mapping[str, Any]) -> Flaw:
    kind = detail["type"]
    shown = PROTECTED if is_protected(document.value, path) else quoted(_written(detail["input"]))
    if kind == "extra_forbidden":
        message = _unknown_field(model, path, shown)
        return Flaw("unknown-field", message, document.place(path, key=True), pointer=path)
    message = _sentence(model, path, detail, shown)
    return Flaw(_RULES.get(kind, "wrong-value"), message, document.place(path), pointer=path)


def _unknown_field(model: type[BaseModel], path: Path_, shown: str) -> str:
    known = _fields_at(model, path[:-1])
    name = PROTECTED if shown == PROTECTED else quoted(path[-1])
    meant = did_you_mean(str(path[-1]), known)
    hint = meant or _at_home(model, str(path[-1]))
    return f"No field is called {name} here.{hint}{_these(known)}"


def _at_home(model: type[BaseModel], name: str) -> str:
    """Where a field of this very name belongs: mostly its indent is wrong. Nothing where that could be anywhere."""
    homes = list(dict.fromkeys(_homes(model, name)))
    if not 0 < len(homes) <= _SHOWN_HOMES:
        return ""
    if "" in homes:
        return " It belongs at the top of the file: begin it in the first column."
    return f" It belongs under {listed(f'`{home}`' for home in homes)}: look at its indent."


def _homes(model: type[BaseModel], name: str) -> Iterator[str]:
    """The fields whose part has a field of this name; `""` for the top of the file."""
    seen: set[type[BaseModel]] = {model}
    pending: list[tuple[type[BaseModel], str]] = [(model, "")]
    for part, home in pending:
        for attribute, field in part.model_fields.items():
            called = field.alias or attribute
            if called == name:
                yield home
            inner = [each for each in _parts_of(field.annotation) if each not in seen]
            seen.update(inner)
            pending.extend((each, called) for each in inner)


def _parts_of(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models within an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts_of(argument)


_RULES = {
    "missing": "missing-field",
    "string_type": "wrong-type",
    "bool_type": "wrong-type",
    "int_type": "wrong-type",
    "float_type": "wrong-type",
    "list_type": "wrong-type",
    "model_type": "wrong-type",
    "dict_type": "wrong-type",
    "too_long": "too-long",
    "string_too_long": "too-long",
}


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float):
        return str(value)
    return "a list" if isinstance(value, list) else "fields"


def _sentence(model: type[BaseModel], path: Path_, detail: Mapping[str, Any], shown: str) -> str:
    kind = detail["type"]
    context = detail.get("ctx", {})
    name = _name(path)
    if kind == "missing":
        return f"The field {name} is missing here."
    if kind == "literal_error":
        words = _words_at(model, path)
        return f"{shown} is not one of the words for {name}.{_meant(detail['input'], words)}{_these(words)}"
    if kind == "string_pattern_mismatch":
        return f"{shown} does not fit {name}. {PATTERN_REMEDY.get(context['pattern'], 'See `sanctcheck schema`')}."
    return _type_sentence(kind, detail["input"], name, shown, context)


def _type_sentence(kind: str, value: Any, name: str, shown: str, context: Mapping[str, Any]) -> str:
    if kind == "string_type":
        if isinstance(value, bool | int | float):
            return f"{name} is text, and {shown} is not: put it in quotation marks."
        return f"{name} is text; here it has {_written(value)}."
    if kind in {"too_long", "string_too_long"}:
        unit = "items" if kind == "too_long" else "characters"
        return f"{name} is too long: at most {context['max_length']:,} {unit}."
    if kind in {"too_short", "string_too_short"}:
        return f"{name} is empty: write a value, or delete the line."
    expected = _EXPECTED.get(kind)
    if expected is not None:
        return f"{shown} does not fit {name}: {expected}."
    return f"{shown} does not fit {name}: expected {_BOUNDS.get(kind, 'another value')}{_limit(context)}."


_EXPECTED = {
    "bool_type": "write true or false",
    "int_type": "write a whole number, without quotation marks",
    "float_type": "write a number, without quotation marks",
    "list_type": "write a list, each item behind a dash",
    "model_type": "write fields below it, each as “name: value”",
    "dict_type": "write fields below it, each as “name: value”",
    "value_error": "write a word, a number, true or false, a list of these, or fields of these",
}
_BOUNDS = {"greater_than_equal": "at least", "less_than_equal": "at most"}


def _limit(context: Mapping[str, Any]) -> str:
    bound = context.get("ge", context.get("le"))
    return "" if bound is None else f" {bound:,.0f}"


def _meant(value: Any, words: list[str]) -> str:
    return did_you_mean(value, words) if isinstance(value, str) else ""


def _these(words: list[str]) -> str:
    return f" Known here: {listed(words, 'and')}." if 0 < len(words) <= _SHOWN_WORDS else ""


def _annotation_at(model: type[BaseModel], path: Path_) -> Any:
    """What the model says of the part at a path; None where it knows no such part."""
    here: Any = model
    for step in path:
        here = _step_into(here, step)
    return here


def _step_into(annotation: Any, step: str | int) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return next((field.annotation for name, field in fields if (field.alias or name) == step), None)
    arguments = get_args(annotation)
    if get_origin(annotation) in {list, dict}:
        return arguments[-1]
    # Of a union or an annotated type, the part itself stands first.
    return _step_into(arguments[0], step)


def _fields_at(model: type[BaseModel], path: Path_) -> list[str]:
    """The fields that the model knows at a path."""
    part = _annotation_at(model, path)
    while not hasattr(part, "model_fields"):
        part = get_args(part)[0]  # of a union or an annotated type, the part itself stands first
    return sorted(field.alias or name for name, field in part.model_fields.items())


def _words_at(model: type[BaseModel], path: Path_) -> list[str]:
    """The words that the model knows for the field at a path."""
    return list(_literal_words(_annotation_at(model, path)))


def _literal_words(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for argument in get_args(annotation):
        yield from _literal_words(argument)


def _oddities(document: Document, shaped: BaseModel) -> Iterator[Flaw]:
    """Fields without a value, and digits without quotation marks where text belongs."""
    pending: list[tuple[Path_, Any, Any]] = [((), document.value, shaped)]
    while pending:
        path, raw, made = pending.pop()
        if isinstance(raw, dict):
            items = ((key, item) for key, item in raw.items() if type(item) is not str)
            pending.extend(((*path, key), item, _made_of(made, key)) for key, item in items)
        elif isinstance(raw, list):
            both = enumerate(zip(raw, made, strict=True))
            pending.extend(
                ((*path, index), item, part) for index, (item, part) in both if type(item) is not str
            )
        elif raw is None:
            yield _empty_value(document, path)
        elif isinstance(raw, PlainNumber) and type(made) is str and not _is_year(made):
            yield _unquoted(document, path)


def _long_texts(document: Document) -> Iterator[Flaw]:
    """Texts within the bound when their characters are counted, and not when their bytes are: a schema cannot say that."""
    pending: list[tuple[Path_, Any]] = [((), document.value)]
    while pending:
        path, value = pending.pop()
        if isinstance(value, dict):
            pending.extend(((*path, key), item) for key, item in value.items())
        elif isinstance(value, list):
            pending.extend(((*path, index), item) for index, item in enumerate(value))
        elif isinstance(value, str) and len(value) * _MOST_BYTES > MAX_TEXT and not value.isascii():
            number = len(value.encode())
            if number > MAX_TEXT:
                message = f"{_name(path)} is too long: at most {MAX_TEXT:,} bytes, and here are {number:,}."
                yield Flaw("too-long", message, document.place(path), pointer=path)


def _made_of(made: Any, key: str) -> Any:
    return made[key] if isinstance(made, dict) else getattr(made, _ATTRIBUTES.get(key, key))


_ATTRIBUTES = {"with": "with_", "from": "from_"}
"""Fields whose names are words of Python, and the attributes that hold them."""


def _is_year(text: str) -> bool:
    """Whether every reader would write the digits back as they stand: a year that a date may be."""
    return len(text) == 4 and text[0] in "12" and text.isdecimal()


def _unquoted(document: Document, path: Path_) -> Flaw:
    """Other readers of YAML take bare digits for a number: `0123` becomes 83, a hash of digits a power of ten."""
    name = quoted(next((step for step in reversed(path) if isinstance(step, str)), ""))
    message = f"{name} is text written like a number: put it in quotation marks, so that every program keeps it as it is."
    return Flaw("quote-this-value", message, document.place(path), severity="warning", pointer=path)
