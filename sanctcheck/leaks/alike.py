"""Which words of texts can be which words of the names sought, in any script and spelling, and at what cost."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from sanctcheck.leaks.abroad import costs, is_slavic
from sanctcheck.leaks.sought import joined
from sanctcheck.lists.scripts import script_of
from sanctcheck.names import tables
from sanctcheck.names.likeness import likeness
from sanctcheck.names.prepare import prepare
from sanctcheck.names.skeletons import skeletons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sanctcheck.leaks.sought import Sought
    from sanctcheck.names.prepare import Token

MOST = 0.3
"""What the dearest spelling of a word may cost."""
WHOLE = -1
"""The number of a name written as one word, among its words."""
_NEAR, _FAR = 0.6, 0.4
_DECLINED = 0.08
_LOOKS, _READ = 0.02, 0.02
"""What a look-alike costs, and a rarer romanisation."""
_SHORTEST_STEM = 4
_MOST_JOINED = 5
"""Parts of a word from which on two of them are no given name."""
_LONGEST_RUN = 4
"""Ideographs in a row that may be a name by themselves."""
_ENDING = re.compile(
    r"(?:s|a|u|e|i|y|o|om|em|am|oy|ey|ou|oi|ei|ym|im|yu|iu|ya|ia|ami|akh|ov|ovi|evi|ova|ovu|ovo|ove|ovym|ovoy|in|ina|an|en|es|er|n|t"
    r"|d[ae]n?|t[ae]n?|un|un?u|n?in|l[ae]|n[ae]k|h[oe]z|b[ae]n|v[ae]l|l[el]e|lta|lla|ssa|sta|ko|ga|ni|mi|si|ri|lar|ler|gha|nyn|dyn)\Z"
)
_CLITICS = {"Arab": "وفبلك", "Hebr": "והבלמשכ"}
_PARTICLES = re.compile("(?:은|는|이|가|을|를|의|에게|에|과|와|도|씨|님|으로|로)\\Z")


class Hit(NamedTuple):
    """A word of a text that can be a word of a name."""

    name: int
    word: int
    cost: float
    sub: int
    """Which part of the word of the text it is, where that becomes several in Latin letters."""


class _Form(NamedTuple):
    """One way in which a word of a text reads in Latin letters."""

    word: str
    text: str
    sub: int
    extra: float
    """What it costs to read it so."""
    token: Token | None = None
    """With what its own script says of it; None for a word that is in Latin letters."""

    def taken(self) -> Token | None:
        """The word as it is compared."""
        return self.token or next(iter(prepare(self.text, "person").tokens), None)


class Words:
    """The words of texts that were looked at, each with what it can be."""

    def __init__(self, names: Sequence[Sought]) -> None:
        self._targets: list[tuple[int, int, Token]] = [
            (number, at, token)
            for number, name in enumerate(names)
            for at, token in [*enumerate(name.words), *([(WHOLE, name.whole)] if name.whole else [])]
            if token.kind != "initial"
        ]
        self._abroad = [
            (number, token.text)
            for number, (name, at, token) in enumerate(self._targets)
            if at != WHOLE and is_slavic(each.text for each in names[name].words)
        ]
        self._groups = {group for _, _, token in self._targets for group in _groups_of(token)}
        self._known: dict[str, tuple[Hit, ...]] = {}
        self.telling: set[str] = set()
        """Those words of the texts so far that can be a word of a name: few."""

    def hits(self, word: str) -> tuple[Hit, ...]:
        """What a word can be; one that was not met before is looked at now."""
        if word not in self._known:
            self.meet([word])
        return self._known[word]

    def meet(self, words: Iterable[str]) -> None:
        """Looks at words, all at once."""
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if not new:
            return  # most texts have no word that none before them had
        forms: dict[str, list[_Form]] = {}
        for word in new:
            self._known[word] = ()
            for form in _forms(word):
                forms.setdefault(form.text, []).append(form)
        best: dict[tuple[str, int, int, int], float] = {}
        for form, number, cost in self._alike(forms):
            name, at, _ = self._targets[number]
            key = (form.word, name, at, form.sub)
            best[key] = min(best.get(key, 1.0), cost)
        for word in new if self._abroad else ():
            for number, cost in self._spelt_abroad(word):
                name, at, _ = self._targets[number]
                best[word, name, at, 0] = min(best.get((word, name, at, 0), 1.0), cost)
        for (word, name, at, sub), cost in best.items():
            self._known[word] = (*self._known[word], Hit(name, at, cost, sub))
            self.telling.add(word)

    def _alike(self, forms: Mapping[str, Sequence[_Form]]) -> Iterator[tuple[_Form, int, float]]:
        """Forms of words, each with the number of a word sought and the cost."""
        from rapidfuzz import process  # noqa: PLC0415 - only where something is protected
        from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

        texts = list(forms)
        grouped = self._by_group(texts)
        for number, (_, _, target) in enumerate(self._targets):
            near: dict[str, float] = dict.fromkeys(grouped.get(number, ()), 1.0)
            for text in (target.text, *target.readings):
                for like, share, _ in process.extract(
                    text, texts, scorer=Levenshtein.normalized_similarity, score_cutoff=_FAR, limit=None
                ):
                    near[like] = max(share, near.get(like, 0.0))
            for like, share in near.items():
                for form in forms[like]:
                    cost = _cost(form, target, is_near=share >= _NEAR)
                    if cost <= MOST:
                        yield form, number, cost

    def _spelt_abroad(self, word: str) -> Iterator[tuple[int, float]]:
        """What a word in Korean or Arabic letters can be of the Slavic names sought, with and without what is written onto it."""
        if word.isascii():
            return
        yield from costs(word, self._abroad)
        if word[0] in _CLITICS.get(script_of(word), "") and len(word) > _SHORTEST_STEM:
            yield from costs(word[1:], self._abroad)
        bare = _PARTICLES.sub("", word)
        if bare != word and len(bare) > 1:
            yield from costs(bare, self._abroad)

    def _by_group(self, texts: Iterable[str]) -> dict[int, list[str]]:
        """The forms that are known as another spelling, or short form, of a word sought."""
        if not self._groups:
            return {}
        known, short = tables.groups("variants"), tables.groups("short_forms")
        found: dict[int, list[str]] = {}
        for text in texts:
            groups = (*known.get(text, ()), *short.get(text, ()))
            if groups and not self._groups.isdisjoint(groups):
                for number, (_, _, target) in enumerate(self._targets):
                    if not _groups_of(target).isdisjoint(groups):
                        found.setdefault(number, []).append(text)
        return found


def _groups_of(token: Token) -> set[str]:
    return {*token.groups, *token.related}


def _cost(form: _Form, target: Token, *, is_near: bool) -> float:
    text = form.text
    if text == target.text:
        return form.extra
    for reading in (target.text, *target.readings):
        stem = reading[:-1] if len(reading) > _SHORTEST_STEM and reading[-1] in "aeiouy" else reading
        if len(stem) >= _SHORTEST_STEM and text.startswith(stem) and _ENDING.match(text, len(stem)):
            return form.extra + _DECLINED
    if not is_near:
        bones = form.token.skeletons if form.token else skeletons(text)
        if set(bones).isdisjoint(target.skeletons):
            return 1.0
    token = form.taken()
    return form.extra + likeness(token, target).cost if token else 1.0


def _forms(word: str) -> Iterator[_Form]:
    """Each way in which a word reads in Latin letters."""
    if word.isascii():
        yield _Form(word, word, 0, 0.0)
        return
    script = script_of(word)
    if script == "Hani" and len(word) > _LONGEST_RUN:
        return
    yield from _romanised(word, word, 0)
    if word[0] in _CLITICS.get(script, "") and len(word) > _SHORTEST_STEM:
        yield from _romanised(word, word[1:], 10)
    if script == "Hang":
        bare = _PARTICLES.sub("", word)
        if bare != word and len(bare) > 1:
            yield from _romanised(word, bare, 20)
    looks = "".join(look_alikes().get(letter, letter) for letter in word)
    if looks.isascii():
        yield _Form(word, looks, 30, _LOOKS)


def _romanised(word: str, part: str, sub: int) -> Iterator[_Form]:
    tokens = prepare(part, "person").tokens
    for number, token in enumerate(tokens):
        yield from _readings(word, token, sub + number)
    for number in range(len(tokens) - 1 if len(tokens) < _MOST_JOINED else 0):
        yield from _readings(word, joined(tokens[number : number + 2]), sub + number)


def _readings(word: str, token: Token, sub: int) -> Iterator[_Form]:
    for at, text in enumerate((token.text, *token.readings)):
        read = replace(token, text=text, readings=()) if at else token
        yield _Form(word, text, sub, _READ if at else 0.0, read)


@cache
def look_alikes() -> dict[str, str]:
    """Letters of other alphabets, each with the Latin one that it looks like."""
    return {letter: line[0] for line in tables.lines("look_alikes") for letter in line.split()[1:]}
