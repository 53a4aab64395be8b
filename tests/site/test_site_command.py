"""`sanctcheck site`: what is shown to whom, whole pages that lead to one another, the same bytes each time."""

from __future__ import annotations

import json
import os
import re
import stat
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

import pytest
from commanding import CommandLine
from pages import attribute, every, inside, parsed, words
from sitemaking import SCRIPT, Sites, dossier, hostile_dossier
from support import FIXTURES

from sanctcheck.report.html.page import content_security_policy

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = ("public", "unmarked", "official", "restricted", "protected")


@pytest.fixture
def sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sites:
    monkeypatch.chdir(tmp_path)
    made = Sites(CommandLine(tmp_path))
    made.law()
    return made


def with_every_level(sites: Sites) -> None:
    for level in LEVELS:
        text = dossier(f"d-{level}", None if level == "unmarked" else level)
        sites.command_line.write(f"dossiers/{level}.yaml", text)


def dossiers_of(sites: Sites) -> list[str]:
    return sorted(file.stem for file in (sites.out / "dossiers").glob("*.html"))


def test_without_dossiers_it_is_a_site_of_the_law_alone(sites: Sites) -> None:
    called = sites.call()
    pages = sites.pages()

    assert called.status == 0, called.err
    assert {
        "index.html",
        "comparison.html",
        "standards/notification.html",
        "regimes/example.html",
    } <= pages.keys()
    assert not {"dossiers.html", "findings.html"} & pages.keys()
    assert "no lists were given" in pages["index.html"]


def modes(sites: Sites) -> set[int]:
    return {stat.S_IMODE(each.stat().st_mode) for each in (sites.out, *sites.out.rglob("*"))}


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
@pytest.mark.parametrize("more", [("--include", "unmarked"), ("--dossier", "d-restricted")])
def test_a_site_for_more_than_the_public_is_for_its_user_alone(sites: Sites, more: tuple[str, ...]) -> None:
    with_every_level(sites)
    before = os.umask(0o022)
    try:
        sites.call("dossiers")
        public = modes(sites)
        sites.call(*more, "dossiers")
    finally:
        os.umask(before)

    assert public == {0o755, 0o644}
    assert modes(sites) == {0o700, 0o600}


def test_only_what_is_public_is_shown_unless_more_is_asked_for(sites: Sites) -> None:
    with_every_level(sites)
    called = sites.call("dossiers")

    assert (called.status, dossiers_of(sites)) == (0, ["d-public"])
    assert "4 dossiers left out (1 unmarked, 1 official, 1 restricted, 1 protected)" in called.err
    for level in LEVELS[1:]:
        assert [name for name, text in sites.pages().items() if f"d-{level}" in text] == []


@pytest.mark.parametrize(("level", "shown"), [("unmarked", 2), ("official", 3), ("restricted", 4)])
def test_a_level_that_is_asked_for_brings_those_below_it_and_nothing_protected(
    sites: Sites, level: str, shown: int
) -> None:
    with_every_level(sites)
    sites.call("dossiers", "--include", level)

    assert dossiers_of(sites) == sorted(f"d-{each}" for each in LEVELS[:shown])
    assert [name for name, text in sites.pages().items() if "d-protected" in text] == []


@pytest.mark.parametrize("name", ["d-official", "dossiers/official.yaml"])
def test_a_dossier_is_asked_for_by_id_or_file_and_brings_no_other(sites: Sites, name: str) -> None:
    with_every_level(sites)
    sites.call("dossiers", "--dossier", name)

    assert dossiers_of(sites) == ["d-official", "d-public"]


def test_a_protected_dossier_is_not_shown_whatever_is_asked(sites: Sites) -> None:
    with_every_level(sites)
    called = sites.call("dossiers", "--dossier", "d-protected", "--include", "restricted")

    assert "d-protected" not in dossiers_of(sites)
    assert "1 dossier left out (1 protected)" in called.err


def test_a_name_that_no_dossier_has_is_refused_and_nothing_is_written(sites: Sites) -> None:
    with_every_level(sites)
    called = sites.call("dossiers", "--dossier", "d-oficial")

    assert called.status == 2
    assert "“d-oficial”" in called.err
    assert not sites.out.exists()


EXHIBITS = """[
  {id: E1, title: Open report, kind: un-report, handling: {level: public}},
  {id: E2, title: Cable from Valdoria, kind: un-report, publisher: Agent Nightjar, handling: {level: official}},
  {id: E3, title: Statement of Mirela Osk, kind: victim-statement, handling: {level: protected, because: danger}}]"""


def test_parts_of_a_public_dossier_that_are_not_public_stay_out_of_every_page(sites: Sites) -> None:
    sites.command_line.write("dossiers/a.yaml", dossier("mixed", "public", exhibits=EXHIBITS))
    for arguments, hidden in (
        ((), ("Valdoria", "Nightjar", "Mirela", "danger")),
        (("--include", "official"), ("Mirela", "danger")),
        (("--dossier", "mixed"), ("Valdoria", "Nightjar", "Mirela", "danger")),
        (("--include", "restricted", "--dossier", "mixed"), ("Mirela", "danger")),
    ):
        sites.call("dossiers", *arguments)

        assert dossiers_of(sites) == ["mixed"]
        assert [(word, name) for name, text in sites.pages().items() for word in hidden if word in text] == []


