"""What a parser notes beside the listings: the publisher's own figures, and what it did not understand."""

from __future__ import annotations

from dataclasses import dataclass, field

_SAMPLE = 120


@dataclass(slots=True)
class NotUnderstood:
    """One kind of thing that a parser met and has no reading for."""

    count: int
    sample: str
    """The first one, shortened; from the file, so not fit for a terminal as it is."""
    listing: str
    """The id of the listing in which the first one stood."""


@dataclass(slots=True)
class Notes:
    """Filled while a list is parsed; whole when its last listing has been taken."""

    published: str = ""
    """The publisher's own date or time of the file, ISO where it can be read; empty where there is none."""
    declared: int | None = None
    """How many records the file says it holds."""
    records: int = 0
    """How many records of the file were taken in: equal to `count_records` unless something is wrong."""
    beside: int = 0
    """Records that are no listings themselves: what OpenSanctions says of its targets, and their surroundings."""
    split: int = 0
    """Names that came out beyond one a field, because a field held several."""
    repeated: int = 0
    """Names that an entry states twice in the same words, and that were taken once."""
    not_understood: dict[str, NotUnderstood] = field(default_factory=dict)
    """By what was not understood: `element INDIVIDUAL/SHOE_SIZE`, `date of birth`."""

    def miss(self, what: str, sample: str, listing: str) -> None:
        """Counts one thing that was not understood."""
        known = self.not_understood.get(what)
        if known is not None:
            known.count += 1
        else:
            self.not_understood[what] = NotUnderstood(1, sample[:_SAMPLE], listing)
