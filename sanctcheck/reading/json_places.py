"""Where a part of a JSON text stands, worked out along its path alone: most files have little to report.

The text is one that `read_json` has accepted. Of fields that stand twice the first counts, as it does for the value.
"""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from sanctcheck.reading.document import Place

if TYPE_CHECKING:
    from sanctcheck.reading.document import Path_

_SPACE = re.compile(r"[ \t\n\r]*+")
_DECODER = json.JSONDecoder(parse_int=float)
_LINE_END = re.compile("\n")

Stretch = tuple[int, int]
_Fields = dict[str, tuple[Stretch, Stretch]]


class JsonPlaces:
    """Answers for one text. What was found in a list or in an object is kept."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, _Fields | list[Stretch]] = {}
        self._line_ends: array[int] | None = None

    def place(self, path: Path_, *, key: bool = False) -> Place:
        """Where a path stands, or the nearest part above it; a field that holds more than a word at its name."""
        here: Stretch | None = None
        value = (self._behind_space(0), 0)
        for step in path:
            within = self._within(value[0])
            if isinstance(within, dict) and isinstance(step, str) and step in within:
                name, value = within[step]
                is_container = self._text[value[0]] in "{["
                here = name if key or is_container else value
            elif isinstance(within, list) and isinstance(step, int) and 0 <= step < len(within):
                here = value = within[step]
            else:
                break
        return self._place(self._stretch(0) if here is None else here)

    def lines(self, path: Path_) -> range:
        """The lines, counted from one, of the whole value to which a path leads, without brackets that end it alone."""
        start, end = self._behind_space(0), len(self._text)
        for step in path:
            within: Any = self._within(start)
            start, end = within[step][1] if isinstance(step, str) else within[step]
        # Brackets alone tell nothing, and what stands behind them on their line is another part.
        last = start + len(self._text[start:end].rstrip(" \t\r\n]}"))
        return range(self._position(start)[0], self._position(last)[0] + 1)

    def _stretch(self, at: int) -> Stretch:
        """The stretch of the value that begins behind some white space."""
        start = self._behind_space(at)
        # The decoder's own scanner passes over a value many times faster than a walk over its brackets.
        return start, _DECODER.raw_decode(self._text, start)[1]

    def _behind_space(self, at: int) -> int:
        space = _SPACE.match(self._text, at)
        return space.end() if space else at

    def _within(self, start: int) -> _Fields | list[Stretch] | None:
        """What stands in the list or object that begins here; None for anything else."""
        known = self._known.get(start)
        if known is None:
            opening = self._text[start]
            if opening not in "{[":
                return None
            known = self._known[start] = self._fields(start) if opening == "{" else self._items(start)
        return known

    def _items(self, start: int) -> list[Stretch]:
        found: list[Stretch] = []
        here = self._behind_space(start + 1)
        while self._text[here] != "]":
            found.append(self._stretch(here))
            here = self._behind_comma(found[-1][1])
        return found

    def _fields(self, start: int) -> _Fields:
        found: _Fields = {}
        here = self._behind_space(start + 1)
        while self._text[here] != "}":
            called, end = _DECODER.raw_decode(self._text, here)
            value = self._stretch(self._behind_space(end) + 1)
            found.setdefault(called, ((here, end), value))
            here = self._behind_comma(value[1])
        return found

    def _behind_comma(self, at: int) -> int:
        here = self._behind_space(at)
        return self._behind_space(here + 1) if self._text[here] == "," else here

    def _place(self, stretch: Stretch) -> Place:
        line, column = self._position(stretch[0])
        end_line, end_column = self._position(stretch[1])
        return Place(line, column, end_line, end_column)

    def _position(self, offset: int) -> Stretch:
        """Line and column, counted from one."""
        if self._line_ends is None:
            self._line_ends = array("L", map(re.Match.start, _LINE_END.finditer(self._text)))
        before = bisect_left(self._line_ends, offset)
        return before + 1, offset - (self._line_ends[before - 1] if before else -1)
