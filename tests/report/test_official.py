"""Each form for other programs, held against the schema or the parser of those who read it."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from jsonschema import Draft4Validator, Draft202012Validator
from markdown_it import MarkdownIt
from reporting import HOSTILE_NAME, SECRETS, records, report, repository, run
from support import FIXTURES, ROOT, TODAY

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.finding import recorded
from sanctcheck.law.load import packaged_law
from sanctcheck.report.base import Run
from sanctcheck.report.formats import FORMATS
from sanctcheck.report.formats.csv_table import COLUMNS
from sanctcheck.report.view import View
from sanctcheck.validation import Request, validate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from sanctcheck.record import FileRecord

OFFICIAL = ROOT / "tests" / "official"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = repository(tmp_path_factory.mktemp("repository"))
    found: list[FileRecord | None] = records(folder)
    return {name: report(name, found, run(folder)) for name in FORMATS}


def schema(name: str) -> Any:
    return json.loads((OFFICIAL / name).read_text(encoding="utf-8"))


def sarif_run(text: str) -> Any:
    (one,) = json.loads(text)["runs"]
    return one


def test_sarif_fits_the_schema_of_its_standard(reports: dict[str, str]) -> None:
    Draft4Validator(schema("sarif-schema-2.1.0.json")).validate(json.loads(reports["sarif"]))


def test_reports_on_the_law_as_it_stands_fit_too() -> None:
    path = FIXTURES / "demo" / "draft.yaml"
    law = packaged_law()
    checked = validate([Candidate(path, "draft.yaml", by_name=True)], law, Request(TODAY))
    made, about = list(recorded(checked)), Run(View(TODAY), lambda: law)
    sarif, junit, gitlab = (report(name, made, about) for name in ("sarif", "junit", "gitlab"))

    Draft4Validator(schema("sarif-schema-2.1.0.json")).validate(json.loads(sarif))
    xmlschema.XMLSchema(OFFICIAL / "junit-10.xsd").validate(junit)
    for entry in json.loads(gitlab):
        Draft4Validator(schema("gitlab-codeclimate.json")).validate(entry)
    assert len(sarif_run(sarif)["results"]) == len(json.loads(gitlab)) > 5


def test_every_result_of_sarif_leads_to_its_rule_and_to_a_file(reports: dict[str, str]) -> None:
    about = sarif_run(reports["sarif"])
    rules = about["tool"]["driver"]["rules"]
    files = set()
    for result in about["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        address = location["physicalLocation"]["artifactLocation"]
        assert urlsplit(address["uri"])[:2] == ("", "")
        assert re.fullmatch("([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", address["uri"])
        files.add(unquote(address["uri"]))

    assert f"dossiers/{HOSTILE_NAME}" in files
    assert {posixpath.dirname(file) for file in files} == {"dossiers"}


def test_every_rule_of_sarif_is_explained_with_links_to_its_provisions(reports: dict[str, str]) -> None:
    rules = {rule["id"]: rule for rule in sarif_run(reports["sarif"])["tool"]["driver"]["rules"]}

    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules.values())
    notice = rules["example:notice"]
    links = [token for token in inline(notice["help"]["markdown"]) if token.type == "link_open"]
    assert [token.attrs["href"] for token in links] == ["https://example.org/act"]
    assert notice["helpUri"] == "https://example.org/act"
    assert notice["properties"]["tags"] == ["due-process", "notification", "example"]


def test_fingerprints_of_sarif_and_gitlab_tell_every_finding_from_every_other(
    reports: dict[str, str],
) -> None:
    of_sarif = [
        (each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], each["ruleId"], str(each["partialFingerprints"]))
        for each in sarif_run(reports["sarif"])["results"]
    ]  # fmt: skip
    of_gitlab = [each["fingerprint"] for each in json.loads(reports["gitlab"])]

    assert len(set(of_sarif)) == len(of_sarif) == len(set(of_gitlab)) == len(of_gitlab) > 5


def test_gitlab_takes_every_entry(reports: dict[str, str]) -> None:
    validator = Draft4Validator(schema("gitlab-codeclimate.json"))
    for entry in json.loads(reports["gitlab"]):
        validator.validate(entry)
        # What its documentation asks for, and its schema does not.
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not entry["location"]["path"].startswith(("/", "./"))
        assert entry["check_name"]


def test_junit_fits_the_schema_of_those_who_read_it(reports: dict[str, str]) -> None:
    xmlschema.XMLSchema(OFFICIAL / "junit-10.xsd").validate(reports["junit"])


def test_the_counts_of_junit_are_those_of_its_tests(reports: dict[str, str]) -> None:
    suites = ET.fromstring(reports["junit"]).findall("testsuite")
    for suite in suites:
        tests = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(tests)
        for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.attrib[count]) == len(suite.findall(f"testcase/{tag}"))
        # A program that reads one outcome a test finds one.
        assert all(len(test) <= 1 for test in tests)
        assert len({test.attrib["name"] for test in tests}) == len(tests)

    assert len(suites) == 6


def test_json_and_every_line_of_jsonl_fit_their_schemas_and_say_the_same(reports: dict[str, str]) -> None:
    def validator(name: str) -> Draft202012Validator:
        return Draft202012Validator(
            json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        )

    whole = json.loads(reports["json"])
    lines = [json.loads(line) for line in reports["jsonl"].splitlines()]
    validator("assessment").validate(whole)
    for line in lines:
        validator("assessment-line").validate(line)

    about = {"format": whole["format"], "as_of": whole["as_of"]}
    assert lines == [{**about, **dossier} for dossier in whole["dossiers"]]


def test_csv_has_every_column_in_every_row(reports: dict[str, str]) -> None:
    head, *rows = csv.reader(io.StringIO(reports["csv"], newline=""))

    assert tuple(head) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert len(rows) == len(sarif_run(reports["sarif"])["results"])


def inline(text: str) -> Iterator[Token]:
    """The tokens of a page of Markdown, as GitHub reads it, that stand in a line."""
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        yield from token.children or [token]


def test_markdown_holds_no_markup_that_we_did_not_write(reports: dict[str, str]) -> None:
    kinds = {token.type for token in inline(reports["markdown"])}

    assert kinds <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("text", "strong_open", "strong_close", "code_inline", "text_special"),
    }
    shown = "".join(token.content for token in inline(reports["markdown"]))
    assert "[c](d) <i>.json" in shown
    assert "<b>![x](https://exam…" in shown


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_is_protected_is_in_any_form(name: str, reports: dict[str, str]) -> None:
    assert "protected.yaml" in reports[name]
    assert [secret for secret in SECRETS if secret in reports[name]] == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_shows_what_is_settled_and_by_whom(name: str, reports: dict[str, str]) -> None:
    words = " ".join(reports[name].replace("\\", "").split())

    assert "M. Example" in words
    assert "She cannot be reached" in words
    assert "2027-01-01" in words
    assert "baseline.json" in words


@pytest.mark.parametrize("name", FORMATS)
def test_no_form_lets_a_control_character_or_a_command_through(name: str, reports: dict[str, str]) -> None:
    text = reports[name]

    assert not {"\u202e", "\x1b"} & set(text)
    assert "##[" not in text
    allowed = ("::error file=", "::warning file=", "::notice file=") if name == "github" else ()
    assert [
        line for line in text.splitlines() if line.startswith("::") and not line.startswith(allowed)
    ] == []
