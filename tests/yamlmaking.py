"""Dossiers as people and programs write them: every style of YAML, comments and empty lines anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.dossier.model import Dossier
from sanctcheck.tidy.order import fields

if TYPE_CHECKING:
    from random import Random

    from sanctcheck.tidy.order import Model

_PLAIN = ("word", "two words", "a#b", "it's", "NO", "0123", "12", "1.50", "true", "2026-01-02")
_QUOTED = (
    "'single'",
    "'it''s'",
    "'a \"b\" c'",
    '"double"',
    '"a: b # c"',
    r'"tab\tand \"quote\""',
    "'x: y'",
    "'\\'",
)
_SPREAD = ('"one', "  two\\", "  three", "", '  four"'), ("'one", "", "  two'"), ("plain", "text", "goes on")
_BLOCKS = ("|", "|-", "|+", ">", ">-", ">+", "|2", "| # why", ">- # why")


class Maker:
    """Writes one random dossier."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._comment = 0
        self._anchors = 0

    def dossier(self) -> str:
        """The text of a file."""
        lines = self._noise(0)
        names = self._names(Dossier, least=3)
        for name in dict.fromkeys(["format", *names] if self._maybe(0.5) else [*names, "format"]):
            if name == "format":
                lines += [*self._noise(0), f"format: dossier/1{self._trailing()}"]
            else:
                lines += self._field(name, fields(Dossier).get(name), 0)
        return "\n".join([*lines, *self._noise(0)]) + self._random.choice(["", "\n", "\n\n"])

    def _maybe(self, chance: float) -> bool:
        return self._random.random() < chance

    def _names(self, model: Model | None, least: int = 1) -> list[str]:
        known = [*(fields(model) if model else {}), "unknown_field", "x", '"quoted"']
        return self._random.sample(known, min(len(known), self._random.randint(least, 5)))

    def _text(self) -> str:
        self._comment += 1
        return self._random.choice(
            [
                f"# c{self._comment}",
                f"#c{self._comment}  ",
                f"# - {{a: c{self._comment}}}",
                f"# it's c{self._comment}",
            ]
        )

    def _trailing(self) -> str:
        return self._random.choice([" ", "  ", "     "]) + self._text() if self._maybe(0.2) else ""

    def _noise(self, indent: int) -> list[str]:
        """Comments at any indent, and empty lines."""
        lines = []
        while self._maybe(0.3):
            if self._maybe(0.4):
                lines.append(self._random.choice(["", "   "]))
            else:
                lines.append(
                    " " * self._random.choice([0, indent, indent, indent + 2, indent + 5]) + self._text()
                )
        return lines

    def _field(self, name: str, model: Model | None, indent: int) -> list[str]:
        return [*self._noise(indent), *self._value(f"{' ' * indent}{name}:", model, indent, in_list=False)]

    def _value(self, before: str, model: Model | None, indent: int, *, in_list: bool) -> list[str]:
        kind = self._random.choice(["text", "text", "flow", "mapping", "list", "block", "spread", "alias"])
        if indent > 12 and kind in {"mapping", "list"}:
            kind = "flow"
        if kind == "mapping":
            return self._mapping(before, model, indent, in_list=in_list)
        if kind == "list":
            return self._list(before, model, indent, in_list=in_list)
        if kind == "flow":
            return self._flow(before, model, indent)
        if kind == "block":
            return self._block(before, indent)
        if kind == "spread":
            first, *others = self._random.choice(_SPREAD)
            room = " " * (indent + self._random.randint(1, 4))
            return [
                f"{before} {first}",
                *(line and room + line for line in others[:-1]),
                room + others[-1] + self._trailing(),
            ]
        if kind == "alias" and self._anchors and self._maybe(0.5):
            return [f"{before} *a{self._random.randint(1, self._anchors)}{self._trailing()}"]
        return [f"{before}{self._scalar()}{self._trailing()}"]

    def _scalar(self) -> str:
        if self._maybe(0.1):
            return ""
        text = self._random.choice([*_PLAIN, *_QUOTED])
        if self._maybe(0.15):
            self._anchors += 1
            return f" &a{self._anchors} {text}"
        return f" !!str {text}" if self._maybe(0.1) else f" {text}"

    def _mapping(self, before: str, model: Model | None, indent: int, *, in_list: bool) -> list[str]:
        deeper = indent + self._random.randint(1, 4)
        lines: list[str] = []
        for name in self._names(model):
            lines += self._field(name, fields(model).get(name) if model else None, deeper)
        lines += self._noise(deeper)
        if in_list and lines[0].strip()[:1] not in {"", "#"} and self._maybe(0.7):
            return self._beside(before, lines, deeper)
        return [before + self._trailing(), *lines]

    def _beside(self, before: str, lines: list[str], deeper: int) -> list[str]:
        """The first field beside the dash."""
        return [
            before + lines[0][len(before) :]
            if deeper > len(before)
            else f"{before.ljust(deeper)}{lines[0].strip()}",
            *lines[1:],
        ]

    def _list(self, before: str, model: Model | None, indent: int, *, in_list: bool) -> list[str]:
        deeper = indent + self._random.randint(1 if in_list else 0, 4)
        lines: list[str] = []
        for _ in range(self._random.randint(1, 3)):
            lines += self._noise(deeper)
            lines += self._value(" " * deeper + "-", model, deeper, in_list=True)
        return [before + self._trailing(), *lines, *self._noise(deeper)]

    def _flow(self, before: str, model: Model | None, indent: int) -> list[str]:
        text = self._brackets(model, " " * (indent + 1), 0)
        return f"{before} {text}{self._trailing()}".split("\n")

    def _brackets(self, model: Model | None, room: str, depth: int) -> str:
        is_mapping = self._maybe(0.6)
        parts = []
        for name in self._names(model) if is_mapping else range(self._random.randint(0, 4)):
            value = (
                self._brackets(model, room, depth + 1)
                if depth < 2 and self._maybe(0.3)
                else self._flow_scalar()
            )
            parts.append(f"{name}: {value}" if is_mapping else value or "z")
        text = f"{self._gap(room)},{self._gap(room)}".join(parts)
        inside = f"{self._gap(room)}{text}{self._gap(room)}"
        return f"{{{inside}}}" if is_mapping else f"[{inside}]"

    def _flow_scalar(self) -> str:
        return self._random.choice(
            [each for each in (*_PLAIN, *_QUOTED, "x" * 70) if "#" not in each or each[0] in "\"'"]
        )

    def _gap(self, room: str) -> str:
        if self._maybe(0.1):
            return f"  {self._text()}\n{room}"
        return self._random.choice(["", " ", "", f"\n{room}"]) if self._maybe(0.5) else " "

    def _block(self, before: str, indent: int) -> list[str]:
        header = self._random.choice(_BLOCKS)
        room = " " * (indent + 2)
        lines = [
            self._random.choice(["text", "  deeper", "# no comment", "", "- no item"])
            for _ in range(self._random.randint(1, 3))
        ]
        if "2" not in header:
            lines.insert(0, "begins")
        return [
            f"{before} {header}",
            *(line and room + line for line in lines),
            *([""] if self._maybe(0.3) else []),
        ]
