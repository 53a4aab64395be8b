"""Where corpora lie."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

_FOLDER = "_screening"
"""No id of a list begins so."""


def home_of_corpora(store: Path) -> Path:
    """In the store; in a folder of this run alone where the store cannot be written to."""
    home = store / _FOLDER
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            return home
    except OSError:
        own = Path(tempfile.mkdtemp(prefix="sanctcheck-"))
        atexit.register(shutil.rmtree, own, ignore_errors=True)
        return own


def forget_corpora(store: Path) -> None:
    """Removes what was made of lists for screening: it holds names of lists that are to go. It is made again."""
    shutil.rmtree(store / _FOLDER, ignore_errors=True)
