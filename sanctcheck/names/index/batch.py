"""Many searches on several cores: every process maps the same file, and answers come in the order of the questions."""

from __future__ import annotations

from collections import deque
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

import msgspec

from sanctcheck.names.party import Party

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.pool import AsyncResult
    from pathlib import Path

    from sanctcheck.names.index.hits import Found
    from sanctcheck.names.index.index import Index

_CHUNK = 200
"""Searches that a process is given at a time."""
_AHEAD = 3
"""Chunks for each process that wait for their turn: no more is read, however much there is."""
_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(list[Party])
_OPENED: list[Index] = []


def found_by_processes(
    path: Path, parties: Iterable[Party], wanted: tuple[float, int], processes: int
) -> Iterator[tuple[Party, list[Found]]]:
    """Each party with what was found, by so many processes; `wanted` is the threshold and the limit."""
    waiting = iter(parties)
    with get_context("spawn").Pool(processes, _open, (path,)) as pool:
        running: deque[tuple[list[Party], AsyncResult[list[list[Found]]]]] = deque()
        while True:
            while len(running) < processes * _AHEAD and (chunk := list(islice(waiting, _CHUNK))):
                running.append((chunk, pool.apply_async(_search, (_PACK.encode(chunk), *wanted))))
            if not running:
                return
            chunk, result = running.popleft()
            yield from zip(chunk, result.get(), strict=True)


def _open(path: Path) -> None:
    from sanctcheck.names.index.index import Index  # noqa: PLC0415 - a process of its own, which begins here

    _OPENED.append(Index.open(path))


def _search(chunk: bytes, threshold: float, limit: int) -> list[list[Found]]:
    index = _OPENED[0]
    return [index.found(party, threshold=threshold, limit=limit) for party in _UNPACK.decode(chunk)]
