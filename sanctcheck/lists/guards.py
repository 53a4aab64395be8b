"""Guards: what a list must not do between two snapshots. What they object to is not taken; a person may accept it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sanctcheck.lists.snapshot import Objection
from sanctcheck.text import listed, quoted, shorten, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sanctcheck.lists.catalogue import PublishedList
    from sanctcheck.lists.profile import Comparison, Group
    from sanctcheck.lists.snapshot import Guard, Profile

_SHOWN = 5
_FORM = ("element ", "column ", "attribute ")


def objections_to_itself(profile: Profile) -> Iterator[Objection]:
    """What is wrong with a list whatever came before: records that were lost on the way."""
    if profile.records != profile.counted:
        yield Objection(
            "records",
            f"{profile.records:,} records were read, and the file holds {profile.counted:,} counted in another way.",
        )
    if profile.declared is not None and profile.declared != profile.records:
        yield Objection(
            "declared",
            f"The file says that it has {profile.declared:,} records, and {profile.records:,} were read.",
        )


def objections_to_first(profile: Profile, expected: PublishedList) -> Iterator[Objection]:
    """What is wrong with a list of which there is no snapshot yet, by what its definition expects."""
    for kind, least in expected.minimum.items():
        number = profile.kinds.get(kind, 0)
        if number < least:
            yield Objection(
                "minimum", f"{number:,} listings are of the kind “{kind}”; at least {least:,} are expected."
            )
    yield from _unknown_form(profile, frozenset())


def objections_to_next(
    profile: Profile, before: Profile, *, compared: Comparison, expected: PublishedList
) -> Iterator[Objection]:
    """What is wrong with a list beside its last good snapshot."""
    lost = compared.lost
    share = len(lost) / max(1, before.listings)
    if len(lost) > expected.lost_number and share > expected.lost_share:
        yield Objection(
            "lost",
            f"{len(lost):,} of {before.listings:,} listings are gone ({share:.1%}; up to {expected.lost_share:.1%} is usual),"
            f" among them {_some(lost)}.",
        )
    yield from _groups_shrunk(before, compared, expected)
    yield from _groups_gone("kind", profile.kinds, before.kinds, least=1)
    yield from _groups_gone("sublist", profile.sublists, before.sublists, least=1)
    yield from _groups_gone(
        "programme", profile.programmes, before.programmes, least=expected.lost_number + 1
    )
    yield from _fields_gone(compared, expected)
    yield from _unknown_form(profile, before.not_understood.keys())


def objection_to_date(published: str, before: str) -> Objection | None:
    """A list that is older than the one that is there: a frozen mirror, or somebody who turns the clock back."""
    moment, last = _moment(published), _moment(before)
    if moment is None or last is None or moment >= last:
        return None
    return Objection(
        "older",
        f"It is dated {shorten(visible(published), 30)}, before the {shorten(visible(before), 30)} of the one that is there.",
    )


def _moment(text: str) -> datetime | None:
    """Only what both state is compared: a day is a day, whatever the hour."""
    try:
        return datetime.fromisoformat(text[:10])
    except ValueError:
        return None


_SHARE_OF_A_PROGRAMME = 0.2
"""A programme is small, and may end: more of it may go than of a list."""


def _groups_shrunk(before: Profile, compared: Comparison, expected: PublishedList) -> Iterator[Objection]:
    """What a list loses of one kind, part or programme can be too much of it, and little of the whole."""
    groups: tuple[tuple[Group, dict[str, int], float], ...] = (
        ("kind", before.kinds, expected.lost_share),
        ("sublist", before.sublists, expected.lost_share),
        ("programme", before.programmes, _SHARE_OF_A_PROGRAMME),
    )
    for group, had, share in groups:
        for name, gone in sorted(compared.lost_of[group].items()):
            number = max(had.get(name, 0), gone)
            if gone > expected.lost_number and gone > share * number:
                yield Objection(
                    "lost",
                    f"{gone:,} of {number:,} listings of the {_NAMES[group]} {quoted(visible(name))} are gone.",
                )


_NAMES: dict[Group, str] = {"kind": "kind", "sublist": "part", "programme": "programme"}
_GROUPS: dict[Guard, str] = {"kind": "kinds", "sublist": "parts of the list", "programme": "programmes"}


def _groups_gone(
    guard: Guard, now: dict[str, int], before: dict[str, int], *, least: int
) -> Iterator[Objection]:
    gone = [
        f"“{group}” ({number:,})"
        for group, number in before.items()
        if number >= least and not now.get(group)
    ]
    if gone:
        yield Objection(guard, f"No listing is left of these {_GROUPS[guard]}: {_some(gone)}.")


def _fields_gone(compared: Comparison, expected: PublishedList) -> Iterator[Objection]:
    for field, number in compared.before.items():
        left = compared.after[field]
        gone = number > expected.lost_number and not left
        if gone or (number - left) * 100 > expected.fill_points * compared.both:
            was, now = number / compared.both, left / compared.both
            yield Objection(
                "field",
                f"“{field.replace('_', ' ')}” is filled in {now:.1%} of the listings that were there before; it was in {was:.1%}.",
            )


def _unknown_form(profile: Profile, known: AbstractSet[str]) -> Iterator[Objection]:
    new = sorted(what for what in profile.not_understood if what.startswith(_FORM) and what not in known)
    if new:
        yield Objection(
            "format", f"The publisher has changed the form of the list; not known here: {_some(new)}."
        )


def _some(words: AbstractSet[str] | list[str]) -> str:
    every = sorted(words)
    shown = [shorten(visible(word)) for word in every[:_SHOWN]]
    return (
        listed(shown, "and")
        if len(every) <= _SHOWN
        else f"{', '.join(shown)} and {len(every) - _SHOWN:,} more"
    )
