"""Everything that gives somebody away in a text: names, initials, telling details; and where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from sanctcheck.leaks import initials, numbers, squashed, windows
from sanctcheck.leaks.alike import WHOLE, Words
from sanctcheck.leaks.cutting import ascii_words, disguises, distinct_words, words
from sanctcheck.leaks.sought import RARE, is_without_blanks, sought

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from sanctcheck.leaks.cutting import Word
    from sanctcheck.leaks.sought import Sought

Kind = Literal["name", "part of a name", "initials", "detail", "word of a name"]
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_](?![^\W_])")
SHORTEST_ALONE, ALONE = 5, 0.08
"""Letters of a word that points at somebody by itself, and what it may cost: a declined form is still it."""
_SHORTEST_BACKWARDS = 8
"""Letters of a name that is found when it is spelt backwards."""


class Span(NamedTuple):
    """A stretch of a text that gives somebody away."""

    start: int
    end: int
    secret: int
    """The number of who is protected."""
    kind: Kind


class Wanted(NamedTuple):
    """What is looked for to find one protected person.

    Attributes:
        names: in every spelling that is known.
        details: what gives them away as surely.
    """

    names: tuple[str, ...]
    details: tuple[str, ...] = ()


class Search:
    """Looks for some protected people in texts; what was worked out for one text serves the next."""

    def __init__(self, wanted: Sequence[Wanted], public: Iterable[str] = ()) -> None:
        """Makes ready to look.

        Args:
            wanted: the people who are protected.
            public: names that may stand anywhere: what is as well a part of these is no trace of those who are protected,
                unless they are the names of those themselves.
        """
        self._names: list[Sought] = []
        self._owner: list[int] = []
        self._details: dict[numbers.Detail, int] = {}
        for number, each in enumerate(wanted):
            for name in dict.fromkeys(each.names):
                for each_way in sought(name):
                    self._names.append(each_way)
                    self._owner.append(number)
            details = (numbers.detail(text) for text in each.details)
            self._details |= {detail: number for detail in details if detail is not None}
        self._described = [each for each in self._details if each.words]
        self._numbered = [each for each in self._details if not each.words]
        self._as_one = {
            text: self._owner[number] for number, name in enumerate(self._names) for text in name.as_one
        }
        self._as_one |= {
            text[::-1]: owner
            for text, owner in self._as_one.items()
            if len(text) >= _SHORTEST_BACKWARDS and not is_without_blanks(text)
        }
        self._shortest = min(map(len, self._as_one), default=0)
        self._handles: dict[str, int] = {}
        self._words = Words(self._names)
        self._public_names: list[Sought] = []
        self._initials: dict[str, int] = {}
        self._bare_initials: dict[str, int] = {}
        others = [name for name in dict.fromkeys(public) if not self._are_named_by(name)]
        self._public_names = [found for name in others for found in sought(name)]
        self._public = Words(self._public_names)
        of_public = {text for name in self._public_names for text in name.handles}
        self._handles = {
            text: self._owner[number]
            for number, name in enumerate(self._names)
            for text in name.handles - of_public
        }
        of_others = initials.OF_NOBODY | {name.initials for name in self._public_names}
        self._initials = {
            name.initials: self._owner[number]
            for number, name in enumerate(self._names)
            if len(name.words) > 1 and name.initials not in of_others
        }
        bare_of_others = set[str]().union(*(initials.bare(name.words) for name in self._public_names))
        self._bare_initials = {
            letters: self._owner[number]
            for number, name in enumerate(self._names)
            for letters in initials.bare(name.words) - bare_of_others
        }

    def meet(self, texts: Iterable[str]) -> None:
        """Looks at the words of many texts at once, which is faster than one after the other."""
        self._words.meet(set().union(*map(distinct_words, texts)))

    def spans(self, text: str, of: Container[int]) -> list[Span]:
        """Every stretch of a text that gives away one of some people, in order and without overlap."""
        found = joined(span for span in self._in(text) if span.secret in of)
        for other, places in disguises(text):
            hidden = [span for span in self._in(other) if span.secret in of]
            if places is not None:
                found = joined(
                    [
                        *found,
                        *(
                            span._replace(start=places[span.start], end=places[span.end - 1] + 1)
                            for span in hidden
                        ),
                    ]
                )
            elif {span.secret for span in hidden} - {span.secret for span in found}:
                # It is there when the text is read as its reader would: where, only that reading tells.
                return [hidden[0]._replace(start=0, end=len(text))]
        return found

    def alone(self, text: str, of: Container[int]) -> list[Span]:
        """Rare words of the names of some people that stand by themselves: “Ms Haddad”, who may be somebody else."""
        distinct = distinct_words(text)
        self._words.meet(distinct)
        if distinct.isdisjoint(self._words.telling):
            return []
        telling = {word: owner for word in distinct if (owner := self._told_by(word, of)) is not None}
        if not telling:
            return []
        cut = words(text)
        return joined(
            Span(word.start, word.end, telling[word.text], "word of a name")
            for at, word in enumerate(cut)
            if word.text in telling and word.is_capital and windows.stands_alone(text, cut, at)
        )

    def _told_by(self, word: str, of: Container[int]) -> int | None:
        """Of whom a word is a rare one of the name, if of anybody."""
        if len(word) < SHORTEST_ALONE:
            return None
        for hit in self._words.hits(word):
            name, owner = self._names[hit.name], self._owner[hit.name]
            if hit.word == WHOLE or len(name.words) == 1 or hit.cost > ALONE or owner not in of:
                continue
            token = name.words[hit.word]
            is_rare = name.weights[hit.word] >= RARE and len(token.text) >= SHORTEST_ALONE
            if token.kind == "name" and is_rare:
                return None if any(each.cost <= ALONE for each in self._public.hits(word)) else owner
        return None

    def each(self, text: str) -> list[Span]:
        """Every stretch that gives anybody away, for each of them; those of several people may overlap."""
        return list(self._in(text))

    def _in(self, text: str) -> Iterator[Span]:
        if self.is_clear(text):
            return
        self._words.meet(distinct_words(text))
        cut = words(text)
        for found in windows.found(text, cut, self._words, self._names):
            if found.is_whole or not self._is_public(text, cut, found):
                kind: Kind = "name" if found.is_whole else "part of a name"
                yield Span(cut[found.first].start, cut[found.last].end, self._owner[found.name], kind)
        for first, last, name in squashed.found(cut, self._as_one):
            yield Span(cut[first].start, cut[last].end, self._as_one[name], "name")
        for first, last, name in squashed.in_ideographs(cut, self._as_one):
            yield Span(cut[first].start, cut[last].end, self._as_one[name], "name")
        for word in cut:
            if word.text in self._handles:
                yield Span(word.start, word.end, self._handles[word.text], "part of a name")
        for start, end, detail in numbers.found(text, cut, self._details):
            yield Span(start, end, self._details[detail], "detail")
        yield from self._by_initials(text)

    def is_clear(self, text: str) -> bool:
        """Whether a look at its words alone, wherever they stand, shows that a text gives nobody away.

        Nearly every text is clear, and this is far quicker than to find where something stands.
        """
        if not text.isascii():
            return False
        every = ascii_words(text)
        distinct = set(every)
        self._words.meet(distinct)
        has_initials = _INITIAL.search(text) is not None
        telling = distinct & self._words.telling
        if telling and windows.may_stand(telling, self._words, self._names, has_initials=has_initials):
            return False
        if not distinct.isdisjoint(self._handles):
            return False
        letters = "".join(every)
        if len(letters) >= self._shortest and any(name in letters for name in self._as_one):
            return False
        if any(each.words <= distinct for each in self._described):
            return False
        if self._numbered and next(numbers.found(text, (), self._numbered), None) is not None:
            return False
        if not has_initials and distinct.isdisjoint(self._bare_initials):
            return True
        return next(self._by_initials(text), None) is None

    def _are_named_by(self, text: str) -> bool:
        return any(span.kind == "name" for span in self._in(text))

    def _is_public(self, text: str, cut: Sequence[Word], found: windows.Found) -> bool:
        """Whether a part of a name that was found is as well a part of a name that may stand anywhere."""
        if not self._public_names:
            return False
        stretch = cut[found.first : found.last + 1]
        for public in range(len(self._public_names)):
            initials = {token.text[:1] for token in self._public_names[public].words}
            if all(
                any(hit.name == public for hit in self._public.hits(word.text))
                or (windows.is_initial(text, word) and word.text[:1] in initials)
                for word in stretch
            ):
                return True
        return False

    def _by_initials(self, text: str) -> Iterator[Span]:
        for start, end, owner in initials.found(text, self._initials, self._bare_initials):
            yield Span(start, end, owner, "initials")


def joined(spans: Iterable[Span]) -> list[Span]:
    """The stretches in order; those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = found[-1]._replace(end=max(span.end, found[-1].end))
        else:
            found.append(span)
    return found
