"""Lists, for programs: JSON whose keys stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from sanctcheck.lists.model import listing_as_json
from sanctcheck.report.json_text import tame

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sanctcheck.lists.difference import Difference
    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.snapshot import Manifest
    from sanctcheck.lists.standing import Standing
    from sanctcheck.lists.update import Outcome


def _written(value: Any) -> str:
    return tame(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def outcomes(pairs: Iterable[tuple[Outcome, Standing]]) -> str:
    """How an update or an import went, list by list."""
    lists = [
        {
            "list": outcome.list_id,
            "result": outcome.result,
            "cause": outcome.cause or None,
            "message": outcome.message or None,
            "objections": list(outcome.objections),
            "kept": _standing(stands),
        }
        for outcome, stands in pairs
    ]
    return _written({"format": "lists-update/1", "lists": lists})


def status(stands: Sequence[Standing], others: Sequence[str], max_age: int) -> str:
    """What is kept of each list."""
    return _written(
        {
            "format": "lists-status/1",
            "max_age_days": max_age,
            "lists": [_standing(each) for each in stands],
            "not_kept": list(others),
        }
    )


def _standing(stands: Standing) -> dict[str, Any]:
    snapshot = stands.snapshot
    known: dict[str, Any] = {
        "list": stands.list_id,
        "title": stands.title,
        "state": stands.state,
        "stale": stands.is_stale,
        "age_days": None if stands.age is None else round(stands.age.total_seconds() / 86_400, 2),
        "verified_at": stands.verified_at,
        "unchanged_at": stands.contact.unchanged_at,
        "failed_at": stands.contact.failed_at,
        "failure": stands.contact.cause or None,
        "licence": stands.licence,
        "remarks": list(stands.remarks),
    }
    if snapshot is not None:
        known |= {"sha256": snapshot.sha256, "origin": snapshot.origin, "snapshot": snapshot}
    return known


def difference(found: Difference, manifests: tuple[Manifest, Manifest]) -> str:
    """What came, what went, what changed: amended listings whole, before and after."""
    before, after = manifests
    return _written(
        {
            "format": "lists-diff/1",
            "before": before.short,
            "after": after.short,
            "added": list(found.added),
            "removed": list(found.removed),
            "amended": [
                {"id": each.after.id, "fields": list(each.fields), "before": each.before, "after": each.after}
                for each in found.amended
            ],
        }
    )


def listings(found: Iterable[tuple[Manifest, Listing]]) -> str:
    """Listings, each with the snapshot in which it stands."""
    return _written([attributed(manifest, listing) for manifest, listing in found])


def attributed(manifest: Manifest, listing: Listing) -> dict[str, Any]:
    """A listing with where it stands: no listing goes out without its source and date."""
    return {
        "list": manifest.list,
        "sha256": manifest.sha256,
        "published": manifest.published,
        "retrieved_at": manifest.retrieved_at,
        "listing": msgspec.Raw(listing_as_json(listing)),
    }
