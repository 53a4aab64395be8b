from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support import EXAMPLE_REGIME, document, matter, outcomes, shaped

from sanctcheck import checks
from sanctcheck.checks.base import Parameters
from sanctcheck.checks.registry import BoundCriterion, bind, check_modules, load_check
from sanctcheck.errors import LawError
from sanctcheck.law.loaded import LoadedRegime
from sanctcheck.law.model import Regime

if TYPE_CHECKING:
    from sanctcheck.reading.document import Flaw


def _loaded(*criteria: str) -> LoadedRegime:
    """The example regime with criteria of its own, each given by the lines that bind it."""
    common = "    " + EXAMPLE_REGIME.partition("criteria:\n")[2].strip("- ").replace(
        "    check: notified\n", ""
    )
    head = EXAMPLE_REGIME.partition("criteria:\n")[0]
    items = [
        f"  - {lines}\n{common}".replace("id: notice", f"id: c{at}") for at, lines in enumerate(criteria)
    ]
    read = document(f"{head}criteria:\n{''.join(items)}", "example.yaml")
    assert not read.flaws
    return LoadedRegime(shaped(read.value, Regime), read)


def _bound(*criteria: str) -> list[BoundCriterion]:
    loaded = _loaded(*criteria)
    return bind(loaded, enumerate(loaded.regime.criteria))


def _refused(*criteria: str) -> tuple[LawError, list[tuple[Flaw, str]]]:
    """The error, and each of its flaws with the text of the file at its place."""
    with pytest.raises(LawError) as caught:
        _bound(*criteria)
    return caught.value, [
        (flaw, read.text.splitlines()[flaw.place.line - 1][flaw.place.column - 1 :])
        for read, flaw in caught.value.found
    ]


def test_the_name_of_a_check_is_the_name_of_one_file() -> None:
    package = Path(checks.__file__).parent
    names = Counter(file.stem for file in package.glob("*/*.py") if not file.stem.startswith("_"))

    assert [name for name, files in names.items() if files > 1] == []
    assert sorted(names) == sorted(check_modules())


def test_the_module_of_a_check_stands_in_the_folder_of_its_family() -> None:
    assert check_modules()["notified"] == "sanctcheck.checks.due_process.notified"


def test_a_check_is_loaded_with_its_parameters_and_its_documentation() -> None:
    check = load_check("notified")

    assert check.name == "notified"
    assert issubclass(check.parameters, Parameters)
    assert check.documentation.lstrip().startswith("The target was told of the act.")


def test_a_check_is_loaded_once() -> None:
    assert load_check("notified") is load_check("notified")


def test_an_unknown_check_cannot_be_loaded() -> None:
    with pytest.raises(KeyError):
        load_check("nowhere")


def test_a_criterion_is_bound_to_its_check_and_keeps_its_path() -> None:
    first, second = _bound("check: notified", "check: notified\n    with: {since: published}")

    assert (first.path, second.path) == (("criteria", 0), ("criteria", 1))
    assert (first.criterion.id, second.criterion.id) == ("c0", "c1")
    assert [each.parameters.model_dump()["since"] for each in (first, second)] == ["designated", "published"]


def test_a_path_is_that_in_the_file_where_only_some_criteria_are_bound() -> None:
    loaded = _loaded("check: notified", "check: nowhere", "check: notified")

    bound = bind(loaded, [(2, loaded.regime.criteria[2])])

    assert [each.path for each in bound] == [("criteria", 2)]


def test_a_bound_criterion_tests_a_matter() -> None:
    (bound,) = _bound("check: notified")

    assert outcomes(list(bound.test(matter()))) == ["not-shown"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{within: {number: 56, unit: days}}", {"within": {"number": 56, "unit": "days"}}),
        ("{publication_suffices: true}", {"publication_suffices": True}),
    ],
)
def test_parameters_are_read_as_numbers_and_truth_values(written: str, read: dict[str, Any]) -> None:
    (bound,) = _bound(f"check: notified\n    with: {written}")

    assert {name: bound.parameters.model_dump()[name] for name in read} == read


def test_a_list_of_words_is_read_as_one() -> None:
    (bound,) = _bound("check: removal_route_stated\n    with: {needs: [body, contact]}")

    assert list(bound.parameters.model_dump()["needs"]) == ["body", "contact"]


def test_an_unknown_check_is_named_at_its_place_with_a_suggestion() -> None:
    error, [(flaw, written)] = _refused("check: notifeid")

    assert str(error) == "The criteria of example cannot be used."
    assert flaw.message == "No check is called “notifeid”. Did you mean “notified”?"
    assert (flaw.rule, flaw.pointer) == ("wrong-binding", ("criteria", 0, "check"))
    assert written == "notifeid"


def test_a_check_unlike_any_other_has_no_suggestion() -> None:
    _, [(flaw, _)] = _refused("check: qqqq")

    assert flaw.message == "No check is called “qqqq”."


def test_a_parameter_that_the_check_does_not_have_is_named_at_its_place() -> None:
    _, [(flaw, written)] = _refused("check: removal_route_stated\n    with: {need: [body]}")

    expected = (
        "The check removal_route_stated does not take this: it has no such parameter. Parameters: needs."
    )
    assert flaw.message == expected
    assert (flaw.rule, flaw.pointer) == ("wrong-binding", ("criteria", 0, "with", "need"))
    assert written.startswith("need: [body]")


def test_a_check_without_parameters_says_so() -> None:
    _, [(flaw, _)] = _refused("check: like_cases_compared\n    with: {needs: aim}")

    assert flaw.message.endswith("Parameters: none.")


@pytest.mark.parametrize(
    ("written", "steps", "at"),
    [
        ("{within: {number: many, unit: days}}", ("within", "number"), "many"),
        ("{within: {number: 5, unit: weeks}}", ("within", "unit"), "weeks"),
        ("{publication_suffices: perhaps}", ("publication_suffices",), "perhaps"),
    ],
)
def test_a_parameter_of_another_kind_is_named_at_its_place(
    written: str, steps: tuple[str, ...], at: str
) -> None:
    _, [(flaw, text)] = _refused(f"check: notified\n    with: {written}")

    assert flaw.pointer == ("criteria", 0, "with", *steps)
    assert text.startswith(at)


def test_a_word_in_a_list_is_named_at_its_place() -> None:
    _, [(flaw, text)] = _refused("check: removal_route_stated\n    with: {needs: [body, phone]}")

    assert flaw.pointer == ("criteria", 0, "with", "needs", 1)
    assert text.startswith("phone")


def test_all_bindings_that_do_not_fit_are_named_at_once() -> None:
    _, found = _refused(
        "check: nowhere",
        "check: notified",
        "check: notified\n    with: {since: [designated], within: soon}",
    )

    assert {flaw.pointer for flaw, _ in found} == {
        ("criteria", 0, "check"),
        ("criteria", 2, "with", "since"),
        ("criteria", 2, "with", "within"),
    }
    assert len({flaw.place.line for flaw, _ in found}) == 2
