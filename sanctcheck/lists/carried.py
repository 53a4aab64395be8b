"""Files that are carried in by hand, taken into the store with every guard."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from sanctcheck.lists.catalogue import PublishedList
from sanctcheck.lists.intake import Delivery, content_of, take_in
from sanctcheck.lists.snapshot import Contact
from sanctcheck.lists.standing import publisher_day
from sanctcheck.lists.update import Outcome, copied, failed

if TYPE_CHECKING:
    from datetime import date

    from sanctcheck.lists.at_hand import Carried
    from sanctcheck.lists.intake import Acceptance
    from sanctcheck.lists.snapshot import Manifest
    from sanctcheck.lists.store import Kept


def take_in_carried(
    kept: Kept, published: PublishedList | None, carried: Carried, *, acceptance: Acceptance, day: date | None
) -> Outcome:
    """Takes in what was carried in; `day` is when it was downloaded, where somebody knows."""
    expected = published or _unknown(kept.list_id, carried)
    with kept.at_work():
        try:
            return _taken(kept, expected, carried, (acceptance, day))
        except Exception as error:  # noqa: BLE001 - as in `update`
            return failed(kept.list_id, error)


def _unknown(list_id: str, carried: Carried) -> PublishedList:
    """A list that no definition knows, for example one of the many of OpenSanctions."""
    file = carried.files[0].name
    return PublishedList(
        title=list_id, publisher=carried.publisher, url="", file=file, content="json", rhythm_days=365
    )


def _taken(
    kept: Kept, expected: PublishedList, carried: Carried, how: tuple[Acceptance, date | None]
) -> Outcome:
    acceptance, day = how
    files = tuple(copied(kept, file.path, file.name) for file in carried.files)
    delivery = Delivery(files, "imported", _downloaded(carried, day))
    content = content_of(delivery.hashes())
    current = kept.current()
    if current is not None and content == current.sha256:
        return Outcome(kept.list_id, "same")
    manifest = take_in(kept, expected, delivery, acceptance)
    kept.note(Contact(sha256=content, verified_at=_presumed_newest(manifest, expected, day)))
    return Outcome(kept.list_id, "new")


def _presumed_newest(manifest: Manifest, expected: PublishedList, day: date | None) -> datetime:
    """Until when it can be presumed that nothing newer was published: nobody asked the publisher.

    A copied file is as young as its copy; but a list that its publisher dated longer ago than it usually goes without
    a change is not the newest one, unless somebody says on which day it was downloaded.
    """
    dated = publisher_day(manifest)
    if day is not None or dated is None:
        return manifest.retrieved_at
    return min(manifest.retrieved_at, dated + timedelta(days=expected.rhythm_days))


def _downloaded(carried: Carried, day: date | None) -> datetime:
    """When files were downloaded: as somebody says, else as old as the files themselves are; never later than now."""
    now = datetime.now(UTC).replace(microsecond=0)
    if day is not None:
        return min(now, datetime.combine(day, time(), UTC))
    oldest = min(file.path.stat().st_mtime for file in carried.files)
    return min(now, datetime.fromtimestamp(oldest, UTC).replace(microsecond=0))
