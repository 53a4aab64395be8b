"""What sort of file an exhibit is: by how it begins, by its name, by what is stated of it."""

from __future__ import annotations

from typing import Final

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SLIDES: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_OPEN: Final = "application/vnd.oasis.opendocument."

BY_SUFFIX: Final = {
    "pdf": "application/pdf", "rtf": "application/rtf",
    "docx": _WORD, "xlsx": _SHEET, "pptx": _SLIDES,
    "odt": f"{_OPEN}text", "ods": f"{_OPEN}spreadsheet", "odp": f"{_OPEN}presentation",
    "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
    "msg": "application/vnd.ms-outlook", "epub": "application/epub+zip",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
    "tif": "image/tiff", "tiff": "image/tiff", "heic": "image/heic", "heif": "image/heic", "bmp": "image/bmp",
    "svg": "image/svg+xml",
    "mp4": "video/mp4", "m4v": "video/mp4", "mov": "video/quicktime", "3gp": "video/3gpp", "webm": "video/webm",
    "mkv": "video/x-matroska", "avi": "video/x-msvideo",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav", "ogg": "audio/ogg", "flac": "audio/flac",
    "txt": "text/plain", "md": "text/markdown", "csv": "text/csv", "html": "text/html", "htm": "text/html",
    "eml": "message/rfc822", "xml": "application/xml", "json": "application/json", "yaml": "application/yaml",
    "yml": "application/yaml", "ics": "text/calendar", "vcf": "text/vcard",
    "zip": "application/zip", "gz": "application/gzip", "7z": "application/x-7z-compressed",
    "tar": "application/x-tar", "warc": "application/warc",
}  # fmt: skip
"""What the ends of names stand for, for the kinds of files that exhibits are."""
UNKNOWN: Final = "application/octet-stream"

_SAME: Final = {
    "image/apng": "image/png", "image/jpg": "image/jpeg", "image/heif": "image/heic", "audio/x-wav": "audio/wav",
    "audio/x-flac": "audio/flac", "audio/mp3": "audio/mpeg", "application/x-zip-compressed": "application/zip",
    "text/xml": "application/xml", "video/x-m4v": "video/mp4", "application/x-pdf": "application/pdf",
    "image/x-canon-cr2": "image/tiff", "text/rtf": "application/rtf", "application/x-gzip": "application/gzip",
}  # fmt: skip
_ZIPPED: Final = frozenset(
    {"application/zip", _WORD, _SHEET, _SLIDES, "application/epub+zip"}
    | {f"{_OPEN}{each}" for each in ("text", "spreadsheet", "presentation")}
)
_COMPOUND: Final = frozenset(
    {
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.ms-outlook",
    }
)
_ISO_MEDIA: Final = frozenset({"video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"})
_SIGNED: Final = (
    _ZIPPED
    | _COMPOUND
    | {
        *(
            "application/pdf",
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/tiff",
            "image/heic",
        ),
        *("application/gzip", "application/x-7z-compressed"),
    }
)
"""Kinds of which every file begins in a way that is known, so that one which does not is of another kind."""
_PLAIN: Final = ("text/", "message/")
_PLAIN_TOO: Final = frozenset(
    {"application/xml", "application/json", "application/yaml", "application/warc", "image/svg+xml"}
)
_NEVER_TEXT: Final = frozenset({"application/pdf", "application/rtf", "application/postscript"})
"""Kinds that begin with letters, and are no text all the same."""
_COMPOUND_START: Final = bytes.fromhex("d0cf11e0a1b11ae1")


def by_content(head: bytes) -> str | None:
    """The kind that a file is by how it begins; None where that tells nothing."""
    import filetype  # noqa: PLC0415 - most dossiers have no files beside them

    found: str | None = filetype.guess_mime(head)
    if found == UNKNOWN or (_looks_like_text(head) and found not in _NEVER_TEXT):
        # Two letters at the start of a text are no signature of a picture.
        found = None
    if found is None and head.startswith(_COMPOUND_START):
        return "application/msword"
    return None if found is None else normal(found)


def by_name(name: str) -> str | None:
    """The kind that the end of a name stands for."""
    base, dot, suffix = name.rpartition(".")
    return BY_SUFFIX.get(suffix.lower()) if dot and base else None


def normal(media_type: str) -> str:
    """One word for each kind."""
    return _SAME.get(media_type, media_type)


def media_type(head: bytes, name: str) -> str:
    """The media type to be recorded of a file: what it is, as exactly as content and name together say it."""
    content, named = by_content(head), by_name(name)
    if named is not None and not disagrees(head, named):
        return named
    if content is not None:
        return content
    return "text/plain" if head and _looks_like_text(head) else UNKNOWN


def disagrees(head: bytes, stated: str) -> bool:
    """Whether a file cannot be of the kind that is stated of it."""
    expected, content = normal(stated), by_content(head)
    if content is None:
        return expected in _SIGNED or (_is_plain(expected) and not _looks_like_text(head))
    if content == expected or any({content, expected} <= kin for kin in (_ISO_MEDIA, _COMPOUND)):
        return False
    if content == "application/zip" or (content in _ZIPPED and expected == "application/zip"):
        return expected not in _ZIPPED and expected in _KNOWN
    return expected in _KNOWN


def names_disagree(stated: str, name: str) -> bool:
    """Whether the end of a name stands for another kind than is stated."""
    named = by_name(name)
    expected = normal(stated)
    if named is None or named == expected or (_is_plain(named) and _is_plain(expected)):
        return False
    return expected in _KNOWN and not {named, expected} <= _ISO_MEDIA


_KNOWN: Final = frozenset(BY_SUFFIX.values())


def _is_plain(kind: str) -> bool:
    return kind.startswith(_PLAIN) or kind in _PLAIN_TOO


def _looks_like_text(head: bytes) -> bool:
    return b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def is_zipped(kind: str) -> bool:
    """Whether files of a kind are zip containers."""
    return kind in _ZIPPED
