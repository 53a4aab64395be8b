"""What the lists say of those tied to a target: said to be listed and not found, or found and not said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.screen.dossier.note import Note, listed_as, listed_under
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.screen.corpus import Corpus
    from sanctcheck.screen.dossier.named import Named
    from sanctcheck.screen.screening import Hit, Screened

_SURE = 0.9


def notes(named: Named, screened: Screened, regimes: frozenset[str], corpus: Corpus) -> Iterator[Note]:
    """What follows for one associate from the listings that come near."""
    near = [hit for hit in screened.hits if hit.is_open]
    if named.said_listed:
        yield from _said_to_be_listed(named, near, screened, (regimes, corpus))
    elif named.said_listed is False and near and near[0].comparison.score >= _SURE:
        found = listed([f"{listed_as(hit)}{listed_under(hit)}" for hit in near[:3]], "and")
        message = f"{quoted(named.name)} is said not to be listed, and may be {found}."
        remedy = "Compare the two, and correct `listed`, or say in `basis` what tells them apart."
        yield Note("associate-listed", (*named.path, "listed"), message, "warning", remedy, near[0].entry.key)


def _said_to_be_listed(
    named: Named, near: list[Hit], screened: Screened, where: tuple[frozenset[str], Corpus]
) -> Iterator[Note]:
    """Listed under the same regime is what the dossier says: under another one is not the same."""
    regimes, corpus = where
    path = (*named.path, "listed")
    remedy = "Compare with the list of the day of the act, and correct `listed`, or the name."
    looked_in = [each for each in corpus.lists if _is_of(each.publisher, regimes)]
    if not near:
        lists = listed([each.snapshot for each in looked_in or corpus.lists], "and")
        until = listed([day for hit in screened.formerly for day in hit.entry.removed_on], "and")
        was = f" It was listed until {until}." if until else ""
        message = f"{quoted(named.name)} is said to be listed, and no listing comes near in {lists}.{was}"
        if not looked_in:
            message += f" No list of a regime that the dossier names ({listed(sorted(regimes), 'and')}) is among them."
        yield Note("associate-not-listed", path, message, "warning", remedy)
        return
    known = {regime for hit in near for regime in hit.entry.regimes}
    elsewhere = [hit for hit in near if not _is_of(hit.listed.publisher, regimes)]
    if looked_in and regimes and not known & regimes and len(elsewhere) == len(near):
        found = listed([f"{listed_as(hit)}{listed_under(hit)}" for hit in near[:3]], "and")
        message = (
            f"{quoted(named.name)} is said to be listed under the same regime, and only comes near to {found}:"
            f" not in {listed([each.snapshot for each in looked_in], 'and')}."
        )
        yield Note("associate-not-listed", path, message, "warning", remedy, near[0].entry.key)


def _is_of(publisher: str, regimes: frozenset[str]) -> bool:
    """Whether a publisher's lists are those of the State of one of the regimes: `gb-fcdo` and `gb-ghr`."""
    return any(regime.partition("-")[0] == publisher.partition("-")[0] for regime in regimes)
