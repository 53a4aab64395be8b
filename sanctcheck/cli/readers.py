"""For whom something is written, as an option: the target, the public, or a partner State."""

from __future__ import annotations

import re
from typing import Any

import click

_READER = re.compile(r"target|public|partner:[A-Z]{2}")


class _Reader(click.types.StringParamType):
    """For whom a version is made."""

    name = "reader"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if _READER.fullmatch(str(value)) is None:
            self.fail(f"“{value}” is no reader: write target, public, or partner:GB for a State.", param, ctx)
        return str(value)


READER = _Reader()
"""`target`, `public`, or `partner:GB`."""
