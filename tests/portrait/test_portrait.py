"""The portrait of a dossier: what it looks like, for those who may see it."""

from __future__ import annotations

import hashlib
import textwrap
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from support import FIXTURES, NEUTRAL, ROOT, TODAY

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.law.load import packaged_law
from sanctcheck.portrait.making import Circumstances, portrait_of
from sanctcheck.portrait.model import Day, Portrait
from sanctcheck.portrait.visibility import OFFICE
from sanctcheck.validation import Request, Validator

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.portrait.model import Level
    from sanctcheck.validation import Validated

CIRCLE = """\
exhibits:
  - {id: E1, title: Article, kind: press-report, cites: [E2], grade: C3, disclosure: {extent: full}}
  - {id: E2, title: Report, kind: ngo-report, cites: [E1, E9]}
  - {id: E3, title: Statement, kind: victim-statement, origin: nurse, disclosure: {extent: withheld}}
  - {id: E4, title: Second statement, kind: witness-statement, origin: nurse, bearing: against}
allegations:
  - id: A1
    summary: Beat detainees.
    conduct: torture
    elements:
      - {element: act, shown: He beat them., exhibits: [E1, E2, E3]}
      - {element: severity, exhibits: [E3, E4]}
      - {element: own-word, exhibits: []}
"""


def checked(path: Path) -> Validated:
    found = Validator(packaged_law(), Request(TODAY)).validate(Candidate(path, path.name, by_name=True))
    assert found is not None
    return found


def portrait(path: Path, shown: frozenset[Level] = OFFICE) -> Portrait:
    made = portrait_of(checked(path), shown, Circumstances(TODAY, packaged_law()))
    assert made is not None
    return made


def portrait_with(folder: Path, parts: str, *, shown: frozenset[Level] = OFFICE) -> Portrait:
    text = NEUTRAL.replace("example}]", "gb-ghr}]") + textwrap.dedent(parts)
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    return portrait(folder / "a.yaml", shown)


def test_it_comes_back_from_a_cache_as_it_went_in() -> None:
    draft = portrait(FIXTURES / "demo" / "draft.yaml")

    assert draft == msgspec.json.decode(msgspec.json.encode(draft), type=Portrait)
    assert draft == msgspec.msgpack.decode(msgspec.msgpack.encode(draft), type=Portrait)


def test_a_file_that_is_no_dossier_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("format: dossier/1\ntarget: 3\n")

    assert portrait_of(checked(tmp_path / "a.yaml"), OFFICE, Circumstances(TODAY, packaged_law())) is None


def test_each_element_has_the_exhibits_that_carry_it_and_their_sources(tmp_path: Path) -> None:
    (matrix,) = portrait_with(tmp_path, CIRCLE).matrices
    rows = {row.element: row for row in matrix.rows}

    assert rows["act"].exhibits == ("E1", "E2", "E3")
    assert rows["act"].independent == 2  # the two that cite one another are one source
    assert rows["act"].undisclosed == 2
    assert (rows["act"].says, rows["act"].asks) == ("He beat them.", "the activity took place")
    assert (rows["severity"].exhibits, rows["severity"].against) == (("E3",), ("E4",))
    assert (rows["responsibility"].exhibits, rows["responsibility"].independent) == ((), 0)
    assert rows["own-word"].asks == ""


def test_circles_and_first_sources_are_shown(tmp_path: Path) -> None:
    found = portrait_with(tmp_path, CIRCLE)
    sources = {each.label: each.sources for each in found.exhibits}

    assert found.circles == (("E1", "E2"),)
    assert sources["E1"] == sources["E2"] != sources["E3"]
    assert sources["E4"] == ()
    assert found.independent == 2
    assert found.exhibits[1].cites == ("E1",)  # E9 leads to nothing


def test_a_day_is_never_made_more_precise_than_it_was_written(tmp_path: Path) -> None:
    steps = """\
        process:
          - {event: notified, day: about 2026-03}
          - {event: published, day: unknown}
          - {event: reviewed, day: after 2026-03-01}
        """
    days = [step.day for step in portrait_with(tmp_path, steps).steps]

    assert days[0] is not None
    assert (days[0].stated, days[0].earliest != days[0].latest) == ("about 2026-03", True)
    assert Day("unknown") == days[1]
    assert days[2] is not None
    assert days[2].latest is None


def test_the_days_of_the_law_are_those_of_deadlines() -> None:
    found = portrait(FIXTURES / "dossiers" / "eu-ghr" / "complete.yaml").deadlines
    days = {each.rule: (each.day, each.of_regime) for each in found}

    assert (date(2026, 12, 8), False) == days["expiry"]
    assert (date(2026, 12, 8), True) == days["listings-end-2026"]


def test_the_law_is_named_by_the_hash_of_its_files() -> None:
    (law,) = portrait(FIXTURES / "dossiers" / "eu-ghr" / "complete.yaml").laws

    assert law.files[0][0] == "criteria/eu-ghr.yaml"
    assert len(law.files) > 1  # law that it shares with others is law too
    for name, digest in law.files:
        assert hashlib.sha256((ROOT / name).read_bytes()).hexdigest() == digest


def test_the_name_of_somebody_who_is_protected_is_in_no_text_of_it(tmp_path: Path) -> None:
    parts = """\
        protected_persons: [{id: P1, names: [Zora Kestrelle], handling: {level: protected}}]
        exhibits:
          - {id: E1, title: Statement that Zora Kestrelle gave, kind: press-report}
        process: [{event: notified, day: 2026-03-02, note: Zora KESTRELLE was not told.}]
        """
    found = portrait_with(tmp_path, parts)

    assert "estrelle" not in str(found).casefold()
    assert found.exhibits[0].title == "Statement that [protected] gave"
