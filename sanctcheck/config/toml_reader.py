"""A TOML file as a document: values, where they stand, and what is wrong with the text."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from sanctcheck.config.toml_places import toml_places
from sanctcheck.reading.document import START, Document, Flaw, place_at
from sanctcheck.reading.files import decoded

if TYPE_CHECKING:
    from sanctcheck.reading.document import Place

MAX_BYTES = 256 * 1024
"""A configuration is written by hand: a larger one is something else."""
_MAX_DEPTH, _MAX_DOTS = 20, 200
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_SENTENCES = {
    "Invalid value": "Here a value is missing, or it is no value of TOML: put text in quotation marks",
    "Cannot overwrite a value": "This key stands here a second time: keep one of the two",
    "Expected '=' after a key in a key/value pair": "Write `key = value`: here the sign = is missing",
    "Unclosed array": "A list is not closed: write ] behind its last item",
    "Unterminated string": "A text is not closed: write the quotation mark behind it",
    "Expected newline or end of document after a statement": "Here a line should end: a day does not exist, or text stands "
    "without quotation marks",
    "Invalid statement": "Here a line begins that is no `key = value` and no `[table]`",
    "Invalid date or datetime": "This is no day that exists: write it as 2026-03-01",
}


def read_toml(content: bytes, name: str) -> Document:
    """What a TOML file holds; whatever is wrong with it is among the document's flaws."""
    if len(content) > MAX_BYTES:
        message = f"Larger than {MAX_BYTES:,} bytes: this is no configuration."
        return Document(name, flaws=[Flaw("too-large", message, START)])
    text, flaws = decoded(content)
    document = Document(name, text=text or "", flaws=flaws)
    if text is None:
        return document
    # A key of thousands of parts costs `tomllib` the square of them; nothing else costs it more than its length.
    if any(line.count(".") > _MAX_DOTS for line in document.lines()):
        document.flaws.append(Flaw("too-deep", f"A line holds more than {_MAX_DOTS} dots.", START))
        return document
    try:
        value = tomllib.loads(text)
    except RecursionError:
        document.flaws.append(_too_deep())
        return document
    except ValueError as error:  # also what int() says of a number of thousands of digits
        document.flaws.append(_syntax(text, error))
        return document
    if _is_deeper(value, _MAX_DEPTH):
        document.flaws.append(_too_deep())
        return document
    document.value = _as_read(value)
    document.find_places = lambda: toml_places(text)
    return document


def _too_deep() -> Flaw:
    return Flaw("too-deep", f"More than {_MAX_DEPTH} levels deep.", START)


def _is_deeper(value: Any, depth: int) -> bool:
    level = [value]
    for _ in range(depth):
        level = [
            part
            for each in level
            if isinstance(each, dict | list)
            for part in (each.values() if isinstance(each, dict) else each)
        ]
    return bool(level)


def _syntax(text: str, error: ValueError) -> Flaw:
    said = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "A number is too long"
    found = _WHERE.search(said)
    said = said[: found.start()] if found else said
    place = _place(text, found)
    return Flaw("toml-syntax", f"{_sentence(said)}.", place)


def _sentence(said: str) -> str:
    if said.startswith("Cannot declare"):
        return "This table was begun before: keep all of its keys together"
    return _SENTENCES.get(said, said)


def _place(text: str, found: re.Match[str] | None) -> Place:
    if found is None or found[1] is None:
        return place_at(text, len(text.rstrip("\n")))
    line, column = int(found[1]), int(found[2])
    return place_at(text, sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1)


def _as_read(value: Any) -> Any:
    """Values as the other readers give them: a day is text."""
    if isinstance(value, dict):
        return {key: _as_read(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_as_read(part) for part in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value
