"""SSH signatures of files (SSHSIG), as `ssh-keygen -Y sign` makes and `ssh-keygen -Y verify` checks them.

The format is OpenSSH's (its PROTOCOL.sshsig): a signature with the public key beside it, over the hash of the file and a
word for the purpose, so that a signature made for another purpose is none here. The cryptography is that of the library
`cryptography`; no process is started.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

NAMESPACE: Final = "sanctcheck"
MAX_BYTES: Final = 64 * 1024
_MAGIC: Final = b"SSHSIG"
_VERSION: Final = 1
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_LINE: Final = 70
_HASHES: Final[dict[bytes, Callable[[bytes], Any]]] = {b"sha512": hashlib.sha512, b"sha256": hashlib.sha256}
_RSA_BITS: Final = range(2048, 16385)
_CURVES: Final = {b"nistp256": "SECP256R1", b"nistp384": "SECP384R1", b"nistp521": "SECP521R1"}
_CURVE_HASHES: Final = {b"nistp256": "SHA256", b"nistp384": "SHA384", b"nistp521": "SHA512"}
_PRESENCE: Final = 1
"""The bit with which a security key says that somebody touched it."""


class SignatureError(Exception):
    """A signature that is none, or not of this file; says why."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature as it was read. `key` is the public key as SSH writes it."""

    key: bytes
    namespace: str
    hash_name: bytes
    signed: bytes


