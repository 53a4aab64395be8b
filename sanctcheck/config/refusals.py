"""What somebody may look for in a repository's configuration, and why it is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.reading.document import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.reading.document import Document

RULE = "not-for-a-repository"
_OPTION = (
    "A repository cannot say this, because whoever sends a pull request could: {} on the command line can."
)
_USER = (
    "A repository cannot name addresses, folders or commands: whoever sends a pull request could. They belong "
    "into the user's own configuration, or on the command line."
)
_ACCEPT = (
    "No criterion is switched off and no severity lowered by a file: accept a gap with a reason and a last day, "
    "in [[accepted]] or in the dossier."
)
_OPTIONS = {
    "all_regimes": "--all-regimes",
    "baseline": "--baseline",
    "criteria": "--criteria",
    "format": "--output",
    "max_bytes": "--max-bytes",
    "outputs": "--output FORMAT=FILE",
    "write_baseline": "--write-baseline",
}
REFUSED = {
    **{key: _OPTION.format(option) for key, option in _OPTIONS.items()},
    **dict.fromkeys(
        ("address", "cache", "cache_folder", "command", "extends", "hooks", "include", "plugins", "schema"),
        _USER,
    ),
    **dict.fromkeys(("mirror", "offline", "proxy", "rules", "source", "sources", "store", "url"), _USER),
    **dict.fromkeys(("allow", "disable", "ignore", "select", "severity", "skip", "suppress"), _ACCEPT),
}
_WORDS = {
    ("fail_on", "none"): "A repository cannot switch failing off: --fail-on none on the command line can.",
}


def take_out_refused(document: Document) -> Iterator[Flaw]:
    """Takes the keys out of a document that a repository cannot have; a flaw for each says where it belongs."""
    if not isinstance(document.value, dict):
        return
    kept = {}
    for key, value in document.value.items():
        refused = REFUSED.get(key.replace("-", "_")) if key != "lists" else None
        if isinstance(value, str):
            refused = refused or _WORDS.get((key, value))
        if refused is None:
            kept[key] = value
        else:
            yield Flaw(RULE, refused, document.place((key,), key=True), pointer=(key,))
    document.value = kept
