"""One dossier under every regime: what counts where no act was adopted, and by the law of which day."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from support import EXAMPLE_REGIME, NEUTRAL, ROOT, document, shaped

from sanctcheck.dossier.model import Dossier
from sanctcheck.law.load import Law
from sanctcheck.portability import Cell, Portability, portability
from sanctcheck.report.portability import json_matrix, markdown, terminal
from sanctcheck.report.view import View
from sanctcheck.validation import Validated

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 6, 1)
OTHER = EXAMPLE_REGIME.replace("id: example", "id: other").replace("name: An example", "name: Another")
LATER = (
    OTHER.replace("id: other", "id: later")
    .replace("force: duty", "force: duty\n    in_force: {from: 2026-05-01}")
    .replace("in_force: {from: 2020-01-01}", "in_force: {from: 2026-05-01}")
)
PROCEDURE = (
    OTHER.replace("id: other", "id: procedure").partition("conduct:")[0]
    + "criteria:\n"
    + OTHER.partition("criteria:\n")[2]
)
PROGRAMME = OTHER.replace("id: other", "id: programme").replace("Nowhere", "Nowhere\nkind: programme")


@pytest.fixture
def law(tmp_path: Path) -> Law:
    (tmp_path / "standards.yaml").write_bytes((ROOT / "criteria" / "standards.yaml").read_bytes())
    for text in (EXAMPLE_REGIME, OTHER, LATER, PROCEDURE, PROGRAMME):
        name = text.partition("id: ")[2].partition("\n")[0]
        (tmp_path / f"{name}.yaml").write_text(text)
    return Law(tmp_path)


def found_in(law: Law, text: str = NEUTRAL, day: date = DAY, *regimes: str) -> Portability:
    read = document(text, "d.yaml")
    found = portability(Validated(read, shaped(read.value, Dossier)), law, day, regimes)
    assert found is not None
    return found


def cell(found: Portability, regime: str, standard: str = "notification") -> Cell | None:
    index = [column.regime.id for column in found.columns].index(regime)
    return next(row for row in found.rows if row.standard.id == standard).cells[index]


def outcome(found: Portability, regime: str) -> str | None:
    one = cell(found, regime)
    return one.outcome if one else None


def test_under_its_own_regime_a_dossier_is_assessed_as_it_is(law: Law) -> None:
    assert outcome(found_in(law), "example") == "not-shown"


def test_under_another_regime_it_is_a_proposal(law: Law) -> None:
    assert outcome(found_in(law), "other") == "pending"


def test_the_law_is_that_of_the_day_of_the_report(law: Law) -> None:
    assert outcome(found_in(law, day=date(2026, 4, 30)), "later") is None
    assert outcome(found_in(law, day=date(2026, 5, 1)), "later") == "pending"


def test_a_procedure_that_lists_nobody_is_named_and_left_out(law: Law) -> None:
    found = found_in(law)

    assert found.without_listing == ("procedure",)
    assert "procedure" not in {column.regime.id for column in found.columns}


def test_the_regimes_of_the_dossier_come_first_and_programmes_only_when_asked_for(law: Law) -> None:
    assert [column.regime.id for column in found_in(law).columns] == ["example", "later", "other"]
    assert [each.regime.id for each in found_in(law, NEUTRAL, DAY, "programme").columns] == ["programme"]


def test_a_programme_that_the_dossier_names_is_there(law: Law) -> None:
    text = NEUTRAL.replace("regime: example", "regime: programme")

    assert [column.is_named for column in found_in(law, text).columns] == [True, False, False, False]


def test_each_gap_leads_to_its_line_provision_and_remedy(law: Law) -> None:
    one = cell(found_in(law), "example")

    assert one is not None
    [gap] = one.gaps
    assert (gap.rule, gap.severity, gap.place.line > 0) == ("notice", "error", True)
    assert (gap.provisions, gap.remedy) == (("2020 c. 1, s. 7",), "Tell the target.")


def test_every_form_shows_every_gap(law: Law) -> None:
    found = found_in(law)
    shown = "".join(terminal.text(found, View(DAY)))
    page = "".join(markdown.text(found, DAY))
    made = json.loads(json_matrix.text(found, DAY))
    schema = json.loads((ROOT / "schemas" / "portability.schema.json").read_text())

    Draft202012Validator(schema).validate(made)
    for text in (shown, page):
        assert "Tell the target" in text
        assert "s. 7" in text
    assert "[not shown](#example-notice)" in page
    assert '<a id="example-notice"></a>' in page
    [gap] = [
        each for row in made["rows"] for one in row["cells"] for each in one["results"] if each["severity"]
    ]
    assert gap["criterion"] == "notice"


def test_a_protected_target_is_not_named(law: Law) -> None:
    hidden = NEUTRAL.replace(
        "target: {type: person,", "target: {type: person, handling: {level: protected, because: danger},"
    )
    found = found_in(law, hidden)

    for text in (
        "".join(terminal.text(found, View(DAY))),
        "".join(markdown.text(found, DAY)),
        json_matrix.text(found, DAY),
    ):
        assert "Example Person" not in text


def test_text_from_a_dossier_stays_text_in_markdown(law: Law) -> None:
    found = found_in(law, NEUTRAL.replace("Example Person", '"<b>|[x](y)</b>"'))

    assert r"\<b\>\|\[x\](y)\</b\>" in "".join(markdown.text(found, DAY))


def test_a_cell_that_is_met_leads_to_its_lines_and_its_law(law: Law) -> None:
    told = NEUTRAL + "process: [{event: notified, day: 2026-03-02}]\n"

    page = "".join(markdown.text(found_in(law, told), DAY))

    assert "[met](#example-notice)" in page
    assert '<a id="example-notice"></a>`notice` (lines 6): 2020 c. 1, s. 7' in page


def test_a_regime_that_asks_nothing_on_a_standard_has_an_empty_cell(law: Law) -> None:
    other = OTHER.replace("standard: notification", "standard: statement-of-reasons").replace(
        "check: notified", "check: reasons_given"
    )
    (law.folder / "other.yaml").write_text(other)
    found = found_in(Law(law.folder))
    page = "".join(markdown.text(found, DAY))

    assert [column.regime.id for column in found.columns] == ["example", "later", "other"]
    assert "\n| notification | [not shown](#example-notice) | pending |  |\n" in page


def test_where_no_law_of_a_regime_was_in_force_nothing_is_said_to_be_lacking(law: Law) -> None:
    found = found_in(law, day=date(2026, 4, 30))
    screen, page = "".join(terminal.text(found, View(DAY))), "".join(markdown.text(found, DAY))

    assert "Not assessed: no law of this regime was in force on that day." in screen
    assert "No law of it was in force on that day." in page
    assert "No gap was found" in screen
