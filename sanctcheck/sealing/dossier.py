"""A dossier, sealed: its new text, the manifest, and the signature, before any of them is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sanctcheck.errors import UsageError
from sanctcheck.exhibits import sshsig
from sanctcheck.mending.insertion import with_values
from sanctcheck.sealing.plan import plan_for
from sanctcheck.sealing.written import SIGNED, before, manifest_name, refuse_what_is_no_manifest, write
from sanctcheck.tidy.dossier_file import replace

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date
    from pathlib import Path

    from sanctcheck.dossier.model import Dossier
    from sanctcheck.reading.document import Document, Path_
    from sanctcheck.sealing.plan import Plan

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asks for: by which key it is signed, whose files were rightly replaced, and the day."""

    day: date
    key: Any = None
    replaced: Container[str] = ()


@dataclass(frozen=True, slots=True)
class Sealed:
    """What is to be written, all of it worked out.

    Attributes:
        plan: what is recorded of each file.
        text: the dossier's new text; None where it stays as it is.
        manifest: the name and content of the manifest; no content where it stays as it is.
        signature: the name and content of the signature; no content where none is made.
        is_signed: whether a signature holds once all is written.
        was_signed: whether the dossier names a signature that does not hold any more.
    """

    plan: Plan
    text: str | None
    manifest: tuple[Path, bytes | None]
    signature: tuple[Path, bytes | None]
    is_signed: bool
    was_signed: bool

    @property
    def changes_something(self) -> bool:
        """Whether anything is to be written."""
        return any(each is not None for each in (self.text, self.manifest[1], self.signature[1]))


def sealed(path: Path, content: bytes, document: Document, dossier: Dossier, asked: Asked) -> Sealed:
    """What sealing the dossier in a file comes to.

    Raises:
        UsageError: it cannot be sealed.
        ValueError: the kind of key cannot sign.
    """
    plan = plan_for(dossier, path.parent, asked.replaced)
    manifest = path.with_name(manifest_name(dossier, path))
    signature = manifest.with_name(manifest.name + SIGNED)
    made = plan.manifest.encode()
    known = refuse_what_is_no_manifest(manifest)
    plan.hold_against(known, dossier, asked.replaced)
    signed_before = before(signature)
    new_signature = None if asked.key is None else sshsig.sign(made, asked.key).encode()
    holds = new_signature is not None or _holds(signed_before, made)
    is_new = known != made or new_signature is not None
    changes = [*plan.changes, *_of_seal(dossier, manifest.name, asked.day, holds=holds, is_new=is_new)]
    text = None
    if changes and not plan.problems:
        text = _as_in(content, with_values(document, changes))
    was_signed = not holds and dossier.seal is not None and dossier.seal.signature is not None
    return Sealed(
        *(plan, text, (manifest, None if known == made else made), (signature, new_signature)),
        *(holds, was_signed),
    )


def _holds(signature: bytes | None, manifest: bytes) -> bool:
    """Whether a signature that is there already, made by ssh-keygen, is one of the manifest."""
    if signature is None:
        return False
    try:
        sshsig.verify(sshsig.read(signature), manifest)
    except (sshsig.SignatureError, ImportError):
        return False
    return True


def _of_seal(
    dossier: Dossier, manifest: str, day: date, *, holds: bool, is_new: bool
) -> list[tuple[Path_, Any]]:
    signature = manifest + SIGNED
    if dossier.seal is None:
        signed = {"signature": signature} if holds else {}
        return [(("seal",), {"manifest": manifest, **signed, "day": day.isoformat()})]
    found: list[tuple[Path_, Any]] = []
    if holds and dossier.seal.signature != signature:
        found.append((("seal", "signature"), signature))
        is_new = True
    if is_new and dossier.seal.day != day.isoformat():
        found.append((("seal", "day"), day.isoformat()))
    return found


def _as_in(content: bytes, text: str | None) -> str:
    """A new text with the line ends and the mark at the beginning that the file has."""
    if text is None:
        raise UsageError(
            "The dossier cannot be changed without a change to something else: it uses anchors or a layout that is not "
            "safely edited. Lay it out anew first: sanctcheck fmt DOSSIER."
        )
    breaks = content.count(b"\r\n")
    if breaks:
        if breaks != content.count(b"\n"):
            raise UsageError(
                "The dossier ends some lines in one way and some in another: run sanctcheck fmt."
            )
        text = text.replace("\n", "\r\n")
    return f"\ufeff{text}" if content.startswith(_BOM) else text


def write_all(made: Sealed, path: Path, content: bytes) -> None:
    """Writes manifest, signature and dossier, each whole; the dossier last, which names the others.

    Raises:
        OSError: one cannot be written; those before it are.
    """
    for file, new in (made.manifest, made.signature):
        if new is not None:
            write(file, new)
    if made.text is not None:
        replace(path, content, made.text)
