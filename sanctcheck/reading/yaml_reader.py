"""YAML to plain values and their places, in one walk over the parser's events.

Only the core of YAML 1.2 is read, and what was written is kept: `NO` is Norway, `0123` a passport number. Nothing
is ever constructed from a tag. libyaml reports each event with its position; the walk is iterative and bounded.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from sanctcheck.reading import limits
from sanctcheck.reading.document import START, Flaw, Place, Tree, one_based
from sanctcheck.text import quoted

_CORE_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z|0o[0-7]+\Z|0x[0-9a-fA-F]+\Z"
)
_NUMBER_LIKE = frozenset("0123456789.+-")
_NOT_A_NUMBER = frozenset(
    {".nan", ".NaN", ".NAN", *(sign + word for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF"))}
)
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("null", "Null", "NULL", "~", ""), None),
}
_NOT_CLOSED = "is not closed, or lacks a comma or a quotation mark; put text with `: ` in quotation marks"
_TABS = "indent with spaces, never with tabs"
_SYNTAX = {
    "mapping values are not allowed in this context": "a colon too many, or a wrong indent. Put text with `: ` in "
    "quotation marks; begin fields that stand side by side in the same column",
    "did not find expected key": "no field can begin here. Begin it in the same column as the fields beside it; put "
    "all of a text in quotation marks, or none",
    "did not find expected '-' indicator": "an item of a list is expected. Begin it with `- ` below the dashes above, "
    "or a field below the fields above",
    "block sequence entries are not allowed in this context": "an item of a list cannot begin here. Put it on a line "
    "of its own below the name of the list",
    "found character that cannot start any token": f"no value begins with this character. Put it in quotation marks; {_TABS}",
    "found a tab character that violates indentation": f"a tab stands in the indent; {_TABS}",
    "could not find expected ':'": "this line has no colon. Write `name: value`, or indent it deeper than the field "
    "whose text it is",
    "found unexpected end of stream": "the quotation mark that opens here is never closed",
    "found unknown escape character": "a backslash in double quotation marks has a meaning of its own. Write it "
    "twice, or use single ones",
    "did not find expected ',' or ']'": f"the list in [ ] {_NOT_CLOSED}",
    "did not find expected ',' or '}'": f"the part in {{ }} {_NOT_CLOSED}",
}
"""What libyaml reports, for a reader who does not know YAML. What is not here is shown in its own words.
Nothing stands in curly quotation marks: what does is hidden where something in the file is protected."""
_AT_THE_BEGINNING = frozenset({"could not find expected ':'", "found unexpected end of stream"})
_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(f"{_CORE}{name}" for name in ("int", "float", "bool", "null"))
_CORE_TAGS = _PLAIN_TAGS | {f"{_CORE}{name}" for name in ("str", "map", "seq")}


# An event of the parser: its marks are always there, which its own types do not promise.
Event = Any


class PlainNumber(str):
    """Digits written without quotation marks: text as it stands, and a number where the schema asks for one."""

    __slots__ = ()


class Stop(Exception):  # noqa: N818 - not an error of ours: the file goes no further than here
    """The file cannot be read beyond this place."""

    def __init__(self, rule: str, message: str, mark: Any, end: Any = None) -> None:
        super().__init__(message)
        self.flaw = Flaw(rule, message, _place(mark, end or mark))


def _place(start: Any, end: Any) -> Place:
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def read_yaml(text: str) -> tuple[Any, Tree | None, list[Flaw]]:
    """The value, the tree of places and the flaws of a YAML text.

    The value is None where the text could not be read to its end; the flaws then say why, and where.
    """
    builder = _Builder()
    try:
        value, tree = builder.build(CParser(text))
        builder.check_length(value, len(text))
    except Stop as stop:
        return None, None, [*builder.flaws, stop.flaw]
    except yaml.MarkedYAMLError as error:
        return None, None, [*builder.flaws, _syntax(error)]
    return value, tree, builder.flaws


_TOO_DEEP = "nesting depth"
"""Newer releases of libyaml have a bound of their own, and meet it before the first event comes."""


def _too_deep() -> str:
    return f"Nested more than {limits.MAX_DEPTH} levels deep."


def _syntax(error: yaml.MarkedYAMLError) -> Flaw:
    """What is wrong, where, and what to do. The parser's own text would quote the line, which may be protected."""
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    if begun is not None and error.problem in _AT_THE_BEGINNING:
        mark = begun
    place = _place(mark, mark) if mark else START
    if _TOO_DEEP in str(error.problem):
        return Flaw("too-deep", _too_deep(), place)
    message = f"This is not YAML: {_SYNTAX.get(str(error.problem), error.problem)}."
    opened = "flow" in str(error.context) and begun is not None and begun.line + 1 != place.line
    return Flaw(
        "yaml-syntax", message, place, related=((_place(begun, begun), "it begins here"),) if opened else ()
    )


