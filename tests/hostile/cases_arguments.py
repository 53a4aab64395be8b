"""Hostile arguments: what is typed, or pasted into a script by a CI, must not steer the terminal either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harness import NEUTRAL, Case

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOSTILE: dict[str, str | bytes] = {
    "steering": "\x1b]52;c;eA==\x07\x1b[31m\x9b31m a\u202eb\u2066c\u200b",
    "lines": "x\n::error::owned\n##[group]y",
    "bytes": b"\xff\xfe\x1b[31m",
    "long": "x" * 100_000,
}


def cases() -> Iterator[Case]:
    for name, word in _HOSTILE.items():
        yield Case("D10", f"explain-{name}", arguments=(word,), command="explain", status=2)
        yield Case(
            "D10",
            f"explain-criterion-{name}",
            arguments=(_behind("common:", word),),
            command="explain",
            status=2,
        )
        if name == "long":
            continue
        yield Case("D10", f"init-{name}", arguments=(word,), command="init", status=2)
        yield Case("D10", f"schema-{name}", arguments=(word,), command="schema", status=2)
        yield Case("D10", f"command-{name}", arguments=(), command=_text(word), status=2)
        yield Case("D10", f"option-{name}", arguments=(_behind("--", word), "x"), status=2)
        yield Case("D10", f"value-{name}", arguments=("--as-of", word, "x"), status=2)
        yield Case("D10", f"choice-{name}", arguments=("--format", word, "x"), status=2)
        yield Case("D10", f"criteria-{name}", arguments=("--criteria", word, "x"), status=2)
        yield Case("D10", f"extra-{name}", arguments=("dossier", word), command="schema", status=2)
        yield Case(
            "D10",
            f"output-{name}",
            arguments=("common", "-o", _behind("no/such/", word)),
            command="init",
            status=2,
        )
        regime = {"dossier.yaml": NEUTRAL}
        yield Case("D10", f"regime-{name}", regime, ("--regime", word, "dossier.yaml"), status=2)
    yield from _criteria()


def _criteria() -> Iterator[Case]:
    broken = {
        "law/standards.yaml": "a: &a [*a]\n",
        "law/\x1b[31m.yaml": "\x1b",
        "law/common.yaml": "a: &a [*a]\n",
        "dossier.yaml": NEUTRAL,
    }
    yield Case("D2", "criteria-that-are-cyclic", broken, ("--criteria", "law", "dossier.yaml"), status=2)
    for name, text in (
        ("deep", "[" * 100_000),
        ("bomb", "a: [" + "x," * 300_000),
        ("bytes", b"\xff\xfe"),
        ("empty", ""),
    ):
        law: dict[str, str | bytes] = {
            "law/standards.yaml": text,
            "law/common.yaml": text,
            "dossier.yaml": NEUTRAL,
        }
        for command in ("validate", "explain", "init") if name == "bomb" else ("validate",):
            arguments = {"validate": ("dossier.yaml",), "explain": (), "init": ("common",)}[command]
            yield Case(
                "D3", f"criteria-{name}-{command}", law, ("--criteria", "law", *arguments), command, status=2
            )
    hidden = {
        "law/standards.yaml": "format: standards/1\nstandards: []\n",
        "law/a\u202e\n::error::b.yaml": "x: 1\n",
        "d.yaml": NEUTRAL,
    }
    yield Case(
        "D16", "criteria-of-an-odd-name", hidden, ("--criteria", "law", "--all-regimes", "d.yaml"), status=2
    )
    yield Case(
        "D16",
        "regime-of-criteria-of-an-odd-name",
        hidden,
        ("--criteria", "law", "common"),
        "explain",
        status=2,
    )
    yield Case("D16", "criteria-of-an-odd-name-listed", hidden, ("--criteria", "law"), "explain", status=2)


def _behind(prefix: str, word: str | bytes) -> str | bytes:
    return prefix + word if isinstance(word, str) else prefix.encode() + word


def _text(word: str | bytes) -> str:
    return word if isinstance(word, str) else word.decode("utf-8", "surrogateescape")
