"""The configuration of a repository: found upwards and no further, read with places, and never weaker than without it."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sanctcheck.config.discovery import FILE, configuration_of, nearest
from sanctcheck.config.in_force import Given, InForce, settings
from sanctcheck.config.load import Configuration, load, refuse_what_the_law_does_not_know
from sanctcheck.config.model import ConfigurationFile, OutputForm
from sanctcheck.config.paths import Below, is_among
from sanctcheck.config.refusals import REFUSED
from sanctcheck.errors import ConfigurationError, UsageError
from sanctcheck.law.load import packaged_law
from sanctcheck.reading.model import parts_of
from sanctcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 6, 1)
ACCEPTED = (
    '[[accepted]]\nstandard = "{}"\nreason = "They have died."\nby = "The office"\nuntil = 2026-09-30\n'
)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "repository"
    (made / ".git").mkdir(parents=True)
    (made / "dossiers" / "gb").mkdir(parents=True)
    monkeypatch.chdir(made)
    return made


def configured(repository: Path, text: str) -> Configuration:
    (repository / FILE).write_text(text)
    return load(repository / FILE)


def flaws(repository: Path, text: str) -> list[tuple[str, int, int, str]]:
    with pytest.raises(ConfigurationError) as error:
        refuse_what_the_law_does_not_know(configured(repository, text), packaged_law())
    return [(flaw.rule, flaw.place.line, flaw.place.column, flaw.message) for _, flaw in error.value.found]


def test_it_is_found_upwards_up_to_the_top_of_the_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(repository.parent))
    inner = repository / "dossiers" / "gb"
    (repository.parent / FILE).touch()
    assert nearest(inner) is None

    (repository / FILE).touch()
    assert nearest(inner) == repository / FILE

    (inner / FILE).touch()
    assert nearest(inner) == inner / FILE


def test_outside_of_repositories_a_folder_for_everybody_is_not_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / FILE).touch()
    monkeypatch.setenv("HOME", str(tmp_path / "elsewhere"))
    monkeypatch.chdir("/")
    assert nearest(tmp_path / "a" / "b") is None

    monkeypatch.setenv("HOME", str(tmp_path))
    assert nearest(tmp_path / "a" / "b") == tmp_path / FILE

    monkeypatch.setenv("HOME", str(tmp_path / "elsewhere"))
    monkeypatch.chdir(tmp_path)
    assert nearest(tmp_path / "a" / "b") == tmp_path / FILE


@pytest.mark.parametrize(
    "argument", ["dossiers", "dossiers/gb/a.yaml", "dossiers/**/*.yaml", "-", "dossiers/gb/*.yaml"]
)
def test_files_folders_patterns_and_standard_input_lead_to_it(repository: Path, argument: str) -> None:
    (repository / FILE).touch()

    assert configuration_of([argument]) == repository / FILE


def test_two_configurations_in_one_run_are_refused(repository: Path) -> None:
    (repository / FILE).touch()
    (repository / "dossiers" / FILE).touch()

    with pytest.raises(UsageError, match=r"belongs to sanctcheck\.toml"):
        configuration_of([".", "dossiers/gb"])


def test_a_link_is_not_followed(repository: Path) -> None:
    (repository.parent / "other.toml").write_text('fail_on = "warning"\n')
    (repository / FILE).symlink_to(repository.parent / "other.toml")

    with pytest.raises(ConfigurationError) as error:
        load(repository / FILE)

    assert "symbolic link" in error.value.found[0][1].message


def test_each_mistake_is_named_with_its_place_and_what_was_meant(repository: Path) -> None:
    text = 'regimes = ["gb-gh"]\nfail-on = "warning"\n\n[lists]\nmax_age = "7"\n'

    found = flaws(repository, text)

    assert [each[:3] for each in found] == [("unknown-field", 2, 1), ("wrong-type", 5, 11)]
    assert "Did you mean “fail_on”?" in found[0][3]


def test_a_regime_and_a_standard_that_the_law_does_not_know_are_mistakes(repository: Path) -> None:
    text = (
        'regimes = ["gb-gh"]\n'
        + ACCEPTED.format("statement-of-reason")
        + ACCEPTED.format("gb-ghr:person-informd")
    )

    found = flaws(repository, text)

    assert [each[:3] for each in found] == [
        ("unknown-regime", 1, 12),
        ("unknown-standard", 3, 12),
        ("unknown-standard", 8, 12),
    ]
    assert "Did you mean “gb-ghr”?" in found[0][3]
    assert "Did you mean “statement-of-reasons”?" in found[1][3]
    assert "Did you mean “person-informed”?" in found[2][3]


@pytest.mark.parametrize("key", REFUSED)
def test_a_key_that_a_repository_cannot_have_is_refused_with_the_way_out(repository: Path, key: str) -> None:
    for written in {key, key.replace("_", "-")}:
        ((rule, line, column, message),) = flaws(repository, f'{written} = "x"\n')

        assert (rule, line, column) == ("not-for-a-repository", 1, 1)
        assert "repository" in message or "accept a gap" in message


def test_failing_cannot_be_switched_off_by_a_file(repository: Path) -> None:
    ((rule, line, _, message),) = flaws(repository, '\nfail_on = "none"\n')

    assert (rule, line) == ("not-for-a-repository", 2)
    assert "--fail-on none on the command line can" in message


def test_no_key_names_an_address_a_folder_to_use_or_a_command() -> None:
    """Whoever adds a key has to think of whoever sends a pull request, and then to write it here."""
    keys = {f"{part.__name__}.{name}" for part in parts_of(ConfigurationFile) for name in part.model_fields}

    assert keys == {
        *(f"ConfigurationFile.{name}" for name in ("regimes", "fail_on", "as_of", "show", "output", "lists")),
        *(f"ConfigurationFile.{name}" for name in ("exclude", "overrides", "accepted")),
        *(f"Override.{name}" for name in ("paths", "regimes", "fail_on")),
        *(f"Excluded.{name}" for name in ("paths", "reason")),
        *(f"ListSettings.{name}" for name in ("require", "max_age")),
        *(f"AcceptedInRepository.{name}" for name in ("standard", "place", "reason", "by", "since", "until")),
        *(f"AcceptedInRepository.{name}" for name in ("handling", "dossiers", "paths")),
        *(f"Handling.{name}" for name in ("level", "because")),
    }


def test_a_file_chooses_a_day_ahead_and_none_that_has_passed(repository: Path) -> None:
    ahead = InForce(Given(), TODAY, configured(repository, "as_of = 2026-07-01\n"))
    passed = InForce(Given(), TODAY, configured(repository, "as_of = 2026-05-01\n"))
    said = InForce(Given(as_of=date(2026, 5, 1)), TODAY, passed.configuration)

    assert (ahead.as_of, ahead.day_was_refused) == (date(2026, 7, 1), False)
    assert (passed.as_of, passed.day_was_refused) == (TODAY, True)
    assert (said.as_of, said.day_was_refused) == (date(2026, 5, 1), False)


RICH = """\
regimes = ["eu-ghr"]
show = ["met"]
output = "markdown"