CARRIED = """[{id: A1, summary: Ordered it., conduct: torture, basis: own-conduct, elements: [
  {element: act, shown: It took place., exhibits: [E1, E2, E3]}]}]"""
UNGRADED = """
  - id: graded
    standard: notification
    title: Sources are graded
    provision: {instrument: act, at: s. 10}
    force: duty
    verified: text
    source: s
    check: sources_graded
    remedy: Grade each source.
"""


def test_a_finding_on_a_part_that_may_not_be_seen_says_that_it_is_withheld_and_not_what_it_is(
    sites: Sites,
) -> None:
    law = sites.command_line.folder / "law" / "example.yaml"
    law.write_text(law.read_text().replace("criteria:\n", f"criteria:{UNGRADED}", 1))
    text = dossier("mixed", "public", exhibits=EXHIBITS, allegations=CARRIED)
    sites.command_line.write("dossiers/a.yaml", text)
    said = {}
    for levels in ((), ("--include", "official")):
        called = sites.call("dossiers", *levels)
        assert called.status == 0, called.err
        found = parsed((sites.out / "findings" / "notification.html").read_text())
        said[levels] = [words(every(row, "td")[3]) for row in every(found, "tbody tr")]

    assert any("E2" in text for text in said[("--include", "official")])
    assert not any("E2" in text or "E3" in text for text in said[()])
    assert any("may not show" in text for text in said[()])


