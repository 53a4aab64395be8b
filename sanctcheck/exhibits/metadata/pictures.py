"""What pictures give away: EXIF, IPTC, XMP, and the texts that formats carry besides."""

from __future__ import annotations

import io
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Final, cast

from sanctcheck.exhibits.metadata.trace import Kind, Trace, Unreadable, trace
from sanctcheck.exhibits.metadata.xmp import MAX_BYTES, xmp_traces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLUGINS: Final = ("Jpeg", "Png", "Tiff", "WebP", "Gif", "Avif")
"""Of the library: no other kind of file is given to it."""
_GPS, _EXIF = 0x8825, 0x8769
_TAGS: Final[dict[int, Kind]] = {
    0x010E: "note", 0x9286: "note", 0x9C9B: "note", 0x9C9C: "note", 0x9C9E: "note", 0x9C9F: "note",
    0x013B: "author", 0x8298: "author", 0x9C9D: "author",
    0x010F: "device", 0x0110: "device", 0x013C: "device", 0xA430: "device", 0xA431: "device", 0xA433: "device",
    0xA434: "device", 0xA435: "device", 0xC614: "device", 0xC62F: "device", 0x927C: "device",
}  # fmt: skip
"""EXIF: descriptions and comments; artists; makers, models, owners, serial numbers, and the block of the maker's own."""
_TEXTS: Final = frozenset({0x0131, 0x010D, 0x011D, 0xA420})
"""Program, name of the document and of the page, unique number: no danger by themselves, looked through for names."""
_XMP, _IPTC, _PHOTOSHOP = 700, 33723, 34377
_OF_IPTC: Final[dict[int, Kind]] = {
    80: "author", 85: "author", 110: "organisation", 115: "organisation", 116: "author", 118: "author",
    120: "note", 122: "author", 90: "position", 92: "position", 95: "position", 101: "position", 105: "note", 40: "note",
}  # fmt: skip
_OF_PNG: Final[dict[str, Kind]] = {
    "author": "author", "copyright": "author", "artist": "author", "comment": "note", "description": "note",
    "title": "note", "source": "device",
}  # fmt: skip
_XMP_OF_PNG: Final = "xml:com.adobe.xmp"
_MOST_TEXTS: Final = 500
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MOST_BESIDE_PIXELS: Final = 16 * 1024 * 1024


def picture_traces(file: IO[bytes]) -> Iterator[Trace]:
    """The traces of a picture. No pixel is decoded.

    Raises:
        Unreadable: it is damaged, or larger than any picture.
        ImportError: the library is not there.
    """
    from PIL import Image  # noqa: PLC0415 - an extra

    try:
        with Image.open(_without_pixels(file), formats=_formats(Image.OPEN)) as picture:
            yield from _of(picture)
    except (Unreadable, ImportError):
        raise
    except Exception as error:  # a parser of what somebody hostile may have made can fail in any way
        raise Unreadable("it is damaged, or larger than any picture") from error


def _formats(known: Mapping[str, Any]) -> list[str]:
    """The kinds that are read, each made known to the library by its own module and by no other."""
    for name in _PLUGINS:
        import_module(f"PIL.{name}ImagePlugin")
    return [name.upper() for name in _PLUGINS if name.upper() in known]


def _without_pixels(file: IO[bytes]) -> IO[bytes]:
    """A PNG may carry texts behind its pixels, where the library looks only once it has decoded them."""
    start = file.read(len(_PNG))
    file.seek(0)
    if start != _PNG:
        return file
    kept = [file.read(len(_PNG))]
    left = _MOST_BESIDE_PIXELS
    while len(header := file.read(8)) == 8:
        length = int.from_bytes(header[:4], "big")
        if header[4:] in {b"IDAT", b"fdAT"}:
            file.seek(length + 4, 1)
            continue
        left -= length
        if left < 0:
            raise Unreadable("it carries more beside its pixels than any picture")
        kept += [header, file.read(length + 4)]
    return io.BytesIO(b"".join(kept))


