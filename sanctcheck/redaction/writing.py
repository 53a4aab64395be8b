"""A version as text: YAML or JSON made anew from the values alone, so that no comment or layout comes along."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from sanctcheck.text import is_hidden

_WIDTH = 120
_COMMANDS = {"::": ":\\u003a", "##": "#\\u0023"}
"""What CI runners read as the beginning of a command, where a version is printed."""
_LIKE_A_NUMBER = re.compile(r"[-+.]?\d[\d_.eExXoO+-]*\Z")


class _Dumper(yaml.SafeDumper):
    """Writes text so that every reader takes it for text, and nothing in it is hidden."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's own signature
        """Items of a list stand below their field, further in."""
        del indentless
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    needs_quotes = (
        _LIKE_A_NUMBER.match(text) is not None
        or any(command in text for command in _COMMANDS)
        or any(is_hidden(each) and each != "\n" for each in text)
    )
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if needs_quotes else None)


_Dumper.add_representer(str, _text)


def written(value: dict[str, Any], *, as_json: bool) -> str:
    """The text of a version."""
    if as_json:
        return _escaped(json.dumps(value, indent=2, ensure_ascii=False)) + "\n"
    made = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return _escaped(made)


def _escaped(text: str) -> str:
    """What is hidden or begins a command as an escape; it stands between double quotation marks, in JSON and in YAML."""
    for command, said in _COMMANDS.items():
        text = text.replace(command, said)
    return "".join(_escape(each) if is_hidden(each) and each != "\n" else each for each in text)


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]
