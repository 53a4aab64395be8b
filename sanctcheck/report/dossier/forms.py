"""The formats of a report on a dossier: all of them in one list, each from the same document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sanctcheck.report.dossier.document import ReportDocument


class FormOfReport(NamedTuple):
    """One format: what it is, the endings of its files, and whether it is text that a terminal can show."""

    words: str
    endings: tuple[str, ...]
    is_text: bool


FORMS: dict[str, FormOfReport] = {
    "markdown": FormOfReport(
        "for a wiki or a repository, and for a terminal", (".md", ".markdown"), is_text=True
    ),
    "html": FormOfReport("one page that asks for nothing from anywhere", (".html", ".htm"), is_text=True),
    "pdf": FormOfReport("to file and to send: tagged, with page numbers", (".pdf",), is_text=False),
    "docx": FormOfReport("a Word file to go on with", (".docx",), is_text=False),
}


def content(form: str, document: ReportDocument) -> bytes:
    """A report in one format.

    Raises:
        UsageError: what writes that format is not installed.
    """
    if form == "markdown":
        from sanctcheck.report.dossier import markdown  # noqa: PLC0415 - only the form asked for is imported

        return markdown.text(document).encode()
    if form == "html":
        from sanctcheck.report.dossier import html  # noqa: PLC0415

        return html.text(document).encode()
    if form == "pdf":
        from sanctcheck.report.dossier import pdf  # noqa: PLC0415

        return pdf.content(document)
    from sanctcheck.report.dossier import docx_file  # noqa: PLC0415

    return docx_file.content(document)


def form_of_file(name: str) -> str | None:
    """The format that the ending of a file's name stands for; None for another ending."""
    lowered = name.casefold()
    return next((form for form, each in FORMS.items() if lowered.endswith(each.endings)), None)
