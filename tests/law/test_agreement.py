"""The cells of a comparison agree with fact sheets that were compiled apart from them, where those are at hand."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import ROOT

from sanctcheck.law.cells import Cell, cells
from sanctcheck.law.load import packaged_law

SHEET = ROOT.parent / "shared" / "law" / "comparison.yaml"
DAY = date(2026, 6, 1)
LAW = packaged_law()

STANDARD_OF = {
    "statement_of_reasons": "statement-of-reasons",
    "notification_deadline": "notification-deadline",
    "prior_hearing": "prior-hearing",
    "post_representations": "representations-after-listing",
    "independent_review_body": "independent-review",
    "court_review_standard": "court-review-standard",
    "court_time_limit": "time-to-go-to-court",
    "periodic_review": "periodic-review",
    "expiry": "expiry",
    "delisting_criteria_explicit": "lifting-conditions",
    "delisting_decision_deadline": "removal-decision-deadline",
    "confidential_evidence": "confidential-evidence",
    "humanitarian": "humanitarian-exemption",
    "mistaken_identity": "mistaken-identity-remedy",
    "publication_of_reasons": "publication-of-reasons",
    "corruption_limb": "corruption-covered",
    "family_rule": "family-members-listable",
    "non_state_actors": "non-state-actors-covered",
    "entities": "entities-covered",
    "facilitators": "facilitators-covered",
    "victim_status_limit": "victim-status-needed",
    "past_conduct": "past-conduct-suffices",
    "standard_of_proof": "standard-of-proof",
    "third_party_consultation": "consultation",
    "parliamentary_role": "parliamentary-role",
    "damages": "damages",
}
ANSWERS = frozenset({"yes", "no", "partial", "unsettled"})

# The sheet has `knowledge` or `uncertain`; here the provision was read since. The value is the same.
READ_SINCE = {
    ("au-thematic", "court_time_limit"),
    ("au-thematic", "victim_status_limit"),
    ("ca-jvcfoa", "court_time_limit"),
    ("us-globalmagnitsky", "humanitarian"),
    ("us-magnitsky-2012", "court_review_standard"),
    ("us-magnitsky-2012", "mistaken_identity"),
    ("us-magnitsky-2012", "post_representations"),
}


@cache
def sheet() -> dict[str, Any]:
    if not SHEET.exists():
        return {}
    loaded: dict[str, Any] = yaml.load(SHEET.read_bytes(), yaml.CSafeLoader)["standards"]
    return loaded


CELLS = [(row, regime) for row, columns in sheet().items() for regime in columns]
pytestmark = pytest.mark.skipif(not CELLS, reason=f"the fact sheets are not here: {Path(SHEET).name}")


def found(row: str, regime: str) -> Cell:
    cell = cells(LAW.regime(regime).regime, [STANDARD_OF[row]], DAY)[STANDARD_OF[row]]
    assert cell is not None
    return cell


def test_every_row_of_the_sheets_has_its_standard() -> None:
    assert set(sheet()) == set(STANDARD_OF)
    assert set(STANDARD_OF.values()) <= set(LAW.standards)


@pytest.mark.parametrize(("row", "regime"), CELLS)
def test_the_value_is_that_of_the_sheet(row: str, regime: str) -> None:
    stated, value = str(sheet()[row][regime]["value"]), found(row, regime).value

    if stated in ANSWERS:
        assert stated == value.answer
    elif stated == "none":
        assert (value.answer, value.term) in {("no", "no court"), ("not-applicable", None)}
    elif stated[0].isdigit():
        assert ("yes", stated) == (value.answer, str(value.period))
    else:
        assert ("yes", stated) == (value.answer, value.term)


@pytest.mark.parametrize(("row", "regime"), CELLS)
def test_the_mark_is_that_of_the_sheet_or_the_text_was_read_since(row: str, regime: str) -> None:
    expected = "text" if (regime, row) in READ_SINCE else sheet()[row][regime]["verified"]

    assert expected == found(row, regime).verified


@pytest.mark.parametrize(("row", "regime"), CELLS)
def test_what_the_sheet_calls_absent_has_no_provision_here_either(row: str, regime: str) -> None:
    if sheet()[row][regime]["provision"] == "absence":
        assert found(row, regime).provisions[0].startswith("no rule")
