"""In which letters a PDF can show a text: those of the fonts that travel with the typesetter, else of this machine's.

The fonts that come along have Latin, Greek, Cyrillic, Hebrew, Armenian, Georgian, Lao, and the Arabic and Persian letters.
For other letters a family of the machine is taken where there is one; where there is none, a reader gets the text in Latin
letters in square brackets, and is told so, instead of empty boxes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Collection

_ARABIC = (
    r"\u0606\u0607\u0609\u060a\u060c\u0615\u061b\u061f\u0621-\u063a\u0640-\u0655\u065a\u0660-\u066d\u0674\u0679-\u067b"
    r"\u067e-\u0680\u0683\u0684\u0686\u0687\u0691\u0698\u06a4\u06a9\u06af\u06be\u06cc\u06f0-\u06f9"
)
_COME_ALONG = rf"\u0000-\u03ff\u0400-\u052f\u0531-\u058a\u0590-\u05ff{_ARABIC}\u0e81-\u0ecd\u10a0-\u10ff\u1e00-\u1fff\u2000-\u2bff"
_MISSING = re.compile(rf"[^{_COME_ALONG}]+(?:\s+[^{_COME_ALONG}]+)*")
_NOTO = ("Noto Sans CJK SC", "Noto Serif CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Zen Hei")
_CHINESE = (*_NOTO, "SimSun", "Microsoft YaHei", "PingFang SC", "Songti SC", "Arial Unicode MS")
_SCRIPTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Arabic",
        r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
        (
            "Noto Naskh Arabic",
            "Noto Sans Arabic",
            "Amiri",
            "Scheherazade New",
            "DejaVu Sans",
            "Arial",
            "Geeza Pro",
        ),
    ),
    ("Chinese", r"\u2e80-\u2fdf\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff", _CHINESE),
    ("Japanese", r"\u3040-\u30ff\u31f0-\u31ff", ("Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", *_NOTO)),
    (
        "Korean",
        r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff",
        ("Noto Sans CJK KR", "Malgun Gothic", "Nanum Gothic", *_NOTO),
    ),
    ("Thai", r"\u0e00-\u0e7f", ("Noto Sans Thai", "Tahoma", "Leelawadee UI", "Thonburi")),
    ("Devanagari", r"\u0900-\u097f", ("Noto Sans Devanagari", "Mangal", "Nirmala UI", "Kohinoor Devanagari")),
    ("Bengali", r"\u0980-\u09ff", ("Noto Sans Bengali", "Vrinda", "Nirmala UI")),
    ("Burmese", r"\u1000-\u109f", ("Noto Sans Myanmar", "Myanmar Text", "Padauk")),
    ("Ethiopic", r"\u1200-\u139f", ("Noto Sans Ethiopic", "Abyssinica SIL", "Nyala", "Kefa")),
    ("Khmer", r"\u1780-\u17ff", ("Noto Sans Khmer", "Khmer UI", "Khmer OS")),
    ("Tamil", r"\u0b80-\u0bff", ("Noto Sans Tamil", "Latha", "Nirmala UI")),
)


@dataclass(slots=True)
class Lettering:
    """What one PDF is written in.

    Attributes:
        families: those of this machine.
        used: of them, those that are needed.
        romanised: the scripts of which there is no family.
    """

    families: Collection[str]
    used: list[str] = field(default_factory=list)
    romanised: list[str] = field(default_factory=list)

    def written(self, text: str) -> str:
        """The text, with what no font has in Latin letters."""
        return text if text.isascii() else _MISSING.sub(self._shown, text)

    def _shown(self, found: re.Match[str]) -> str:
        run = found[0]
        script, families = _script_of(run[0])
        family = next((each for each in families if each in self.families), None)
        if family is not None:
            if family not in self.used:
                self.used.append(family)
            return run
        if script not in self.romanised:
            self.romanised.append(script)
        from anyascii import anyascii  # noqa: PLC0415 - few texts need it

        return f"[{' '.join(anyascii(run).split())}]"

    @property
    def said(self) -> str:
        """What the reader is told of it; empty where nothing was changed."""
        if not self.romanised:
            return ""
        return (
            f"No font for {listed(self.romanised, 'and')} letters was at hand: texts in them are given in Latin letters, in"
            " square brackets. The report as HTML or DOCX has them as they were written."
        )


@cache
def _script_of(character: str) -> tuple[str, tuple[str, ...]]:
    for name, ranges, families in _SCRIPTS:
        if re.match(f"[{ranges}]", character):
            return name, families
    return "other", ()