def test_with_lists_there_is_a_survey_of_them_and_dossiers_are_held_against_them(
    sites: Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANCTCHECK_LISTS", str(sites.command_line.folder / "store"))
    target = "{type: person, names: [{name: Miro Tadesz KORVANEC}], nationalities: [XA]}"
    sites.command_line.write("dossiers/a.yaml", dossier("named", "public", target=target))
    without = sites.call("dossiers")
    alone = words(parsed((sites.out / "survey.html").read_text()))
    called = sites.call(
        "dossiers", "--list-file", str(FIXTURES / "lists" / "gb_fcdo" / "UK-Sanctions-List.xml")
    )
    pages = {name: words(parsed(text)) for name, text in sites.pages().items() if name.endswith(".html")}

    assert (without.status, called.status) == (0, 0), called.err
    assert "No lists were given" in alone
    assert "gb-fcdo" in pages["sources.html"]
    assert "No lists were given" not in pages["survey.html"] + pages["sources.html"]
    assert "GHR9901" in pages["dossiers/named.html"]
    assert "namesake-listed" in pages["dossiers/named.html"]


def test_every_link_within_the_site_leads_to_a_page_and_to_a_place_on_it(sites: Sites) -> None:
    with_every_level(sites)
    sites.command_line.write("dossiers/hostile.yaml", hostile_dossier())
    sites.call("dossiers", "--include", "restricted")
    pages = {name: parsed(text) for name, text in sites.pages().items() if name.endswith(".html")}
    ids = {name: {attribute(each, "id") for each in every(page, "[id]")} for name, page in pages.items()}
    broken = []
    for name, page in pages.items():
        for link in every(page, "a[href]"):
            address = attribute(link, "href")
            if not address.startswith(("http://", "https://")):
                target, _, place = (
                    urljoin(f"http://x/{name}", address).removeprefix("http://x/").partition("#")
                )
                if target not in pages or (place and unquote(place) not in ids[target]):
                    broken.append((name, address))

    assert len(pages) > 15
    assert broken == []


def test_ids_are_unique_on_each_page_and_tables_have_captions_and_heads(sites: Sites) -> None:
    with_every_level(sites)
    sites.call("dossiers", "--include", "restricted")
    for name, text in sites.pages().items():
        if name.endswith(".html"):
            page = parsed(text)
            found = [attribute(each, "id") for each in every(page, "[id]")]

            assert len(found) == len(set(found)), name
            assert len(every(page, "h1")) == 1, name
            assert len(every(page, "table")) == len(every(page, "table > caption")), name
            assert every(page, "th:not([scope])") == [], name


def test_nothing_is_fetched_and_the_policy_of_a_page_allows_its_own_style_and_script_alone(
    sites: Sites,
) -> None:
    sites.command_line.write("dossiers/hostile.yaml", hostile_dossier())
    sites.call("dossiers")
    allowed = json.loads((sites.out / "site.json").read_text())["content_security_policy"]
    for name, text in sites.pages().items():
        if not name.endswith(".html"):
            continue
        page = parsed(text)
        (style,), (script,) = every(page, "style"), every(page, "script")
        (policy,) = every(page, "meta[http-equiv]")
        expected = content_security_policy((inside(style),), (inside(script),))

        assert text.isascii()
        assert attribute(policy, "content") == expected
        assert set(re.findall(r"'sha256-[^']+'", expected)) <= set(re.findall(r"'sha256-[^']+'", allowed))
        assert every(page, "[style], [onclick], [onload], [onerror], iframe, object, embed, img[src]") == []
        assert [attribute(each, "href") for each in every(page, "link")] == ["data:,"]


def test_markup_in_a_dossier_stays_text(sites: Sites) -> None:
    sites.command_line.write("dossiers/hostile.yaml", hostile_dossier())
    sites.call("dossiers")
    shown = parsed((sites.out / "dossiers" / "hostile.html").read_text())
    listed = parsed((sites.out / "dossiers.html").read_text())

    assert len(every(shown, "script")) == len(every(listed, "script")) == 1
    assert SCRIPT in words(shown)


def test_the_same_input_gives_the_same_bytes_however_many_processes_are_at_work(sites: Sites) -> None:
    with_every_level(sites)
    for number in range(8):
        sites.command_line.write(f"dossiers/{number}.yaml", dossier("Same", "public"))
    sites.call("dossiers")
    first = sites.pages()
    sites.call("dossiers", "--jobs", "3")

    assert sites.pages() == first
    assert len(dossiers_of(sites)) == 9


def test_files_that_cannot_be_read_are_counted_and_nothing_of_them_is_shown(sites: Sites) -> None:
    with_every_level(sites)
    sites.command_line.write("dossiers/secretname.yaml", "format: dossier/1\nid: [broken\n")
    called = sites.call("dossiers")

    assert called.status == 1
    assert "1 file left out that could not be read" in called.err
    assert [name for name, text in sites.pages().items() if "secretname" in text] == []


def test_where_there_is_no_dossier_nothing_is_written(sites: Sites) -> None:
    (sites.command_line.folder / "empty").mkdir()
    called = sites.call("empty")

    assert (called.status, sites.out.exists()) == (3, False)


def test_a_folder_that_holds_something_else_is_refused(sites: Sites) -> None:
    sites.command_line.write("out/thesis.txt", "mine")
    called = sites.call()

    assert called.status == 2
    assert "holds no site of sanctcheck" in called.err


def test_what_is_accepted_counts_as_settled(sites: Sites) -> None:
    gap = "[{standard: notification, reason: The address is not known yet, by: Head of unit, until: 2026-12-31}]"
    sites.command_line.write("dossiers/a.yaml", dossier("plain", "public"))
    sites.command_line.write("dossiers/b.yaml", dossier("settled", "public", accepted_gaps=gap))
    sites.call("dossiers")
    found = parsed((sites.out / "findings" / "notification.html").read_text())

    assert [words(each).split()[0] for each in every(found, "tbody th")] == ["plain", "settled"]
    assert [words(each) for each in every(found, "tbody .state")] == ["error", "settled"]


RULES = """\
rules:
  - id: told-in-time
    kind: process
    rule: The person is told in 15 days.
    provision: {instrument: act, at: s. 11}
    verified: text
    source: s
    limit: {number: 15, unit: days, from: the listing, starts_with: [designated], done_by: [notified]}
"""


def test_days_that_the_law_sets_for_a_dossier_are_told_by_how_far_away_they_are_and_those_kept_apart(
    sites: Sites,
) -> None:
    law = sites.command_line.folder / "law" / "example.yaml"
    law.write_text(law.read_text("utf-8").replace("criteria:\n", f"{RULES}criteria:\n"), encoding="utf-8")
    public = "handling: {level: public}"
    for name, told in (("tardy", ""), ("prompt", f", {{event: notified, day: 2026-03-02, {public}}}")):
        log = f"[{{event: designated, day: 2026-03-01, {public}}}{told}]"
        sites.command_line.write(f"dossiers/{name}.yaml", dossier(name, "public", process=log))
    sites.command_line.write("dossiers/notes.yaml", "a: b\n")
    sites.call("dossiers")
    still, done = (
        words(every(parsed(sites.pages()[file]), "main")[0])
        for file in ("deadlines.html", "deadlines/done.html")
    )

    assert dossiers_of(sites) == ["prompt", "tardy"]
    assert "The person is told in 15 days." in still
    assert "77 days ago" in still
    assert "in 192 days" in still
    assert "The person is told in 15 days." in done
    assert ("tardy" in still, "tardy" in done, "prompt" in done) == (True, False, True)


def test_a_folder_of_law_without_standards_of_its_own_rests_on_those_that_come_along(tmp_path: Path) -> None:
    from sanctcheck.law.load import Law, packaged_law
    from sanctcheck.site.around import _of_standards

    behind = Law(tmp_path, packaged_law())

    assert _of_standards(behind) == _of_standards(packaged_law())


@pytest.mark.parametrize(
    ("left", "said"), [(0, "today"), (1, "in 1 day"), (2, "in 2 days"), (-1, "1 day ago"), (-9, "9 days ago")]
)
def test_a_day_is_so_far_away(left: int, said: str) -> None:
    from sanctcheck.site.indexes import _away

    assert _away(left) == said


def test_law_without_programmes_on_other_subjects_has_no_page_for_them(sites: Sites) -> None:
    (sites.command_line.folder / "law" / "other.yaml").unlink()
    sites.call()

    assert "comparison.html" in sites.pages()
    assert "comparison/programmes.html" not in sites.pages()
