"""Which lists a screening is held against, and how old they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.lists.catalogue import chosen, published_lists
from sanctcheck.lists.snapshot_names import MissingError, snapshot_named
from sanctcheck.lists.standing import Standing, standing
from sanctcheck.screen.corpus import corpus_of
from sanctcheck.screen.given import corpus_name, kept_list, lists_in
from sanctcheck.screen.home import home_of_corpora
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from sanctcheck.lists.catalogue import PublishedList
    from sanctcheck.lists.store import Store
    from sanctcheck.screen.corpus import Corpus, ScreenedList
    from sanctcheck.screen.given import GivenList

WAYS = (
    "Fetch them: sanctcheck lists update. Bring in files that you have: sanctcheck lists import FILE. Or screen against"
    " a file as it is: --list-file FILE."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user wants to screen against.

    Attributes:
        names: lists, publishers or snapshots; empty for every list that is kept.
        files: list files at hand, which are screened against instead of the store, or beside the lists named.
        max_age: days from which on a list is too old.
        now: the moment from which ages are counted.
    """

    names: tuple[str, ...]
    files: tuple[Path, ...]
    max_age: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Against:
    """What is screened against: the corpus, and how each kept list of it stands."""

    corpus: Corpus
    standings: Mapping[str, Standing]
    not_kept: tuple[str, ...] = ()
    """Open lists that the store does not hold, where all that it holds are screened."""

    @property
    def is_stale(self) -> bool:
        """Whether a list is too old."""
        return any(each.is_stale for each in self.standings.values())

    def standing_of(self, screened: ScreenedList) -> Standing | None:
        """How a list stands; None for a file at hand, of which nobody knows how old it is."""
        return self.standings.get(screened.list)


def against(store: Store, choice: Choice, working: Callable[[], None] = lambda: None) -> Against:
    """What the user wants to screen against, ready.

    Raises:
        MissingError: a list that was asked for, or any list at all, is not there.
        ListError, StoreError: a list cannot be read.
        UsageError: a name is no list's.
    """
    known = published_lists()
    lists: list[GivenList] = []
    standings: dict[str, Standing] = {}
    names = list(_snapshots(store, choice, known)) if choice.names or not choice.files else []
    for name in names:
        kept, manifest = snapshot_named(store, name)
        title = known[kept.list_id].title if kept.list_id in known else kept.list_id
        lists.append(kept_list(kept, manifest, title))
        if "@" not in name:  # whoever names an older snapshot wants that one
            standings[kept.list_id] = standing(kept, known.get(kept.list_id), choice.now, choice.max_age)
    if choice.files:
        store.create()
        lists += lists_in(choice.files, known)
    corpus = corpus_of(lists, home_of_corpora(store.folder), corpus_name(lists), working)
    there = store.ids() if not choice.names and not choice.files else None
    not_kept = () if there is None else _not_kept(there, known, choice)
    return Against(corpus, standings, not_kept)


def _snapshots(store: Store, choice: Choice, known: Mapping[str, PublishedList]) -> Iterator[str]:
    """The names of the snapshots that are meant."""
    there = store.ids()
    if not there and not choice.names:
        raise MissingError(f"No list is kept, so that there is nothing to screen against. {WAYS}")
    wanted: list[str] = []
    for name in choice.names:
        list_id = name.partition("@")[0]
        if list_id in there or "@" in name:
            wanted.append(name)
            continue
        of_publisher = [each for each in there if each in known and known[each].publisher == name]
        wanted += of_publisher or chosen([name], known, choice.now.date())
    missing = [name for name in wanted if name.partition("@")[0] not in there]
    if missing:
        raise MissingError(f"Nothing is kept of {listed(missing, 'and')}. {WAYS}")
    yield from dict.fromkeys(wanted or there)


def _not_kept(there: Sequence[str], known: Mapping[str, PublishedList], choice: Choice) -> tuple[str, ...]:
    return tuple(list_id for list_id in chosen([], known, choice.now.date()) if list_id not in there)
