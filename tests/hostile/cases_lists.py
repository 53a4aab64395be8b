"""Lists of every publisher, damaged in the ways in which lists arrive: through the command that takes them in."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

from harness import ROOT, Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LISTS = {
    "us": "us_ofac/sdn.xml",
    "us-enhanced": "us_ofac/sdn_enhanced.xml",
    "us-csv": "us_ofac/sdn.csv",
    "un": "un_sc/consolidated.xml",
    "eu": "eu_fsf/full_1_1.xml",
    "eu-csv": "eu_fsf/20260305-FULL-1_1.csv",
    "gb": "gb_fcdo/UK-Sanctions-List.xml",
    "gb-csv": "gb_fcdo/UK-Sanctions-List.csv",
    "gb-ods": "gb_fcdo/UK-Sanctions-List.ods",
    "ca": "ca_sema/sema-lmes-2026.xml",
    "ch": "ch_seco/consolidated-list.xml",
    "au": "au_dfat/Australian_Sanctions_Consolidated_List.xlsx",
    "os-csv": "opensanctions/targets.simple.csv",
    "os-json": "opensanctions/entities.ftm.json",
}
Damage = dict[str, tuple[str, "Callable[[bytes], bytes]"]]

_PAGE = b"<!doctype html><html><head><title>Just a moment...</title></head><body>error</body></html>"
_ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def _behind_declaration(content: bytes) -> bytes:
    start = content.find(b"?>") + 2 if content.startswith(b"<?xml") else 0
    return content[:start] + _ENTITY + content[start:]


DAMAGE: Damage = {
    "cut-in-half": ("L1", lambda content: content[: len(content) // 2]),
    "cut-at-the-end": ("L1", lambda content: content[:-3]),
    "a-page": ("L4", lambda _: _PAGE),
    "behind-a-page": ("L4", lambda content: _PAGE + content),
    "a-document-type": ("L12", _behind_declaration),
    "twice": ("L5", lambda content: content + content),
    "zero-bytes": ("L3", lambda content: content.replace(b"a", b"\0", 3)),
    "not-utf-8": ("L6", lambda content: content.replace(b"a", b"\xe9\xff", 3)),
    "quotes": ("L3", lambda content: content.replace(b",", b',"', 4).replace(b'="', b"=", 1)),
    "steering": (
        "L7",
        lambda content: content.replace(b"KORVANEC", b"K\xc2\x9b31m\xe2\x80\xae\xe2\x80\x8bX"),
    ),
    "gzip-cut": ("L11", lambda content: gzip.compress(content, mtime=0)[:-9]),
}


def cases() -> Iterator[Case]:
    for name, file in LISTS.items():
        path = ROOT / "fixtures" / "lists" / file
        content = path.read_bytes()
        for damage, (row, change) in DAMAGE.items():
            yield Case(
                row,
                f"{name}-{damage}",
                {Path(file).name: change(content)},
                ("import", Path(file).name),
                "lists",
                statuses=(0, 1, 2, 4),
                never=("root:", "KORVANEC\x9b"),
                seconds=5.0,
            )