def _bomb(event: Event) -> Stop:
    message = f"The aliases expand this file to more than {limits.MAX_GROWTH} times its size."
    return Stop("alias-bomb", message, event.start_mark, event.end_mark)


def _characters(value: Any) -> int:
    """How long the texts and the names of fields in a value are together."""
    pending, length = [value], 0
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            length += len(part)
        elif isinstance(part, dict):
            length += sum(map(len, part))
            pending.extend(part.values())
        elif isinstance(part, list):
            pending.extend(part)
    return length


class _Open:
    """A mapping or sequence that has begun and not yet ended.

    `weight` counts the values in it, `height` the levels, both with its aliases written out.
    """

    __slots__ = ("anchor", "height", "is_mapping", "key", "places", "start", "value", "weight")

    def __init__(self, value: Any, places: Any, event: Event) -> None:
        self.value = value
        self.places = places
        self.start = event.start_mark
        self.anchor: str | None = event.anchor
        self.key: Event | None = None
        self.is_mapping = type(value) is dict
        self.weight = 1
        self.height = 1


class _Builder:
    def __init__(self) -> None:
        self.flaws: list[Flaw] = []
        self._open: list[_Open] = []
        self._anchored: dict[str, tuple[Any, Tree, int, int]] = {}
        self._anchors = 0
        self._aliases = 0
        self._nodes = 0
        self._expanded = 0
        self._last_alias: Event | None = None
        self._root: tuple[Any, Tree] | None = None

    def build(self, parser: Any) -> tuple[Any, Tree | None]:
        documents = 0
        next_event = parser.get_event
        scalar, alias = self._scalar, self._alias
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._begin(_Open({}, {}, event), event)
            elif kind is yaml.SequenceStartEvent:
                self._begin(_Open([], [], event), event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end(event)
            elif kind is yaml.AliasEvent:
                alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise Stop(
                        "several-documents",
                        "A second document begins here: keep one to a file.",
                        event.start_mark,
                    )
            elif kind is yaml.StreamEndEvent:
                return self._root or (None, None)

    def _begin(self, container: _Open, event: Event) -> None:
        self._check_depth(event, 1)
        self._check_node(event)
        self._check_takes_container(event)
        self._open.append(container)

    def _check_depth(self, event: Event, height: int) -> None:
        if len(self._open) + height > limits.MAX_DEPTH:
            raise Stop("too-deep", _too_deep(), event.start_mark)

    def _check_takes_container(self, event: Event) -> None:
        if self._open and self._open[-1].is_mapping and self._open[-1].key is None:
            message = "A key must be a plain word: no list, mapping or alias."
            raise Stop("key-not-text", message, event.start_mark)

    def _check_node(self, event: Event) -> None:
        """Count a value; check the tag and anchor that it may have."""
        self._count_node(event)
        if event.tag is not None and event.tag != "!" and event.tag not in _CORE_TAGS:
            raise Stop(
                "tag-not-allowed",
                f"The tag {quoted(event.tag)} is not allowed: a dossier holds plain text, lists and fields only.",
                event.start_mark,
                event.end_mark,
            )
        if event.anchor is not None:
            self._anchors += 1
            if self._anchors > limits.MAX_ANCHORS:
                raise Stop("too-many-anchors", f"More than {limits.MAX_ANCHORS} anchors.", event.start_mark)

    def _count_node(self, event: Event) -> None:
        self._nodes += 1
        if self._nodes > limits.MAX_NODES:
            raise Stop(
                "too-many-values", f"More than {limits.MAX_NODES:,} values in one file.", event.start_mark
            )

    def _end(self, event: Event) -> None:
        done = self._open.pop()
        start, end = done.start, event.end_mark
        tree = ((start.line, start.column), (end.line, end.column), done.places)
        if done.anchor is not None:
            self._anchored[done.anchor] = (done.value, tree, done.weight, done.height)
        self._attach(done.value, tree, done.weight, done.height)

    def _scalar(self, event: Event) -> None:
        if self._open:
            top = self._open[-1]
            if top.is_mapping and top.key is None:
                self._take_key(top, event)
                return
        if event.anchor is not None or event.tag is not None:
            self._check_node(event)
        else:
            self._count_node(event)
        value = self._value(event)
        start, end = event.start_mark, event.end_mark
        tree = ((start.line, start.column), (end.line, end.column))
        if event.anchor is not None:
            self._anchored[event.anchor] = (value, tree, 1, 0)
        self._attach(value, tree, 1, 0)

    def _value(self, event: Event) -> Any:
        text: str = event.value
        if (event.style or not event.implicit[0]) and event.tag not in _PLAIN_TAGS:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if text[0] in _NUMBER_LIKE:
            return self._number_or_text(text, event)
        return text

    def _number_or_text(self, text: str, event: Event) -> str:
        if text in _NOT_A_NUMBER:
            raise Stop(
                "not-a-finite-number",
                f"{quoted(text)} is not a finite number.",
                event.start_mark,
                event.end_mark,
            )
        return PlainNumber(text) if _CORE_NUMBER.match(text) else text

    def _take_key(self, top: _Open, event: Event) -> None:
        key = event.value
        if event.anchor is not None or event.tag is not None:
            self._check_node(event)
        if key == "<<" and not event.style:
            message = "The merge key << is not part of YAML 1.2: write the fields out."
            raise Stop("merge-key", message, event.start_mark, event.end_mark)
        if key in top.places:
            self._duplicate(top.places[key], event)
        elif len(top.value) >= limits.MAX_KEYS:
            raise Stop(
                "too-many-fields", f"More than {limits.MAX_KEYS:,} fields in one place.", event.start_mark
            )
        top.key = event

    def _duplicate(self, first: Tree, event: Event) -> None:
        message = f"The field {quoted(event.value)} stands here a second time; keep one of the two."
        related = ((one_based(first[0], first[1]), "first written here"),)
        place = _place(event.start_mark, event.end_mark)
        if len(self.flaws) < limits.MAX_FLAWS:
            self.flaws.append(Flaw("duplicate-key", message, place, related=related))

    def _alias(self, event: Event) -> None:
        self._count_node(event)
        self._aliases += 1
        if self._aliases > limits.MAX_ALIASES:
            raise Stop("too-many-aliases", f"More than {limits.MAX_ALIASES:,} aliases.", event.start_mark)
        if any(container.anchor == event.anchor for container in self._open):
            raise Stop("cyclic-alias", "An alias refers to its own parent.", event.start_mark, event.end_mark)
        self._check_takes_container(event)
        if event.anchor not in self._anchored:
            raise Stop(
                "unknown-alias", f"No anchor {quoted(event.anchor)} above.", event.start_mark, event.end_mark
            )
        value, tree, weight, height = self._anchored[event.anchor]
        self._check_growth(event, weight, height)
        self._last_alias = event
        start, end = event.start_mark, event.end_mark
        self._attach(value, ((start.line, start.column), (end.line, end.column), *tree[2:]), weight, height)

    def _check_growth(self, event: Event, weight: int, height: int) -> None:
        self._check_depth(event, height)
        self._expanded += weight
        if (
            self._expanded > limits.MAX_GROWTH * self._nodes
            or self._expanded + self._nodes > limits.MAX_NODES
        ):
            raise _bomb(event)

    def check_length(self, value: Any, length: int) -> None:
        """The text of a file with its aliases written out is bounded too: few aliases can repeat a long text."""
        last = self._last_alias
        if last is not None and _characters(value) > limits.MAX_GROWTH * length:
            raise _bomb(last)

    def _attach(self, value: Any, tree: Tree, weight: int, height: int) -> None:
        if not self._open:
            self._root = (value, tree)
            return
        top = self._open[-1]
        top.weight += weight
        if height >= top.height:
            top.height = height + 1
        event = top.key
        if event is None:
            top.value.append(value)
            top.places.append(tree)
            return
        top.key = None
        key = event.value
        if key not in top.places:
            start, end = event.start_mark, event.end_mark
            top.value[key] = value
            top.places[key] = ((start.line, start.column), (end.line, end.column), tree)
