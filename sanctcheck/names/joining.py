"""Words that are one name although they are written apart: `Abd al-Rahman`, `Nur al-Din`, `Habib Ullah`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.names.skeletons import skeletons
from sanctcheck.names.tables import arabic_words
from sanctcheck.names.words import Latin

if TYPE_CHECKING:
    from collections.abc import Sequence

ARTICLES = frozenset({
    "al", "el", "ul", "ol", "il", "as", "es", "us", "os", "ash", "esh", "ush", "ad", "ed", "ud", "od", "at", "et", "ut", "an", "en",
    "un", "on", "ar", "er", "ur", "or", "az", "ez", "uz", "oul", "eul", "oud", "our", "ouz",
})  # fmt: skip
"""The article of Arabic, as it sounds before each letter."""
_SERVANTS = frozenset({
    "abd", "abdu", "abdal", "abdel", "abdul", "abdol", "abdoul", "abdool", "abdil", "abdur", "abdus", "abdush", "abdar", "abder",
    "abed", "abdun", "abdan", "abdou", "ebd", "abdour", "abdous", "abdud", "abdoel", "abdoer",
})  # fmt: skip
_RELIGION = frozenset({"din", "deen", "dine", "eddin", "eddine", "aldin", "aldeen", "uddin", "uddeen", "addin", "oddin", "eldin", "eldeen", "eldine", "ddin", "odin", "udin"})  # fmt: skip
_GOD = frozenset({"allah", "ullah", "ollah", "alla", "ulla", "olla", "ullh", "elah", "illah"})
_ARTICLE_BEHIND = "ul"
"""As it is written with the name before it, in Bengal above all."""
_JOINING = _SERVANTS | _RELIGION | _GOD
_VOICED = {"p": "b", "t": "d", "v": "f"}


def joined(words: list[Latin]) -> list[Latin]:
    """The words, with each such name as one."""
    words = _with_articles_apart(words)
    if _JOINING.isdisjoint([word.text for word in words]):
        return words
    found: list[Latin] = []
    index = 0
    while index < len(words):
        word = words[index]
        taken = _servant(words, index)
        if taken:
            found.append(_servant_of(words[index : index + taken]))
            index += taken
            continue
        if found and word.text in _GOD and len(found[-1].text) > 2 and found[-1].text not in ARTICLES:
            found[-1] = _one([found[-1], word], "allah", "l")
        elif found and word.text in _RELIGION:
            _join_religion(found, word)
        else:
            found.append(word)
        index += 1
    return found


def _with_articles_apart(words: list[Latin]) -> list[Latin]:
    """`Zia ul Haq` for `Ziaul Haq`."""
    if not any(word.text.endswith(_ARTICLE_BEHIND) for word in words[:-1]):
        return words
    found: list[Latin] = []
    for word in words[:-1]:
        name = word.text.removesuffix(_ARTICLE_BEHIND)
        if name != word.text and name in arabic_words() and word.text not in arabic_words():
            end = len(word.written) - len(_ARTICLE_BEHIND)
            found.append(Latin(name, word.written[:end], (), skeletons(name)))
            found.append(
                Latin(_ARTICLE_BEHIND, word.written[end:], (), skeletons(_ARTICLE_BEHIND), hyphen=True)
            )
        else:
            found.append(word)
    return [*found, words[-1]]


def _servant(words: Sequence[Latin], index: int) -> int:
    """How many words a name with `Abd` takes up; none where nothing follows that it could belong to."""
    first = words[index].text
    if first not in _SERVANTS:
        return 0
    ahead = index + 1
    if ahead < len(words) and words[ahead].text in ARTICLES:
        ahead += 1
    elif first == "abed":
        return 0
    if ahead < len(words) and len(words[ahead].text) > 2:
        return ahead + 1 - index
    return 0


def _servant_of(words: Sequence[Latin]) -> Latin:
    last = words[-1]
    return Latin(
        f"abdul{last.text}" if last.text not in _GOD else "abdullah",
        _written(words),
        tuple(f"abdul{reading}" for reading in last.readings),
        tuple(f"abd{bones[1:] if bones[0] == 'a' else bones}" for bones in last.skeletons)
        if last.text not in _GOD
        else ("abdl",),
        last.hyphen,
        vowelled=last.vowelled,
    )


def _written(words: Sequence[Latin]) -> str:
    """As it stood there; an article that is tied to its word was written once."""
    return " ".join(dict.fromkeys(word.written for word in words))


def _join_religion(found: list[Latin], word: Latin) -> None:
    if len(found) > 1 and found[-1].text in ARTICLES:
        found.pop()
        found[-1] = _one([found[-1], word], "uddin", "dn")
    elif len(found[-1].text) > 2 and (word.text != "dean"):
        found[-1] = _one([found[-1], word], "uddin", "dn")
    else:
        found.append(word)


def _one(words: Sequence[Latin], ending: str, bones: str) -> Latin:
    first = words[0]
    text = first.text.rstrip("aeiou") + ending if len(first.text) > 3 else first.text + ending
    heads = [*first.skeletons[:4]]
    heads += [head[:-1] + _VOICED[head[-1]] for head in heads if head[-1:] in _VOICED]
    found = tuple(dict.fromkeys([*skeletons(text)[:1], *(head + bones for head in heads)]))
    return Latin(text, _written(words), (), found, words[-1].hyphen, vowelled=first.vowelled)
