"""What is looked for: a name with the words that identify somebody, and all that it is when it is written as one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sanctcheck.leaks.cutting import words
from sanctcheck.names.prepare import prepare
from sanctcheck.names.skeletons import skeletons
from sanctcheck.names.wade_giles import old_word
from sanctcheck.names.weights import packaged_weights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.names.prepare import Token

MOST_WORDS = 8
_MOST_PERMUTED = 3
_SYLLABLES, _LONGEST_SYLLABLE = 3, 5
"""Words of a name whose last two may be one, and letters of such a word."""
_IDENTIFYING = frozenset({"name", "patronymic", "initial", "generic", "form", "numeral"})
_SHORTEST_PART = 9
_SHORTEST_HANDLED = 5
RARE = 0.6
"""What a word says that few people bear."""
SHORTEST_ONE = 6
"""Letters of a name that is found although its words are split or joined otherwise than in the name."""
_WITHOUT_BLANKS = (
    ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"),
    ("\uac00", "\ud7af"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sought:
    """One name."""

    words: tuple[Token, ...]
    """Those that identify."""
    weights: tuple[float, ...]
    """How much each says: a rare one much, a common one little."""
    as_one: frozenset[str]
    """All its letters, in each order in which people write its words."""
    handles: frozenset[str]
    """What people make of it in addresses and names of files: `apetrova`, where the longer word is rare."""
    whole: Token | None
    """The same as one word, for its other spellings; None where that would be too short to tell."""

    @property
    def initials(self) -> str:
        """The first letters of its words, in their order."""
        return "".join(token.text[:1] for token in self.words)


def sought(name: str) -> list[Sought]:
    """What is looked for to find a name: nothing where it has no letter; more than one where its words may be joined."""
    tokens = prepare(name, "person").tokens
    chosen = tuple(token for token in tokens if token.kind in _IDENTIFYING) or tokens
    chosen = chosen[:MOST_WORDS]
    if not chosen:
        return []
    found = [_of_words(name, chosen)]
    if len(chosen) == 1 and len(tokens) > 1:
        # `Mulla, Farid`: what is a title in one name is the surname in another.
        found.append(_of_words(name, tokens[:MOST_WORDS]))
    if len(chosen) == _SYLLABLES and all(len(token.text) <= _LONGEST_SYLLABLE for token in chosen[-2:]):
        # Of East Asia: two syllables that are one given name, written as one or as two.
        found.append(_of_words(name, (chosen[0], joined(chosen[1:]))))
    return found


def joined(tokens: tuple[Token, ...]) -> Token:
    """Words as one, in each way in which they read."""
    first, second = tokens
    texts = [
        f"{one}{other}"
        for one in (first.text, *first.readings[:3])
        for other in (second.text, *second.readings[:3])
    ]
    found = tuple(dict.fromkeys(bones for text in texts for bones in skeletons(text)[:2]))
    return replace(
        first,
        text=texts[0],
        readings=tuple(dict.fromkeys(texts[1:])),
        skeleton=found[0],
        skeletons=found,
        kind="name",
        canonical="",
        groups=(),
        related=(),
    )


def _of_words(name: str, chosen: tuple[Token, ...]) -> Sought:
    weights = packaged_weights()
    return Sought(
        chosen,
        tuple(0.0 if token.kind == "initial" else weights.of(token.text) for token in chosen),
        frozenset(_as_one(name, chosen)),
        frozenset(_handles(chosen)),
        _whole(chosen),
    )


def _as_one(name: str, tokens: tuple[Token, ...]) -> set[str]:
    written = [word.text for word in words(name)]
    found = {"".join(written)}
    texts_of_tokens = [token.text for token in tokens]
    chinese = [old_word(text) for text in texts_of_tokens]
    for texts in (written, texts_of_tokens, *([chinese] if all(chinese) else [])):
        if len(texts) <= _MOST_PERMUTED:
            found.update("".join(order) for order in permutations(texts))
        else:
            found.update({"".join(texts), "".join([*texts[-1:], *texts[:-1]])})
    if len(tokens) > 2:
        found.update(_parts(tokens))
    return {each for each in found if len(each) >= SHORTEST_ONE or is_without_blanks(each)}


def _parts(tokens: tuple[Token, ...]) -> Iterator[str]:
    """Two words of a longer name, where both say much."""
    rare = [
        token.text
        for token in tokens
        if token.kind != "initial" and packaged_weights().of(token.text) >= RARE
    ]
    for one, other in permutations(rare, 2):
        if len(one) + len(other) >= _SHORTEST_PART:
            yield one + other


def _handles(tokens: tuple[Token, ...]) -> Iterator[str]:
    for rare, other in permutations(tokens, 2):
        if (
            len(rare.text) >= _SHORTEST_HANDLED
            and rare.kind != "initial"
            and packaged_weights().of(rare.text) >= RARE
        ):
            yield f"{other.text[:1]}{rare.text}"
            yield f"{rare.text}{other.text[:1]}"


def is_without_blanks(text: str) -> bool:
    """Whether a text is in a script that puts no blanks between words, so that two letters say much."""
    return len(text) > 1 and any(first <= text[0] <= last for first, last in _WITHOUT_BLANKS)


def _whole(tokens: tuple[Token, ...]) -> Token | None:
    joined = "".join(token.text for token in tokens)
    if len(tokens) < 2 or len(joined) <= SHORTEST_ONE:
        return None
    return next(iter(prepare(joined, "person").tokens), None)
