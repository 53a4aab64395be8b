"""What is in force for a path, and whence: for a terminal, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict  # pydantic cannot read typing.TypedDict before Python 3.12

from sanctcheck.report.json_text import json_text
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.config.in_force import Setting


class JsonSetting(TypedDict):
    """One value that holds; whence: `command line`, `default`, or the file with line and column."""

    name: str
    value: str
    whence: str
    remark: str | None


class JsonSettings(TypedDict):
    """What is in force for a path: of a file, what its own path adds is among it."""

    format: Literal["settings/1"]
    configuration: str | None
    file: str | None
    settings: list[JsonSetting]


def text(configuration: str | None, file: str | None, held: Iterable[Setting]) -> str:
    """For a terminal."""
    lines = [f"Configuration  {'none found' if configuration is None else visible(configuration)}"]
    if file is not None:
        lines.append(f"For the file   {visible(file)}")
    every = list(held)
    width = max(len(each.name) for each in every)
    for each in every:
        remark = f"; {each.remark}" if each.remark else ""
        lines.append(f"  {each.name:{width}}  {visible(each.value)}  ({visible(each.whence + remark)})")
    return "\n".join(lines) + "\n"


def json(configuration: str | None, file: str | None, held: Iterable[Setting]) -> str:
    """For programs; its form is `schemas/settings.schema.json`."""
    made: JsonSettings = {
        "format": "settings/1",
        "configuration": configuration,
        "file": file,
        "settings": [
            {"name": each.name, "value": each.value, "whence": each.whence, "remark": each.remark or None}
            for each in held
        ],
    }
    return json_text(made, indent=1) + "\n"
