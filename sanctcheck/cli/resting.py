"""What a run of `validate` rests on, as its options and the files that they name have it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sanctcheck.basis import Basis, SettingsFile
from sanctcheck.reading.files import read_regular_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from sanctcheck.basis import SnapshotUsed

_MAX_BYTES = 64 * 1024 * 1024


def basis_of(given: dict[str, Any], configuration: str | None, lists: tuple[SnapshotUsed, ...]) -> Basis:
    """The basis of a run with these options, under this configuration, held against these lists."""
    return Basis(
        paths=tuple(sorted(set(given["paths"]))),  # whose order changes nothing
        regimes=given["regimes"],
        all_regimes=given["all_regimes"],
        skip_others=given["skip_others"],
        max_bytes=given["max_bytes"],
        criteria=None if given["criteria"] is None else str(given["criteria"]),
        settings=tuple(_settings(configuration, given)),
        lists=lists,
        list_files=tuple(map(str, given["list_files"])),
    )


def _settings(configuration: str | None, given: dict[str, Any]) -> Iterator[SettingsFile]:
    if configuration is not None:
        yield _file("configuration", configuration)
    if given["baseline"] is not None and given["write_baseline"] is None:
        yield _file("baseline", str(given["baseline"]))
    if given["signers"]:
        yield _file("signers", str(given["signers"]))


def _file(role: Literal["configuration", "baseline", "signers"], name: str) -> SettingsFile:
    try:
        content = read_regular_file(name, _MAX_BYTES)
    except OSError:  # it is gone since it was read
        return SettingsFile(role, name, "")
    return SettingsFile(role, name, sha256(content).hexdigest())
