"""What a PDF gives away: its information, its XMP, and who commented on its pages."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any, Final

from sanctcheck.exhibits.metadata.trace import Kind, Trace, Unreadable, trace
from sanctcheck.exhibits.metadata.xmp import MAX_BYTES, xmp_traces

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS: Final[dict[str, Kind]] = {
    "/Author": "author", "/LastModifiedBy": "author", "/Company": "organisation", "/Manager": "author",
    "/Subject": "note", "/Keywords": "note", "/Comments": "note", "/SourceModified": "other",
}  # fmt: skip
_PATH: Final = re.compile(r"(?:\b[A-Za-z]:\\|file:///|/home/|/Users/)\S")
_MOST_PAGES: Final = 200
_MOST_NOTES: Final = 1_000


def pdf_traces(file: IO[bytes]) -> Iterator[Trace]:
    """The traces of a PDF.

    Raises:
        Unreadable: it is damaged, or cannot be opened without a password.
        ImportError: the library is not there.
    """
    import pypdf  # noqa: PLC0415 - an extra

    try:
        reader = pypdf.PdfReader(file, strict=False, root_object_recovery_limit=1_000)
        for key, value in dict(reader.metadata or {}).items():
            yield from _of_information(str(key), value)
        yield from _of_packet(reader)
        yield from _of_pages(reader)
    except Unreadable:
        raise
    except (pypdf.errors.DependencyError, pypdf.errors.FileNotDecryptedError) as error:
        raise Unreadable("it is locked with a password") from error
    except (RecursionError, MemoryError) as error:
        raise Unreadable("it asks for too much") from error
    except Exception as error:  # a parser of what somebody hostile may have made can fail in any way
        raise Unreadable("it is damaged") from error


def _of_information(key: str, value: Any) -> Iterator[Trace]:
    made = trace(_KINDS.get(key, "other"), value)
    if made is not None:
        yield made
        if _PATH.search(made.text):
            yield Trace("path", made.text)


def _of_packet(reader: Any) -> Iterator[Trace]:
    stream = reader.trailer["/Root"].get_object().get("/Metadata")
    if stream is not None:
        yield from xmp_traces(stream.get_object().get_data()[:MAX_BYTES])


def _of_pages(reader: Any) -> Iterator[Trace]:
    """Comments carry the name of who made them, and what they say."""
    left = _MOST_NOTES
    for number, page in enumerate(reader.pages):
        notes = page.get("/Annots")
        if number >= _MOST_PAGES:
            return
        for note in notes.get_object() if notes is not None else ():
            left -= 1
            if left < 0:
                return
            part = note.get_object()
            if part.get("/Subtype") in {"/Link", "/Widget", "/Popup"}:
                continue
            for key, kind in (("/T", "revision"), ("/Contents", "note")):
                made = trace("note" if kind == "note" else "revision", part.get(key) or "")
                if made is not None:
                    yield made
