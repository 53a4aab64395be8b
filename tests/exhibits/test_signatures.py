"""Signatures are OpenSSH's own: what ssh-keygen signs is verified here, and what is signed here ssh-keygen verifies."""

from __future__ import annotations

import base64
import hashlib
import shutil
import struct
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.errors import UsageError
from sanctcheck.exhibits import sshsig
from sanctcheck.exhibits.signers import read_signers

if TYPE_CHECKING:
    from pathlib import Path

SSH_KEYGEN = shutil.which("ssh-keygen")
with_openssh = pytest.mark.skipif(SSH_KEYGEN is None, reason="ssh-keygen is not installed")
MESSAGE = b"0" * 64 + b"  exhibits/E1.pdf\n"
KEYS: dict[str, Any] = {
    "ed25519": ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(32))),
    "rsa": rsa.generate_private_key(65537, 2048),
    "nistp256": ec.generate_private_key(ec.SECP256R1()),
    "nistp384": ec.generate_private_key(ec.SECP384R1()),
    "nistp521": ec.generate_private_key(ec.SECP521R1()),
}


def public(key: Any) -> str:
    line: bytes = key.public_key().public_bytes(
        serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH
    )
    return line.decode()


def private(key: Any) -> bytes:
    made: bytes = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.OpenSSH, serialization.NoEncryption()
    )
    return made


