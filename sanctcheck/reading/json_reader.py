"""JSON to plain values; the places only for files that have something to report."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from sanctcheck.reading import limits
from sanctcheck.reading.document import Flaw, Place, Position, Tree, one_based, place_at
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

# Possessive, and closed by the end of the text too: hostile text must not make the search go back over itself.
STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)'
_TOKEN = re.compile(rf"{STRING}|[{{}}\[\]:,]|[^\s{{}}\[\]:,\"]+", re.DOTALL)
_BRACKETS = re.compile(rf"{STRING}|[{{}}\[\],]", re.DOTALL)
_BUT_BRACKETS = re.compile(rf"{STRING}|[^{{}}\[\]\"]++", re.DOTALL)
_PIECE = 256 * 1024
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


class _Rejected(Exception):  # noqa: N818 - carried to the one place that turns it into a flaw
    """A number that is not read; `written` is how it stands in the text."""

    def __init__(self, rule: str, message: str, written: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.written = written


def read_json(text: str) -> tuple[Any, list[Flaw]]:
    """The value and the flaws of a JSON text; the value is None where it could not be read."""
    flaw = _beyond_bounds(text)
    if flaw is not None:
        return None, [flaw]
    pairs = _Pairs()
    decoder = json.JSONDecoder(
        object_pairs_hook=pairs, parse_constant=_constant, parse_int=_integer, parse_float=_float
    )
    try:
        value = decoder.decode(text)
    except json.JSONDecodeError as error:
        message = f"This is not JSON: {error.msg[:1].lower()}{error.msg[1:].removesuffix(' starting at')}."
        return None, [Flaw("json-syntax", message, place_at(text, error.pos))]
    except _Rejected as rejected:
        return None, [Flaw(rejected.rule, str(rejected), _place_of_number(text, rejected.written))]
    if _SURROGATE_ESCAPE.search(text) and _has_lone_surrogate(value):
        place = place_at(text, _surrogate_offset(text))
        return None, [Flaw("lone-surrogate", "Half of a surrogate pair is not a character.", place)]
    return _without_oddities(value, pairs, text)


class _Pairs:
    """Makes each object, keeping the first of fields that stand twice, and remembers what has to be reported."""

    def __init__(self) -> None:
        self.repeated = False
        self.crowded = False

    def __call__(self, items: list[tuple[str, Any]]) -> dict[str, Any]:
        mapping = dict(items)
        if len(mapping) < len(items):
            self.repeated = True
            mapping = dict(reversed(items))
        if len(mapping) > limits.MAX_KEYS:
            self.crowded = True
        return mapping


def _without_oddities(value: Any, pairs: _Pairs, text: str) -> tuple[Any, list[Flaw]]:
    if pairs.crowded:
        message = f"More than {limits.MAX_KEYS:,} fields in one place."
        return None, [Flaw("too-many-fields", message, _Walk(text).crowded[0])]
    return value, list(_duplicates(text)) if pairs.repeated else []


def _constant(text: str) -> Any:
    raise _Rejected("not-a-finite-number", f"{text} is not a number that JSON knows.", text)


def _bounded(text: str) -> str:
    if len(text) > limits.MAX_NUMBER:
        message = f"A number of more than {limits.MAX_NUMBER} characters: write it as text."
        raise _Rejected("number-too-long", message, text)
    return text


def _integer(text: str) -> int:
    return int(_bounded(text))


def _float(text: str) -> float:
    number = float(_bounded(text))
    if number in {float("inf"), float("-inf")}:
        raise _Rejected("not-a-finite-number", f"{text} is too large to be a number.", text)
    return number


def _beyond_bounds(text: str) -> Flaw | None:
    """Depth and size, before anything recursive touches the text."""
    return None if _is_surely_small(text) else _first_beyond_bounds(text)


def _is_surely_small(text: str) -> bool:
    """Whether no bound can be met, as is soon told of a usual dossier."""
    if len(text) > _PIECE or text.count(",") > limits.MAX_NODES:
        return False
    depth = 0
    for bracket in _BUT_BRACKETS.sub("", text):
        depth += 1 if bracket in "{[" else -1
        if depth > limits.MAX_DEPTH:
            return False
    return True


def _first_beyond_bounds(text: str) -> Flaw | None:
    depth = nodes = 0
    for token in _BRACKETS.finditer(text):
        mark = token.group()[0]
        if mark in "{[":
            depth += 1
            if depth > limits.MAX_DEPTH:
                message = f"Nested more than {limits.MAX_DEPTH} levels deep."
                return Flaw("too-deep", message, place_at(text, token.start()))
        elif mark in "}]":
            depth -= 1
        elif mark == ",":
            nodes += 1
            if nodes > limits.MAX_NODES:
                message = f"More than {limits.MAX_NODES:,} values in one file."
                return Flaw("too-many-values", message, place_at(text, token.start()))
    return None


def _has_lone_surrogate(value: Any) -> bool:
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, str) and any("\ud800" <= character <= "\udfff" for character in item):
            return True
        if isinstance(item, dict):
            pending.extend(item.keys())
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)
    return False


def _surrogate_offset(text: str) -> int:
    """Where the first string stands that holds half a pair."""
    strings = (token for token in _TOKEN.finditer(text) if token.group().startswith('"'))
    return next(token.start() for token in strings if _has_lone_surrogate(json.loads(token.group())))


def _place_of_number(text: str, written: str) -> Place:
    """Where a number first stands; the text behind it need not be JSON."""
    found = (token.start() for token in _TOKEN.finditer(text) if token.group().startswith(written))
    return place_at(text, next(found))


def _tokens(text: str) -> Iterator[tuple[str, Position, Position]]:
    """Each token with the positions of its start and end. JSON strings never hold a raw line feed."""
    line = 0
    line_start = 0
    behind = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        # From the last token on, not from the start of the line: a file of one long line must not cost its square.
        breaks = text.count("\n", behind, start)
        if breaks:
            line += breaks
            line_start = text.rfind("\n", behind, start) + 1
        behind = end
        yield match.group(), (line, start - line_start), (line, end - line_start)


def json_places(text: str) -> Tree | None:
    """The tree of places of a JSON text that `read_json` has accepted."""
    return _Walk(text).root


def _duplicates(text: str) -> Iterator[Flaw]:
    for first, again, key in _Walk(text).duplicates[: limits.MAX_FLAWS]:
        message = f"The field {quoted(key)} stands here a second time; keep one of the two."
        yield Flaw("duplicate-key", message, again, related=((first, "first written here"),))


class _Walk:
    """One iterative walk over the tokens of a valid JSON text."""

    def __init__(self, text: str) -> None:
        self.root: Tree | None = None
        self.duplicates: list[tuple[Place, Place, str]] = []
        self.crowded: list[Place] = []
        self._open: list[tuple[Position, Any]] = []
        self._keys: list[tuple[str, Position, Position] | None] = []
        for token, start, end in _tokens(text):
            self._take(token, start, end)

    def _take(self, token: str, start: Position, end: Position) -> None:
        if token in {"{", "["}:
            places: Any = [] if token == "[" else {}  # noqa: S105 - a token of JSON is no password
            self._open.append((start, places))
            self._keys.append(None)
        elif token in {"}", "]"}:
            self._close(end)
        elif token in {",", ":"}:
            return
        elif self._open and isinstance(self._open[-1][1], dict) and self._keys[-1] is None:
            self._keys[-1] = (json.loads(token), start, end)
        else:
            self._attach((start, end))

    def _close(self, end: Position) -> None:
        begun, places = self._open.pop()
        self._keys.pop()
        if isinstance(places, dict) and len(places) > limits.MAX_KEYS:
            self.crowded.append(one_based(begun, end))
        self._attach((begun, end, places))

    def _attach(self, tree: Tree) -> None:
        if not self._open:
            self.root = tree
            return
        places = self._open[-1][1]
        key = self._keys[-1]
        if key is None:
            places.append(tree)
            return
        self._keys[-1] = None
        name, start, end = key
        if name in places:
            first_start, first_end, _ = places[name]
            self.duplicates.append((one_based(first_start, first_end), one_based(start, end), name))
        else:
            places[name] = (start, end, tree)
