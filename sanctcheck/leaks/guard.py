"""What watches over a document: finds whoever it protects in any text, and takes them out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sanctcheck.dossier.handling import LEVELS, PUBLIC, Level, rank, texts
from sanctcheck.leaks.secrets import public_names, secrets_of
from sanctcheck.reading.protection import PROTECTED, may_protect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.dossier.vocabulary import HandlingLevel
    from sanctcheck.leaks.search import Span
    from sanctcheck.leaks.secrets import Secret
    from sanctcheck.reading.document import Document, Path_

_QUOTED = re.compile("“[^”]*+”?")
_SHOWN_TO_OTHERS = frozenset(
    {("handling", "gist"), ("handling", "role"), ("disclosure", "summary"), ("disclosure", "because")}
)
"""What stands within a part and is for those who may not see the part."""
_OFFICIAL = Level("official")


class Guard:
    """Knows whom a document protects."""

    def __init__(self, secrets: Sequence[Secret], public: Iterable[str] = ()) -> None:
        """Makes ready to look for them; names that are stated openly are no trace of them."""
        from sanctcheck.leaks.search import Search, Wanted  # noqa: PLC0415 - only where somebody is protected

        self.secrets = secrets
        self._search = Search([Wanted(each.names, each.details) for each in secrets], public)
        self._above = {
            level: frozenset(at for at, each in enumerate(secrets) if rank(each.level) > rank(level))
            for level in LEVELS
        }

    def spans(self, text: str, level: HandlingLevel = "public") -> list[Span]:
        """The stretches of a text that give away somebody whose level is higher than that of the text."""
        above = self._above[level]
        return self._search.spans(text, above) if above else []

    def alone(self, text: str, level: HandlingLevel = "public") -> list[Span]:
        """Rare words of such a name that stand by themselves: a person has to say whether they are meant."""
        above = self._above[level]
        return self._search.alone(text, above) if above else []

    def traces(self, text: str) -> list[Span]:
        """Both, for who makes a version for others: a word too much is taken out rather than one too few."""
        from sanctcheck.leaks.search import joined  # noqa: PLC0415 - only where somebody is protected

        return joined([*self.spans(text), *self.alone(text)])

    def is_told(self, text: str, level: HandlingLevel = "public") -> bool:
        """Whether a text gives somebody away; for what is read elsewhere, for example the metadata of a file."""
        return bool(self.spans(text, level))

    def leaks(self, value: Any) -> Iterator[tuple[Path_, str, list[Span]]]:
        """Every text of a dossier's value that gives somebody away to those who may see it, or may do so."""
        every = list(shown_texts(value))
        self._search.meet(text for _, text, _ in every)
        met: dict[
            tuple[str, HandlingLevel], list[Span]
        ] = {}  # a third of all texts stands there more than once
        for path, text, level in every:
            spans = met.get((text, level.level))
            if spans is None:
                spans = self.spans(text, level.level) or self.alone(text, level.level)
                met[text, level.level] = spans
            if spans:
                yield path, text, spans

    def scrubbed(self, text: str) -> str:
        """A text without those who are protected; of what it quotes in part, nothing is left."""
        text = _QUOTED.sub(_whole_or_protected, text)
        return replaced(text, self.spans(text))


def _whole_or_protected(quoted: re.Match[str]) -> str:
    """What is quoted, unless it was cut short: a part of a name would not be found."""
    return PROTECTED if quoted.group().endswith("…”") else quoted.group()


def replaced(text: str, spans: Iterable[Span], words: Sequence[str] = ()) -> str:
    """A text with each name replaced by what is given for whoever is protected; all else by `[protected]`."""
    parts: list[str] = []
    at = 0
    for span in spans:
        has_word = bool(words) and span.kind != "detail"
        parts += [text[at : span.start], words[span.secret] if has_word else PROTECTED]
        at = span.end
    return "".join([*parts, text[at:]])


def shown_texts(value: Any) -> Iterator[tuple[Path_, str, Level]]:
    """Every text with the level of those who may see it: ids are seen by all, and gists by those who do not see the rest."""
    for path, text, level in texts(value):
        if path[-1] == "id" or path[-2:-1] == ("exhibits",) or path[-1] == "file":
            yield path, text, PUBLIC
        elif path[-2:] in _SHOWN_TO_OTHERS or (path[:1] == ("protected_persons",) and path[-1] == "role"):
            yield path, text, _OFFICIAL
        else:
            yield path, text, level


def watch(document: Document) -> None:
    """Has whoever a document protects taken out of what is said of it, also where it is not validated."""
    if document.guard is None and may_protect(document):
        document.guard = guard_of(document)


def guard_of(document: Document) -> Guard | None:
    """What watches over a document; None where it protects nobody by name."""
    secrets = secrets_of(document.value)
    return Guard(secrets, public_names(document.value)) if secrets else None
