"""Who is meant, in a portrait: names, and what tells their bearer from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.portrait.model import Identity, NameShown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.dossier.model import Period, Post, Target, TargetIdentifier
    from sanctcheck.portrait.visibility import Sight


def identity_of(target: Target, sight: Sight) -> Identity:
    """The target, as far as it may be seen."""
    level = sight.level("target")
    if not sight.look("target"):
        return Identity(level, is_shown=False)
    return Identity(
        level,
        is_shown=True,
        type=target.type,
        nationalities=tuple(target.nationalities),
        holds_public_office=any(post.public_office for post in target.posts),
        names=tuple(NameShown(each.name, each.kind, each.script) for each in target.names),
        particulars=tuple((what, text) for what, text in _particulars(target) if text),
        told_apart=tuple(
            (each.name, each.difference)
            for index, each in enumerate(target.told_apart_from)
            if sight.look("target", "told_apart_from", index)
        ),
    )


def _particulars(target: Target) -> Iterator[tuple[str, str | None]]:
    yield "born", target.born
    yield "died", target.died
    yield "place of birth", target.birthplace
    yield "gender", target.gender
    yield "nationality", ", ".join(target.nationalities)
    yield "incorporated in", target.incorporated_in
    yield "residence", target.residence
    yield "address", target.address
    yield from (_identifier(each) for each in target.identifiers)
    yield from (("post", _post(each)) for each in target.posts)


def _identifier(identifier: TargetIdentifier) -> tuple[str, str]:
    country = f" ({identifier.country})" if identifier.country else ""
    return identifier.kind, identifier.number + country


def _post(post: Post) -> str:
    said = [post.title, post.organisation, post.country, during(post.held)]
    return ", ".join(each for each in said if each)


def during(period: Period | None) -> str | None:
    """A stretch of time in words: `2019-05 to 2020`, `since 2019`, `until 2020`; None where none is stated."""
    if period is None or (period.since is None and period.until is None):
        return None
    if period.since is None:
        return f"until {period.until}"
    return f"since {period.since}" if period.until is None else f"{period.since} to {period.until}"
