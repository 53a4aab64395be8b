"""`sanctcheck explain`: what is asked, why, on which authority, with examples."""

from __future__ import annotations

import pytest
from commanding import CommandLine
from support import ROOT

from sanctcheck.dossier.rules import RULES
from sanctcheck.law.load import packaged_law

LAW = packaged_law()


def test_without_a_name_everything_is_listed(command_line: CommandLine) -> None:
    listing = command_line.call("explain").out

    for name in (*LAW.standards, *LAW.regime_ids):
        assert name in listing


def names_of(regime: str) -> list[str]:
    return [regime, *(f"{regime}:{each.id}" for each in LAW.regime(regime).regime.criteria)]


def mistakes(name: str) -> list[str]:
    """What is wrong with the explanation of a name."""
    called = CommandLine(ROOT).call("explain", name)
    widest = max(len(line) for line in called.out.splitlines() if "http" not in line)
    holds = {
        "ends well": (called.status, called.err) == (0, ""),
        "begins with the name": called.out.startswith(name),
        "says something": len(called.out) > 100,
        "fits its window": widest <= (120 if name in LAW.regime_ids or name in RULES else 80),
    }
    return [f"{name}: {what}" for what, is_so in holds.items() if not is_so]


# What is counted as tested is tested by what is about it; counting here would double the time of thousands of calls.
@pytest.mark.no_cover
@pytest.mark.parametrize(
    "names",
    [list(LAW.standards), list(RULES), *(names_of(regime) for regime in LAW.regime_ids)],
    ids=["standards", "rules", *LAW.regime_ids],
)
def test_everything_that_has_a_name_is_explained_and_fits_the_window(names: list[str]) -> None:
    assert [mistake for name in names for mistake in mistakes(name)] == []


def test_a_standard_shows_why_its_sources_who_asks_and_both_examples(command_line: CommandLine) -> None:
    shown = command_line.call("explain", "notification").out

    for heading in (
        "What it asks",
        "Why",
        "Rests on",
        "Who asks for it",
        "A dossier that lacks it",
        "A dossier that has it",
    ):
        assert f"\n{heading}\n" in shown
    assert "gb-ghr:" in shown


def test_a_regime_and_a_standard_lead_to_the_criterion_with_its_provision_and_mark(
    command_line: CommandLine,
) -> None:
    shown = command_line.call("explain", "example:notification", "--criteria", "law").out

    assert shown.startswith("example:notice\n")
    assert "\nLaw\n  2020 c. 1, s. 7; read in An example\n" in shown


def test_a_standard_on_which_nobody_has_looked_at_a_regime_is_said(command_line: CommandLine) -> None:
    called = command_line.call("explain", "example:statement-of-reasons", "--criteria", "law")

    assert called.status == 0
    assert "not examined" in called.out


def test_where_a_regime_stands_is_shown_version_by_version(command_line: CommandLine) -> None:
    shown = command_line.call("explain", "gb-ghr:damages").out

    assert "until 2022-03-03  partial: negligence or bad faith" in shown
    assert "from 2022-03-04  partial: bad faith" in shown


def test_a_standard_shows_where_every_regime_stands_on_the_day(command_line: CommandLine) -> None:
    shown = command_line.call("explain", "damages", "--as-of", "2021-01-01").out

    assert "Where the regimes stand on 2021-01-01" in shown
    assert "negligence or bad faith" in shown


def test_a_regime_shows_its_rules_and_the_days_that_its_law_fixes(command_line: CommandLine) -> None:
    shown = command_line.call("explain", "eu-ghr").out

    assert "\nRemedies\n" in shown
    assert "\nDays that the law fixes\n" in shown
    assert "\nWhere it stands on each standard on " in shown


def test_a_rule_of_a_regime_is_explained_by_its_id(command_line: CommandLine) -> None:
    called = command_line.call("explain", "gb-ghr:court-review")

    assert called.status == 0
    assert "set aside. (SAMLA 2018" in " ".join(called.out.split())


def test_a_standard_that_no_regime_has_is_explained_all_the_same(command_line: CommandLine) -> None:
    shown = command_line.call("explain", "statement-of-reasons", "--criteria", "law").out

    assert "No regime here has a criterion for it." in shown


@pytest.mark.parametrize(
    ("name", "meant"),
    [("notificaton", "notification"), ("gb-ghr:notificaton", "notification"), ("gb-gdr:x", "gb-ghr")],
)
def test_a_misspelt_name_is_hinted_at(command_line: CommandLine, name: str, meant: str) -> None:
    called = command_line.call("explain", name)

    assert called.status == 2
    assert f"Did you mean “{meant}”?" in called.err


def test_unusable_criteria_are_said(command_line: CommandLine) -> None:
    command_line.write("law/broken.yaml", "format: criteria/1\n")

    called = command_line.call("explain", "broken", "--criteria", "law")

    assert called.status == 2
    assert "law/broken.yaml:1:1 missing-field" in called.err


def test_the_list_fits_80_columns_and_names_the_rules_of_form(command_line: CommandLine) -> None:
    listing = command_line.call("explain").out

    assert max(len(line) for line in listing.splitlines()) <= 80
    assert all(rule in listing for rule in RULES)


def test_a_criterion_without_its_regime_leads_to_the_regimes_that_have_it(command_line: CommandLine) -> None:
    called = command_line.call("explain", "person-informed")

    assert called.status == 2
    assert "gb-gac:person-informed, gb-ghr:person-informed" in called.err


@pytest.mark.parametrize("part", ["life", "responsible", "severity"])
def test_a_part_of_the_grounds_leads_to_the_regime(command_line: CommandLine, part: str) -> None:
    called = command_line.call("explain", f"gb-ghr:{part}")

    assert called.status == 2
    assert f"“{part}” is part of the grounds of gb-ghr: explain gb-ghr" in called.err


@pytest.mark.parametrize("name", ["uk-ghr:notification", "GB-GHR:notification"])
def test_the_united_kingdom_is_never_taken_for_the_union(command_line: CommandLine, name: str) -> None:
    assert "Did you mean “gb-ghr”?" in command_line.call("explain", name).err


def test_law_that_was_read_and_is_not_sure_is_said_to_be_so(command_line: CommandLine) -> None:
    law = command_line.call("explain", "gb-ghr:three-yearly-review").out

    assert "not sure, or not read: confirm before relying on it" in " ".join(law.split())