def _of(picture: Any) -> Iterator[Trace]:
    from PIL.ExifTags import IFD  # noqa: PLC0415 - an extra

    exif = _exif_of(picture)
    yield from _of_exif(exif, exif.get_ifd(_EXIF), exif.get_ifd(_GPS))
    if exif.get_ifd(IFD.IFD1).get(0x0201) is not None:
        yield Trace("preview")
    for key, value in list(picture.info.items())[:_MOST_TEXTS]:
        yield from _of_text(str(key), value)
    for block in (picture.info.get("xmp"), exif.get(_XMP)):
        if isinstance(block, bytes | str):
            yield from xmp_traces((block.encode() if isinstance(block, str) else block)[:MAX_BYTES])
    yield from _of_iptc(picture)


def _exif_of(picture: Any) -> Any:
    """The EXIF of a picture; that of PNG is taken as it stands, because the library would decode the pixels first."""
    if picture.format != "PNG":
        return picture.getexif()
    from PIL import Image  # noqa: PLC0415 - an extra

    exif = Image.Exif()
    exif.load(picture.info.get("exif", b""))
    return exif


def _of_exif(*blocks: Mapping[int, Any]) -> Iterator[Trace]:
    main, details, position = blocks
    for tag, value in [*main.items(), *details.items()]:
        kind = _TAGS.get(tag)
        if kind is not None or tag in _TEXTS:
            found = trace(kind or "other", value)
            if found is not None:
                yield found
    # The first field is the version of the block itself.
    values = [value for tag, value in position.items() if tag != 0 and value not in (None, "", b"")]
    if values:
        yield Trace("position", " ".join(str(each)[:200] for each in values))


def _of_text(key: str, value: Any) -> Iterator[Trace]:
    if key == "comment":
        found = trace("note", value)
    elif key.lower() == _XMP_OF_PNG and isinstance(value, str):
        yield from xmp_traces(value.encode("utf-8", "replace"))
        return
    elif isinstance(value, str):
        found = trace(_OF_PNG.get(key.lower(), "other"), value)
    else:
        return
    if found is not None:
        yield found


def _of_iptc(picture: Any) -> Iterator[Trace]:
    from PIL import IptcImagePlugin  # noqa: PLC0415 - an extra

    found: Any = IptcImagePlugin.getiptcinfo(picture) or {}
    for (record, number), values in list(found.items())[:_MOST_TEXTS]:
        if record == 2:
            for value in values if isinstance(values, list) else [values]:
                made = trace(_OF_IPTC.get(number, "other"), value)
                if made is not None:
                    yield made


# HEIC is what telephones make, and Pillow reads it with a codec alone; its EXIF is where ExifRead finds it.


def heic_traces(file: IO[bytes]) -> Iterator[Trace]:
    """The traces of a picture in HEIC.

    Raises:
        Unreadable: it is damaged.
        ImportError: the library is not there.
    """
    import exifread  # noqa: PLC0415 - an extra

    try:
        tags = exifread.process_file(cast("BinaryIO", file), details=True, extract_thumbnail=False)
    except Exception as error:  # a parser of what somebody hostile may have made can fail in any way
        raise Unreadable("it is damaged") from error
    position = [
        str(value) for name, value in tags.items() if name.startswith("GPS ") and name != "GPS GPSVersionID"
    ]
    if position:
        yield Trace("position", " ".join(position))
    for name, value in list(tags.items())[:_MOST_TEXTS]:
        made = trace(_TAGS.get(getattr(value, "tag", 0), "other"), _text(value))
        if made is not None and not name.startswith("GPS "):
            yield made
    file.seek(0)
    yield from xmp_traces(file.read(MAX_BYTES))


def _text(value: Any) -> object:
    raw = getattr(value, "values", value)
    if isinstance(raw, list) and raw and all(isinstance(each, int) and 0 <= each < 256 for each in raw):
        return bytes(raw)
    return str(value)
