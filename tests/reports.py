"""Reports on dossiers for tests: a document from a few lines, and what a reader of each format finds in it."""

from __future__ import annotations

import html as html_text
import io
import re
from typing import TYPE_CHECKING

from docx import Document
from markdown_it import MarkdownIt
from pypdf import PdfReader
from support import TODAY

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.finding import record_of
from sanctcheck.law.load import packaged_law
from sanctcheck.portrait.making import Circumstances, portrait_of
from sanctcheck.portrait.visibility import OFFICE
from sanctcheck.portrait.withholding import withheld
from sanctcheck.report.dossier.building import document_of
from sanctcheck.report.dossier.forms import content
from sanctcheck.validation import Request, Validator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.portrait.model import Level
    from sanctcheck.record import FileRecord
    from sanctcheck.report.dossier.document import ReportDocument

HOSTILE = """\
format: dossier/1
id: hostile
title: "<script>alert(1)</script><img src=x onerror=alert(1)> #panic(\\"x\\") \\\\input{/etc/passwd} {{7*7}} ]]>&lt;"
prepared_by: "=cmd|'/c calc'!A1 #read(\\"/etc/passwd\\")"
act: {kind: initial-designation, status: adopted, day: 2026-03-01}
target:
  type: person
  names:
    - {name: "محمد بن علي \\u202e<b>evil</b>", script: Arab}
    - {name: "习近平</w:t></w:r><w:r>", script: Hans}
    - {name: "Орлан **ВЕСКАРИ** [x](javascript:alert(1))", script: Cyrl}
  told_apart_from:
    - {name: "$ x^2 $ #[x]", difference: "`code` | cell | ![x](https://example.org/x.png) www.example.org @name"}
legal_basis:
  - regime: gb-ghr
    standard_of_proof: "</title></style></svg><script>alert(2)</script> #import \\"x\\": *"
exhibits:
  - {id: E1, title: "\\u0007\\u001b[31m<svg onload=alert(3)>", kind: press-report, cites: [E2], origin: x-onload-y}
  - {id: E2, title: "--> <!-- %s {0} ${x}", kind: ngo-report, cites: [E1], grade: F6}
allegations:
  - id: A1
    summary: "<style>*{display:none}</style> #sys.inputs"
    conduct: torture
    elements: [{element: act, shown: "\\" onmouseover=alert(4) '", exhibits: [E1, E2]}]
process:
  - {event: notified, day: 2026-03-02, note: "<iframe src=//example.org> #link(\\"https://example.org\\")"}
"""


def report(
    content: bytes, *, shown: frozenset[Level] = OFFICE, plain: bool = False
) -> tuple[ReportDocument, FileRecord]:
    """The report on a dossier, and the record behind it."""
    checked = Validator(packaged_law(), Request(TODAY)).validate(
        Candidate(None, "a.yaml", by_name=True, content=content)
    )
    assert checked is not None
    portrait = portrait_of(checked, shown, Circumstances(TODAY, packaged_law()))
    assert portrait is not None
    record = withheld(record_of(checked), checked, shown)
    return document_of(portrait, record, packaged_law().standards, plain=plain), record


def read(form: str, document: ReportDocument) -> str:
    """What somebody reads in a format, without blanks: lines are broken where there is room."""
    return without_blanks(_READERS[form](content(form, document)))


def without_blanks(text: str) -> str:
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


def _of_html(made: bytes) -> str:
    body = made.decode().partition("<body")[2]
    return html_text.unescape(re.sub(r"<[^>]*>", "", body))


def _of_markdown(made: bytes) -> str:
    rendered = MarkdownIt("commonmark").enable("table").render(made.decode())
    return html_text.unescape(re.sub(r"<[^>]*>", "", rendered))


def _of_pdf(made: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


def _of_docx(made: bytes) -> str:
    return "".join(_docx_texts(made))


def _docx_texts(made: bytes) -> Iterator[str]:
    for each in Document(io.BytesIO(made)).element.iter():
        if each.tag.endswith("}t"):
            yield each.text or ""


_READERS = {"html": _of_html, "markdown": _of_markdown, "pdf": _of_pdf, "docx": _of_docx}
