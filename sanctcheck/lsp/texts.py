"""Texts as an editor holds them: kept in step change by change, with positions in the editor's own units.

A line ends with a line feed, a carriage return, or both, and with nothing else; a column counts units of UTF-8, UTF-16 or
UTF-32, as the editor and the server agreed. Here columns count characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINE_END = re.compile("\r\n|\n|\r")
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")


def units(text: str, encoding: str) -> int:
    """How long a text is for the editor."""
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    if encoding == "utf-32" or text.isascii():
        return len(text)
    return len(text) + len(_BEYOND_BMP.findall(text))


def characters(line: str, column: int, encoding: str) -> int:
    """How many characters of a line stand before a column of the editor's; what is in a character is before it."""
    if column <= 0:
        return 0
    if encoding == "utf-32" or line.isascii():
        return min(column, len(line))
    passed = 0
    for number, character in enumerate(line):
        passed += units(character, encoding)
        if passed > column:
            return number
    return len(line)


@dataclass(slots=True)
class OpenText:
    """One text that is open in the editor."""

    uri: str
    text: str
    version: int | None = None
    encoding: str = "utf-16"
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Finds the lines."""
        self._find_lines()

    def _find_lines(self) -> None:
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def line(self, number: int) -> str:
        """A line, counted from zero, without its end; nothing where there is none."""
        if not 0 <= number < len(self._starts):
            return ""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[number] : end].rstrip("\r\n")

    @property
    def last_line(self) -> int:
        """The number of the last line, counted from zero."""
        return len(self._starts) - 1

    def offset(self, line: int, column: int) -> int:
        """Where a position of the editor's stands in the text; the nearest that there is."""
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self.text)
        return self._starts[line] + characters(self.line(line), column, self.encoding)

    def column(self, line: int, character: int) -> int:
        """The editor's column of a character of a line."""
        return units(self.line(line)[:character], self.encoding)

    def character(self, line: int, column: int) -> int:
        """The character of a line that stands at a column of the editor's."""
        return characters(self.line(line), column, self.encoding)

    def replace(self, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        """Puts a text between two positions of the editor's."""
        begin = self.offset(*start)
        self.set(self.text[:begin] + text + self.text[max(begin, self.offset(*end)) :])

    def set(self, text: str) -> None:
        """Puts another text in place of the whole."""
        self.text = text
        self._find_lines()
