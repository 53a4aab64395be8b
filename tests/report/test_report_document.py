"""What a report says: the evidence, the process, the sources, what was not judged; for lawyers and in plain words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from reports import HOSTILE, report
from support import FIXTURES, NEUTRAL

from sanctcheck.portrait.visibility import PUBLIC
from sanctcheck.report.dossier.document import Entry, Facts, Figure, Paragraph, Points, Table
from sanctcheck.report.dossier.texts import all_texts
from sanctcheck.report.dossier.words import explained
from sanctcheck.terms import FAMILIES

if TYPE_CHECKING:
    from sanctcheck.report.dossier.document import Block, ReportDocument

_DRAFT = (FIXTURES / "demo" / "draft.yaml").read_bytes()


@cache
def _draft(*, plain: bool = False) -> ReportDocument:
    return report(_DRAFT, plain=plain)[0]


def _blocks(document: ReportDocument, name: str) -> list[Block]:
    return [block for section in document.sections if section.name == name for block in section.blocks]


def _table(document: ReportDocument, name: str) -> list[list[str]]:
    (table,) = (block for block in _blocks(document, name) if isinstance(block, Table))
    return [list(table.head), *([cell.text for cell in cells] for cells in table.rows)]


def _with(parts: str) -> ReportDocument:
    return report((NEUTRAL.replace("example}]", "gb-ghr}]") + parts).encode())[0]


def test_the_cover_names_day_law_lists_and_version() -> None:
    cover = dict(_draft().cover.pairs)

    assert cover["As of"] == ("2026-06-01",)
    assert "law of 2026-04-10" in cover["Law applied"][0]
    assert cover["Published lists"] == ("not asked for this report",)
    assert cover["Written by"][0].startswith("sanctcheck ")


def test_the_summary_counts_by_family_and_adds_nothing_up() -> None:
    table = _table(_draft(), "summary")

    assert table[0] == ["Family", "met", "not met", "not shown", "pending", "not applicable"]
    assert table[-1] == ["Criteria in all", "24", "1", "8", "1", "8"]
    assert Paragraph("Gaps and flaws: 4 errors and 6 warnings.") == _blocks(_draft(), "summary")[0]


def test_the_matrix_shows_grades_sources_and_what_was_not_given() -> None:
    document = _with(
        "exhibits:\n"
        "  - {id: E1, title: T, kind: press-report, grade: B2, disclosure: {extent: full}}\n"
        "  - {id: E2, title: U, kind: ngo-report, cites: [E1], grade: D4}\n"
        "  - {id: E3, title: V, kind: ngo-report, bearing: against}\n"
        "allegations: [{id: A1, summary: S, conduct: torture, elements: [{element: act, exhibits: [E1, E2, E3]}]}]\n"
    )
    (table,) = (each for each in _blocks(document, "matrix-gb-ghr") if isinstance(each, Table))
    act = next(cells for cells in table.rows if cells[0].text.startswith("A1 act"))
    none = next(cells for cells in table.rows if cells[0].text.startswith("A1 severity"))

    assert table.head == ("Element", "Sources", "Not given", "E1", "E2", "E3")
    assert [cell.text for cell in act[1:]] == ["1", "1", "B2", "D4*", "against"]
    assert (act[3].grade, act[3].is_open) == ("B", False)
    assert (act[4].grade, act[4].is_open) == ("D", True)
    assert [cell.text for cell in none[1:]] == ["none", "–", "", "", ""]


def test_the_key_of_the_matrix_says_what_a_cell_without_a_star_means() -> None:
    document = _with(
        "exhibits:\n"
        "  - {id: E1, title: T, kind: press-report, grade: B2, disclosure: {extent: redacted}}\n"
        "  - {id: E2, title: U, kind: ngo-report, grade: D4, handling: {level: protected, because: x}}\n"
        "allegations: [{id: A1, summary: S, conduct: torture, elements: [{element: act, exhibits: [E1, E2]}]}]\n"
    )
    (table,) = (each for each in _blocks(document, "matrix-gb-ghr") if isinstance(each, Table))
    act = next(cells for cells in table.rows if cells[0].text.startswith("A1 act"))
    said = " ".join(each.text for each in _blocks(document, "matrix") if isinstance(each, Paragraph))

    assert [cell.text for cell in act[2:]] == ["1", "B2", "yes"]
    assert "was given no part of it" in said
    assert "no grade is stated or may be shown here" in said
    assert "may not be shown here has neither; “Not given” counts it" in said


def test_sixty_exhibits_stand_in_tables_below_one_another() -> None:
    exhibits = "".join(f"  - {{id: E{n}, title: T, kind: press-report}}\n" for n in range(60))
    cited = ", ".join(f"E{n}" for n in range(60))
    document = _with(
        f"exhibits:\n{exhibits}"
        f"allegations: [{{id: A1, summary: S, conduct: torture, elements: [{{element: act, exhibits: [{cited}]}}]}}]\n"
    )
    tables = [each for each in _blocks(document, "matrix-gb-ghr") if isinstance(each, Table)]
    heads = [name for table in tables for name in table.head if name.startswith("E") and name != "Element"]

    assert len(tables) == 6
    assert [f"E{n}" for n in range(60)] == heads


def test_circles_are_named_and_drawn() -> None:
    blocks = _blocks(report(HOSTILE.encode())[0], "sources")
    (figure,) = (each for each in blocks if isinstance(each, Figure))

    assert Points(("E1 → E2 → E1",)) in blocks
    assert figure.svg.count('class="p-line-late"') >= 2
    assert "1 circle" in figure.says


@pytest.mark.parametrize("name", ["process", "sources"])
def test_every_picture_has_its_table_behind_it(name: str) -> None:
    (figure,) = (each for each in _blocks(_draft(), name) if isinstance(each, Figure))

    assert figure.table.rows
    assert figure.svg.startswith("<svg ")
    assert 'role="img"' in figure.svg
    assert "style=" not in figure.svg


def test_what_is_due_says_how_many_days_are_left() -> None:
    rows = _table(_draft(), "process")

    assert rows[-1][:2] == ["2029-04-10", "in 1,044 days"]


def test_a_gap_says_where_under_which_provision_and_what_to_do() -> None:
    (entry,) = _blocks(_draft(), "gaps-gb-ghr-legality")
    assert isinstance(entry, Entry)
    facts = dict(entry.facts.pairs)

    assert (entry.label, entry.name) == ("Error", "gb-ghr:grounds-to-suspect")
    assert facts["Line"] == ("29 | standard_of_proof: beyond reasonable doubt",)
    assert "(line 29, legal_basis/1/standard_of_proof)" in facts["Found"][0]
    assert "SAMLA 2018, s. 11(2A)" in facts["Provision"][0]
    assert facts["To do"]


def test_what_is_met_says_on_which_lines() -> None:
    rows = _table(_draft(), "met")

    assert "line 14, target/born; line 16, target/posts" in {cells[2] for cells in rows}


def test_what_was_not_judged_is_said_of_this_dossier_and_of_all() -> None:
    points = [each for each in _blocks(_draft(), "limits-here") if isinstance(each, Points)]

    assert (
        "Nobody named in the dossier was held against the published lists (--lists asks for it)."
        in points[0].items
    )
    assert any(section.title == "Names are not people" for section in _draft().sections)


def test_plain_words_say_why_and_explain_the_words_of_the_law() -> None:
    plain = _draft(plain=True)
    (entry,) = _blocks(plain, "gaps-gb-ghr-legality")
    (glossary,) = _blocks(plain, "glossary")
    assert isinstance(entry, Entry)
    assert isinstance(glossary, Facts)

    assert {"Why it matters", "What the rule asks"} <= {what for what, _ in entry.facts.pairs}
    assert "standard of proof" in dict(glossary.pairs)
    assert not _blocks(_draft(), "glossary")


def test_plain_words_leave_out_no_finding() -> None:
    formal, plain = (
        {e.name for s in d.sections for e in s.blocks if isinstance(e, Entry)}
        for d in (_draft(), _draft(plain=True))
    )

    assert formal == plain


def test_there_are_plain_words_for_all_that_a_report_says() -> None:
    words = tomllib.loads((files("sanctcheck.report.dossier") / "words.toml").read_text())

    assert words["formal"].keys() == words["plain"].keys()
    assert {*FAMILIES, "form"} == words["families"]["formal"].keys() == words["families"]["plain"].keys()


def test_a_word_is_explained_where_it_is_used_and_only_there() -> None:
    assert [word for word, _ in explained(["Two Exhibits, one standard of proof."])] == [
        "exhibit",
        "standard of proof",
    ]
    assert explained(["exhibition"]) == []


def test_a_report_for_the_public_shows_no_exhibit_that_is_not_public() -> None:
    document, _ = report(_DRAFT, shown=PUBLIC)
    said = " ".join(all_texts(document)) + "".join(
        block.svg for section in document.sections for block in section.blocks if isinstance(block, Figure)
    )

    for text in ("prison-watch", "Clinic in XB", "Report on the Sarnak camp", "ministry", "identity checked"):
        assert text not in said


def test_a_dossier_that_nobody_could_read_is_cut_and_says_so() -> None:
    exhibits = "".join(f"  - {{id: E{n}, title: T, kind: press-report}}\n" for n in range(320))
    cited = ", ".join(f"E{n}" for n in range(320))
    document = _with(
        f"exhibits:\n{exhibits}"
        f"allegations: [{{id: A1, summary: S, conduct: torture, elements: [{{element: act, exhibits: [{cited}]}}]}}]\n"
    )
    texts = set(all_texts(document))

    assert _table(document, "exhibits")[-1][0] == "and 20 more"
    assert any("of the 320 exhibits that carry them the first 60" in text for text in texts)
    assert "and 220 more of the same: `sanctcheck validate` lists each." in texts
