"""What the lists say of a target: listed already, not to be told from a namesake, a number that is another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.screen.dossier.bearing import bearing, names_are_alike, shared_numbers, what_would_tell
from sanctcheck.screen.dossier.note import Note, listed_as, listed_under
from sanctcheck.text import listed, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.names.party import Party
    from sanctcheck.screen.dossier.named import Named
    from sanctcheck.screen.screening import Hit, Screened

_REASONS = 400
_IF_OTHER = "If it is another, name it under told_apart_from with what tells the two apart; if it is the same, say so in the dossier."

_HOW_THEY_STAND = "Compare the reasons, and say in the dossier how the two listings stand to each other."


def notes(named: Named, screened: Screened, own: frozenset[str]) -> Iterator[Note]:
    """What follows for the target from the listings that come near; `own` are the regimes of an act that was adopted."""
    party = named.query.party
    for hit in screened.hits:
        numbers = shared_numbers(party, hit.entry)
        if numbers and not names_are_alike(party, hit.entry):
            yield _number_of_another(hit, numbers)
            continue
        decided = hit.judged.decision.judgment if hit.judged and not hit.judged.changed else None
        how, why = bearing(party, hit.entry)
        if decided == "same" or (how == "same" and hit.is_open):
            yield _already_listed(
                hit, why or "so judged by a person", is_own=bool(own & set(hit.entry.regimes))
            )
        elif how == "open" and hit.is_open:
            yield _namesake(hit, party)
    for hit in screened.formerly:
        how, why = bearing(party, hit.entry)
        if how == "same":
            until = listed(hit.entry.removed_on, "and")
            message = f"The target was listed as {listed_as(hit)}{listed_under(hit)}, until {until} ({why})."
            yield Note("already-listed", ("target",), message, listing=hit.entry.key)


def _already_listed(hit: Hit, why: str, *, is_own: bool) -> Note:
    """Listed elsewhere is worth a warning; that the adopted act itself shows in the list is as it should be."""
    entry = hit.entry
    reasons = (
        f" Stated reasons: {shorten(entry.reasons, _REASONS)}"
        if entry.reasons
        else " The list states no reasons."
    )
    is_listed = "is listed by this act" if is_own else "is already listed"
    message = f"The target {is_listed} as {listed_as(hit)}{listed_under(hit)} ({why}).{reasons}"
    if is_own:
        return Note("already-listed", ("target",), message, listing=entry.key)
    return Note("already-listed", ("target",), message, "warning", _HOW_THEY_STAND, entry.key)


def _namesake(hit: Hit, party: Party) -> Note:
    telling = list(what_would_tell(party, hit.entry))
    message = (
        f"The target cannot be told from {listed_as(hit)}{listed_under(hit)}:"
        f" the names agree ({hit.score:.2f}), and nothing else decides."
    )
    if telling:
        message += f" What would tell: {listed(telling, 'and')}."
    else:
        message += " The list states nothing beside it that the dossier lacks."
    return Note("namesake-listed", ("target",), message, "warning", _IF_OTHER, hit.entry.key)


def _number_of_another(hit: Hit, numbers: list[str]) -> Note:
    which = listed(numbers, "and")
    message = (
        f"The target’s {which} is also that of {listed_as(hit)}{listed_under(hit)}, whose names are others."
    )
    remedy = (
        "Compare the document: one of the two has a wrong number, or both are one target under names of which the"
        " dossier lacks some."
    )
    return Note("number-of-another", ("target", "identifiers"), message, "warning", remedy, hit.entry.key)
