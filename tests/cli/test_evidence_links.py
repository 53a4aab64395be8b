"""`sanctcheck evidence links` as its users call it, with real servers on this machine behind names of the tests' own."""

from __future__ import annotations

import hashlib
import json
import stat
from functools import partial
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from publishing import answers

from sanctcheck.links import asking
from sanctcheck.links.asking import Asker
from sanctcheck.links.line import Way
from sanctcheck.links.pace import Pace
from sanctcheck.schemas import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from commanding import Called, CommandLine
    from publishing import Publisher

pytestmark = pytest.mark.loopback
BODY = b"What was seen"
SHA256 = hashlib.sha256(BODY).hexdigest()
HEAD = "format: dossier/1\nid: x\ntarget: {type: person, names: [{name: Example Person}]}\nexhibits:\n"
WHOLE = "  - {id: E1, title: T, kind: other, url: 'http://site.example/a', archived: 'http://archive.example/a'}\n"
ONE_HOST = WHOLE.replace("archive.example", "site.example")
"""One host is asked one question after the other, so that a server of several answers gives them in this order."""


@pytest.fixture
def web(
    publisher: Callable[..., Publisher], monkeypatch: pytest.MonkeyPatch, command_line: CommandLine
) -> Callable[..., Publisher]:
    """A server that every name leads to; only a test can open this way."""
    monkeypatch.setenv("SANCTCHECK_LINKS", "")

    def start(*behaviours: object) -> Publisher:
        server = publisher(*behaviours)
        port = int(server.url.split(":")[2].split("/")[0])
        way = Way(lambda *_: [("127.0.0.1", port)], lambda address: address == "127.0.0.1")
        monkeypatch.setattr(asking, "Asker", partial(Asker, way=way))
        monkeypatch.setattr("sanctcheck.links.pace.Pace", partial(Pace, 0))
        return server

    assert command_line.folder
    return start


def ask(line: CommandLine, exhibits: str, *arguments: str) -> Called:
    line.write("d.yaml", HEAD + exhibits)
    return line.call("evidence", "links", *arguments, "d.yaml")


def test_addresses_that_answer_and_are_archived_give_no_finding(
    web: Callable[..., Publisher], command_line: CommandLine
) -> None:
    web(answers(BODY))
    called = ask(command_line, WHOLE)

    assert (called.status, called.err) == (0, "")
    assert called.out == (
        "Dossier d.yaml\n"
        "\n  E1  page: it answers\n    http://site.example/a\n"
        "\n  E1  archived copy: it answers\n    http://archive.example/a\n"
        "\n2 addresses, answering: 2; 0 errors, 0 warnings.\n"
    )


def test_what_is_lacking_is_shown_with_its_line_and_what_to_do(
    web: Callable[..., Publisher], command_line: CommandLine
) -> None:
    web(answers(b"", "404 Not Found"))
    called = ask(command_line, WHOLE.replace(", archived: 'http://archive.example/a'", ""))

    assert called.status == 1
    assert (
        "\n  error  link-dead  E1\n    The page: it is not there any more, status 404.\n    at  d.yaml:5:42\n"
        in called.out
    )
    assert "\n  warning  link-not-archived  E1\n" in called.out
    assert "    do  Look for where it has moved" in called.out


def found(called: Called) -> dict[str, str]:
    return {
        each["rule"]: each["severity"]
        for file in json.loads(called.out)["dossiers"]
        for each in file["findings"]
    }


def test_a_page_that_is_gone_is_less_bad_where_a_copy_answers(
    web: Callable[..., Publisher], command_line: CommandLine
) -> None:
    web(answers(b"", "404 Not Found"), answers(b"", "404 Not Found"), answers(BODY))
    assert found(ask(command_line, ONE_HOST, "--format", "json")) == {"link-dead": "warning"}


