"""Initials that stand for somebody: `A.P.` with their points anywhere, `AP` without where the words beside them say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.leaks.cutting import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sanctcheck.names.prepare import Token

_POINTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.[ \u00a0]?){1,5}[^\W\d_](?![^\W_])\.?")
_BARE = re.compile(r"(?<![^\W_])[^\W\d_]{2,4}(?![^\W_])")
OF_NOBODY = frozenset({
    "us", "un", "eu", "uk", "ad", "bc", "bce", "ce", "am", "pm", "eg", "ie", "usa", "uae", "dc", "phd", "ba", "ma", "md", "llb", "llm",
    "ps", "cf", "ibid", "zb", "ua", "dh", "sa", "ag", "sarl", "spa", "srl", "ao", "oo", "pa", "cv", "nv", "bv", "no", "op", "ca", "nb",
})  # fmt: skip
"""Abbreviations with points that are everybody's."""
_WHO = re.compile(
    r"(?:\b(?:witness(?:es)?|victims?|survivors?|sources?|interview(?:ee)?s?|informants?|complainants?|detainees?|deponents?|statements?"
    r"|testimon(?:y|ies)|affidavits?|depositions?|t[ée]moin(?:s|e)?|t[ée]moignages?|victimes?|entretiens?|d[ée]clarations?|testigos?|v[íi]ctimas?"
    r"|testimonios?|entrevistas?|declaraci[óo]n(?:es)?|zeug(?:e|in|en|innen)|opfer|aussagen?|gespr[äa]ch(?:e|s)?"
    r"|свидетел\w{1,4}|потерпевш\w{1,3}|показани\w{1,2}|свід\w{1,4}|потерпіл\w{1,3})\b)"
    r"[\s,:(“\"']{1,3}(?:(?:of|with|from|by|by the|de|du|von|mit|avec|con|par|no\.?|от|від)\s{1,3}){0,2}\Z",
    re.IGNORECASE,
)
"""Who it is that has initials, directly before them."""
_DID = re.compile(
    r"[\s,)”\"']{1,3}(?:testif(?:ied|ies)|saw|heard|recalled|recounted|remembers?|remembered|fled|witnessed|recogni[sz]ed|told (?:us|me|the)"
    r"|was (?:beaten|detained|tortured|arrested|raped|held|heard|interviewed|questioned|shot|abducted|released))\b",
    re.IGNORECASE,
)
"""What people do whose names are kept back, directly behind."""
_NEAR = 48


def bare(words: Iterable[Token]) -> set[str]:
    """The initials by which somebody is called in a report: all of them, and the first and last in either order."""
    letters = [token.text[:1] for token in words]
    if len(letters) < 2:
        return set()
    return {"".join(letters), letters[0] + letters[-1], letters[-1] + letters[0]} - OF_NOBODY


def found(text: str, pointed: Mapping[str, int], alone: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    """Where initials stand for somebody: from their first character to behind their last, and for whom."""
    if pointed and "." in text:
        stripped, places = plain(text)
        for match in _POINTED.finditer(stripped):
            letters = "".join(each for each in match.group() if each.isalpha())
            owner = pointed.get(letters.lower())
            if owner is not None and letters.isupper():
                start, end = match.start(), match.start() + len(match.group().rstrip())
                yield *_back(start, end, places), owner
    if alone:
        stripped, places = plain(text)
        for match in _BARE.finditer(stripped):
            owner = alone.get(match.group().lower()) if match.group().isupper() else None
            if owner is not None and _is_somebody(stripped, *match.span()):
                yield *_back(*match.span(), places), owner


def _back(start: int, end: int, places: list[int] | None) -> tuple[int, int]:
    return (start, end) if places is None else (places[start], places[end - 1] + 1)


def _is_somebody(text: str, start: int, end: int) -> bool:
    """Whether the words beside letters say that these are a person, and no agency or form."""
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return _WHO.search(before) is not None or _DID.match(behind) is not None
