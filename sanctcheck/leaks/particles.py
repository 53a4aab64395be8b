"""The small words of names; by themselves, so that nobody has to load what compares names to know them."""

from __future__ import annotations

SMALL = frozenset({
    "al", "el", "bin", "ibn", "bint", "ben", "ould", "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le",
    "y", "e", "ter", "ten", "zu", "af", "av", "abu", "um", "umm", "ap", "mac", "st", "ud", "ul",
})  # fmt: skip
"""Words in small letters that stand within names."""
LINKING = frozenset(
    {
        "of",
        "the",
        "from",
        "family",
        "called",
        "named",
        "alias",
        "aka",
        "née",
        "nee",
        "alternatively",
        "known",
        "as",
        "dit",
        "dite",
        "genannt",
    }
)
"""Words in small letters that may stand between two words of one name which are written exactly so: `Anna of the Petrovs`."""
