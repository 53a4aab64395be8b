"""The published lists and their sources: what the packaged data file says, what the user's own file replaces, what one call overrides."""

from __future__ import annotations

import os
import tomllib
from datetime import date  # noqa: TC003 - msgspec reads the annotations at run time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from sanctcheck.errors import UsageError
from sanctcheck.lists.pages import Content  # noqa: TC001 - as above
from sanctcheck.text import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONFIGURATION = "SANCTCHECK_LISTS_CONFIG"
"""The environment variable that names the user's own file of sources."""
_PACKAGED = Path(__file__).with_name("sources.toml")
_LARGEST_FILE = 1024 * 1024


class PublishedList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where one list comes from, and what is expected of it; the fields are explained in `sources.toml`."""

    title: str
    publisher: str
    """As in `Listing.publisher`."""
    url: str
    file: str
    content: Content
    list_name: str | None = None
    """As in `Listing.list_name`, for a publisher with several lists that are files of their own."""
    hosts: tuple[str, ...] = ()
    rhythm_days: int = 30
    minimum: dict[str, int] = msgspec.field(default_factory=dict)
    licence: str = "not known"
    valid_until: date | None = None
    replaced_by: str | None = None
    user_agent: str | None = None
    """The whole of it, for a publisher that refuses the one that sanctcheck sends."""
    contact: str | None = None
    """An address that the publisher may write to; it becomes part of the user agent."""
    lost_share: float = 0.02
    """A list that loses more than this share of its listings (and more than `lost_number`) is refused."""
    lost_number: int = 5
    fill_points: float = 5.0
    """A list is refused when a field is filled in this many percentage points fewer listings than before."""

    def is_closed(self, day: date) -> bool:
        """Whether the publisher has closed the list."""
        return self.valid_until is not None and day >= self.valid_until


def packaged_lists() -> dict[str, PublishedList]:
    """The sources that this copy of sanctcheck knows, by list id."""
    return _converted(_read(_PACKAGED), _PACKAGED)


def published_lists() -> dict[str, PublishedList]:
    """The packaged sources, with what the user's own file replaces or adds.

    Raises:
        UsageError: the user's file cannot be read, or says what no source can say.
    """
    own = _own_file()
    if own is None:
        return packaged_lists()
    tables = _read(_PACKAGED)
    for list_id, table in _read(own).items():
        if not isinstance(table, dict):
            raise UsageError(
                f"{own}: {quoted(list_id)} is no table of a list: write [{list_id}] above its lines."
            )
        tables[list_id] = {**tables.get(list_id, {}), **table}
    return _converted(tables, own)


def _own_file() -> Path | None:
    """The file named by the environment must exist; the one in the usual folder may."""
    named = os.environ.get(CONFIGURATION)
    if named:
        return Path(named)
    from platformdirs import user_config_path  # noqa: PLC0415 - only the commands on lists need it

    usual = user_config_path("sanctcheck", appauthor=False) / "lists.toml"
    return usual if usual.is_file() else None


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
        if len(content) > _LARGEST_FILE:
            raise UsageError(f"{path} is larger than a file of sources can be.")
        return tomllib.loads(content.decode("utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no TOML: {error}.") from error


def _converted(tables: Mapping[str, Any], path: Path) -> dict[str, PublishedList]:
    found = {}
    for list_id, table in tables.items():
        try:
            found[list_id] = msgspec.convert(table, PublishedList)
        except msgspec.ValidationError as error:
            raise UsageError(f"{path}: [{list_id}]: {error}.") from error
    return found


def chosen(names: Iterable[str], known: Mapping[str, PublishedList], day: date) -> list[str]:
    """The ids of the lists that names mean: a list, or every open list of a publisher; without a name, all open ones.

    Raises:
        UsageError: a name is neither a list nor a publisher, or names a list that was closed.
    """
    wanted = [list_id for name in names for list_id in _meant(name, known, day)]
    if not wanted:
        wanted = [list_id for list_id, each in known.items() if not each.is_closed(day)]
    return list(dict.fromkeys(wanted))


def _meant(name: str, known: Mapping[str, PublishedList], day: date) -> list[str]:
    if name in known:
        return [_open(name, known[name], day)]
    published = [key for key, each in known.items() if each.publisher == name and not each.is_closed(day)]
    if not published:
        raise unknown_list(name, known)
    return published


def _open(list_id: str, published: PublishedList, day: date) -> str:
    if published.is_closed(day):
        successor = f" Use {published.replaced_by}, which replaces it." if published.replaced_by else ""
        raise UsageError(
            f"{list_id} was closed by its publisher on {published.valid_until}.{successor}"
            " Old files of it can still be brought in: sanctcheck lists import FILE."
        )
    return list_id


def unknown_list(name: str, known: Mapping[str, PublishedList]) -> UsageError:
    """What to say of a name that no list and no publisher has."""
    names = sorted({*known, *(each.publisher for each in known.values())})
    return UsageError(
        f"No list or publisher is called {quoted(name)}.{did_you_mean(name, names)} Known: {listed(names, 'and')}."
    )
