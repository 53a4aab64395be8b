from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import EXAMPLE_REGIME, TODAY, dossier, regime

from sanctcheck import assess
from sanctcheck.assess import Assessment, Assessor, RegimeAssessment, law_day, regimes_of
from sanctcheck.checks import registry
from sanctcheck.checks.base import Parameters, Result, met, not_applicable, not_met, not_shown, pending
from sanctcheck.checks.registry import Check
from sanctcheck.errors import LawError, UsageError
from sanctcheck.law.load import STANDARDS_FILE, Law
from sanctcheck.record import InternalError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sanctcheck.checks.base import Matter
    from sanctcheck.law.model import Criterion
    from sanctcheck.terms import Outcome

    Function = Callable[[Matter, Any], Iterable[Result]]

STANDARDS = """\
format: standards/1
standards:
  - {id: notification, title: Notice, family: due-process, asks: x, why: x, sources: [x], verified: text}
  - {id: expiry, title: Expiry, family: delisting, asks: x, why: x, sources: [x], verified: text}
"""
MET = met("It is shown.", ("act",))


def _criterion(name: str, **fields: str) -> str:
    """A criterion of the example regime in YAML."""
    stated = {
        "standard": "notification",
        "title": "x",
        "provision": "{instrument: act, at: s. 7}",
        "force": "duty",
        "verified": "text",
        "source": "s",
        "check": "fake",
        "remedy": "x",
        **fields,
    }
    return f"  - id: {name}\n" + "".join(f"    {key}: {value}\n" for key, value in stated.items())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / STANDARDS_FILE).write_text(STANDARDS)
    return tmp_path


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> dict[str, Function]:
    """The checks that there are in a test, by name."""
    functions: dict[str, Function] = {"fake": lambda *_: [MET]}
    monkeypatch.setattr(registry, "check_modules", lambda: functions)
    monkeypatch.setattr(registry, "load_check", lambda name: Check(name, functions[name], Parameters, ""))
    return functions


def _law(folder: Path, *criteria: str, regime_id: str = "example") -> Law:
    head = EXAMPLE_REGIME.partition("criteria:\n")[0].replace("id: example", f"id: {regime_id}")
    (folder / f"{regime_id}.yaml").write_text(f"{head}criteria:\n{''.join(criteria)}")
    return Law(folder)


def _assessed(law: Law, fragment: str = "", as_of: date = TODAY) -> RegimeAssessment:
    (under,) = Assessor(law).assess(dossier(fragment), ["example"], as_of)
    return under


def _single(law: Law, fragment: str = "") -> Result:
    (assessment,) = _assessed(law, fragment).assessments
    (result,) = assessment.results
    return result


def _assessment(*results: Result, criterion: Criterion | None = None) -> Assessment:
    chosen = criterion or regime().criteria[0]
    return Assessment("example", chosen, "due-process", (), results)


# One assessment


RESULTS: dict[Outcome, Result] = {
    "not-met": not_met("x", ("act",)),
    "not-shown": not_shown("x", ("act",)),
    "pending": pending("x"),
    "met": MET,
    "not-applicable": not_applicable("x"),
}


@pytest.mark.parametrize("position", range(len(RESULTS)))
def test_the_worst_result_is_the_outcome(position: int) -> None:
    worst_first = list(RESULTS)[position:]
    results = [RESULTS[outcome] for outcome in reversed(worst_first)]

    assert _assessment(*results).outcome == worst_first[0]


def test_the_gaps_are_what_is_not_met_and_not_shown() -> None:
    assert _assessment(*RESULTS.values()).gaps == [RESULTS["not-met"], RESULTS["not-shown"]]


def test_an_assessment_weighs_what_its_criterion_weighs() -> None:
    duty = regime().criteria[0]
    uncertain = duty.model_copy(update={"verified": "uncertain"})

    assert (_assessment(criterion=duty).severity, _assessment(criterion=duty).verified) == ("error", "text")
    assert (_assessment(criterion=uncertain).severity, _assessment(criterion=uncertain).verified) == (
        "warning",
        "uncertain",
    )


# A dossier under a regime


@pytest.mark.usefixtures("checks")
def test_each_criterion_is_assessed_with_its_provisions_and_its_family(folder: Path) -> None:
    also = "[{instrument: act}, {instrument: absence}]"
    law = _law(folder, _criterion("one"), _criterion("two", standard="expiry", also=also))

    under = _assessed(law)

    assert [
        (each.regime, each.criterion.id, each.family, each.provisions, each.results)
        for each in under.assessments
    ] == [
        ("example", "one", "due-process", ("2020 c. 1, s. 7",), (MET,)),
        ("example", "two", "delisting", ("2020 c. 1, s. 7", "2020 c. 1", "no rule"), (MET,)),
    ]
    assert under.regime.id == "example"
    assert under.internal_errors == ()


