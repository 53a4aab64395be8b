"""What a run settles, from what is in force for it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.config.paths import is_among
from sanctcheck.naming import place_steps
from sanctcheck.reading.protection import PROTECTED, is_protected
from sanctcheck.record import Acceptance
from sanctcheck.settling.settle import Settlement, SharedAcceptance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sanctcheck.config.in_force import InForce
    from sanctcheck.config.load import Configuration
    from sanctcheck.config.paths import Below
    from sanctcheck.settling.baseline import Baseline


def settlement(
    in_force: InForce, below: Below | None, arguments: Iterable[str], baseline: Baseline | None, folder: Path
) -> Settlement:
    """What settles findings in a run; `folder` is that of the baseline."""
    configuration = in_force.configuration
    shared = () if configuration is None or below is None else tuple(_shared(configuration, below))
    return Settlement(
        as_of=in_force.as_of,
        shared=shared,
        baseline=baseline,
        limited=bool(in_force.given.regimes),
        is_whole=configuration is not None and _is_whole(configuration.folder, arguments),
        is_gone=lambda file: bool(file) and not os.path.lexists(folder / file),
    )


def _shared(configuration: Configuration, below: Below) -> Iterator[SharedAcceptance]:
    document = configuration.document
    for index, gap in enumerate(configuration.asked.accepted):
        hidden = is_protected(document.value, ("accepted", index))
        acceptance = Acceptance(
            standard=gap.standard,
            reason=PROTECTED if hidden else gap.reason,
            by=PROTECTED if hidden else gap.by,
            until=date.fromisoformat(gap.until),
            file=document.name,
            place=document.place(("accepted", index)),
            pointer=("accepted", index),
            at=place_steps(gap.place),
        )
        yield SharedAcceptance(acceptance, frozenset(gap.dossiers), _among(gap.paths, below))


def _among(paths: list[str], below: Below) -> Callable[[str], bool]:
    return lambda file: not paths or is_among(below.parts(file), paths)


def _is_whole(folder: Path, arguments: Iterable[str]) -> bool:
    """Whether a run looks at every dossier below a folder."""
    top = Path(os.path.realpath(folder))
    asked = (Path(os.path.realpath(argument)) for argument in arguments if argument and "\0" not in argument)
    return any(top.is_relative_to(path) for path in asked if path.is_dir())
