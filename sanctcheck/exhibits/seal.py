"""Whether the seal of a dossier is whole: its manifest, and who signed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.days import stated_day
from sanctcheck.exhibits import manifest, sshsig
from sanctcheck.exhibits.extras import INSTALL
from sanctcheck.exhibits.folder import Refused
from sanctcheck.reading.document import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.dossier.model import Dossier, Seal
    from sanctcheck.exhibits.folder import Folder
    from sanctcheck.exhibits.signers import Signer
    from sanctcheck.reading.document import Document, Path_, Severity


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose signatures the user knows; None where they did not say. `day` is the one of the assessment."""

    day: date
    signers: tuple[Signer, ...] | None = None


def seal_flaws(dossier: Dossier, document: Document, folder: Folder, trust: Trust) -> Iterator[Flaw]:
    """What is wrong with a seal. Nothing for a dossier without one, unless the user names those who seal."""
    seal = dossier.seal
    if seal is None:
        if trust.signers is not None and any(each.file for each in dossier.exhibits):
            message = "The exhibits are not sealed, and signers are named from whom a seal is expected."
            yield _flaw(document, ("exhibits",), "seal-missing", message)
        return
    try:
        content = folder.content(seal.manifest, manifest.MAX_BYTES)
    except Refused as refused:
        yield _flaw(document, ("seal", "manifest"), "seal-manifest-missing", f"The manifest: {refused}")
        return
    yield from _of_manifest(dossier, document, content)
    yield from _Signed(seal, document, trust).flaws(folder, content)


def _of_manifest(dossier: Dossier, document: Document, content: bytes) -> Iterator[Flaw]:
    path: Path_ = ("seal", "manifest")
    try:
        listed = manifest.read_manifest(content)
    except ValueError:
        message = "The manifest is damaged: it is no list of SHA-256 and files."
        yield _flaw(document, path, "seal-manifest-damaged", message)
        return
    named = set()
    for index, exhibit in enumerate(dossier.exhibits):
        if exhibit.file is None:
            continue
        try:
            file = manifest.canonical(exhibit.file)
        except Refused:
            continue
        named.add(file)
        where: Path_ = ("exhibits", index, "file")
        if file not in listed:
            message = "The file was added after the sealing: the manifest does not list it."
            yield _flaw(document, where, "seal-differs", message)
        elif exhibit.sha256 is not None and listed[file] != exhibit.sha256:
            message = "The SHA-256 is another than the manifest's: it was changed after the sealing."
            yield _flaw(document, ("exhibits", index, "sha256"), "seal-differs", message)
    taken_out = len(listed.keys() - named)
    if taken_out:
        files = "a file" if taken_out == 1 else f"{taken_out:,} files"
        message = (
            f"The manifest lists {files} that no exhibit names: what was sealed was taken out of the dossier."
        )
        yield _flaw(document, path, "seal-differs", message)


class _Signed:
    """The signature of a manifest."""

    def __init__(self, seal: Seal, document: Document, trust: Trust) -> None:
        self._seal = seal
        self._document = document
        self._trust = trust

    def flaws(self, folder: Folder, content: bytes) -> Iterator[Flaw]:
        """What is wrong with it, or with its absence."""
        if self._seal.signature is None:
            if self._trust.signers is not None:
                message = (
                    "The manifest is not signed, and signers are named from whom a signature is expected."
                )
                yield self._flaw("manifest", "seal-not-signed", message)
            return
        try:
            written = folder.content(self._seal.signature, sshsig.MAX_BYTES)
        except Refused as refused:
            yield self._flaw("signature", "seal-signature-missing", f"The signature: {refused}")
            return
        try:
            signature = sshsig.read(written)
            sshsig.verify(signature, content)
        except sshsig.SignatureError as error:
            yield self._flaw("signature", "seal-signature-wrong", f"The signature {error}.")
        except ImportError:
            message = f"The signature was not checked: the library for it is not installed ({INSTALL})."
            yield self._flaw("signature", "seal-not-checked", message, "warning")
        else:
            yield from self._of_key(signature.key)

    def _of_key(self, key: bytes) -> Iterator[Flaw]:
        shown = sshsig.fingerprint(key)
        if self._trust.signers is None:
            message = f"The signature is whole. Whose it is was not checked (key {shown}): name the keys that you know."
            yield self._flaw("signature", "seal-signer-not-checked", message, "warning")
            return
        known = [each for each in self._trust.signers if each.key == key]
        if not known:
            message = f"The manifest is signed with a key that is not among those of --signers (key {shown})."
            yield self._flaw("signature", "seal-signer-unknown", message)
            return
        day = stated_day(self._seal.day)
        if not any(each.may_have_signed(day.latest if day else self._trust.day) for each in known):
            message = (
                f"The key that signed the manifest was not valid on the day of the sealing (key {shown})."
            )
            yield self._flaw("signature", "seal-signer-unknown", message)

    def _flaw(self, field: str, rule: str, message: str, severity: Severity = "error") -> Flaw:
        return _flaw(self._document, ("seal", field), rule, message, severity)


def _flaw(document: Document, path: Path_, rule: str, message: str, severity: Severity = "error") -> Flaw:
    return Flaw(rule, message, document.place(path), severity, path)