@pytest.mark.usefixtures("checks")
def test_a_dossier_is_assessed_under_each_regime_that_is_asked_for(folder: Path) -> None:
    _law(folder, _criterion("one"))
    law = _law(folder, _criterion("two"), regime_id="other")

    under = Assessor(law).assess(dossier(), ["other", "example"], TODAY)

    assert [(each.regime.id, each.assessments[0].criterion.id) for each in under] == [
        ("other", "two"),
        ("example", "one"),
    ]


def test_a_regime_that_does_not_exist_stops_the_work(folder: Path) -> None:
    with pytest.raises(UsageError):
        Assessor(Law(folder)).assess(dossier(), ["nowhere"], TODAY)


@pytest.mark.usefixtures("checks")
def test_a_criterion_with_an_unknown_check_stops_the_work(folder: Path) -> None:
    with pytest.raises(LawError):
        _assessed(_law(folder, _criterion("one", check="nowhere")))


def test_a_check_is_given_the_dossier_the_regime_and_both_days(
    folder: Path, checks: dict[str, Function]
) -> None:
    given: list[Matter] = []

    def fake(matter: Matter, _: Any) -> Iterable[Result]:
        given.append(matter)
        return [MET]

    checks["fake"] = fake
    _assessed(_law(folder, _criterion("one")))

    (matter,) = given
    assert (matter.dossier.id, matter.regime.id) == ("example", "example")
    assert (matter.as_of, matter.law_day) == (TODAY, date(2026, 3, 1))


def test_a_check_that_finds_nothing_to_test_does_not_apply(folder: Path, checks: dict[str, Function]) -> None:
    checks["fake"] = lambda *_: []

    assert _single(_law(folder, _criterion("one"))) == not_applicable(
        "Nothing in the dossier to which this applies."
    )


# When a criterion is asked


@pytest.mark.parametrize(
    ("applies", "fragment", "message"),
    [
        ("{acts: [renewal, removal]}", "", "Asked of renewal or removal only."),
        ("{targets: [entity, vessel]}", "", "Asked of a target that is entity or vessel only."),
        ("{procedure: urgent}", "", "Asked in the urgent procedure only."),
        ("{procedure: urgent}", "legal_basis: []", "Asked in the urgent procedure only."),
        (
            "{procedure: standard}",
            "legal_basis: [{regime: example, procedure: urgent}]",
            "Asked in the standard procedure only.",
        ),
        ("{connected_with: [US]}", "", "Asked of a target that is connected with US only."),
        (
            "{connected_with: [US, CA]}",
            "target: {type: person, names: [{name: E}], nationalities: [FR], residence: DE}",
            "Asked of a target that is connected with US or CA only.",
        ),
        (
            "{acts: [renewal], once_adopted: true}",
            "act: {kind: removal, status: proposed}",
            "Asked of renewal only.",
        ),
    ],
)
@pytest.mark.usefixtures("checks")
def test_a_criterion_that_is_not_asked_of_a_dossier_says_why(
    folder: Path, applies: str, fragment: str, message: str
) -> None:
    assert _single(_law(folder, _criterion("one", applies=applies)), fragment) == not_applicable(message)


@pytest.mark.parametrize(
    ("applies", "fragment"),
    [
        ("{}", ""),
        ("{acts: [renewal, initial-designation]}", ""),
        ("{acts: [renewal]}", "act: null"),
        ("{targets: [person]}", ""),
        ("{procedure: standard}", ""),
        ("{procedure: standard}", "legal_basis: []"),
        ("{procedure: urgent}", "legal_basis: [{regime: example, procedure: urgent}]"),
        ("{connected_with: [US]}", "target: {type: person, names: [{name: E}], nationalities: [FR, US]}"),
        ("{connected_with: [US]}", "target: {type: person, names: [{name: E}], residence: US}"),
        ("{connected_with: [US]}", "target: {type: entity, names: [{name: E}], incorporated_in: US}"),
        ("{once_adopted: true}", ""),
        ("{once_adopted: false}", "act: {kind: removal, status: proposed}"),
    ],
)
@pytest.mark.usefixtures("checks")
def test_a_criterion_that_is_asked_of_a_dossier_is_tested(folder: Path, applies: str, fragment: str) -> None:
    law = _law(folder, _criterion("one", applies=applies))
    subject = dossier(fragment) if fragment != "act: null" else dossier().model_copy(update={"act": None})

    (under,) = Assessor(law).assess(subject, ["example"], TODAY)

    assert under.assessments[0].results == (MET,)


@pytest.mark.usefixtures("checks")
def test_what_follows_adoption_is_pending_while_the_act_is_proposed(folder: Path) -> None:
    law = _law(folder, _criterion("one", applies="{once_adopted: true}"))

    result = _single(law, "act: {kind: initial-designation, status: proposed}")

    assert result == pending("Due once the act is adopted.", ("act",))


def test_a_check_is_not_run_where_its_criterion_is_not_asked(
    folder: Path, checks: dict[str, Function]
) -> None:
    def crash(*_: Any) -> Iterable[Result]:
        raise AssertionError

    checks["fake"] = crash
    under = _assessed(_law(folder, _criterion("one", applies="{acts: [renewal]}")))

    assert under.internal_errors == ()


