"""What each word of a name is."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from sanctcheck.names import numerals, stems, tables
from sanctcheck.names.joining import ARTICLES
from sanctcheck.names.misspelt import mended
from sanctcheck.names.patronymics import with_patronymics
from sanctcheck.names.skeletons import skeleton, skeletons
from sanctcheck.names.token import Token, TokenKind
from sanctcheck.names.words import Latin

if TYPE_CHECKING:
    from collections.abc import Sequence

_TABLES: dict[str, tuple[tuple[str, TokenKind], ...]] = {
    "person": (("titles", "title"), ("particles", "particle"), ("phrases", "name")),
    "entity": (("forms", "form"), ("generic", "generic"), ("entity_particles", "particle")),
    "vessel": (("vessels", "title"), ("entity_particles", "particle")),
}
_AT_END = frozenset({"al", "bin", "bint", "named after"})
"""Particles that may end a name: `Qahtani, Tarek al`."""
_NAMES_OF_EAST_ASIA = frozenset({"il", "ol", "un", "an", "on"})
_SYLLABLE = re.compile("[^aeiouy]{0,3}[aeiouy]{1,3}(?:[^aeiouy]{0,2})$")
"""A name of such words alone is of East Asia, where `Do`, `Il` and `San` are names."""
_COMPANIES = ("/limited", "/stock")
_ALSO_NAMES = frozenset({"libanaise", "variable", "indonesia", "offshore"})
_UNSPEAKABLE = re.compile("[^aeiouy]{3,}")
_NO_WORDS = frozenset({"ooo", "oao", "zao", "pao", "nao", "ojsc", "cjsc", "fze", "fzco", "eood", "sarl"})
"""Legal forms of three letters and four that are words of no language, as those are that cannot be spoken (`LLC`)."""
_LONG = 8
"""Letters of a word that is known in any romanisation."""
_ABBREVIATED = 3
"""Single letters with dots from which on they are one word."""
_NOT_LAST = frozenset({"title", "particle"})


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    kind: TokenKind
    key: str


def tagged(words: Sequence[Latin], kind: str) -> list[Token]:
    """A token for each word, or for each phrase that is one."""
    sort = _sort(words, kind)
    if sort == "entity":
        words = mended(words)
    if sort != "person":
        words = _with_abbreviations(words)
    table = _phrases(sort)
    tokens: list[Token] = []
    index = 0
    while index < len(words):
        phrase = _phrase(table, words, index) if words[index].text in table else None
        if sort == "entity" and len(words[index].text) >= _LONG and (phrase is None or len(phrase.words) < 2):
            phrase = _roughly(words, index) or phrase
        if phrase is None or not _stands(words, index, phrase, tokens):
            tokens.append(_plain(words[index], sort))
            index += 1
        else:
            taken = len(phrase.words)
            tokens.append(_of_phrase(words[index : index + taken], phrase))
            index += taken
    return _settled(tokens, sort)


def _with_abbreviations(words: Sequence[Latin]) -> Sequence[Latin]:
    """`A.B.C. Shipping` as `ABC Shipping`; two letters can be a legal form, and initials of a person."""
    if not any(word.dotted for word in words):
        return words
    found: list[Latin] = []
    index = 0
    while index < len(words):
        end = _end_of_letters(words, index)
        if end - index < _ABBREVIATED:
            found.append(words[index])
            index += 1
        else:
            text = "".join(word.text for word in words[index:end])
            written = "".join(word.written for word in words[index:end])
            found.append(Latin(text, written, (), skeletons(text), dotted=True))
            index = end
    return found


def _end_of_letters(words: Sequence[Latin], index: int) -> int:
    """Where single letters with dots end; the last can have none."""
    end = index
    while end < len(words) and len(words[end].text) == 1 and words[end].text.isalpha():
        end += 1
        if not words[end - 1].dotted:
            break
    return end


def _sort(words: Sequence[Latin], kind: str) -> str:
    """Which tables apply; of a name without a kind, its words say."""
    if kind in {"person", "entity"}:
        return kind
    if kind in {"vessel", "aircraft"}:
        return "vessel"
    if words and words[0].text in {"mv", "mt", "mvs"}:
        return "vessel"
    if words and _phrase(_phrases("person"), words, 0, ("title",)) is not None:
        return "person"
    entity = _phrases("entity")
    for index in range(len(words)):
        phrase = _phrase(entity, words, index)
        if (
            phrase is not None
            and phrase.kind != "particle"
            and (phrase.kind == "generic" or _is_form(words, index, phrase))
        ):
            return "entity"
    return "person"


def _is_form(words: Sequence[Latin], index: int, phrase: _Phrase) -> bool:
    """Whether what looks like a legal form is one: short ones (`as`, `co`, `se`) are words of many languages."""
    if len(phrase.words) > 1 or len(phrase.words[0]) > 3 or words[index].dotted:
        return True
    at_edge = index == 0 or index + len(phrase.words) == len(words)
    if (
        at_edge
        and len(words) > 1
        and (phrase.words[0] in _NO_WORDS or _UNSPEAKABLE.fullmatch(phrase.words[0]))
    ):
        return True
    return at_edge and words[index].written.isupper() and not all(word.written.isupper() for word in words)


def _stands(words: Sequence[Latin], index: int, phrase: _Phrase, before: Sequence[Token]) -> bool:
    """Whether a word is what its table says where it stands.

    Two letters are a legal form first, last, beside another form, or with their dots. A single letter is no particle
    first, with a dot, or at the end, where it is a number or an initial; and `Ben` before one other name is a name.
    """
    length = len(phrase.words)
    end = index + length
    if length > 1:
        return True
    if phrase.kind == "form":
        at_edge = index == 0 or end == len(words) or (bool(before) and before[-1].kind == "form")
        return at_edge or len(words[index].text) > 2 or words[index].dotted
    if phrase.kind == "particle":
        if len(words[index].text) == 1 and (index == 0 or words[index].dotted):
            return False
        is_sure = phrase.key in _AT_END and words[index].text not in _NAMES_OF_EAST_ASIA
        if end == len(words) or (
            length == 1 and words[index].text in {"i", "v", "x"} and words[index].written.isupper()
        ):
            return is_sure and len(words) > 2
        if not is_sure and all(_SYLLABLE.match(word.text) for word in words):
            return False
        return not (
            index == 0 and len(words) == 2 and phrase.key in {"bin", "van", "mac", "der", "la", "and", "of"}
        )
    return True


@cache
def _phrases(sort: str) -> dict[str, tuple[_Phrase, ...]]:
    found: dict[str, list[_Phrase]] = {}
    for name, kind in _TABLES[sort]:
        for first, several in tables.phrases(name).items():
            found.setdefault(first, []).extend(_Phrase(words, kind, key) for words, key in several)
    return {
        first: tuple(sorted(several, key=lambda each: -len(each.words))) for first, several in found.items()
    }


def _phrase(
    table: dict[str, tuple[_Phrase, ...]],
    words: Sequence[Latin],
    index: int,
    kinds: tuple[TokenKind, ...] = (),
) -> _Phrase | None:
    several = table.get(words[index].text)
    if several is None:
        return None
    left = len(words) - index
    for phrase in several:
        length = len(phrase.words)
        if kinds and phrase.kind not in kinds:
            continue
        if length == 1 or (
            length <= left
            and all(words[index + ahead].text == phrase.words[ahead] for ahead in range(1, length))
        ):
            return phrase
    return None


@cache
def _long_phrases() -> dict[str, tuple[_Phrase, ...]]:
    """The phrases of long words, by the skeleton of the first: their romanisations are too many to list."""
    found: dict[str, list[_Phrase]] = {}
    for first, several in _phrases("entity").items():
        if len(first) >= _LONG:
            long = [phrase for phrase in several if len(phrase.words) > 1]
            if long:
                found.setdefault(skeleton(first), []).extend(long)
    return {
        bones: tuple(sorted(several, key=lambda each: -len(each.words))) for bones, several in found.items()
    }


def _roughly(words: Sequence[Latin], index: int) -> _Phrase | None:
    """A phrase of long words in another romanisation: `Obschestvo s ogranichennoi otvetstvennostiu`."""
    left = len(words) - index
    for phrase in _long_phrases().get(words[index].skeletons[0], ()):
        if len(phrase.words) <= left and all(
            _is_roughly(words[index + ahead], word) for ahead, word in enumerate(phrase.words)
        ):
            return phrase
    return None


def _is_roughly(word: Latin, known: str) -> bool:
    return word.text == known or (len(known) > 5 and skeleton(known) in word.skeletons)


def _of_phrase(words: Sequence[Latin], phrase: _Phrase) -> Token:
    if len(words) == 1:
        return _single(words[0], phrase.kind, phrase.key)
    text = (
        "".join(word.text for word in words)
        if phrase.kind == "name"
        else " ".join(word.text for word in words)
    )
    written = " ".join(word.written for word in words)
    key, _, family = phrase.key.partition("/")
    bones = "".join(word.skeletons[0] for word in words)
    groups = (key,) if phrase.kind == "name" else ()
    return Token(text, phrase.kind, bones, written, (), key, (bones,), groups, (), family)


@lru_cache(maxsize=1 << 14)
def _single(word: Latin, kind: TokenKind, key: str) -> Token:
    key, _, family = key.partition("/")
    return Token(
        word.text, kind, word.skeletons[0], word.written, word.readings, key, word.skeletons, (), (), family
    )


@lru_cache(maxsize=1 << 16)
def _plain(word: Latin, sort: str) -> Token:
    number = numerals.value(word.text, word.written, sort)
    if number:
        return Token(word.text, "numeral", word.text, word.written, (), number, (word.text,))
    if len(word.text) == 1:
        return Token(word.text, "initial", word.text, word.written, (), word.text, (word.text,))
    if word.hyphen and word.text in ARTICLES:
        return Token(word.text, "particle", word.skeletons[0], word.written, (), "al", word.skeletons)
    if sort == "entity" and word.text in _parts_of_forms():
        return _single(word, "form", word.text)
    meant = stems.meaning(word.text) if sort == "entity" and len(word.text) > 3 else ""
    if meant:
        return _of_stem(word, meant)
    return _name(_with_place(word) if sort == "entity" else word)


@cache
def _parts_of_forms() -> frozenset[str]:
    """Long words that stand in legal forms of several words alone: what is left of one that somebody shortened."""
    phrases = [each for several in tables.phrases("forms").values() for each in several]
    found = {
        word
        for words, key in phrases
        if len(words) > 1 and key.endswith(_COMPANIES)
        for word in words
        if len(word) >= _LONG
    }
    alone = {words[0] for words, _ in phrases if len(words) == 1}
    return frozenset(found - alone - tables.phrases("generic").keys() - _ALSO_NAMES)


def _with_place(word: Latin) -> Latin:
    """With the town of which the word is an adjective as another reading."""
    town = stems.place(word.text)
    if not town:
        return word
    return replace(
        word,
        readings=(*word.readings, town),
        skeletons=tuple(dict.fromkeys([*word.skeletons, *skeletons(town)[:1]])),
    )


def _of_stem(word: Latin, meant: str) -> Token:
    """A Slavic word of organisations; what means a country is a name like its English word."""
    groups = tables.groups("variants").get(meant, ())
    kind: TokenKind = "name" if groups else "generic"
    canonical = groups[0] if groups else meant
    return Token(
        word.text, kind, word.skeletons[0], word.written, word.readings, canonical, word.skeletons, groups
    )


def _name(word: Latin) -> Token:
    texts = (word.text, *word.readings)
    groups = _all_of(tables.groups("variants"), texts)
    related = _all_of(tables.groups("short_forms"), (*texts, *groups))
    canonical = groups[0] if groups else ""
    return Token(
        word.text,
        "name",
        word.skeletons[0],
        word.written,
        word.readings,
        canonical,
        word.skeletons,
        groups,
        related,
        vowelled=word.vowelled,
    )


def _all_of(table: dict[str, tuple[str, ...]], texts: tuple[str, ...]) -> tuple[str, ...]:
    """What a table has for some texts, each once."""
    several = [found for text in texts if (found := table.get(text))]
    if len(several) < 2:
        return several[0] if several else ()
    return tuple(dict.fromkeys([each for found in several for each in found]))


def _settled(tokens: list[Token], sort: str) -> list[Token]:
    """What only the whole name shows."""
    if sort != "person":
        return _with_last_number(tokens)
    if all(token.kind == "name" for token in tokens):
        return with_patronymics(tokens) if len(tokens) > 2 else tokens
    names = sum(token.kind in {"name", "initial"} for token in tokens)
    if tokens and tokens[-1].kind in _NOT_LAST and names < 2 and not (names and tokens[-1].key):
        tokens[-1] = _as_name(tokens[-1])
        names += tokens[-1].kind == "name"
    if names == 0:
        return [_as_name(token) for token in tokens]
    for index, token in enumerate(tokens):
        if token.canonical.startswith("?"):
            leads = all(before.kind in _NOT_LAST for before in tokens[:index])
            is_title = token.kind == "title" and names > 1 and leads
            tokens[index] = replace(token, canonical=token.canonical[1:]) if is_title else _as_name(token)
        elif index == 0 and token.canonical == "sr":
            tokens[index] = replace(token, canonical="mr")  # `Sr. Perez`
    return with_patronymics(tokens)


def _with_last_number(tokens: list[Token]) -> list[Token]:
    """A single `I`, `V` or `X` at the end of a ship's or an organisation's name, before its legal form, is a number."""
    last = next((place for place in range(len(tokens) - 1, 0, -1) if tokens[place].kind != "form"), 0)
    if last and tokens[last].kind == "initial":
        number = numerals.letter(tokens[last].text)
        if number:
            tokens[last] = replace(tokens[last], kind="numeral", canonical=number)
    return tokens


def _as_name(token: Token) -> Token:
    if token.kind not in _NOT_LAST or " " in token.text:
        return token
    groups = tables.groups("variants").get(token.text, ())
    return replace(token, kind="name", canonical=groups[0] if groups else "", groups=groups)
