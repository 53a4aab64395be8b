"""What the published lists hold near those whom a dossier names, in a portrait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.portrait.model import ListMatch, ListMatches, ListUsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.portrait.visibility import Sight
    from sanctcheck.screen.chosen import Against
    from sanctcheck.screen.dossier.meeting import Meeting, Met
    from sanctcheck.screen.screening import Hit


def lists_used(against: Against) -> tuple[ListUsed, ...]:
    """The lists that were screened against, each as the very snapshot."""
    stale = {name for name, standing in against.standings.items() if standing.is_stale}
    return tuple(
        ListUsed(
            each.list,
            each.title,
            each.snapshot,
            each.sha256,
            each.dated,
            each.listings,
            is_stale=each.list in stale,
        )
        for each in against.corpus.lists
    )


def matches_of(meeting: Meeting | None, sight: Sight) -> ListMatches | None:
    """The listings that came near; None where the lists were not asked."""
    if meeting is None:
        return None
    matches: list[ListMatch] = []
    withheld = 0
    for met in meeting.met:
        found = list(_of(met))
        if sight.may_see(*met.named.path):
            matches += found
        else:
            withheld += len(found)
    return ListMatches(len(meeting.met), meeting.protected, tuple(matches), withheld)


def _of(met: Met) -> Iterator[ListMatch]:
    for hit in (*met.screened.hits, *met.screened.formerly):
        asked, matched = hit.matched
        yield ListMatch(
            role=met.named.role,
            asked=asked,
            matched=matched,
            list=hit.listed.named,
            reference=hit.entry.id,
            name=hit.entry.name,
            score=hit.score,
            programmes=hit.entry.programmes,
            listed_on=hit.entry.listed_on,
            removed_on=hit.entry.removed_on,
            parts=tuple((part.clause, part.effect) for part in hit.parts),
            settled=_settled(hit),
        )


def _settled(hit: Hit) -> str:
    if hit.told_apart:
        return f"the dossier tells them apart: {hit.told_apart}"
    if hit.judged is not None and hit.judged.closes:
        return f"judged by a person: {hit.judged.decision.judgment}"
    return ""
