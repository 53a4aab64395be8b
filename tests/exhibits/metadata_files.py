"""Files whose metadata gives somebody away, each made here from what it says."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from PIL import Image, PngImagePlugin

XMP = """\
<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:SerialNumber="XMP-SERIAL-7">{inner}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
XMP_AUTHOR = XMP.format(
    inner="<dc:creator><rdf:Seq><rdf:li>Ximena Xmp</rdf:li></rdf:Seq></dc:creator>"
    "<exif:GPSLatitude>48,51.5N</exif:GPSLatitude>"
)
PROPERTIES = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Amina Author</dc:creator>'
    "<cp:lastModifiedBy>Edgar Editor</cp:lastModifiedBy></cp:coreProperties>"
)
APPLICATION = "<Properties><Company>Clinic of the North</Company><Template>C:\\Users\\amina\\t.dotx</Template></Properties>"
CHANGES = '<w:document xmlns:w="urn:w"><w:ins w:author="Rita Reviser"><w:t>hello</w:t></w:ins></w:document>'
LINKS = (
    '<Relationships><Relationship Target="file:///C:/Users/edgar/t.dotx" TargetMode="External"/>'
    '<Relationship Target="styles.xml"/></Relationships>'
)
OPEN_META = (
    '<office:document-meta xmlns:office="urn:o" xmlns:meta="urn:m" xmlns:dc="urn:d"><office:meta>'
    "<meta:initial-creator>Amina Author</meta:initial-creator><dc:creator>Edgar Editor</dc:creator>"
    "</office:meta></office:document-meta>"
)
OPEN_CHANGES = (
    '<office:c xmlns:office="urn:o" xmlns:dc="urn:d"><dc:creator>Rita Reviser</dc:creator></office:c>'
)


def exif() -> Image.Exif:
    made = Image.Exif()
    made[0x013B], made[0x010F], made[0x010E] = "Amina Author", "ACME", "In the yard"
    made.get_ifd(0x8769).update({0xA431: "SERIAL-42", 0xA430: "Olga Owner"})
    made.get_ifd(0x8825).update({0: b"\2\3\0\0", 1: "N", 2: (48.0, 51.0, 30.0)})
    return made


def picture(form: str, *, tells: bool = True, **options: Any) -> bytes:
    made = io.BytesIO()
    if tells:
        options = {"exif": exif(), **options}
    Image.new("RGB", (16, 16)).save(made, form, **options)
    return made.getvalue()


def png_with_texts() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Amina Author")
    texts.add_itxt("XML:com.adobe.xmp", XMP_AUTHOR, zip=True)
    return picture("PNG", tells=False, pnginfo=texts)


def png_with_text_behind_the_pixels() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add(b"tEXt", b"Author\0Amina Author", after_idat=True)
    return picture("PNG", tells=False, pnginfo=texts)


def heic() -> bytes:
    """The container of AVIF is that of HEIC; only the mark at the front and the pixels differ."""
    return picture("AVIF").replace(b"ftypavif", b"ftypheic", 1)


def with_iptc() -> bytes:
    """A JPEG with a by-line and a city, in the block of Photoshop."""
    fields = b"".join(
        b"\x1c\x02" + bytes([number]) + len(text).to_bytes(2, "big") + text
        for number, text in ((80, b"Amina Author"), (90, b"Northtown"))
    )
    block = b"8BIM\x04\x04\0\0" + len(fields).to_bytes(4, "big") + fields + b"\0" * (len(fields) % 2)
    segment = b"Photoshop 3.0\0" + block
    plain = picture("JPEG", tells=False)
    return plain[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + plain[2:]


def pdf(
    *, information: dict[str, str] | None = None, xmp: str = "", comment: str = "", password: str = ""
) -> bytes:
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    writer.metadata = information or {}
    if xmp:
        writer.xmp_metadata = xmp.encode()
    if comment:
        note = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Text"),
                NameObject("/T"): TextStringObject(comment),
            }
        )
        page[NameObject("/Annots")] = ArrayObject([writer._add_object(note)])  # noqa: SLF001 - there is no other way
    if password:
        writer.encrypt(password)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def container(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return made.getvalue()


def docx(parts: dict[str, str | bytes]) -> bytes:
    return container({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>", **parts})


def odt(parts: dict[str, str | bytes]) -> bytes:
    return container({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o/>", **parts})
