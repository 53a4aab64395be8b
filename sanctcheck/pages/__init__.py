"""The pages of `docs/standards/` and `docs/regimes/`, made from the law as data. `make schemas` writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.pages import regimes, standards

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sanctcheck.law.load import Law

HEAD = "<!-- Made from criteria/ by `make schemas`; do not edit. -->\n\n"


def pages(law: Law) -> Mapping[str, str]:
    """Every page by its path below `docs/`."""
    made = {f"standards/{name}": text for name, text in standards.pages(law).items()}
    made |= {f"regimes/{name}": text for name, text in regimes.pages(law).items()}
    return {name: HEAD + text for name, text in made.items()}
