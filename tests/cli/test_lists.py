"""`sanctcheck lists`, as its users call it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import time
from typing import TYPE_CHECKING, Any

import pytest
from listmaking import Entry, entries, sdn_xml
from publishing import Publisher, answers, hangs_up
from support import FIXTURES

from sanctcheck import __version__
from sanctcheck.cli.lists import COMMANDS
from sanctcheck.lists.catalogue import packaged_lists

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from commanding import Called, CommandLine

    Start = Callable[..., Publisher]

SDN = "us-ofac-sdn"
LIST = sdn_xml(entries(100))
JUST_NOW = ("--fetched-on", time.strftime("%Y-%m-%d", time.gmtime()))
CONFIGURATION = """\
[us-ofac-sdn]
url = "{url}"
file = "sdn.xml"
minimum = {{}}

[made-up]
title = "A list that was closed"
publisher = "ch-seco"
url = "{url}"
file = "x.xml"
content = "xml"
valid_until = 2020-01-01
replaced_by = "us-ofac-sdn"
"""


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANCTCHECK_LISTS", str(tmp_path / "store"))
    monkeypatch.setenv("SANCTCHECK_LISTS_CONFIG", str(tmp_path / "lists.toml"))
    monkeypatch.delenv("CI", raising=False)
    configure(tmp_path, "https://lists.invalid/sdn.xml")


def configure(folder: Path, url: str) -> None:
    (folder / "lists.toml").write_text(CONFIGURATION.format(url=url), encoding="utf-8")


def carry_in(here: CommandLine, body: bytes, *arguments: str, name: str = "sdn.xml") -> Called:
    (here.folder / name).write_bytes(body)
    return here.call("lists", "import", "--list", SDN, *arguments, name)


def status(here: CommandLine, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(here.call("lists", "status", "--format", "json", *arguments).out)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help_within_80_columns(command_line: CommandLine, name: str) -> None:
    shown = command_line.call("lists", name, "--help").out

    assert shown.startswith(f"Usage: cli lists {name} ")
    assert "\b" not in shown
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_a_misspelt_command_is_hinted_at(command_line: CommandLine) -> None:
    called = command_line.call("lists", "stauts")

    assert (called.status, "Did you mean “status”?" in called.err) == (2, True)


@pytest.mark.loopback
def test_a_list_is_fetched_kept_and_told_of(command_line: CommandLine, publisher: Start) -> None:
    configure(command_line.folder, publisher(answers(LIST)).url)
    called = command_line.call("lists", "update", SDN)

    assert (called.status, called.err) == (0, "")
    assert called.out.startswith("us-ofac-sdn  new\n  Kept: us-ofac-sdn@")
    assert "published 2026-05-29, 100 listings (100 persons)" in called.out.replace("\n    ", " ")
    assert command_line.call("lists", "update", SDN).out.startswith("us-ofac-sdn  up to date\n")


@pytest.mark.loopback
def test_a_source_of_the_call_comes_before_all_others(command_line: CommandLine, publisher: Start) -> None:
    url = publisher(answers(LIST)).url

    assert command_line.call("lists", "update", SDN, "--source", f"{SDN}={url}").status == 0
    assert command_line.call("lists", "update", SDN, "--source", "un-sc=x").status == 2
    assert command_line.call("lists", "update", SDN, "--source", "nonsense").status == 2


@pytest.mark.loopback
def test_a_failure_says_what_was_answered_what_is_kept_and_the_way_out(
    command_line: CommandLine, publisher: Start
) -> None:
    page = answers(b"<html><head><title>Just a moment...</title></head></html>", "403 Forbidden")
    configure(command_line.folder, publisher(page).url)
    missing = command_line.call("lists", "update", SDN)
    carry_in(command_line, LIST, *JUST_NOW)
    there = command_line.call("lists", "update", SDN)

    assert (missing.status, there.status) == (4, 1)
    assert "answered with a page that keeps programs out (status 403)" in missing.out
    assert "Nothing is kept of it." in missing.out
    assert "Kept: us-ofac-sdn@" in there.out
    assert "sanctcheck lists import FILE" in there.out
    shown = status(command_line)["lists"][0]
    assert shown["failure"] == "bot-block"


@pytest.mark.loopback
def test_tries_are_told_while_one_waits(command_line: CommandLine, publisher: Start) -> None:
    trouble = answers(b"", "503 Busy", Retry_After=0)
    configure(command_line.folder, publisher(trouble, answers(LIST)).url)
    called = command_line.call("lists", "update", SDN)

    assert (called.status, called.err) == (
        0,
        "us-ofac-sdn: has trouble of its own (status 503); trying again in 0 s\n",
    )


@pytest.mark.parametrize(
    "address",
    [
        "gopher://x/",
        "ftp://x/y",
        "file:///dev/zero",
        "file:///etc/passwd",
        "http://[",
        "data:,x",
        "file://host/x",
        "\x1b[31m",
    ],
)
def test_an_address_that_is_no_place_for_a_list_is_refused(command_line: CommandLine, address: str) -> None:
    called = command_line.call("lists", "update", SDN, "--timeout", "1", "--source", f"{SDN}={address}")

    assert called.status == 4
    assert "FAILED" in called.out
    for word in ("mistake of ours", "root:", "\x1b"):
        assert word not in called.out + called.err


def test_a_mirror_folder_serves_lists_by_their_file_names(command_line: CommandLine) -> None:
    (command_line.folder / "mirror").mkdir()
    (command_line.folder / "mirror" / "sdn.xml").write_bytes(LIST)
    called = command_line.call("lists", "update", "us-ofac", "--mirror", "mirror", "--format", "json")

    results = {each["list"]: (each["result"], each["cause"]) for each in json.loads(called.out)["lists"]}
    assert results == {SDN: ("new", None), "us-ofac-cons": ("failed", "unreachable")}
    assert called.status == 4


def test_what_is_refused_says_how_to_accept_it(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    refused = carry_in(command_line, sdn_xml(entries(50)))
    accepted = carry_in(command_line, sdn_xml(entries(50)), "--accept", "half of them were removed")

    assert refused.status == 1
    assert refused.out.startswith("us-ofac-sdn  REFUSED\n  50 of 100 listings are gone (50.0%;")
    assert "--accept REASON" in refused.out
    assert accepted.status == 0
    assert any(
        "half of them were removed" in remark for remark in status(command_line)["lists"][0]["remarks"]
    )


def test_an_older_list_needs_a_word_of_its_own(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    older = sdn_xml(entries(101), day="01/01/2026")

    assert "--accept-older REASON" in carry_in(command_line, older, "--accept", "fine").out
    assert carry_in(command_line, older, "--accept-older", "the new one was a mistake").status == 0


@pytest.mark.parametrize("arguments", [("--accept", " "), ("--accept-older", "")])
def test_an_acceptance_gives_a_reason(command_line: CommandLine, arguments: tuple[str, str]) -> None:
    called = carry_in(command_line, LIST, *arguments)

    assert (called.status, "Say why" in called.err) == (2, True)


def test_an_acceptance_names_its_lists(command_line: CommandLine) -> None:
    called = command_line.call("lists", "update", "--accept", "all is well")

    assert (called.status, "Name the lists that you accept" in called.err) == (2, True)


def test_a_file_is_recognised_by_its_content(command_line: CommandLine) -> None:
    un = b"<?xml version='1.0'?><CONSOLIDATED_LIST dateGenerated='2026-02-27T00:00:09Z'><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>"
    (command_line.folder / "whatever.txt").write_bytes(un)
    called = command_line.call("lists", "import", "whatever.txt", "--accept", "an example")

    assert (called.status, called.out.startswith("un-sc  new\n")) == (0, True)


def test_a_file_that_is_no_list_is_refused_by_name(command_line: CommandLine) -> None:
    (command_line.folder / "a.xml").write_bytes(b"<other/>")
    (command_line.folder / "b.html").write_bytes(b"<html><body>no</body></html>")

    assert "“a.xml” is no sanctions list" in command_line.call("lists", "import", "a.xml").err
    assert "is a web page" in command_line.call("lists", "import", "b.html").err
    assert "cannot be read" in command_line.call("lists", "import", "c.xml").err
    assert "no regular file" in command_line.call("lists", "import", ".").err


def test_where_the_content_does_not_say_which_list_it_is_the_user_does(command_line: CommandLine) -> None:
    file = str(FIXTURES / "lists" / "opensanctions" / "targets.simple.csv")
    called = command_line.call("lists", "import", file)

    assert (called.status, "--list ID" in called.err) == (2, True)
    assert command_line.call("lists", "import", file, "--list", "my-own-list").status == 0
    assert status(command_line)["lists"][0]["list"] == "my-own-list"


def test_the_two_lists_of_a_publisher_are_told_apart(command_line: CommandLine) -> None:
    (command_line.folder / "sdn.xml").write_bytes(LIST)

    assert command_line.call("lists", "import", "sdn.xml").out.startswith("us-ofac-sdn  new\n")


def test_an_imported_file_is_as_old_as_itself_unless_somebody_says_when_it_came(
    command_line: CommandLine,
) -> None:
    (command_line.folder / "sdn.xml").write_bytes(LIST)
    long_ago = time.time() - 86_400 * 400
    os.utime(command_line.folder / "sdn.xml", (long_ago, long_ago))
    command_line.call("lists", "import", "sdn.xml", "--list", SDN)
    old = status(command_line, SDN)["lists"][0]
    command_line.call("lists", "purge", SDN, "--keep", "0")
    command_line.call("lists", "import", "sdn.xml", "--list", SDN, *JUST_NOW)
    fresh = status(command_line, SDN)["lists"][0]

    assert (old["state"], round(old["age_days"])) == ("stale", 400)
    assert fresh["state"] == "current"


def test_the_status_tells_all_of_every_list(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    called = command_line.call("lists", "status", SDN, "--max-age", "36500")

    assert called.status == 0
    digest = status(command_line)["lists"][0]["sha256"]
    for told in (
        "us-ofac-sdn  current\n  OFAC Specially Designated Nationals",
        "published 2026-05-29, imported by hand, downloaded ",
        "from    sdn.xml\n",
        f"sha256  {digest}\n",
        "100 listings (100 persons), 100 names, 100 records\n",
        "note    Nobody asked its publisher: it was imported by hand.\n",
    ):
        assert told in called.out


def test_the_status_for_programs_holds_the_manifest_and_the_terms(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    shown = status(command_line)

    assert shown["format"] == "lists-status/1"
    assert shown["max_age_days"] == 7
    assert shown["lists"][0]["snapshot"]["profile"]["filled"]["birth_dates"] == 100
    assert shown["lists"][0]["licence"].startswith("believed to be free")
    assert "un-sc" in shown["not_kept"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [((), 0), ((SDN,), 0), (("us-ofac",), 4), (("un-sc",), 4), (("--max-age", "0"), 4), (("no-such",), 2)],
)
def test_a_list_that_was_asked_for_and_is_missing_or_too_old_is_status_4(
    command_line: CommandLine, arguments: tuple[str, ...], expected: int
) -> None:
    carry_in(command_line, LIST, *JUST_NOW)

    assert command_line.call("lists", "status", *arguments).status == expected


def test_an_empty_store_says_how_to_fill_it(command_line: CommandLine) -> None:
    for arguments in (("status",), ("show", "1"), ("export",)):
        called = command_line.call("lists", *arguments)
        assert called.status == 4
        assert "sanctcheck lists update" in called.out + called.err


def test_in_ci_a_list_is_too_old_sooner(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")

    assert status(command_line)["max_age_days"] == 2


def test_a_closed_list_is_not_updated_and_its_successor_is_named(command_line: CommandLine) -> None:
    called = command_line.call("lists", "update", "made-up")

    assert called.status == 2
    assert "closed by its publisher on 2020-01-01. Use us-ofac-sdn, which replaces it." in called.err


def test_a_name_that_no_list_has_is_hinted_at(command_line: CommandLine) -> None:
    called = command_line.call("lists", "update", "un-cs")

    assert (called.status, "Did you mean “un-sc”?" in called.err) == (2, True)


def test_a_listing_is_shown_whole_with_the_snapshot_in_which_it_stands(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    shown = command_line.call("lists", "show", "us-ofac:7")

    assert shown.status == 0
    assert shown.out.startswith("us-ofac:7  MADE UP 7\n  from      us-ofac-sdn@")
    assert "birth dates  1 Jan 1970\n" in shown.out
    found = json.loads(command_line.call("lists", "show", "7", "--format", "json").out)
    assert found[0]["listing"]["names"][0]["text"] == "MADE UP 7"
    assert found[0]["published"] == "2026-05-29"


def test_a_listing_that_is_nowhere_is_said_to_be(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    called = command_line.call("lists", "show", "QDi.001")

    assert (called.status, called.out) == (3, "")
    assert "“QDi.001” is in none of us-ofac-sdn@" in called.err


def test_a_listing_can_be_shown_as_it_was(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    carry_in(command_line, sdn_xml(entries(100, name="ANOTHER")))

    assert "ANOTHER 7" in command_line.call("lists", "show", "7").out
    assert "MADE UP 7" in command_line.call("lists", "show", "7", "--in", f"{SDN}@previous").out


def test_the_difference_of_two_snapshots_is_told(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    carry_in(command_line, sdn_xml([*entries(100)[1:99], Entry(100, born="1971"), Entry(101)]))
    called = command_line.call("lists", "diff", f"{SDN}@previous")
    found = json.loads(command_line.call("lists", "diff", f"{SDN}@previous", SDN, "--format", "json").out)

    assert called.status == 0
    assert called.out.partition("\n\n")[2] == (
        "added: 1\n  us-ofac:101  MADE UP 101\n"
        "removed: 1\n  us-ofac:1  MADE UP 1\n"
        "amended: 1\n  us-ofac:100  MADE UP 100\n    birth dates\n"
    )
    assert [each["id"] for each in found["added"]] == ["101"]
    assert found["amended"][0]["before"]["birth_dates"][0]["text"] == "1 Jan 1970"
    assert command_line.call("lists", "diff", "un-sc").status == 4


def test_an_export_as_csv_is_a_table_that_no_spreadsheet_computes(command_line: CommandLine) -> None:
    names = ("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "＝1", "plain")
    carry_in(command_line, sdn_xml(Entry(number, name=name) for number, name in enumerate(names)))
    table = list(csv.DictReader(io.StringIO(command_line.call("lists", "export").out)))
    raw = list(csv.DictReader(io.StringIO(command_line.call("lists", "export", "--csv-raw").out)))

    assert [row["name"][0] for row in table] == ["'", "'", "'", "'", "'", "p"]
    assert [row["name"].rpartition(" ")[0] for row in raw] == list(names)
    assert table[0]["list"] == SDN
    assert len(table[0]["sha256"]) == 64
    assert table[0]["birth_dates"] == "1 Jan 1970"


def test_an_export_as_json_is_one_array(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    called = command_line.call("lists", "export", SDN, "--format", "json", "-o", "out.json")

    assert (called.status, called.out) == (0, "")
    found = json.loads((command_line.folder / "out.json").read_bytes())
    assert len(found) == 100
    assert found[0]["listing"]["id"] == "1"


def test_an_export_as_followthemoney_is_a_line_an_entity(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    lines = command_line.call("lists", "export", SDN, "--format", "ftm").out.splitlines()

    schemata = [json.loads(line)["schema"] for line in lines]
    assert schemata.count("Person") == 100


def test_what_is_kept_can_be_verified(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    whole = command_line.call("lists", "verify")
    raw = next((command_line.folder / "store" / SDN / "raw").iterdir())
    raw.write_bytes(b"changed")
    broken = command_line.call("lists", "verify")

    assert (whole.status, whole.out) == (0, "us-ofac-sdn: 1 snapshots, all as they were written\n")
    assert (broken.status, "is not what it was" in broken.out) == (1, True)
    assert command_line.call("lists", "verify", "un-sc").status == 4


def test_old_snapshots_can_be_removed(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    carry_in(command_line, sdn_xml(entries(101)))

    assert command_line.call("lists", "purge", SDN, "--keep", "1").out == (
        "us-ofac-sdn: 1 snapshots removed, 1 kept\n"
    )


def test_a_refused_list_can_be_removed_too(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    carry_in(command_line, sdn_xml(entries(3)))
    refused = command_line.folder / "store" / SDN / "rejected"
    had = list(refused.iterdir())
    command_line.call("lists", "purge", SDN, "--keep", "1")

    assert had
    assert not list(refused.iterdir())


def test_where_a_format_has_changed_it_is_said_how_to_report_it(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    renamed = LIST.replace(b"<lastName>", b"<familyName>").replace(b"</lastName>", b"</familyName>")
    refused = carry_in(command_line, renamed)
    told = command_line.call("lists", "rejected", SDN)
    cut = carry_in(command_line, LIST[:-400])
    told_of_the_cut = command_line.call("lists", "rejected")

    for called in (refused, cut):
        assert called.status == 1
        assert f"sanctcheck lists rejected {SDN}" in " ".join(called.out.split())
    assert told.status == told_of_the_cut.status == 0
    assert "element" in told.out
    assert "familyName" in told.out
    assert hashlib.sha256(renamed).hexdigest() in told.out
    assert f"sanctcheck {__version__}" in told.out
    assert "why     unreadable: " in told_of_the_cut.out
    assert hashlib.sha256(LIST[:-400]).hexdigest() in told_of_the_cut.out


def test_where_nothing_was_rejected_that_is_said(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    called = command_line.call("lists", "rejected")

    assert (called.status, called.out, called.err) == (3, "", "sanctcheck: nothing was rejected.\n")


@pytest.mark.parametrize("damage", [b"", b"[]", b"\xff" * 9])
def test_reasons_that_are_damaged_are_none(command_line: CommandLine, damage: bytes) -> None:
    carry_in(command_line, LIST[:-400])
    (reasons,) = (command_line.folder / "store" / SDN / "rejected").glob("*.reason")
    reasons.write_bytes(damage)

    assert command_line.call("lists", "rejected", SDN).status == 3


def test_everything_that_is_kept_can_be_removed(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SANCTCHECK_CACHE", "SANCTCHECK_LINKS"):
        monkeypatch.setenv(name, str(command_line.folder / name))
        (command_line.folder / name).mkdir(mode=0o700)
    carry_in(command_line, LIST)
    command_line.call("screen", "Miro Korvanec", "--lists", SDN)
    command_line.call("validate", "untold.yaml", "--criteria", "law")
    (command_line.folder / "SANCTCHECK_LINKS" / ("a" * 64)).write_text("{}")
    (command_line.folder / "SANCTCHECK_LINKS" / "notes.txt").write_text("of somebody else")
    had = list((command_line.folder / "SANCTCHECK_CACHE").iterdir())

    called = command_line.call("lists", "purge", "--everything")

    left = [path.name for path in (command_line.folder / "store").rglob("*") if path.is_file()]
    assert (called.status, bool(had)) == (0, True)
    assert left == ["lock"]
    assert list((command_line.folder / "SANCTCHECK_CACHE").iterdir()) == []
    assert [path.name for path in (command_line.folder / "SANCTCHECK_LINKS").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("arguments", [(), (SDN,), (SDN, "--everything"), ("--everything", "--keep", "1")])
def test_what_is_to_be_removed_is_said_in_one_way(
    command_line: CommandLine, arguments: tuple[str, ...]
) -> None:
    assert command_line.call("lists", "purge", *arguments).status == 2


def test_everything_in_the_store_is_for_its_user_alone(command_line: CommandLine) -> None:
    carry_in(command_line, LIST)
    command_line.call("screen", "Miro Korvanec", "--lists", SDN)

    for path in [command_line.folder / "store", *(command_line.folder / "store").rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_store_that_cannot_be_used_is_said_plainly(command_line: CommandLine) -> None:
    (command_line.folder / "file").write_text("")
    called = command_line.call("lists", "status", "--store", "file")

    assert (called.status, "is a link or a file" in called.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[un-sc", "is no TOML"),
        ("un-sc = 1", "is no table of a list"),
        ("[un-sc]\nurls = 'x'", "[un-sc]"),
        ("[un-sc]\nrhythm_days = 'x'", "rhythm_days"),
        ("[new]\ntitle = 'x'", "[new]"),
    ],
)
def test_a_configuration_that_says_nonsense_is_refused_with_its_place(
    command_line: CommandLine, text: str, said: str
) -> None:
    command_line.write("lists.toml", text)
    called = command_line.call("lists", "status")

    assert called.status == 2
    assert said in called.err
    assert "lists.toml" in called.err


def test_words_of_a_list_cannot_steer_the_terminal(command_line: CommandLine) -> None:
    carry_in(command_line, sdn_xml([Entry(1, name="A\u202eB\u009b31m"), Entry(2)]))
    shown = command_line.call("lists", "show", "1").out

    assert "A\\u{202e}B\\u{9b}31m" in shown
    assert "\u202e" not in shown


ALONE = sorted(path for path in (FIXTURES / "lists").rglob("*") if path.suffix in {".xml", ".xlsx", ".json"})


@pytest.mark.parametrize("path", ALONE, ids=lambda path: path.name)
def test_a_file_in_any_publishers_form_is_taken_in_and_found_again(
    command_line: CommandLine, path: Path
) -> None:
    taken = command_line.call("lists", "import", "--list", "a-list", "--accept", "a small example", str(path))
    exported = json.loads(command_line.call("lists", "export", "a-list", "--format", "json").out)

    assert (taken.status, taken.out.startswith("a-list  new\n")) == (0, True)
    assert len(exported) == status(command_line)["lists"][0]["snapshot"]["profile"]["listings"] > 0
    for each in exported:
        listing = each["listing"]
        shown = command_line.call("lists", "show", f"{listing['publisher']}:{listing['id']}")
        assert shown.status == 0
    assert command_line.call("lists", "verify").status == 0


def test_every_packaged_list_can_be_read_by_a_parser_that_is_there() -> None:
    from sanctcheck.lists.publishers import MODULES

    for list_id, each in packaged_lists().items():
        assert each.publisher in MODULES, list_id
        assert each.url.startswith("https://"), list_id
        assert each.replaced_by is None or each.replaced_by in packaged_lists()


def test_validate_fetches_nothing_and_needs_no_store(command_line: CommandLine, publisher: Start) -> None:
    silent = publisher(hangs_up)
    configure(command_line.folder, silent.url)
    command_line.validate("told.yaml")

    assert silent.requests == []
    assert not (command_line.folder / "store").exists()
