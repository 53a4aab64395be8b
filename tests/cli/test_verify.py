"""`sanctcheck verify`: an assessment is made again byte by byte, or it says what differs."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from listmaking import Entry, sdn_xml
from screening import UK
from support import FIXTURES, NEUTRAL
from twins import twin, twin_files

from sanctcheck.reading.yaml_reader import PlainNumber
from sanctcheck.schemas import schema

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from commanding import Called, CommandLine

EXHIBIT = "exhibits: [{id: E1, title: A letter, kind: other, file: letter.txt, sha256: %s, size: 6}]\n"
CHANGES = settings(
    deadline=None,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


@pytest.fixture
def here(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.setenv("SANCTCHECK_LISTS", str(command_line.folder / "store"))
    monkeypatch.delenv("CI", raising=False)
    command_line.write("letter.txt", "a text")
    digest = sha256(b"a text").hexdigest()
    command_line.write("d/untold.yaml", NEUTRAL + "title: A dossier\n")
    command_line.write("d/told.yaml", NEUTRAL + "process: [{event: notified, day: 2026-03-02}]\n")
    command_line.write("with.yaml", NEUTRAL + EXHIBIT % digest)
    return command_line


def made(here: CommandLine, *arguments: str) -> None:
    """The assessment `a.json`."""
    called = here.validate("--output", "json=a.json", *arguments)
    assert called.status in {0, 1, 4}, called


def verify(here: CommandLine, *arguments: str) -> Called:
    return here.call("verify", "a.json", "--criteria", "law", *arguments)


def kinds(called: Called) -> list[str]:
    """What differs, by its kind."""
    assert called.status == 1, called
    return re.findall(r"^  (\S+) +\S", called.out, re.MULTILINE)


def test_an_assessment_is_made_again_byte_by_byte(here: CommandLine) -> None:
    made(here, "d", "with.yaml")

    called = verify(here)

    assert (called.status, called.err) == (0, "")
    assert called.out.startswith("a.json: reproduced byte by byte.\n  sanctcheck ")
    assert ", for 2026-06-01: 3 dossiers, 2 files of law, 0 lists\n" in called.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--regime", "example", "told.yaml"),
        ("--all-regimes", "d"),
        ("--max-bytes", "190", "d"),
        ("d/*.yaml", "law"),
        ("--skip-others", "law/standards.yaml", "told.yaml"),
        ("no-such.yaml", "told.yaml"),
    ],
)
def test_whatever_was_asked_is_asked_again(here: CommandLine, arguments: Sequence[str]) -> None:
    made(here, *arguments)

    assert verify(here).status == 0


def test_the_law_of_the_package_needs_no_word(here: CommandLine) -> None:
    here.write("real.yaml", NEUTRAL.replace("regime: example", "regime: common"))
    here.call("validate", "--as-of", "2026-06-01", "--output", "json=a.json", "real.yaml")

    assert here.call("verify", "a.json").status == 0


def test_a_settled_run_is_made_again_with_its_configuration_and_baseline(here: CommandLine) -> None:
    here.write(
        "sanctcheck.toml", 'regimes = ["example"]\n[[exclude]]\npaths = ["d/told.yaml"]\nreason = "done"\n'
    )
    here.validate("--write-baseline", "known.json", "d")
    made(here, "--baseline", "known.json", "d")

    assert verify(here, "--baseline", "known.json").status == 0
    assert kinds(verify(here, "--baseline", "known.json", "--no-config")) == ["dossier", "configuration"]
    refused = verify(here)
    assert refused.status == 2
    assert "It was made with --baseline known.json" in refused.err


def test_what_it_rests_on_fits_the_schema(here: CommandLine) -> None:
    here.write("sanctcheck.toml", 'regimes = ["example"]\n')
    here.validate("--write-baseline", "known.json", "d")
    made(here, "--baseline", "known.json", "--list-file", str(UK), "d")

    report = json.loads((here.folder / "a.json").read_text())
    errors = Draft202012Validator(schema("assessment")).iter_errors(report)

    assert [error.message for error in errors] == []
    assert [each["role"] for each in report["basis"]["settings"]] == ["configuration", "baseline"]
    assert [each["list"] for each in report["basis"]["lists"]] == ["gb-fcdo"]


def test_dossiers_may_be_elsewhere_and_under_other_names(here: CommandLine) -> None:
    made(here, "d")
    (here.folder / "elsewhere").mkdir()
    (here.folder / "d").rename(here.folder / "moved")
    (here.folder / "moved" / "told.yaml").rename(here.folder / "elsewhere" / "renamed.yaml")

    assert verify(here, "elsewhere/renamed.yaml", "moved/untold.yaml").status == 0
    assert verify(here, "moved/untold.yaml", "elsewhere/renamed.yaml").status == 0
    assert kinds(verify(here, "moved/untold.yaml")) == ["dossier"]
    assert set(kinds(verify(here))) == {"dossier"}


def test_a_dossier_from_standard_input_has_to_be_named(here: CommandLine) -> None:
    here.validate("--output", "json=a.json", "-", stdin=(here.folder / "told.yaml").read_bytes())

    assert "name them behind it" in verify(here).err
    assert verify(here, "told.yaml").status == 0


def test_lists_are_those_that_were_used_although_newer_ones_are_kept(here: CommandLine) -> None:
    here.write("lists.toml", "[us-ofac-sdn]\nminimum = {}\n")
    for number, name in enumerate(("KORVANEC", "DELVONI")):
        (here.folder / "sdn.xml").write_bytes(sdn_xml([Entry(7, name, born=None)], day=f"05/2{number}/2026"))
        here.call("lists", "import", "--list", "made-up", "--fetched-on", f"2026-05-2{number}", "sdn.xml")
        if number == 0:
            made(here, "d", "--lists", "made-up")
    stated = json.loads((here.folder / "a.json").read_text())["basis"]["lists"]

    assert verify(here).status == 0
    assert [(each["list"], each["dated"]) for each in stated] == [("made-up", "2026-05-20")]
    raw = next(path for path in (here.folder / "store").rglob(f"{stated[0]['sha256']}*") if path.is_file())
    raw.chmod(0o600)
    raw.write_bytes(raw.read_bytes()[:-1] + b" ")
    assert kinds(verify(here)) == ["lists"]
    here.call("lists", "purge", "--yes", "made-up")
    assert kinds(verify(here)) == ["lists"]


def test_a_file_of_a_list_has_to_be_named_and_one_byte_of_it_counts(here: CommandLine) -> None:
    (here.folder / "uk.xml").write_bytes(UK.read_bytes())
    made(here, "d", "--list-file", "uk.xml")

    assert "give the files of lists here too" in verify(here).err
    assert verify(here, "--list-file", "uk.xml").status == 0
    with (here.folder / "uk.xml").open("ab") as file:
        file.write(b"\n")
    assert kinds(verify(here, "--list-file", "uk.xml")) == ["lists"]


@CHANGES
@given(place=st.integers(0, 10**9), mask=st.integers(1, 255))
@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("d/untold.yaml", "dossier"),
        ("law/example.yaml", "law"),
        ("law/standards.yaml", "law"),
        ("sanctcheck.toml", "configuration"),
        ("known.json", "configuration"),
        ("letter.txt", "exhibit"),
        ("a.json", "assessment"),
    ],
)
def test_one_changed_byte_is_named(here: CommandLine, file: str, kind: str, place: int, mask: int) -> None:
    path = here.folder / file
    if not (here.folder / "a.json").exists():
        here.write("sanctcheck.toml", 'regimes = ["example"]\n# nothing more\n')
        here.validate("--write-baseline", "known.json", "d")
        made(here, "--baseline", "known.json", "d", "with.yaml")
    before = path.read_bytes()
    at = place % len(before)
    path.write_bytes(before[:at] + bytes([before[at] ^ mask]) + before[at + 1 :])

    try:
        assert kind in kinds(verify(here, "--baseline", "known.json"))
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize("cut", [1, 2, 70, 300, 1000])
def test_an_assessment_that_was_cut_is_said_to_be_changed(here: CommandLine, cut: int) -> None:
    made(here, "d")
    path = here.folder / "a.json"
    path.write_bytes(path.read_bytes()[:-cut])

    assert "assessment" in kinds(verify(here))


def test_an_assessment_that_was_changed_does_not_put_the_blame_on_exhibits(here: CommandLine) -> None:
    here.write("letter.txt", "a tale")
    made(here, "with.yaml")
    path = here.folder / "a.json"
    path.write_text(
        path.read_text().replace('"rule": "exhibit-hash-mismatch"', '"rule": "exhibit-hash-missmatch"')
    )

    assert set(kinds(verify(here))) == {"assessment", "result"}


def test_who_changes_it_and_the_hash_is_found_by_the_result(here: CommandLine) -> None:
    made(here, "d")

    forge(here.folder / "a.json", '"outcome": "not-shown"', '"outcome": "met"')

    called = verify(here)
    assert set(kinds(called)) == {"result"}
    assert "/dossiers/1/under/0/criteria/0/outcome: “met” is stated; now “not-shown”" in called.out


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ('"version": "', '"version": "9.', "tool"),
        ('"as_of": "2026-06-01"', '"as_of": "2019-06-01"', "result"),
        ('"paths": ["d"]', '"paths": ["told.yaml"]', "dossier"),
        ("]}\n]", "]} \n]", "result"),
    ],
)
def test_what_a_forger_changes_has_a_name(here: CommandLine, was: str, now: str, kind: str) -> None:
    made(here, "d")
    forge(here.folder / "a.json", was, now)

    assert kind in kinds(verify(here))


def test_a_day_that_was_expected_is_held_against_the_one_that_is_stated(here: CommandLine) -> None:
    made(here, "d")

    assert verify(here, "--as-of", "2026-06-01").status == 0
    assert kinds(verify(here, "--as-of", "2026-06-02")) == ["as-of"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", "This is no assessment"),
        ('{"format": "dossier/1"}', "This is no assessment"),
        ('{\n"format": "assessment/2",\n"tool": {}}', "of an older form"),
        ("", "This is no assessment"),
    ],
)
def test_what_is_no_assessment_is_refused(here: CommandLine, text: str, said: str) -> None:
    here.write("a.json", text)

    called = verify(here)

    assert called.status == 2
    assert said in called.err


def test_nothing_that_an_assessment_names_is_read_outside_of_the_folder(here: CommandLine) -> None:
    made(here, "d")
    (here.folder / "out").symlink_to("/etc")
    path = here.folder / "a.json"
    whole = path.read_text()

    for outside in ("/etc/passwd", "../x.yaml", "out/passwd", "", "a\\u0000b"):
        path.write_text(whole)
        forge(path, '"paths": ["d"]', f'"paths": ["{outside}"]')
        called = verify(here)
        assert called.status == 2, outside
        assert "outside of this folder" in called.err
    path.write_text(whole)
    assert "give that folder here too" in here.call("verify", "a.json").err


def test_text_of_an_assessment_cannot_steer_the_terminal(here: CommandLine) -> None:
    made(here, "d")
    forge(here.folder / "a.json", '"version": "', '"version": "\\u001b[31m\\n::error::\\u202e')

    called = verify(here)

    assert "tool" in kinds(called)
    assert not set(called.out) & {"\x1b", "\u202e"}
    assert "\n::error" not in called.out


def test_all_fixtures_are_made_again(here: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FIXTURES)
    assessment = str(here.folder / "fixtures.json")
    here.call(
        "validate",
        "--as-of",
        "2026-06-01",
        "--output",
        f"json={assessment}",
        "dossiers",
        "demo",
        "repository",
    )

    assert here.call("verify", assessment).status == 0


def test_twins_of_each_regime_are_made_again(here: CommandLine) -> None:
    firsts = dict(reversed(twin_files()))
    by_day: dict[date, list[str]] = {}
    for regime, file in firsts.items():
        each = twin(regime, file)
        by_day.setdefault(each.as_of, []).append(
            here.write(f"twins/{each.as_of}/{regime}.yaml", as_yaml(each.value))
        )

    for day, names in by_day.items():
        here.call("validate", "--as-of", day.isoformat(), "--output", "json=a.json", *names)
        assert here.call("verify", "a.json").status == 0, day
    assert sum(map(len, by_day.values())) > 20


def as_yaml(value: Any) -> str:
    return yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000)


class Dumper(yaml.SafeDumper):
    """Writes numbers as they were written."""


Dumper.add_representer(
    PlainNumber, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:int", str(text))
)


def forge(path: Path, was: str, now: str) -> None:
    """Changes an assessment, and its hash with it."""
    before, mark, _ = path.read_text().rpartition('"sha256": "')
    assert was in before
    text = before.replace(was, now, 1)
    path.write_text(f'{text}{mark}{sha256(text.encode()).hexdigest()}"\n}}\n')
