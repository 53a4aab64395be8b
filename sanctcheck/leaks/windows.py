"""Words that stand together so that they are a name: all of it, most of it, or a part with initials."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.leaks.alike import WHOLE
from sanctcheck.leaks.particles import LINKING, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.leaks.alike import Hit, Words
    from sanctcheck.leaks.cutting import Word
    from sanctcheck.leaks.sought import Sought

GAP = 3
"""How many words further on the next word of a name may stand: between them there is room for `al`, `bin`, `van der`."""
_EACH, _PART, _ONE = 0.19, 0.1, 0.08
"""What the words of a name may cost on average; those of a part of it; and the only word of a name."""
_SMALL_LETTERS = 0.1
"""What it costs that a word which is not exactly the same stands there in small letters."""
_SAYS_ENOUGH = 1.2
_SHORTEST_SMALL, _SHORTEST_ONE, _SHORTEST_PART = 8, 4, 8
"""Letters of a name that is found in small letters, of one that has a single word, and of a part of one."""


class Found(NamedTuple):
    """A name in a text: from the first of its words to the last, counted from zero."""

    first: int
    last: int
    is_whole: bool
    name: int


def may_stand(distinct: Iterable[str], words: Words, names: Sequence[Sought], *, has_initials: bool) -> bool:
    """Whether a name can stand in a text that has these words, wherever they are in it."""
    met: dict[int, set[int]] = {}
    for word in distinct:
        for hit in words.hits(word):
            if hit.word == WHOLE:
                if hit.cost <= _PART:
                    return True
            else:
                met.setdefault(hit.name, set()).add(hit.word)
    return any(has_initials or len(found) > 1 or len(names[name].words) == 1 for name, found in met.items())


class _At(NamedTuple):
    place: int
    hit: Hit


def found(text: str, cut: Sequence[Word], words: Words, names: Sequence[Sought]) -> Iterator[Found]:
    """Every name in a text that is cut into words; the same stretch may be found more than once."""
    by_name: dict[int, list[_At]] = {}
    for place, word in enumerate(cut):
        for hit in words.hits(word.text):
            by_name.setdefault(hit.name, []).append(_At(place, hit))
    for name, hits in by_name.items():
        for at in hits:
            if at.hit.word == WHOLE and at.hit.cost <= _PART:
                yield Found(at.place, at.place, is_whole=True, name=name)
        plain = [at for at in hits if at.hit.word != WHOLE]
        for cluster in _clusters(plain):
            yield from _in_cluster(text, cut, cluster, names[name])


def _clusters(hits: Sequence[_At]) -> Iterator[list[_At]]:
    """Hits that stand near one another."""
    cluster: list[_At] = []
    for at in hits:
        if cluster and at.place - cluster[-1].place > GAP:
            yield cluster
            cluster = []
        cluster.append(at)
    if cluster:
        yield cluster


def _in_cluster(text: str, cut: Sequence[Word], cluster: Sequence[_At], name: Sought) -> Iterator[Found]:
    """The best stretches of a cluster: from each hit on, the nearest hit for every other word of the name."""
    number = cluster[0].hit.name
    reach = GAP * max(len(name.words) - 1, 0)
    for start, first in enumerate(cluster):
        chosen = {first.hit.word: first}
        last = first.place
        for at in cluster[start + 1 :]:
            exact = not first.hit.cost and not at.hit.cost
            if at.place - first.place > reach or not _is_one(cut, last, at.place, exact=exact):
                break
            last = at.place
            taken = {(each.place, each.hit.sub) for each in chosen.values()}
            known = chosen.get(at.hit.word)
            if (at.place, at.hit.sub) in taken:
                continue
            if known is None or (at.hit.cost < known.hit.cost and at.hit.word != first.hit.word):
                chosen[at.hit.word] = at
        places = [each.place for each in chosen.values()]
        if _is_name(cut, chosen, name):
            yield Found(min(places), max(places), len(chosen) == len(name.words), number)
        else:
            with_initials = _with_initials(text, cut, chosen, name)
            if with_initials:
                yield Found(*with_initials, is_whole=False, name=number)


def _is_one(cut: Sequence[Word], first: int, last: int, *, exact: bool) -> bool:
    """Whether what stands between two words of a name may stand within one: `al`, `van der`, a second given name."""
    between = cut[first + 1 : last]
    return all(word.is_capital or word.text in SMALL or (exact and word.text in LINKING) for word in between)


def _is_name(cut: Sequence[Word], chosen: dict[int, _At], name: Sought) -> bool:
    costs = [_cost(cut[at.place], at.hit) for at in chosen.values()]
    total = sum(costs)
    whole = len(chosen) == len(name.words)
    letters = sum(max(len(name.words[word].text), len(cut[at.place].text)) for word, at in chosen.items())
    is_small = not any(cut[at.place].is_capital for at in chosen.values())
    if len(name.words) == 1:
        return total <= _ONE and letters >= (_SHORTEST_ONE if not is_small else _SHORTEST_ONE + 1)
    if is_small and letters < _SHORTEST_SMALL:
        return False
    if whole:
        return total <= _EACH * len(costs)
    says = sum(name.weights[word] for word in chosen)
    is_short_form = {0, len(name.words) - 1} <= chosen.keys()
    is_enough = (says >= _SAYS_ENOUGH or is_short_form) and letters >= _SHORTEST_PART
    return len(chosen) > 1 and total <= _PART * len(costs) and is_enough


def _cost(word: Word, hit: Hit) -> float:
    return hit.cost if word.is_capital or not hit.cost else hit.cost + _SMALL_LETTERS


def _with_initials(
    text: str, cut: Sequence[Word], chosen: dict[int, _At], name: Sought
) -> tuple[int, int] | None:
    """The stretch of one word of a name beside initials of others: `A. B. Surname`, `Surname A.`, `Anna S.`."""
    for at in chosen.values():
        if at.hit.cost > _PART or not cut[at.place].is_capital:
            continue
        others = [token.text[:1] for word, token in enumerate(name.words) if word != at.hit.word]
        before, behind = _run(text, cut, at.place, -1), _run(text, cut, at.place, 1)
        for places in (before, behind):
            letters = [_letter(cut[place]) for place in places]
            if letters and all(letter in others for letter in letters):
                return min(at.place, *places), max(at.place, *places)
    return None


def _run(text: str, cut: Sequence[Word], place: int, step: int) -> list[int]:
    """The initials that stand directly before or behind a word."""
    found: list[int] = []
    at = place + step
    while at >= 0 and step < 0 and len(cut[at].text) > 1 and cut[at].text in SMALL:  # `M. al-Hussaini`
        at += step
    while 0 <= at < len(cut) and is_initial(text, cut[at]) and len(found) < 4:
        found.append(at)
        at += step
    return found


def is_initial(text: str, word: Word) -> bool:
    """Whether a word is a single letter with its point, or a capital by itself; “I” is a word."""
    if word.end - word.start != 1 or not word.is_capital:
        return False
    return text[word.end : word.end + 1] == "." or (
        word.text.isascii() and word.text.isalpha() and word.text != "i"
    )


def stands_alone(text: str, cut: Sequence[Word], place: int) -> bool:
    """Whether a word is not one of several names side by side, which would be somebody's full name; a title is none."""
    from sanctcheck.names import tables  # noqa: PLC0415 - only where a word is found

    return not any(
        cut[one].is_capital
        and not text[cut[min(one, place)].end : cut[max(one, place)].start].strip(" -")
        and cut[one].text not in tables.phrases("titles")
        for one in (place - 1, place + 1)
        if 0 <= one < len(cut)
    )


def _letter(word: Word) -> str:
    """An initial in Latin letters."""
    if word.text.isascii():
        return word.text
    from sanctcheck.names.prepare import prepare  # noqa: PLC0415 - few initials are in another script

    return next((token.text[:1] for token in prepare(word.text, "person").tokens), "")
