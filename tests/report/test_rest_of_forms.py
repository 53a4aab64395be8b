"""What forms say that is seldom said: more than one place for one rule, days that nobody knows, what was moved or cut."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from commanding import STANDARDS
from reporting import GAP, REGIME, report
from support import TODAY

from sanctcheck.deadlines import Deadline
from sanctcheck.difference.compare import Difference
from sanctcheck.difference.results import Turned, UnderRegime
from sanctcheck.explanation import topic
from sanctcheck.law.load import Law
from sanctcheck.links.model import Answer, Asked, DossierLinks
from sanctcheck.lists.model import Country, ListedName
from sanctcheck.lists.snapshot import Contact, Guard, Objection
from sanctcheck.lists.standing import Standing
from sanctcheck.lists.update import Outcome
from sanctcheck.reading.document import Place
from sanctcheck.record import About, CriterionRecord, FileRecord, RegimeRecord, RelatedPlace
from sanctcheck.report.base import Run
from sanctcheck.report.deadlines import calendar_file
from sanctcheck.report.deadlines import terminal as deadlines_terminal
from sanctcheck.report.difference import markdown, terminal
from sanctcheck.report.difference.words import Sides, title
from sanctcheck.report.explanation import explained
from sanctcheck.report.formats import sarif
from sanctcheck.report.links import terminal as links_terminal
from sanctcheck.report.lists.terminal import outcomes
from sanctcheck.report.lists.words import aged, phrase
from sanctcheck.report.pictures.canvas import Canvas
from sanctcheck.report.pictures.scale import time_scale
from sanctcheck.report.pictures.sources import MOST, Node, SourceGraph
from sanctcheck.report.pictures.timeline import Mark, Timeline
from sanctcheck.report.rule_text import RuleText
from sanctcheck.report.view import View

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.report.pictures.canvas import Drawn

VIEW = View(TODAY)
NOTICE = CriterionRecord(
    "notice",
    "notification",
    "due-process",
    "The target is told",
    "duty",
    ("s. 7",),
    "text",
    None,
    "not-shown",
)
UNDER = RegimeRecord("example", "An example regime", TODAY, (NOTICE,))
RECORD = FileRecord("a.yaml", "id", About("Example Person"), (GAP,), (UNDER,))


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("law")
    (folder / "standards.yaml").write_text(STANDARDS)
    (folder / "example.yaml").write_text(REGIME)
    return folder


@pytest.fixture
def run(law: Path) -> Run:
    return Run(VIEW, lambda: Law(law), root="/repository")


def test_a_gap_shows_of_other_places_those_of_which_something_is_said(run: Run) -> None:
    related = (
        RelatedPlace(Place(8, 1, 8, 2), (), ""),
        RelatedPlace(Place(9, 1, 9, 2), (), "it was sent here"),
    )
    made = report("terminal", [replace(RECORD, findings=(replace(GAP, related=related),))], run)

    assert "see  line 9: it was sent here" in made
    assert "line 8" not in made


def test_several_results_of_one_rule_that_fall_due_stand_below_its_name(run: Run) -> None:
    due = replace(GAP, outcome="pending", severity=None, message="Not yet.", due=date(2026, 7, 1))
    later = replace(due, message="Nor then.", due=date(2026, 8, 1))
    made = report("terminal", [replace(RECORD, findings=(due, later))], run)

    assert "    notice\n      Not yet. (due 2026-07-01)\n      Nor then. (due 2026-08-01)\n" in made


def test_sarif_keeps_no_more_of_a_weight_than_it_can_show_and_counts_all(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "MAX_RESULTS", 3)
    found = tuple(replace(GAP, place=Place(line, 1, line, 2)) for line in range(1, 6))
    results = json.loads(report("sarif", [replace(RECORD, findings=found)], run))["runs"][0]["results"]

    assert len(results) == 3
    assert "3 findings more" in results[-1]["message"]["text"]


def test_a_page_that_moved_for_good_is_named_with_its_new_address() -> None:
    asked = Asked("E1", "url", "https://example.org/old", ("exhibits", 0, "url"), Place(3, 1, 3, 2))
    moved = Answer("alive", 200, moved_to="https://example.org/\u202enew")
    found = DossierLinks("a.yaml", ((asked, moved), (asked, Answer("alive", 200))))

    made = "".join(links_terminal.text([found], VIEW))

    assert "    moved for good to https://example.org/\\u{202e}new\n" in made
    assert made.count("moved for good") == 1


def test_the_name_of_a_dossier_stands_out_above_its_links() -> None:
    made = "".join(links_terminal.text([DossierLinks("a.yaml", ())], replace(VIEW, colour=True)))

    assert made.startswith("\x1b[1mDossier a.yaml\x1b[0m\n")


@pytest.mark.parametrize(
    ("guards", "options"),
    [
        (("older",), "--accept-older REASON"),
        (("lost",), "--accept REASON"),
        (("lost", "older"), "--accept REASON --accept-older REASON"),
    ],
)
def test_what_a_person_can_accept_of_a_list_is_named(guards: tuple[Guard, ...], options: str) -> None:
    refused = Outcome("x", "refused", objections=tuple(Objection(guard, "so") for guard in guards))
    nothing = Standing("x", "A list", "", None, Contact(), None, None, is_stale=True, remarks=())

    said = " ".join(outcomes([(refused, nothing)]).split())

    assert f"for x alone, with {options}. The file" in said


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (None, "of unknown age"),
        (timedelta(hours=-2), "fetched in the future"),
        (timedelta(minutes=10), "just checked"),
        (timedelta(minutes=40), "1 hour old"),
        (timedelta(hours=47), "47 hours old"),
        (timedelta(hours=48), "2 days old"),
    ],
)
def test_the_age_of_a_list_is_said_in_hours_and_then_in_days(age: timedelta | None, said: str) -> None:
    assert aged(age) == said


def test_parts_of_a_listing_are_said_as_the_list_writes_them() -> None:
    assert phrase(ListedName("Orlan Veskari")) == "Orlan Veskari"
    assert phrase(Country("Nowhere", "NW")) == "Nowhere (NW)"
    assert phrase(Country("NW", "NW")) == "NW"
    assert phrase(7) == "7"


def deadline(day: date, **changed: object) -> Deadline:
    made = Deadline("example", "notice", "The target is told", ("s. 7",), "text", day, "due")
    return replace(made, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "status", "is_earliest", "said"),
    [
        (date(2026, 6, 1), "due", False, "2026-06-01  today  the regime"),
        (date(2026, 6, 2), "due", False, "in 1 day  the regime"),
        (date(2026, 6, 3), "due", True, "in 2 days, or as soon after as the law allows  the regime"),
        (date(2026, 5, 31), "overdue", False, "1 day ago  the regime"),
        (date(2026, 5, 31), "done", False, "last day  the regime"),
    ],
)
def test_a_day_is_told_by_how_far_away_it_is(day: date, status: str, said: str, *, is_earliest: bool) -> None:
    made = "".join(deadlines_terminal.text([deadline(day, status=status, is_earliest=is_earliest)], VIEW))

    assert said in made


def test_what_follows_and_what_is_noted_stands_below_a_day() -> None:
    noted = deadline(TODAY, effect="it lapses", note="see s. 8", is_good_practice=True, verified="uncertain")
    made = "".join(deadlines_terminal.text([noted], VIEW))

    assert "    else  it lapses\n" in made
    assert "    law   good practice, no law of the regime: s. 7  [uncertain]\n" in made
    assert "    note  see s. 8\n" in made


def test_a_calendar_says_what_is_good_practice_earliest_and_not_surely_known() -> None:
    odd = deadline(
        date.max,
        is_good_practice=True,
        is_earliest=True,
        verified="uncertain",
        effect="it lapses",
        note="see s. 8",
    )
    made = calendar_file.text([odd], TODAY).replace("\r\n ", "")

    assert "Good practice: no law of the regime asks for it." in made
    assert "The first day on which it can be due\\; the law names the next day that fits." in made
    assert "Else: it lapses" in made
    assert "DTEND;VALUE=DATE:99991231" in made
    assert "Good practice" not in calendar_file.text([deadline(TODAY)], TODAY)


SIDES = Sides("old", "new", TODAY, TODAY)
BROKEN = replace(RECORD, under=(), findings=(), id=None)


def difference(**changed: object) -> Difference:
    return replace(Difference(RECORD, RECORD), **changed)  # type: ignore[arg-type]


def test_a_dossier_of_one_side_alone_is_said_to_be_added_or_removed() -> None:
    assert title(difference(old=None)) == "a.yaml (added)"
    assert title(difference(new=None)) == "a.yaml (removed)"
    assert title(difference()) == "a.yaml"


def test_a_regime_that_is_asked_on_one_side_alone_is_named_with_its_day_of_law() -> None:
    turned = Turned("lost", "example", NOTICE, "met", "not-shown", (GAP,))
    alike = UnderRegime("example", "An example regime", TODAY, TODAY, ())
    gone = replace(alike, new_day=None)
    compared = [
        difference(under=(alike, gone)),
        difference(under=(replace(alike, old_day=date(2025, 1, 1), turned=(replace(turned, gaps=()),)),)),
    ]
    page, screen = "".join(markdown.text(compared, SIDES)), "".join(terminal.text(compared, SIDES, VIEW))

    for made in (page, screen):
        assert made.count("An example regime") == 2
        assert "2 dossiers, 0 without a difference" in made
        assert "law of 2026-06-01; not assessed under it any more" in made
        assert "law of 2025-01-01, then of 2026-06-01" in made
        assert "Tell the target." not in made


def test_a_comparison_is_cut_where_a_comment_ends_and_says_how_many_are_left() -> None:
    flaw = replace(GAP, regime=None, standard=None, family="form", message="x" * 5_000)
    many = [difference(flaws=(flaw,)) for _ in range(40)]
    made = "".join(markdown.text(many, SIDES))

    assert len(made) <= markdown.LIMIT
    assert "more dossiers with differences are not shown here." in made
    assert made.endswith("\nsanctcheck reports; a person decides.\n")


def test_what_is_no_topic_is_not_explained() -> None:
    with pytest.raises(TypeError, match="int"):
        explained(7)


def test_a_regime_without_fixed_days_has_no_heading_for_them(law: Path) -> None:
    assert "Days that the law fixes" not in explained(topic(Law(law), "example", TODAY))


def test_a_rule_is_explained_as_far_as_something_is_known_of_it() -> None:
    short = RuleText("x", "X", "It asks\u202e.")

    assert short.text.splitlines()[0] == "What it asks: It asks\\u{202e}."
    assert "How it is mended" not in short.text
    assert "How it is mended: Do." in replace(short, remedy="Do.").text
    assert "Where to read it" not in short.markdown
    read = replace(short, sources=(("An [Act]", "https://example.org/a"),))
    assert "Where to read it: An [Act] <https://example.org/a>" in read.text
    assert "**Where to read it:** [An \\[Act\\]](<https://example.org/a>)" in read.markdown


_SVG = "{http://www.w3.org/2000/svg}"


def texts(drawn: Drawn) -> list[str]:
    return [each.text or "" for each in ET.fromstring(drawn.svg).iter(f"{_SVG}text")]


def test_a_picture_has_no_empty_words_and_its_words_are_cut() -> None:
    canvas = Canvas(100, 100)
    canvas.text(" \n ", (1, 1))
    canvas.text("a\u202e\nlong word", (1, 1), most=8)

    assert texts(canvas.drawn("x")) == ["a\\u{202e} long…"]


def test_the_scale_of_days_ends_where_the_calendar_does() -> None:
    first, last = date.min, date.max
    assert (time_scale([first], 0, 1).first, time_scale([last], 0, 1).last) == (first, last)
    assert [label for _, label in time_scale([date(9999, 12, 20)], 0, 1).ticks()] == []
    assert list(time_scale([date(2020, 1, 11)], 0, 1).ticks()) == [(date(2020, 1, 1), "2020-01")]


def test_a_step_of_which_only_a_stretch_of_time_is_known_is_drawn_as_one() -> None:
    long = Mark("2020", "step", date(2020, 1, 1), date(2020, 12, 31), "step")
    short = Mark("2020-03-01", "step", date(2020, 3, 1), date(2020, 3, 1), "step")
    since = Mark("until 2021", "step", None, date(2020, 12, 31), "step")

    def boxes(*marks: Mark) -> int:
        svg = ET.fromstring(Timeline(marks, TODAY).drawn("x").svg)
        return len([each for each in svg.iter(f"{_SVG}rect") if each.get("height") == "8"])

    assert boxes(long, short, since) == boxes(short) + 2


def test_of_very_many_exhibits_those_that_are_tied_to_others_are_drawn() -> None:
    loose = tuple(Node(f"L{number}", "x", ()) for number in range(MOST))
    tied = (Node("T1", "x", ("T2", "gone")), Node("T2", "x", ()))
    shown = texts(SourceGraph((*loose, *tied), ()).drawn("x"))

    assert {"T1", "T2"} <= set(shown)
    assert f"L{MOST - 1}" not in shown
