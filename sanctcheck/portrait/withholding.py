"""The record of a file for readers who may not see all of it: no text of a part that is hidden from them survives.

Three nets, one behind the other. What stands in a hidden part, or relies on one, says that it is withheld instead of
what it says. A message that repeats a text of a hidden part, or names one by its id, says so too. And what is about the
target goes with the target. What comes from the law (title, provision, remedy) stays: it tells nothing of the dossier.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_args, get_origin

from sanctcheck.dossier import vocabulary
from sanctcheck.portrait.visibility import hidden_texts, is_seen, reader_of
from sanctcheck.reading.protection import WITHHELD, is_protected
from sanctcheck.record import About

if TYPE_CHECKING:
    from sanctcheck.dossier.handling import Reader
    from sanctcheck.portrait.model import Level
    from sanctcheck.record import FileRecord, Finding, RelatedPlace
    from sanctcheck.validation import Validated

SAID_INSTEAD = "What was found rests on a part of the dossier that this report may not show."
_LEAST = 4
"""Shorter texts are no words of anybody; ids are looked for as whole words, however short."""
_QUOTED = 20
"""Messages shorten what they quote, so that the beginning of a text is looked for."""
_IDS = frozenset({"id", "origin", "answers", "relationship", "exhibit", "allegation"})
_WORDS = frozenset(
    word
    for each in vars(vocabulary).values()
    if get_origin(each) is not None
    for word in get_args(each)
    if isinstance(word, str)
)
"""The words of the format tell nothing: `torture` is one of thirty."""


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What is hidden in one document, by path and by content."""

    value: Any
    reader: Reader
    texts: frozenset[str]
    ids: re.Pattern[str] | None

    def holds(self, path: tuple[str | int, ...]) -> bool:
        """Whether a path leads into what is hidden.

        A record quotes nothing of what is protected, and whoever may see all else may know that there is a gap in it.
        """
        if is_seen(self.value, path, self.reader):
            return False
        return "restricted" not in self.reader.sees or not is_protected(self.value, path)

    def is_told_by(self, text: str | None) -> bool:
        """Whether a text repeats something that is hidden."""
        if not text:
            return False
        if self.ids is not None and self.ids.search(text):
            return True
        folded = " ".join(text.casefold().split())
        return any(each in folded for each in self.texts)


def withheld(record: FileRecord, validated: Validated, shown: frozenset[Level] | Reader) -> FileRecord:
    """A record without what a reader, or whoever may see some levels, may not see; the same one where that is nothing."""
    hidden = _hidden(validated.document.value, reader_of(shown))
    if hidden is None:
        return record
    about = record.about
    if about is not None and is_protected(validated.document.value, ()):
        about = About(WITHHELD)
    elif about is not None and hidden.holds(("target",)):
        about = replace(about, name=WITHHELD)
    return replace(
        record,
        about=about,
        findings=tuple(_finding(each, hidden) for each in record.findings),
        accepted=tuple(
            replace(each, reason=WITHHELD, by=WITHHELD)
            if hidden.holds(each.pointer) or hidden.is_told_by(each.reason)
            else each
            for each in record.accepted
        ),
    )


def _hidden(value: Any, reader: Reader) -> _Hidden | None:
    texts: set[str] = set()
    ids: set[str] = set()
    found = False
    for key, text in hidden_texts(value, reader):
        found = True
        if key in _IDS or key in {"cites", "exhibits", "allegations"}:
            ids.add(text)
        elif len(text) >= _LEAST and text not in _WORDS and key != "level":
            texts.add(" ".join(text.casefold().split())[:_QUOTED])
    if not found:
        return None
    named = "|".join(re.escape(each) for each in sorted(ids, key=len, reverse=True))
    return _Hidden(
        value, reader, frozenset(texts), re.compile(rf"(?<!\w)(?:{named})(?!\w)") if named else None
    )


def _finding(finding: Finding, hidden: _Hidden) -> Finding:
    related = finding.related
    is_hidden = any(hidden.holds(path) for path in (finding.pointer, *(each.pointer for each in related)))
    is_hidden = is_hidden or hidden.is_told_by(finding.message)
    excerpt = finding.excerpt
    if excerpt is not None and (is_hidden or hidden.is_told_by(excerpt.text)):
        excerpt = replace(excerpt, text=None, start=0, end=0, left_out=0)
    settled = finding.settled
    if settled is not None and hidden.is_told_by(settled.reason):
        settled = replace(settled, reason=WITHHELD, by=WITHHELD)
    return replace(
        finding,
        message=SAID_INSTEAD if is_hidden else finding.message,
        related=tuple(_related(each, hidden) for each in related),
        named=tuple(WITHHELD if hidden.is_told_by(str(step)) else step for step in finding.named),
        excerpt=excerpt,
        settled=settled,
    )


def _related(related: RelatedPlace, hidden: _Hidden) -> RelatedPlace:
    is_hidden = hidden.holds(related.pointer) or hidden.is_told_by(related.words)
    return replace(related, words="") if is_hidden and related.words else related