def keygen(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    assert SSH_KEYGEN is not None
    return subprocess.run([SSH_KEYGEN, *arguments], input=stdin, capture_output=True, check=False)


@with_openssh
@pytest.mark.parametrize("kind", KEYS)
def test_ssh_keygen_verifies_what_is_signed_here(kind: str, tmp_path: Path) -> None:
    (tmp_path / "signers").write_text(f'office namespaces="sanctcheck" {public(KEYS[kind])}\n')
    (tmp_path / "signature").write_text(sshsig.sign(MESSAGE, KEYS[kind]))
    asked = (
        "-f",
        str(tmp_path / "signers"),
        "-I",
        "office",
        "-n",
        "sanctcheck",
        "-s",
        str(tmp_path / "signature"),
    )

    assert keygen("-Y", "verify", *asked, stdin=MESSAGE).returncode == 0
    assert keygen("-Y", "verify", *asked, stdin=MESSAGE + b" ").returncode != 0


@with_openssh
@pytest.mark.parametrize("kind", KEYS)
def test_what_ssh_keygen_signs_is_verified_here(kind: str, tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(private(KEYS[kind]))
    (tmp_path / "key").chmod(0o600)
    (tmp_path / "m").write_bytes(MESSAGE)
    made = keygen("-Y", "sign", "-f", str(tmp_path / "key"), "-n", "sanctcheck", str(tmp_path / "m"))
    assert made.returncode == 0, made.stderr

    signature = sshsig.read((tmp_path / "m.sig").read_bytes())
    sshsig.verify(signature, MESSAGE)
    with pytest.raises(sshsig.SignatureError, match="not one of this manifest"):
        sshsig.verify(signature, MESSAGE + b" ")
    shown = keygen("-l", "-f", str(tmp_path / "key")).stdout.decode()
    assert sshsig.fingerprint(signature.key) in shown


@pytest.mark.parametrize("kind", KEYS)
def test_a_signature_is_verified_here(kind: str) -> None:
    sshsig.verify(sshsig.read(sshsig.sign(MESSAGE, KEYS[kind]).encode()), MESSAGE)


def blob_of(armoured: str) -> bytes:
    return base64.b64decode("".join(armoured.splitlines()[1:-1]))


def armoured(blob: bytes) -> bytes:
    body = base64.b64encode(blob).decode()
    return f"-----BEGIN SSH SIGNATURE-----\n{body}\n-----END SSH SIGNATURE-----\n".encode()


BLOB = blob_of(sshsig.sign(MESSAGE, KEYS["ed25519"]))


@settings(deadline=None)
@given(st.integers(0, len(BLOB) - 1), st.integers(1, 255))
def test_one_byte_changed_anywhere_in_a_signature_is_seen(at: int, change: int) -> None:
    changed = bytearray(BLOB)
    changed[at] ^= change
    with pytest.raises(sshsig.SignatureError):
        sshsig.verify(sshsig.read(armoured(bytes(changed))), MESSAGE)


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_what_is_no_signature_is_refused_in_words(content: bytes) -> None:
    for written in (content, armoured(content), armoured(BLOB[:20] + content), armoured(BLOB + b"x")):
        with pytest.raises(sshsig.SignatureError):
            sshsig.verify(sshsig.read(written), MESSAGE)


def texts(*parts: bytes) -> bytes:
    return b"".join(struct.pack(">I", len(part)) + part for part in parts)


def test_a_signature_for_another_purpose_is_none() -> None:
    other = armoured(BLOB.replace(texts(b"sanctcheck"), texts(b"git")))
    with pytest.raises(sshsig.SignatureError, match="another purpose"):
        sshsig.verify(sshsig.read(other), MESSAGE)


def test_a_weak_hash_is_refused() -> None:
    other = armoured(BLOB.replace(texts(b"sha512"), texts(b"sha1")))
    with pytest.raises(sshsig.SignatureError, match="hash"):
        sshsig.verify(sshsig.read(other), MESSAGE)


def test_a_short_rsa_key_neither_signs_nor_is_trusted() -> None:
    key = rsa.generate_private_key(65537, 1024)
    with pytest.raises(ValueError, match="cannot sign"):
        sshsig.sign(MESSAGE, key)
    numbers = key.public_key().public_numbers()
    mpints = [n.to_bytes(n.bit_length() // 8 + 1, "big") for n in (numbers.e, numbers.n)]
    blob = (
        b"SSHSIG"
        + struct.pack(">I", 1)
        + texts(
            *(texts(b"ssh-rsa", *mpints), b"sanctcheck", b"", b"sha512", texts(b"rsa-sha2-512", bytes(128)))
        )
    )
    with pytest.raises(sshsig.SignatureError, match="kind of key"):
        sshsig.verify(sshsig.read(armoured(blob)), MESSAGE)


def of_a_security_key(*, touched: int, application: bytes = b"ssh:") -> bytes:
    """A signature as a FIDO key makes it, by a key in software."""
    key = KEYS["ed25519"]
    raw = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    digest = hashlib.sha512(MESSAGE).digest()
    inner = b"SSHSIG" + texts(b"sanctcheck", b"", b"sha512", digest)
    end = bytes([touched]) + struct.pack(">I", 5)
    made = key.sign(hashlib.sha256(application).digest() + end + hashlib.sha256(inner).digest())
    kind = b"sk-ssh-ed25519@openssh.com"
    signed = texts(kind, made) + end
    blob = b"SSHSIG" + struct.pack(">I", 1)
    return armoured(blob + texts(texts(kind, raw, application), b"sanctcheck", b"", b"sha512", signed))


def test_a_security_key_that_was_touched_is_verified() -> None:
    sshsig.verify(sshsig.read(of_a_security_key(touched=1)), MESSAGE)
    with pytest.raises(sshsig.SignatureError):
        sshsig.verify(sshsig.read(of_a_security_key(touched=1)), MESSAGE + b" ")
    with pytest.raises(sshsig.SignatureError):
        sshsig.verify(sshsig.read(of_a_security_key(touched=0)), MESSAGE)


@with_openssh
def test_ssh_keygen_agrees_about_security_keys(tmp_path: Path) -> None:
    written = of_a_security_key(touched=1)
    key = base64.b64encode(sshsig.read(written).key).decode()
    (tmp_path / "signers").write_text(f"office sk-ssh-ed25519@openssh.com {key}\n")
    (tmp_path / "signature").write_bytes(written)
    asked = (
        "-f",
        str(tmp_path / "signers"),
        "-I",
        "office",
        "-n",
        "sanctcheck",
        "-s",
        str(tmp_path / "signature"),
    )

    assert keygen("-Y", "verify", *asked, stdin=MESSAGE).returncode == 0
    assert [each.key for each in read_signers((tmp_path / "signers").read_text())] == [
        sshsig.read(written).key
    ]


ED = public(KEYS["ed25519"])


@pytest.mark.parametrize(
    ("line", "number"),
    [
        *(
            (f"a@b {ED}", 1),
            (f"a@b,c@d {ED} a comment", 1),
            (f'"a b" {ED}', 1),
            (f"* {ED}", 1),
            (f"# {ED}", 0),
            ("", 0),
        ),
        *(
            (f'a namespaces="sanctcheck" {ED}', 1),
            (f'a namespaces="git,sanct*" {ED}', 1),
            (f'a namespaces="git" {ED}', 0),
        ),
        *((f"a cert-authority {ED}", 0), (f'a cert-authority,namespaces="sanctcheck" {ED}', 0)),
        *((f'a NAMESPACES="git" {ED}', 0), (f'a valid-after="20250101",valid-before="20260101Z" {ED}', 1)),
        (f'a valid-after="202501011200" {ED}', 1),
    ],
)
def test_allowed_signers_are_read_as_ssh_keygen_reads_them(line: str, number: int) -> None:
    assert len(read_signers(line + "\n")) == number


@pytest.mark.parametrize(
    "line",
    ["a", "a b", f"a b {ED}", "a ssh-ed25519 AAAA", "a ssh-ed25519 !", f'a valid-after="soon" {ED}', f'"a {ED}',
     f'a unknown="x" {ED}', f"a ssh-rsa {ED.split()[1]}", "\0"],
)  # fmt: skip
def test_a_line_that_is_none_of_such_a_list_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(UsageError, match="Line 2 of --signers"):
        read_signers(f"# comment\n{line}\n")


def test_a_curve_that_its_name_does_not_state_is_refused() -> None:
    blob = blob_of(sshsig.sign(MESSAGE, KEYS["nistp256"])).replace(texts(b"nistp256"), texts(b"nistp257"))
    with pytest.raises(sshsig.SignatureError, match="kind of key"):
        sshsig.verify(sshsig.read(armoured(blob)), MESSAGE)


def test_a_kind_of_key_that_cannot_sign_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot sign"):
        sshsig.sign(MESSAGE, ec.generate_private_key(ec.SECP256K1()))
