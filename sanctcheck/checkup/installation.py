"""The installation: versions, what it can do beside its core, and the law that it carries."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sanctcheck import __version__
from sanctcheck.checkup.model import Part, Sight
from sanctcheck.data import data_folder
from sanctcheck.errors import SanctcheckError
from sanctcheck.law.load import packaged_law

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_PACKAGES = ("click", "pydantic", "PyYAML", "msgspec")
_EXTRAS = (("pygls", "lsp", "the language server"), ("watchfiles", "watch", "validate --watch"))
_YEAR = 365


def installation(day: date) -> Part:
    """What is installed, and how old the law in it is."""
    return Part("Installation", (*_versions(), *_extras(), *_law(day)))


def _versions() -> Iterator[Sight]:
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield Sight("sanctcheck", "fine", f"{__version__} ({system})")
    yield Sight("built on", "fine", ", ".join(f"{name} {_version(name)}" for name in _PACKAGES))
    if not sys.flags.safe_path and "" in sys.path:
        says = "Python looks for modules in the working folder first"
        yield Sight("start", "note", says, "In a folder that is not yours, use the command `sanctcheck`.")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(no version known)"


def _extras() -> Iterator[Sight]:
    for module, extra, what in _EXTRAS:
        if find_spec(module):
            yield Sight(what, "fine", f"{module} {_version(module)}")
        else:
            yield Sight(what, "note", "not installed", f"If you want it: pip install 'sanctcheck[{extra}]'")


def _law(day: date) -> Iterator[Sight]:
    """How old the oldest comparison of a regime with its sources is, from the regimes in use most."""
    law = packaged_law()
    try:
        found = {name: law.regime(name).regime.last_verified for name in law.regime_ids}
    except SanctcheckError as error:
        yield Sight("law", "mend", str(error), "Install sanctcheck again.")
        return
    old = [name for name, verified in found.items() if (day - _day(verified)).days > _YEAR]
    says = f"{len(found)} regimes, compared with their sources between {min(found.values())} and {max(found.values())}"
    if old:
        advice = f"Compared more than a year ago: {', '.join(old)}. A newer version may know newer law."
        yield Sight("law", "note", says, advice)
    else:
        yield Sight("law", "fine", says)
    yield Sight("law from", "fine", str(data_folder("criteria")))


def _day(verified: object) -> date:
    from datetime import date  # noqa: PLC0415 - a day is read here only

    return date.fromisoformat(str(verified))