def fingerprint(key: bytes) -> str:
    """What `ssh-keygen -l` shows of a public key."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")


def read(text: bytes) -> Signature:
    """A signature from its file.

    Raises:
        SignatureError: it is none.
    """
    try:
        lines = [line.strip() for line in text.decode("ascii").strip().splitlines()]
        if lines[0] != _BEGIN or lines[-1] != _END:
            raise SignatureError("is not an SSH signature")
        blob = _Blob(base64.b64decode("".join(lines[1:-1]), validate=True))
        if blob.take(len(_MAGIC)) != _MAGIC or blob.number() != _VERSION:
            raise SignatureError("is not an SSH signature of version 1")
        key, namespace, _, hash_name, signed = (blob.text() for _ in range(5))
        blob.end()
        return Signature(key, namespace.decode("utf-8"), hash_name, signed)
    except (ValueError, IndexError, binascii.Error) as error:
        raise SignatureError("is damaged, or no SSH signature") from error


def verify(signature: Signature, message: bytes) -> None:
    """Passes where the signature is the key's own, of this message and for this purpose.

    Raises:
        SignatureError: it is not.
    """
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm  # noqa: PLC0415 - an extra

    if signature.namespace != NAMESPACE:
        raise SignatureError(f"was made for another purpose than “{NAMESPACE}” (its namespace)")
    if signature.hash_name not in _HASHES:
        raise SignatureError("uses a hash that is not allowed")
    try:
        _check(signature, _to_be_signed(message, signature.hash_name))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise SignatureError("is damaged, or of a kind of key that is not known here") from error
    except InvalidSignature as error:
        raise SignatureError("is not one of this manifest") from error


def sign(message: bytes, key: Any) -> str:
    """The signature of a message with a private key, as a file holds it.

    Raises:
        ValueError: the kind of key cannot sign.
    """
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - an extra

    signed = _signed(key, _to_be_signed(message, b"sha512"))
    line = key.public_key().public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH)
    public = base64.b64decode(line.split()[1])
    blob = _MAGIC + struct.pack(">I", _VERSION) + _texts(public, NAMESPACE.encode(), b"", b"sha512", signed)
    body = base64.b64encode(blob).decode()
    lines = [body[start : start + _LINE] for start in range(0, len(body), _LINE)]
    return "\n".join([_BEGIN, *lines, _END, ""])


def _to_be_signed(message: bytes, hash_name: bytes) -> bytes:
    digest: bytes = _HASHES[hash_name](message).digest()
    return _MAGIC + _texts(NAMESPACE.encode(), b"", hash_name, digest)


def _signed(key: Any, message: bytes) -> bytes:
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - an extra
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils  # noqa: PLC0415

    if isinstance(key, ed25519.Ed25519PrivateKey):
        return _texts(b"ssh-ed25519", key.sign(message))
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size in _RSA_BITS:
        return _texts(b"rsa-sha2-512", key.sign(message, padding.PKCS1v15(), hashes.SHA512()))
    if isinstance(key, ec.EllipticCurvePrivateKey):
        for name, curve in _CURVES.items():
            if isinstance(key.curve, getattr(ec, curve)):
                made = key.sign(message, ec.ECDSA(getattr(hashes, _CURVE_HASHES[name])()))
                numbers = utils.decode_dss_signature(made)
                return _texts(b"ecdsa-sha2-" + name, _texts(*map(_mpint, numbers)))
    raise ValueError("This kind of key cannot sign: use an Ed25519, ECDSA or RSA key (RSA from 2048 bits).")


def _check(signature: Signature, message: bytes) -> None:
    """Raises what the library raises where the signature is wrong."""
    key, signed = _Blob(signature.key), _Blob(signature.signed)
    kind, made_as = key.text(), signed.text()
    if kind == b"ssh-ed25519" and made_as == kind:
        _check_ed25519(key.text(), signed.text(), message)
    elif kind == b"sk-ssh-ed25519@openssh.com" and made_as == kind:
        public, application, made = key.text(), key.text(), signed.text()
        touched = signed.take(5)
        if not touched[0] & _PRESENCE:
            raise ValueError("nobody touched the security key")
        told = hashlib.sha256(application).digest() + touched + hashlib.sha256(message).digest()
        _check_ed25519(public, made, told)
    elif kind == b"ssh-rsa" and made_as in {b"rsa-sha2-256", b"rsa-sha2-512"}:
        _check_rsa(key, signed.text(), message, made_as)
    elif kind.removeprefix(b"ecdsa-sha2-") in _CURVES and made_as == kind:
        _check_curve(key, _Blob(signed.text()), message)
    else:
        raise ValueError("unknown kind of key")
    key.end()
    signed.end()


def _check_ed25519(public: bytes, signed: bytes, message: bytes) -> None:
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - an extra

    ed25519.Ed25519PublicKey.from_public_bytes(public).verify(signed, message)


def _check_rsa(key: _Blob, signed: bytes, message: bytes, made_as: bytes) -> None:
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - an extra
    from cryptography.hazmat.primitives.asymmetric import padding, rsa  # noqa: PLC0415

    exponent, modulus = (int.from_bytes(key.text(), "big") for _ in range(2))
    if modulus.bit_length() not in _RSA_BITS or exponent.bit_length() > 32:
        raise ValueError("an RSA key of a size that is not used")
    hashed = hashes.SHA512() if made_as == b"rsa-sha2-512" else hashes.SHA256()
    public = rsa.RSAPublicNumbers(exponent, modulus).public_key()
    public.verify(signed, message, padding.PKCS1v15(), hashed)


def _check_curve(key: _Blob, signed: _Blob, message: bytes) -> None:
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - an extra
    from cryptography.hazmat.primitives.asymmetric import ec, utils  # noqa: PLC0415

    name = key.text()
    curve = getattr(ec, _CURVES[name])() if name in _CURVES else None
    if curve is None:
        raise ValueError("unknown curve")
    public = ec.EllipticCurvePublicKey.from_encoded_point(curve, key.text())
    numbers = [int.from_bytes(signed.text(), "big") for _ in range(2)]
    signed.end()
    made = utils.encode_dss_signature(*numbers)
    public.verify(made, message, ec.ECDSA(getattr(hashes, _CURVE_HASHES[name])()))


def _mpint(number: int) -> bytes:
    """A number as SSH writes it: a byte of zeros in front where it would else look negative."""
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def _texts(*parts: bytes) -> bytes:
    return b"".join(struct.pack(">I", len(part)) + part for part in parts)


class _Blob:
    """Bytes that are read from the front: numbers and texts, each text behind its length."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def take(self, number: int) -> bytes:
        piece = self._content[self._at : self._at + number]
        if len(piece) != number:
            raise ValueError("cut off")
        self._at += number
        return piece

    def number(self) -> int:
        return int.from_bytes(self.take(4), "big")

    def text(self) -> bytes:
        return self.take(self.number())

    def end(self) -> None:
        """Nothing may stand behind."""
        if self._at != len(self._content):
            raise ValueError("something stands behind")
