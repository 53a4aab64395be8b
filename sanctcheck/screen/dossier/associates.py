"""What the lists say of those tied to a target: said to be listed and not found, or found and not said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.screen.dossier.note import Note, listed_as, listed_under
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.screen.corpus import Corpus, ScreenedList
    from sanctcheck.screen.dossier.named import Named
    from sanctcheck.screen.screening import Hit, Screened

_SURE = 0.9
_REMEDY = "Compare with the list of the day of the act, and correct `listed`, or the name."


def notes(named: Named, screened: Screened, regimes: frozenset[str], corpus: Corpus) -> Iterator[Note]:
    """What follows for one associate from the listings that come near."""
    near = [hit for hit in screened.hits if hit.is_open]
    if named.said_listed:
        yield from _said_to_be_listed(named, near, screened, (regimes, corpus))
    elif named.said_listed is False and near and near[0].score >= _SURE:
        found = listed([f"{listed_as(hit)}{listed_under(hit)}" for hit in near[:3]], "and")
        message = f"{quoted(named.name)} is said not to be listed, and may be {found}."
        remedy = "Compare the two, and correct `listed`, or say in `basis` what tells them apart."
        yield Note("associate-listed", (*named.path, "listed"), message, "warning", remedy, near[0].entry.key)


def _said_to_be_listed(
    named: Named, near: list[Hit], screened: Screened, where: tuple[frozenset[str], Corpus]
) -> Iterator[Note]:
    """Listed under the same regime is what the dossier says: under another one is not the same."""
    regimes, corpus = where
    own = [each for each in corpus.lists if regimes.intersection(each.regimes)]
    if not near:
        yield _not_found(named, screened, own or list(corpus.lists), sorted(regimes) if not own else [])
    elif own and not any(regimes.intersection(hit.entry.regimes) for hit in near):
        found = listed([f"{listed_as(hit)}{listed_under(hit)}" for hit in near[:3]], "and")
        message = (
            f"{quoted(named.name)} is said to be listed under the same regime. What comes near is {found},"
            f" and nothing under {listed(sorted(regimes), 'or')}."
        )
        yield Note(
            "associate-not-listed", (*named.path, "listed"), message, "warning", _REMEDY, near[0].entry.key
        )


def _not_found(named: Named, screened: Screened, lists: list[ScreenedList], regimes: list[str]) -> Note:
    """Nobody of this name; `regimes` are those of which no list is there to look in."""
    message = (
        f"{quoted(named.name)} is said to be listed, and no listing comes near in"
        f" {listed([each.snapshot for each in lists], 'and')}."
    )
    until = listed([day for hit in screened.formerly for day in hit.entry.removed_on], "and")
    if until:
        message += f" Somebody of the name was listed until {until}."
    if regimes:
        message += f" No listing under {listed(regimes, 'or')} is known in any of them."
    return Note("associate-not-listed", (*named.path, "listed"), message, "warning", _REMEDY)
