"""`python -m sanctcheck`, safe to run inside a folder that somebody else wrote."""

from __future__ import annotations

import sys


def _leave_working_folder_out_of_the_import_path() -> None:
    """`python -m` puts the working folder first: a `click.py` there would run instead of click."""
    if not sys.flags.safe_path and sys.path:
        del sys.path[0]


if __name__ == "__main__":
    _leave_working_folder_out_of_the_import_path()
    from sanctcheck.cli import main

    main()