def test_a_page_that_changed_since_its_hash_was_recorded_is_found(
    web: Callable[..., Publisher], command_line: CommandLine
) -> None:
    server = web(answers(b"Something else"))
    recorded = WHOLE.replace("}", f', sha256: "{SHA256}"}}')
    assert found(ask(command_line, recorded, "--format", "json")) == {"link-changed": "warning"}

    server.behaviours[:] = [answers(BODY)]
    called = ask(command_line, recorded)
    assert called.status == 0
    assert "E1  page: it answers, the file recorded" in called.out


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "https://10.0.0.1/",
    ],
)
def test_nothing_on_this_machine_or_within_is_asked_whatever_user_and_repository_set(
    url: str, publisher: Callable[..., Publisher], command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = publisher(answers(BODY))
    monkeypatch.setenv("SANCTCHECK_LINKS", "")
    monkeypatch.setattr(
        "socket.getaddrinfo",
        lambda host, port, **_: [(2, 1, 6, "", ({"localhost": "127.0.0.1"}.get(host, host), port))],
    )
    for name in (
        "SANCTCHECK_ALLOW",
        "SANCTCHECK_TEST",
        "SANCTCHECK_LINKS_ALLOW",
        "PYTEST_CURRENT_TEST",
        "CI",
    ):
        monkeypatch.setenv(name, "127.0.0.1")
    port = server.url.split(":")[2].split("/")[0]
    called = ask(
        command_line, WHOLE.replace("http://site.example/a", url.format(port=port)), "--format", "json"
    )
    first = json.loads(called.out)["dossiers"][0]["links"][0]

    assert (called.status, first["standing"]) == (1, "not-allowed")
    assert server.requests == []


def test_no_option_opens_another_way(command_line: CommandLine) -> None:
    shown = command_line.call("evidence", "links", "--help").out
    options = {word.strip(",") for word in shown.split() if word.startswith("--")}

    assert options == {
        *(
            "--files-from",
            "--skip-others",
            "--format",
            "--max-age",
            "--user-agent",
            "--color",
            "--no-color",
            "--max-bytes",
        ),
        *("--help",),
    }


def test_protected_exhibits_are_never_asked_about(
    web: Callable[..., Publisher], command_line: CommandLine
) -> None:
    server = web(answers(BODY))
    hidden = WHOLE.replace("}", ", handling: {level: protected}}").replace("id: E1", "id: Amal")
    called = ask(command_line, hidden)

    assert (called.status, server.requests) == (0, [])
    assert "1 exhibit is protected, and nobody was asked about them." in called.out
    assert "Amal" not in called.out
    assert "site.example" not in called.out

    person = "protected_persons: [{names: [Amira Haddad], exhibits: [E1], handling: {level: protected}}]\n"
    called = ask(command_line, WHOLE + person)
    assert (called.status, server.requests) == (0, [])
    assert "site.example" not in called.out

    command_line.write("whole.yaml", HEAD + WHOLE + "handling: {level: protected}\n")
    assert command_line.call("evidence", "links", "whole.yaml").status == 0
    command_line.write(
        "twice.yaml", HEAD + WHOLE + "handling: {level: protected}\nhandling: {level: public}\n"
    )
    assert command_line.call("evidence", "links", "twice.yaml").status == 1
    assert server.requests == []


def test_answers_are_kept_for_a_while_without_the_addresses(
    web: Callable[..., Publisher], command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = web(answers(BODY))
    folder = command_line.folder / "kept"
    monkeypatch.setenv("SANCTCHECK_LINKS", str(folder))
    ask(command_line, WHOLE)
    called = ask(command_line, WHOLE)

    assert len(server.requests) == 2
    assert "E1  page: it answers, asked before" in called.out
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for each in folder.iterdir():
        assert b"example" not in each.read_bytes()
        each.write_bytes(b"{")
    ask(command_line, WHOLE)
    ask(command_line, WHOLE, "--max-age", "0")
    assert len(server.requests) == 6
    folder.chmod(0o777)
    ask(command_line, WHOLE)
    assert len(server.requests) == 8


def test_what_may_be_another_in_a_minute_is_not_kept(
    web: Callable[..., Publisher], command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = web(answers(b"", "500 Oh"))
    monkeypatch.setenv("SANCTCHECK_LINKS", str(command_line.folder / "kept"))
    for _ in range(2):
        assert ask(command_line, WHOLE).status == 1

    assert len(server.requests) == 8


def test_the_report_for_programs_has_the_form_that_is_published(
    web: Callable[..., Publisher], command_line: CommandLine
) -> None:
    web(answers(b"", "301 Moved Permanently", Location="/b"), answers(BODY))
    called = ask(command_line, ONE_HOST, "--format", "json")
    made = json.loads(called.out)

    Draft202012Validator(schema("links")).validate(made)
    assert made["dossiers"][0]["links"][0] == {
        "exhibit": "E1",
        "field": "url",
        "pointer": "/exhibits/0/url",
        "url": "http://site.example/a",
        "standing": "alive",
        "status": 200,
        "content": None,
        "why": None,
        "kept": False,
        "moved_to": "http://site.example/b",
    }


def test_a_user_says_who_asks_in_one_line(web: Callable[..., Publisher], command_line: CommandLine) -> None:
    server = web(answers(BODY))
    ask(command_line, WHOLE, "--user-agent", "An office, office@example.org")

    assert server.requests[0].headers["user-agent"] == "An office, office@example.org"
    assert ask(command_line, WHOLE, "--user-agent", "a\r\nX: y").status == 2


def test_nothing_to_ask_and_what_cannot_be_read(command_line: CommandLine) -> None:
    assert ask(command_line, "  - {id: E1, title: T, kind: other}\n").status == 3
    command_line.write("bad.yaml", "format: dossier/1\nid: [\n")
    called = command_line.call("evidence", "links", "bad.yaml")
    assert called.status == 1
    assert "yaml-syntax" in called.out
    assert command_line.call("evidence", "links").status == 2


def test_standard_input_folders_and_what_is_no_dossier(
    web: Callable[..., Publisher], command_line: CommandLine
) -> None:
    web(answers(b"x" * 10, Content_Encoding="br"), answers(BODY))
    recorded = HEAD + ONE_HOST.replace("}", f', sha256: "{SHA256}"}}')
    called = command_line.call("evidence", "links", "-", stdin=recorded)
    assert called.status == 1
    assert "was not compared with the SHA-256 recorded" in " ".join(called.out.split())

    command_line.write("some/other.yaml", "a: b\n")
    command_line.write("some/d.yaml", HEAD + WHOLE)
    assert "other.yaml" not in command_line.call("evidence", "links", "some").out


def test_an_exhibit_with_a_copy_alone_and_one_that_does_not_let_programs_in(
    web: Callable[..., Publisher], command_line: CommandLine
) -> None:
    web(answers(b"", "403 Forbidden"))
    copy_alone = WHOLE.replace("url: 'http://site.example/a', ", "")

    assert found(ask(command_line, copy_alone, "--format", "json")) == {"link-not-checked": "warning"}


def test_an_address_that_nobody_can_take_apart_is_not_asked(command_line: CommandLine) -> None:
    called = ask(
        command_line,
        WHOLE.replace("http://site.example/a", "http://[x/").replace(
            "http://archive.example/a", "http://[y/"
        ),
    )

    assert called.status == 1
    assert called.out.count("link-not-allowed") == 2


def test_to_archive_what_is_not_asked_for_is_no_advice(command_line: CommandLine) -> None:
    text = WHOLE.replace("http://site.example/a", "http://[x/")
    called = ask(command_line, text.replace(", archived: 'http://archive.example/a'", ""))

    assert "link-not-allowed" in called.out
    assert "link-not-archived" not in called.out