[[overrides]]
paths = ["dossiers/gb/", "**/x-*.yaml"]
regimes = ["gb-ghr"]
fail_on = "warning"

[[exclude]]
paths = ["templates/**"]
reason = "Training"
"""


def test_paths_add_what_is_asked_of_them(repository: Path) -> None:
    in_force = InForce(Given(), TODAY, configured(repository, RICH))

    assert in_force.also(("dossiers", "gb", "a.yaml")) == ("eu-ghr", "gb-ghr")
    assert in_force.also(("dossiers", "fr", "a.yaml")) == ("eu-ghr",)
    assert in_force.also(None) == ("eu-ghr",)
    assert in_force.stricter_for(("dossiers", "fr", "x-1.yaml")) == "warning"
    assert in_force.stricter_for(("a.yaml",)) is None
    assert in_force.exclusion(("templates", "a", "b.yaml")) == 0
    assert in_force.exclusion(("dossiers", "templates", "b.yaml")) is None


def test_the_command_line_wins(repository: Path) -> None:
    given_ = Given(("ca-jvcfoa",), fail_on="none", as_of=date(2026, 1, 1), show=("pending",), output="json")
    in_force = InForce(given_, TODAY, configured(repository, RICH + ""))
    whence = {each.name: each.whence for each in settings(in_force) if each.remark == ""}

    assert in_force.also(("dossiers", "gb", "a.yaml")) == ()
    assert in_force.stricter_for(("dossiers", "gb", "a.yaml")) is None
    assert (in_force.fail_on, in_force.as_of, in_force.output) == ("none", date(2026, 1, 1), "json")
    assert in_force.show == {"pending"}
    assert {"command line"} == {whence[name] for name in ("regimes", "fail_on", "as_of", "show", "output")}


def test_every_setting_says_whence_it_comes(repository: Path) -> None:
    in_force = InForce(Given(fail_on="error"), TODAY, configured(repository, RICH))
    shown = [
        (each.name, each.value, each.whence) for each in settings(in_force, ("dossiers", "gb", "a.yaml"))
    ]

    assert ("regimes besides", "eu-ghr", "sanctcheck.toml:1:1") in shown
    assert ("regimes besides", "gb-ghr", "sanctcheck.toml:7:1") in shown
    assert ("fail_on", "error", "command line") in shown
    assert ("as_of", "2026-06-01", "default") in shown
    assert ("output", "markdown", "sanctcheck.toml:3:10") in shown
    assert not any(name == "exclude" for name, _, _ in shown)


def test_where_a_file_stands_is_told_by_its_real_path(repository: Path) -> None:
    (repository / "dossiers" / "gb" / "a.yaml").touch()
    (repository.parent / "way").symlink_to(repository / "dossiers")
    below = Below(repository)

    assert below.parts("dossiers/gb/a.yaml") == ("dossiers", "gb", "a.yaml")
    assert below.parts(str(repository.parent / "way" / "gb" / "a.yaml")) == ("dossiers", "gb", "a.yaml")
    assert below.parts("a.yaml") == ("a.yaml",)
    assert below.parts("../a.yaml") is None
    assert below.parts("<stdin>") is None


@pytest.mark.parametrize(
    "pattern", ["a", "a/", "./a", "a/b", "a/*/c.yaml", "**/c.yaml", "a/**", "**", "a/b/c.yaml"]
)
def test_a_pattern_stands_for_what_it_fits_and_for_all_below_it(pattern: str) -> None:
    assert is_among(("a", "b", "c.yaml"), [pattern])


@pytest.mark.parametrize("pattern", ["b", "c.yaml", "a/c.yaml", "*.yaml", "a/b/c", "A"])
def test_a_pattern_stands_for_nothing_else(pattern: str) -> None:
    assert not is_among(("a", "b", "c.yaml"), [pattern])


ORDER = {"none": 0, "error": 1, "warning": 2}
LEVELS = st.sampled_from([None, "error", "warning"])
DAYS = st.dates(date(2026, 5, 1), date(2026, 7, 1))


@given(LEVELS, LEVELS, st.none() | DAYS, st.lists(st.sampled_from(["gb-ghr", "eu-ghr"]), unique=True))
@hypothesis_settings(deadline=None, max_examples=60)
def test_no_file_makes_a_run_weaker_than_it_is_without(
    tmp_path_factory: pytest.TempPathFactory,
    level: str | None,
    in_gb: str | None,
    as_of: date | None,
    regimes: list[str],
) -> None:
    lines = [f"regimes = {regimes}"]
    lines += [f'fail_on = "{level}"'] if level else []
    lines += [f"as_of = {as_of}"] if as_of else []
    lines += ["[[overrides]]", 'paths = ["gb/"]'] + ([f'fail_on = "{in_gb}"'] if in_gb else [])
    folder = tmp_path_factory.mktemp("configured")
    with_file = InForce(Given(), TODAY, configured(folder, "\n".join(lines)))
    without = InForce(Given(), TODAY)

    for parts in (("gb", "a.yaml"), ("a.yaml",), None):
        level_of_file = with_file.stricter_for(parts) or with_file.fail_on
        assert ORDER[level_of_file] >= ORDER[without.fail_on]
        assert set(with_file.also(parts)) >= set(without.also(parts))
    assert with_file.as_of >= without.as_of
    assert with_file.show >= without.show


def test_the_order_of_overrides_does_not_matter_for_what_fails(repository: Path) -> None:
    one = '[[overrides]]\npaths = ["gb/"]\nfail_on = "error"\n'
    other = '[[overrides]]\npaths = ["gb/x/"]\nfail_on = "warning"\n'
    for text in map("".join, itertools.permutations([one, other])):
        in_force = replace(InForce(Given(), TODAY), configuration=configured(repository, text))
        assert in_force.stricter_for(("gb", "x", "a.yaml")) == "warning"


def test_every_form_of_the_report_can_be_asked_for() -> None:
    assert get_args(OutputForm) == tuple(FORMATS)
