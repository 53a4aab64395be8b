"""What the forms of a screening say of hits that were judged, told apart, weak or former, and of queries that were not screened."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from screening import Listed, asked, held_against, list_of, screened
from support import NEUTRAL, TODAY, document

from sanctcheck.report.screening import counted, csv_table, json_form, terminal
from sanctcheck.report.screening.dossier import of_dossier
from sanctcheck.report.view import View
from sanctcheck.screen.decisions import Decision, Decisions, Settled
from sanctcheck.screen.dossier.meeting import Meeting
from sanctcheck.screen.dossier.note import Note
from sanctcheck.screen.screening import Hit, Screened
from sanctcheck.screen.totals import Totals

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.screen.chosen import Against

VIEW = View(TODAY)
LENA = Listed(
    "T1",
    "Lena Ostrander",
    facts={"birthDate": ["1970-04-01"], "position": ["Head of the prison of the north"], "country": ["nw"]},
)


@pytest.fixture
def lists(tmp_path: Path) -> Against:
    return held_against(tmp_path, list_of(tmp_path, LENA))


@pytest.fixture
def found(lists: Against) -> Screened:
    return screened(lists.corpus, "Lena Ostrander")


@pytest.fixture
def hit(found: Screened) -> Hit:
    (one,) = found.hits
    return one


def decision_on(hit: Hit, judgment: str = "different") -> Decision:
    return Decision.model_validate(
        {
            "query": {"name": "Lena Ostrander"},
            "listing": hit.entry.key,
            "judgment": judgment,
            "by": "J. Officer",
            "day": "2026-05-04",
            "because": "Seen the \u202epassport.",
            "seen": "0" * 16,
        }
    )


def judged(hit: Hit, judgment: str = "different", *, changed: bool = False) -> Hit:
    return replace(hit, judged=Settled(decision_on(hit, judgment), changed=changed))


def shown(screened_: Screened, *, explain: bool = False) -> str:
    return " ".join("".join(terminal.of_one(screened_, VIEW, explain=explain)).split())


def test_a_query_that_was_not_screened_says_why_and_one_without_a_hit_that_nobody_comes_near(
    found: Screened,
) -> None:
    unscreened = replace(found, hits=(), query=replace(found.query, problem="There is no \u202ename."))
    nobody = replace(found, hits=())

    assert "Not screened: There is no \\u{202e}name." in shown(unscreened)
    assert "No listing" not in shown(unscreened)
    assert shown(nobody).endswith("No listing comes near it.")


def test_of_many_queries_only_those_are_shown_of_which_there_is_something_to_say(found: Screened) -> None:
    nobody = replace(found, hits=(), query=asked("Nobody At All"))
    unscreened = replace(found, hits=(), query=replace(asked("X"), problem="It is odd."))
    made = "".join(terminal.of_many([nobody, found, unscreened], VIEW, explain=False))

    assert "Nobody At All" not in made
    assert "Lena Ostrander" in made
    assert "Not screened: It is odd." in made


def test_what_is_stated_of_a_query_stands_above_its_hits_and_what_has_no_reading_below(
    lists: Against,
) -> None:
    query = replace(
        asked("Lena Ostrander", dob="1970", country="nw"), id="C-7", not_understood=("born “soon”",)
    )
    made = shown(Screened(query, ()))
    of_a_part = shown(Screened(replace(query, id="/target"), ()))

    assert made.startswith("C-7, Lena Ostrander, born 1970")
    assert of_a_part.startswith("Lena Ostrander, born 1970")
    assert "Not understood, and not compared: born “soon”" in made
    assert lists.corpus.lists


def test_who_was_listed_once_is_told_from_who_is_listed(found: Screened, hit: Hit) -> None:
    import msgspec

    former = replace(hit, entry=msgspec.structs.replace(hit.entry, removed_on=("2021-05-01",)))

    assert "was listed until 2021-05-01, and is no hit (--removed shows it as one)" in shown(
        replace(found, hits=(), formerly=(former,))
    )
    assert "(person), was listed until 2021-05-01" in shown(replace(found, hits=(former,)))
    assert "was listed until" not in shown(found)


def test_what_tells_the_listed_one_from_others_is_shown_as_far_as_it_is_stated(
    found: Screened, hit: Hit
) -> None:
    import msgspec

    bare = msgspec.structs.replace(
        hit.entry, births=(), nationalities=(), posts=(), programmes=(), listed_on=()
    )

    assert "known born 1970-04-01" in shown(found)
    assert "Head of the prison of the north" in shown(found)
    assert "under TEST, listed 2020-12-10" in shown(found)
    without = shown(replace(found, hits=(replace(hit, entry=bare),)))
    assert "known" not in without
    assert "under no programme stated names" in without


def test_a_match_of_a_weak_alias_says_so(tmp_path: Path) -> None:
    listed = Listed("T2", "Orlan Veskari", facts={"weakAlias": ["Tamsin Quillory"]})
    corpus = held_against(tmp_path, list_of(tmp_path, listed)).corpus
    weak, strong = screened(corpus, "Tamsin Quillory"), screened(corpus, "Orlan Veskari")

    assert "“Tamsin Quillory” and “Tamsin Quillory”, a weak alias" in shown(weak)
    assert "a weak alias" not in shown(strong)
    assert json.loads(json_form.line(weak, explain=False))["hits"][0]["weak"] is True
    made = "".join(csv_table.rows([weak, strong], explain=False, raw=False))
    assert [row["weak_alias"] for row in csv.DictReader(io.StringIO(made, newline=""))] == ["weak", ""]


@pytest.mark.parametrize(
    ("judgment", "changed", "said", "is_settled"),
    [
        ("different", False, "passport. (settled, not counted)", True),
        ("different", True, "The listing has changed since, so that it is open again.", False),
        ("same", False, "person judged same by J. Officer on 2026-05-04: Seen the", False),
    ],
)
def test_a_judgment_is_shown_with_who_made_it_and_whether_it_still_holds(
    found: Screened, hit: Hit, judgment: str, said: str, *, changed: bool, is_settled: bool
) -> None:
    made = shown(replace(found, hits=(judged(hit, judgment, changed=changed),)))

    assert said in made
    assert ("(settled, not counted)" in made) is is_settled
    assert "\u202e" not in made


def test_a_hit_that_the_dossier_tells_apart_says_by_what(found: Screened, hit: Hit) -> None:
    apart = replace(found, hits=(replace(hit, told_apart="She is a surgeon."),))

    assert "differs She is a surgeon. (told apart in the dossier, not counted)" in shown(apart)
    line = json.loads(json_form.line(apart, explain=False))
    assert line["hits"][0]["told_apart"] == "She is a surgeon."
    assert "told_apart" not in json.loads(json_form.line(found, explain=False))["hits"][0]


def test_the_table_has_a_row_for_each_hit_and_for_each_query_that_was_not_screened(
    found: Screened, hit: Hit
) -> None:
    unscreened = Screened(replace(asked("=X"), id="C-7", problem="It is odd."), ())
    made = "".join(
        csv_table.rows([replace(found, hits=(judged(hit),)), unscreened], explain=False, raw=False)
    )
    head, first, second = (
        csv.DictReader(io.StringIO(made, newline="")).fieldnames,
        *csv.DictReader(io.StringIO(made, newline="")),
    )

    assert head == list(csv_table.COLUMNS)
    assert (first["query"], first["judgment"], first["settled"], first["problem"]) == (
        "Lena Ostrander", "different", "settled", "",
    )  # fmt: skip
    assert (second["query_id"], second["query"], second["list"], second["problem"]) == (
        "C-7", "'=X", "", "It is odd.",
    )  # fmt: skip


def test_a_dossier_with_which_the_lists_have_nothing_to_do_says_so_and_how_many_were_not_looked_for() -> None:
    read = document(NEUTRAL, "a\u202e.yaml")
    silent = " ".join("".join(of_dossier(Meeting((), (), 2), read, (), VIEW, explain=False)).split())
    known = Note("already-listed", ("target",), "It is on a list.")
    worse = Note("already-listed", ("target",), "It is on a list.", "warning", "Say so.")
    said = "".join(of_dossier(Meeting((), (known, worse), 0), read, (), VIEW, explain=False))

    assert silent.startswith("Dossier a\\u{202e}.yaml The lists say nothing that bears on it.")
    assert silent.endswith("Protected, and so not looked for: 2.")
    assert "  note     already-listed\n" in said
    assert "  warning  already-listed\n" in said
    assert said.count("      do   Say so.\n") == 1
    assert "The lists say nothing" not in said
    assert "Protected" not in said


def closing(totals: Totals, lists: Against, decisions: Decisions | None = None) -> str:
    return " ".join("".join(terminal.closing(totals, lists, decisions, VIEW)).split())


def test_the_summary_counts_what_could_not_be_screened_or_understood_and_shows_the_first(
    lists: Against,
) -> None:
    totals = Totals(
        queries=9,
        problems=3,
        first_problems=["row 1: no name", "row 2: no name"],
        not_understood=1,
        first_not_understood=["row 3: born “soon”"],
    )
    made = closing(totals, lists)

    assert "9 queries, 0 with 0 possible matches." in made
    assert "Not screened: row 1: no name; row 2: no name; and 1 more" in made
    assert "Not understood, and not compared: row 3: born “soon” Screened against" in made
    assert "A hit is a possible match" not in made


def test_the_summary_counts_what_was_settled_before_and_says_that_a_person_decides(lists: Against) -> None:
    made = closing(Totals(queries=1, with_hits=1, hits=3, open_hits=1), lists)

    assert "1 possible match, 2 settled before." in made
    assert made.endswith("A person decides.")


def test_of_judgments_those_are_counted_that_were_met_with_and_those_named_that_were_not(
    lists: Against, hit: Hit
) -> None:
    decision = decision_on(hit)
    many = {(str(number), "x"): (number, decision) for number in range(12)}
    decisions = Decisions(many, {number: number + 4 for number in range(12)}, "decisions.yaml")
    decisions.met.update({"different": 2, "changed": 1})
    made = closing(Totals(queries=1), lists, decisions)

    assert "Decisions of decisions.yaml: 2 different met with." in made
    assert "1 decision is about a listing that changed since: judge afresh." in made
    assert f"Line 4: no hit today for Lena Ostrander and {hit.entry.key}." in made
    assert "Line 13:" in made
    assert "Line 14:" not in made
    assert "and 2 more that no hit met with" in made
    assert "none met with" in closing(Totals(queries=1), lists, Decisions(name="d.yaml"))


def test_lists_that_are_not_kept_are_named_where_all_are_screened_against(lists: Against) -> None:
    made = closing(Totals(), replace(lists, not_kept=("un-sc", "gb-fcdo")))

    assert made.endswith("Not kept, and so not screened against: un-sc, gb-fcdo.")
    assert "Not kept" not in closing(Totals(), lists)


def test_the_log_of_a_ci_counts_by_row_and_says_which_was_not_screened(found: Screened) -> None:
    nobody = Screened(replace(found.query, row=7, problem="it has no name"), ())
    twice = replace(found, hits=(*found.hits, *found.hits))
    without = replace(found, hits=())

    assert list(counted.of_queries([found, nobody, twice, without], VIEW)) == [
        "  row 0: 1 possible match on opensanctions\n",
        "  row 7: not screened\n",
        "  row 0: 2 possible matches on opensanctions\n",
    ]