# A check that crashes


def _later(*_: Any) -> Iterable[Result]:
    yield MET
    raise RuntimeError("a secret value")


def _at_once(*_: Any) -> Iterable[Result]:
    raise KeyError("a secret value")


@pytest.mark.parametrize(("function", "kind"), [(_later, "RuntimeError"), (_at_once, "KeyError")])
def test_a_check_that_crashes_is_our_error_and_the_others_are_still_assessed(
    folder: Path, checks: dict[str, Function], function: Function, kind: str
) -> None:
    checks["crashing"] = function
    law = _law(folder, _criterion("one"), _criterion("two", check="crashing"), _criterion("three"))

    under = _assessed(law)

    (error,) = under.internal_errors
    line = function.__code__.co_firstlineno + (2 if kind == "RuntimeError" else 1)
    assert error == InternalError("example", "two", "crashing", f"{kind} in test_assess.py:{line}")
    assert [each.criterion.id for each in under.assessments] == ["one", "three"]


# The law of the day


AS_OF = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("act", "day"),
    [
        ("{kind: renewal, status: proposed, day: 2026-03-01}", AS_OF),
        ("{kind: renewal, status: adopted, day: 2026-03-01}", date(2026, 3, 1)),
        ("{kind: renewal, status: adopted, day: 2025-12}", date(2025, 12, 31)),
        ("{kind: renewal, status: adopted, day: 2025}", date(2025, 12, 31)),
        ("{kind: renewal, status: adopted, day: 2026}", AS_OF),
        ("{kind: renewal, status: adopted, day: 2026-06-02}", AS_OF),
        ("{kind: renewal, status: adopted, day: after 2020}", AS_OF),
        ("{kind: renewal, status: adopted, day: about 2026-03-01}", date(2026, 3, 8)),
        ("{kind: renewal, status: adopted, day: unknown}", AS_OF),
        ("{kind: renewal, status: adopted}", AS_OF),
    ],
)
def test_the_law_of_the_day_of_an_adopted_act_applies(act: str, day: date) -> None:
    assert law_day(dossier(f"act: {act}"), AS_OF) == day


def test_without_an_act_the_law_of_the_day_of_assessment_applies() -> None:
    assert law_day(dossier().model_copy(update={"act": None}), AS_OF) == AS_OF


@pytest.mark.parametrize(
    ("day", "criteria"),
    [
        ("2022-03-14", ["always", "old"]),
        ("2022-03-15", ["always", "new"]),
        ("2024-12-31", ["always", "new"]),
        ("2025-01-01", ["always"]),
        ("2019-12-31", ["old"]),
    ],
)
@pytest.mark.usefixtures("checks")
def test_only_the_criteria_in_force_on_the_day_of_the_act_are_asked(
    folder: Path, day: str, criteria: list[str]
) -> None:
    law = _law(
        folder,
        _criterion("always"),
        _criterion("old", in_force="{until: 2022-03-14}"),
        _criterion("new", in_force="{from: 2022-03-15, until: 2024-12-31}"),
    )

    under = _assessed(law, f"act: {{kind: renewal, status: adopted, day: {day}}}")

    assert under.law_day == date.fromisoformat(day)
    assert [each.criterion.id for each in under.assessments] == criteria


@pytest.mark.usefixtures("checks")
def test_a_criterion_out_of_force_may_name_a_check_that_is_gone(folder: Path) -> None:
    law = _law(folder, _criterion("one"), _criterion("two", check="gone", in_force="{until: 2021-01-01}"))

    assert [each.criterion.id for each in _assessed(law).assessments] == ["one"]


@pytest.mark.usefixtures("checks")
def test_the_criteria_are_bound_once_for_each_day_of_the_law(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound: list[list[str]] = []

    def counted(loaded: Any, criteria: Any) -> Any:
        chosen = list(criteria)
        bound.append([criterion.id for _, criterion in chosen])
        return registry.bind(loaded, chosen)

    monkeypatch.setattr(assess, "bind", counted)
    assessor = Assessor(_law(folder, _criterion("one"), _criterion("two", in_force="{from: 2026-01-01}")))
    for day in ("2026-03-01", "2026-03-01", "2025-03-01"):
        assessor.assess(dossier(f"act: {{kind: renewal, status: adopted, day: {day}}}"), ["example"], TODAY)

    assert bound == [["one", "two"], ["one"]]


def test_the_regimes_of_a_dossier_are_those_of_its_legal_basis_each_once() -> None:
    subject = dossier("legal_basis: [{regime: b}, {regime: a}, {regime: b}]")

    assert list(regimes_of(subject)) == ["b", "a"]


def test_a_dossier_without_a_legal_basis_names_no_regimes() -> None:
    assert list(regimes_of(dossier("legal_basis: []"))) == []
