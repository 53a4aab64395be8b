"""What the shell completes: ids of regimes, standards and lists, forms of the report, and files. Only imported while it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from sanctcheck.data import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_ID = re.compile(r"^ *- id: ([a-z0-9-]+)$", re.MULTILINE)


def regimes() -> Iterable[str]:
    """The ids of the regimes, from the names of their files."""
    files = data_folder("criteria").glob("*.yaml")
    return sorted(file.stem for file in files if file.stem != "standards")


def lists() -> Iterable[str]:
    """The ids of the published lists."""
    from sanctcheck.lists.catalogue import published_lists  # noqa: PLC0415 - loaded where a list is completed

    return published_lists()


def standards() -> Iterable[str]:
    """The ids of the standards."""
    return _ID.findall((data_folder("criteria") / "standards.yaml").read_text(encoding="utf-8"))


def topics() -> Iterable[str]:
    """Everything that `explain` takes but for the parts of a regime."""
    from sanctcheck.dossier.rules import RULES  # noqa: PLC0415 - as above

    return [*standards(), *regimes(), *RULES]


def forms() -> Iterable[str]:
    """The forms of the report."""
    from sanctcheck.report.formats import FORMATS  # noqa: PLC0415 - as above

    return FORMATS


_FILES = ("paths", "path", "dossier", "dossiers", "files", "file", "files_from", "old", "new", "subject")
_WORDS: dict[str, Callable[[], Iterable[str]]] = {
    "regime": regimes,
    "regimes": regimes,
    "against": regimes,
    "names": lists,
    "before": lists,
    "after": lists,
    "list_id": lists,
    "lists": lists,
    "list_names": lists,
    "name": topics,
    "standards": standards,
    "outputs": forms,
}
"""By the name of a parameter; a parameter with words of its own keeps them."""


class _Words(click.types.StringParamType):
    """Text that the shell completes."""

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        self._words = words

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's own signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The words that begin with what was typed."""
        return [CompletionItem(word) for word in self._words() if word.startswith(incomplete)]


class _Files(click.types.StringParamType):
    """Text that names a file or folder."""

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's own signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The shell's own completion of files."""
        return [CompletionItem(incomplete, type="file")]


def with_words(command: click.Command) -> click.Command:
    """A command whose plain parameters complete."""
    for parameter in command.params:
        if type(parameter.type) is not click.types.StringParamType:
            continue
        if parameter.name in _FILES:
            parameter.type = _Files()
        elif parameter.name in _WORDS and not _is_of_people(parameter):
            parameter.type = _Words(_WORDS[parameter.name])
    return command


def _is_of_people(parameter: click.Parameter) -> bool:
    """Whether the names are those of people: `lists` calls what it takes LIST or SNAPSHOT."""
    return parameter.name == "names" and not any(
        word in (parameter.metavar or "") for word in ("LIST", "SNAPSHOT")
    )
