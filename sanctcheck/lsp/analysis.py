"""One text, read and checked as `validate` would: its values with their places, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from sanctcheck.assess import Assessor
from sanctcheck.finding import record_of
from sanctcheck.lsp.settings import MAX_BYTES
from sanctcheck.reading.files import parse
from sanctcheck.validation import Request, validated

if TYPE_CHECKING:
    from sanctcheck.law.load import Law
    from sanctcheck.lsp.surroundings import Surroundings
    from sanctcheck.lsp.texts import OpenText
    from sanctcheck.reading.document import Document, Path_, Tree
    from sanctcheck.record import FileRecord

_OF_FILES = ("exhibit-", "seal-")
"""How the rules on files of exhibits begin."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known of a text."""

    document: Document
    record: FileRecord

    @property
    def is_read(self) -> bool:
        """Whether the text could be read, so that its parts have places."""
        return self.document.value is not None and self.document.tree is not None


class Analyst:
    """Checks texts; the criteria are bound once."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self._assessor = Assessor(law)

    def check(self, opened: OpenText, around: Surroundings, *, with_files: bool = False) -> Analysis:
        """A text, checked. Files of exhibits are only looked at when asked: they may be large."""
        path = path_of(opened.uri)
        name = str(path) if path else opened.uri.rpartition("/")[2]
        content = opened.text.encode("utf-8", "surrogatepass")
        folder = path.parent if path and with_files else None
        document = parse(content, name, max_bytes=MAX_BYTES, folder=folder)
        document.flaws.extend(around.flaws())
        in_force = around.in_force
        request = Request(in_force.as_of, in_force.given.regimes, max_bytes=MAX_BYTES, also=around.also)
        record = record_of(validated(document, self.law, self._assessor, request))
        return Analysis(document, around.settle(record))


def with_findings_on_files(analysis: Analysis, before: Analysis) -> Analysis:
    """An analysis without a look at files, with what an earlier one found about those that are still named."""
    document = analysis.document
    kept = tuple(
        replace(finding, place=document.place(finding.pointer))
        for finding in before.record.findings
        if finding.rule.startswith(_OF_FILES)
        and value_at(document.value, finding.pointer) == value_at(before.document.value, finding.pointer)
    )
    return replace(analysis, record=replace(analysis.record, findings=(*kept, *analysis.record.findings)))


def value_at(value: Any, path: Path_) -> Any:
    """What a path leads to; None where that is nothing."""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def path_of(uri: str) -> Path | None:
    """The file that a URI names; None for what is no file."""
    parts = urlsplit(uri)
    return Path(url2pathname(unquote(parts.path))) if parts.scheme == "file" and parts.path else None


def path_at(tree: Tree | None, line: int, character: int) -> tuple[Path_, bool]:
    """The path of what stands at a place, counted from zero, and whether it is the key at its end."""
    path: Path_ = ()
    here = (line, character)
    while tree is not None and len(tree) > 2:
        step = _step(tree, here)
        if step is None:
            return path, False
        path = (*path, step[0])
        if step[1]:
            return path, True
        tree = step[2]
    return path, False


def _step(tree: Tree, here: tuple[int, int]) -> tuple[str | int, bool, Tree] | None:
    if isinstance(tree[2], dict):
        for key, (start, end, below) in tree[2].items():
            if start <= here <= end:
                return key, True, below
        for key, (_, _, below) in tree[2].items():
            if _covers(below, here):
                return key, False, below
    else:
        for index, below in enumerate(tree[2]):
            if _covers(below, here):
                return index, False, below
    return None


def _covers(tree: Tree, here: tuple[int, int]) -> bool:
    """A text is covered to its last character; a part ends where the next one begins."""
    start, end = tree[0], tree[1]
    return bool(start <= here <= end if len(tree) == 2 else start <= here < end)
