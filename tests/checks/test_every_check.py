"""What holds for every check: one file, documented by an example that fires and one that does not."""

from __future__ import annotations

import pytest
from support import EXAMPLE_REGIME, NEUTRAL, TODAY, document, regime, shaped

from sanctcheck.assess import law_day
from sanctcheck.checks.base import Matter, Result
from sanctcheck.checks.documentation import documentation
from sanctcheck.checks.registry import check_modules, load_check
from sanctcheck.dossier.model import Dossier
from sanctcheck.law.load import packaged_law
from sanctcheck.terms import GAPS

CHECKS = sorted(check_modules())


def results_of(name: str, fragment: str) -> list[Result]:
    check = load_check(name)
    fields = dict(document(fragment).value)
    parameters = check.parameters.model_validate(fields.pop("with", {}))
    regime_id = fields.pop("regime", "example")
    under = regime(EXAMPLE_REGIME) if regime_id == "example" else packaged_law().regime(regime_id).regime
    neutral = {**document(NEUTRAL).value, "legal_basis": [{"regime": regime_id}]}
    subject = shaped({**neutral, **fields}, Dossier)
    matter = Matter(subject, under, TODAY, law_day(subject, TODAY))
    return list(check.function(matter, parameters))


@pytest.mark.parametrize("name", CHECKS)
def test_the_example_of_a_check_shows_a_gap(name: str) -> None:
    example = documentation(load_check(name).documentation).example

    assert GAPS & {result.outcome for result in results_of(name, example)}


@pytest.mark.parametrize("name", CHECKS)
def test_what_a_check_says_to_use_instead_is_met(name: str) -> None:
    use_instead = documentation(load_check(name).documentation).use_instead

    results = results_of(name, use_instead)

    assert not [result for result in results if result.outcome in GAPS]
    assert "met" in {result.outcome for result in results}


@pytest.mark.parametrize("name", CHECKS)
def test_a_result_that_is_met_names_what_it_relied_on(name: str) -> None:
    use_instead = documentation(load_check(name).documentation).use_instead

    for result in results_of(name, use_instead):
        if result.outcome == "met":
            assert result.relied_on, result.message


@pytest.mark.parametrize("name", CHECKS)
def test_every_parameter_of_a_check_is_documented(name: str) -> None:
    from sanctcheck.reading.model import field_descriptions

    parameters = load_check(name).parameters
    described = field_descriptions(parameters).get(parameters.__name__, {})

    assert {name.rstrip("_") for name in parameters.model_fields} == {name.rstrip("_") for name in described}
