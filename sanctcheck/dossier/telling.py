"""Telling dossiers from other files by a look at their text."""

from __future__ import annotations

import re

# Possessive: hostile text must not make the search go back over its blanks.
_SAYS_DOSSIER = re.compile(r"""^[ \t{]*+["']?format["']?[ \t]*+:[ \t]*+["']?dossier""", re.MULTILINE)
_LOOKED_AT = 1024 * 1024


def is_dossier(text: str) -> bool:
    """Whether a text says that it is a dossier, even if it cannot be read as it stands."""
    return _SAYS_DOSSIER.search(text[:_LOOKED_AT]) is not None
