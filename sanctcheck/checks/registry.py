"""Finding a check by its name, and binding a criterion's parameters to it.

The name of a check is the name of its file. Only the files of checks that a criterion names are imported.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from sanctcheck.errors import LawError
from sanctcheck.text import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sanctcheck.checks.base import Matter, Parameters, Result
    from sanctcheck.law.loaded import LoadedRegime
    from sanctcheck.law.model import Criterion
    from sanctcheck.reading.document import Document, Flaw, Path_

    CheckFunction = Callable[[Matter, Any], Iterable[Result]]

_WRONG = "wrong-binding"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: the function, the model of its parameters, and what its docstring says."""

    name: str
    function: CheckFunction
    parameters: type[Parameters]
    documentation: str


@dataclass(frozen=True, slots=True)
class BoundCriterion:
    """A criterion with the check that tests it and that check's parameters."""

    criterion: Criterion
    path: Path_
    check: Check
    parameters: Parameters

    def test(self, matter: Matter) -> tuple[Result, ...]:
        """The results of the check, at least one."""
        return tuple(self.check.function(matter, self.parameters))


@cache
def check_modules() -> Mapping[str, str]:
    """The module of each check, by the check's name."""
    here = Path(__file__).parent
    return {
        file.stem: f"{__package__}.{file.parent.name}.{file.stem}"
        for file in sorted(here.glob("*/*.py"))
        if not file.stem.startswith("_")
    }


@cache
def load_check(name: str) -> Check:
    """The check of this name; its module is imported now.

    Raises:
        KeyError: there is no such check.
    """
    module = importlib.import_module(check_modules()[name])
    return Check(name, module.check, module.Parameters, module.__doc__ or "")


def bind(loaded: LoadedRegime, criteria: Iterable[tuple[int, Criterion]]) -> list[BoundCriterion]:
    """Each criterion with its check and parameters.

    Raises:
        LawError: a criterion names a check that does not exist, or parameters that the check does not take.
    """
    bound: list[BoundCriterion] = []
    found: list[tuple[Document, Flaw]] = []
    for index, criterion in criteria:
        path: Path_ = ("criteria", index)
        if criterion.check not in check_modules():
            hint = did_you_mean(criterion.check, check_modules())
            message = f"No check is called {quoted(criterion.check)}.{hint}"
            found.append(loaded.flaw(_WRONG, message, (*path, "check")))
            continue
        check = load_check(criterion.check)
        try:
            parameters = check.parameters.model_validate(criterion.with_)
        except ValidationError as error:
            found.extend(_parameter_flaws(loaded, path, check, error))
            continue
        bound.append(BoundCriterion(criterion, path, check, parameters))
    if found:
        raise LawError(f"The criteria of {loaded.regime.id} cannot be used.", found)
    return bound


def _parameter_flaws(
    loaded: LoadedRegime, path: Path_, check: Check, error: ValidationError
) -> Iterable[tuple[Document, Flaw]]:
    for detail in error.errors(include_url=False):
        steps: Path_ = tuple(detail["loc"])
        known = listed(sorted(check.parameters.model_fields), "and") or "none"
        why = "it has no such parameter" if detail["type"] == "extra_forbidden" else detail["msg"].lower()
        message = f"The check {check.name} does not take this: {why}. Parameters: {known}."
        yield loaded.flaw(_WRONG, message, (*path, "with", *steps))
