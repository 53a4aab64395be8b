"""Text from outside, made fit to show, and suggestions for words that were nearly right."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 60
_RUNNER = re.compile(r"::(?![0-9\]/])")
"""What can begin a command; `[::1]` is an address."""
_COMMAND = re.compile(r"##(?=\w{0,40}\[)")
_WEB_ADDRESS = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def is_hidden(character: str) -> bool:
    """Whether a character draws nothing or steers the terminal, and so must not be shown as it is."""
    return unicodedata.category(character) in _HIDDEN_CATEGORIES


def visible(text: str) -> str:
    r"""Text from a dossier, a path or a list, made safe for a terminal and for a CI log.

    Characters that draw nothing (C0, C1, DEL, format, separators, unassigned, surrogates) become `\u{…}`.
    `::`, `##[` and `##word[` are broken up, because CI runners read commands that begin with them (CVE-2020-15228).
    """
    if not text.isprintable():
        text = "".join(f"\\u{{{ord(c):x}}}" if is_hidden(c) else c for c in text)
    if "::" in text:
        text = _RUNNER.sub(r":\\u{3a}", text)
    return _COMMAND.sub(r"#\\u{23}", text) if "##" in text else text


def encodable(text: str) -> str:
    r"""A name from the file system as every machine has it, and every encoding of Unicode can hold it.

    Names are bytes, mostly UTF-8; where the locale is not, Python keeps them as surrogates. Bytes that are no UTF-8 become
    `\xff`.
    """
    if text.isascii():
        return text
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode()


def is_web_address(text: object) -> bool:
    """Whether a text can be led to: an address of the web, in which nothing is hidden."""
    return isinstance(text, str) and bool(_WEB_ADDRESS.match(text)) and visible(text) == text


def shorten(text: str, limit: int = _SHOWN) -> str:
    """At most `limit` characters of a value, with `…` where it was cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def quoted(value: object) -> str:
    """A value as a message shows it: short, and in quotation marks that it cannot close itself."""
    return f"“{shorten(str(value)).replace('”', chr(34))}”"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean “…”?` for a word close to a known one, else nothing."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a misspelt word needs it

    # Whole words are compared, in any case: `uk` is part of `eu-ukraine`, and does not mean it.
    best = process.extractOne(
        word[:100], list(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=70
    )
    return f" Did you mean “{best[0]}”?" if best else ""


def listed(words: Iterable[str], conjunction: str = "or") -> str:
    """`a, b or c`."""
    every = list(words)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {conjunction} {every[-1]}"
