"""Australia's three-year lapse, its repeal, and past conduct: each day has its own law, and an act keeps that of its day."""

from __future__ import annotations

import copy
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from support import shaped
from twins import DOSSIERS, complete

from sanctcheck.assess import Assessor
from sanctcheck.cli import cli
from sanctcheck.dossier.model import Dossier
from sanctcheck.law.cells import cells
from sanctcheck.law.load import packaged_law

if TYPE_CHECKING:
    from pathlib import Path

LAW = packaged_law()


@pytest.mark.parametrize(
    ("standard", "day", "value", "provision"),
    [
        ("expiry", "2021-12-21", "3 years", "former reg. 9(1)-(2)"),
        ("expiry", "2024-11-07", "3 years", "former reg. 9(1)-(2)"),
        ("expiry", "2024-11-08", "no", "Sch. 1, item 2"),
        ("periodic-review", "2024-11-07", "3 years", "former reg. 9(3)-(4)"),
        ("periodic-review", "2024-11-08", "no", "reg. 25A"),
        ("past-conduct-suffices", "2024-04-08", "yes", "reg. 6A(4)-(5)"),
        ("past-conduct-suffices", "2024-04-09", "yes", "s. 10A"),
    ],
)
def test_the_position_is_that_of_the_day(standard: str, day: str, value: str, provision: str) -> None:
    regime = LAW.regime("au-thematic").regime

    cell = cells(regime, [standard], date.fromisoformat(day))[standard]

    assert cell is not None
    assert (str(cell.value), cell.provisions[0].rpartition("2011, ")[2].removeprefix("F2024L01418, ")) == (
        value,
        provision,
    )


@pytest.mark.parametrize("day", ["2021-12-20", "2011-12-15"])
def test_before_regulation_6a_there_was_no_such_regime(day: str) -> None:
    cell = cells(LAW.regime("au-thematic").regime, ["expiry"], date.fromisoformat(day))["expiry"]

    assert cell is None


@pytest.mark.parametrize(
    ("adopted", "expires", "outcome"),
    [
        ("2022-03-30", "2025-03-30", "met"),
        ("2022-03-30", "2025-03-31", "not-met"),
        ("2022-03-30", None, "not-shown"),
        ("2024-11-07", None, "not-shown"),
        ("2024-11-08", None, "not asked"),
    ],
)
def test_a_listing_is_held_to_the_lapse_that_was_the_law_on_its_day(
    adopted: str, expires: str | None, outcome: str
) -> None:
    assert _outcome_of_lapse(adopted, expires, date(2024, 12, 1)) == outcome


def test_a_listing_of_the_old_law_is_not_said_to_have_lapsed_after_the_repeal() -> None:
    assert _outcome_of_lapse("2022-03-30", "2025-03-30", date(2026, 6, 1)) == "met"


@pytest.mark.parametrize(
    ("as_of", "lapses"), [("2024-11-07", ["2025-03-30"]), ("2024-11-08", []), ("2026-06-01", [])]
)
def test_the_lapse_is_a_deadline_only_while_it_is_the_law(
    tmp_path: Path, as_of: str, lapses: list[str]
) -> None:
    written = (DOSSIERS / "au-thematic" / "complete.yaml").read_text(encoding="utf-8")
    of_2022 = written.replace("  day: 2025-10-14", "  day: 2022-03-30", 1)
    file = tmp_path / "listing.yaml"
    file.write_text(of_2022.replace("expires: 2028-10-14", "expires: 2025-03-30"), encoding="utf-8")

    called = CliRunner().invoke(cli, ["deadlines", "--as-of", as_of, "--format", "json", str(file)])

    found = json.loads(called.stdout)["deadlines"]
    assert [each["day"] for each in found if each["rule"] == "expiry"] == lapses


def _outcome_of_lapse(adopted: str, expires: str | None, as_of: date) -> str:
    value = copy.deepcopy(complete("au-thematic")[0])
    value["act"]["day"] = adopted
    value["review"].pop("expires")
    if expires is not None:
        value["review"]["expires"] = expires
    (under,) = Assessor(LAW).assess(shaped(value, Dossier), ["au-thematic"], as_of)
    found = [each.outcome for each in under.assessments if each.criterion.id == "three-year-lapse"]
    return found[0] if found else "not asked"
