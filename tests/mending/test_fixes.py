"""A gap is mended by the block that its check asks for, with the facts left to be filled in."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import FIXTURES, TODAY
from twins import twin, twin_files
from yamlmaking import Maker

from sanctcheck.assess import Assessor
from sanctcheck.finding import record_of
from sanctcheck.law.load import packaged_law
from sanctcheck.mending.blocks import blocks_for
from sanctcheck.mending.filling import skeleton, to_fill_in
from sanctcheck.mending.fixes import by_ids, fixes
from sanctcheck.mending.insertion import Insertion, insertion
from sanctcheck.mending.rendering import field_lines, scalar
from sanctcheck.reading.files import parse
from sanctcheck.tidy.marks import comment_texts
from sanctcheck.validation import Request, validated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.reading.document import Document
    from sanctcheck.record import FileRecord

LAW = packaged_law()
COMPLETE = (FIXTURES / "dossiers/gb-ghr/complete.yaml").read_text(encoding="utf-8")


def checked(text: str) -> tuple[Document, FileRecord]:
    document = parse(text.encode(), "dossier.yaml")
    return document, record_of(validated(document, LAW, Assessor(LAW), Request(TODAY)))


def applied(text: str, made: Insertion) -> str:
    lines = text.split("\n")
    line = lines[made.line]
    lines[made.line] = line[: made.character] + made.text + line[made.character :]
    return "\n".join(lines)


def without(*parts: str) -> str:
    text = COMPLETE
    for part in parts:
        assert part in text
        text = text.replace(part, "")
    return text


@pytest.mark.parametrize(
    ("missing", "rule", "block"),
    [
        (
            "  - {event: representations-invited, day: 2026-02-12, to: the target, due: 2026-04-12}\n",
            "representations-invited",
            "  - {event: representations-invited, day: ‹2026-06-01›, due: ‹2026-06-01›}\n",
        ),
        (
            "  - {event: source-risk-assessed, day: 2025-11-12, by: Human rights desk, outcome: E2 stays protected.}\n",
            "reprisals-considered",
            "  - {event: source-risk-assessed, day: ‹2026-06-01›, by: ‹who did it (a role is enough)›}\n",
        ),
        (
            "    instrument: Global Human Rights Sanctions Regulations 2020 (SI 2020/680), reg. 5\n",
            "power-stated",
            "    instrument: ‹the instrument and provision under which the act is done›\n",
        ),
        (
            "    publisher: A United Nations special rapporteur\n",
            "provenance-recorded",
            "    publisher: ‹who published or issued it›\n",
        ),
        (
            "  contact: Sanctions Directorate, King Charles Street, London SW1A 2AH\n",
            "request-route-stated",
            "  contact: ‹where a request is sent›\n",
        ),
    ],
)
def test_what_is_missing_is_offered_where_it_belongs(missing: str, rule: str, block: str) -> None:
    text = without(missing)
    document, record = checked(text)
    [gap] = [each for each in record.findings if each.severity is not None]
    assert gap.rule == rule

    first = fixes(document, gap, LAW, TODAY)[0]

    mended = applied(text, first.insertion)
    assert block in mended
    _, again = checked(mended)
    assert {each.rule for each in again.findings if each.severity} == {"to-fill-in"}


def test_where_the_dossier_shows_the_contrary_nothing_is_put_beside_it() -> None:
    text = COMPLETE.replace("individual: true", "individual: false")
    document, record = checked(text)
    gaps = [each for each in record.findings if each.severity is not None]

    assert {each.outcome for each in gaps} == {"not-met"}
    assert [fixes(document, each, LAW, TODAY) for each in gaps] == [[] for _ in gaps]


def test_nearly_every_check_says_which_block_it_asks_for() -> None:
    checks = {
        each.check: blocks_for(each)
        for name in ("gb-ghr", "common")
        for each in LAW.regime(name).regime.criteria
    }

    with_blocks = [name for name, blocks in checks.items() if blocks]
    assert len(with_blocks) > 0.75 * len(checks)


PLACES = st.sampled_from(
    [
        ("process", 0), ("delisting", "court"), ("exhibits", 0, "grade"), ("statement_of_reasons",),
        ("act", "urgency"), ("target", "names", 0), ("review", "interval", "number"), ("allegations", 0, "elements", 0),
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.integers(min_value=0, max_value=10**9), PLACES)
def test_an_insertion_adds_what_it_says_and_changes_nothing_else(
    seed: int, path: tuple[str | int, ...]
) -> None:
    text = Maker(Random(seed)).dossier()
    document = parse(text.encode(), "dossier.yaml")
    if not isinstance(document.value, dict) or document.flaws:
        return
    value = to_fill_in(skeleton(path, TODAY), path, frozenset(), TODAY)

    made = insertion(document, path, value)

    if made is not None:
        again = parse(applied(text, made).encode(), "dossier.yaml")
        assert not again.flaws
        assert comment_texts(applied(text, made)) == comment_texts(text)
        assert list(added(document.value, again.value, ())) != []
        assert all(path[: len(each)] == each for each in added_by_names(document.value, again.value, path))


def added(before: Any, now: Any, here: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The paths of what is new; whatever is not new has to be the same."""
    if isinstance(before, dict):
        for key, value in now.items():
            if key in before:
                yield from added(before[key], value, (*here, key))
            else:
                yield (*here, key)
        assert before.keys() <= now.keys()
    elif isinstance(before, list):
        for index, value in enumerate(now):
            if index < len(before):
                yield from added(before[index], value, (*here, index))
            else:
                yield (*here, index)
        assert len(before) <= len(now)
    else:
        assert before == now


def added_by_names(before: Any, now: Any, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    """The paths of what is new, with the number of a new item as `path` has it."""
    return [
        tuple(path[at] if isinstance(step, int) and at < len(path) else step for at, step in enumerate(each))
        for each in added(before, now, ())
    ]


@pytest.mark.parametrize(
    ("text", "path", "value", "result"),
    [
        ("a: 1\nprocess: []\n", ("process", 0), {"event": "x"}, "a: 1\nprocess: [{event: x}]\n"),
        ("process:\n- event: x\n", ("process", 1), {"event": "y"}, "process:\n- event: x\n- {event: y}\n"),
        ("act: {kind: a,}\n", ("act", "day"), "‹x›", "act: {kind: a, day: ‹x›}\n"),
        ("id: x", ("title",), "a: b", 'id: x\ntitle: "a: b"'),
        ("id: x\ntarget: |\n  text\n", ("act", "day"), "1", 'id: x\n\nact:\n  day: "1"\ntarget: |\n  text\n'),
    ],
)
def test_an_insertion_keeps_the_style_around_it(
    text: str, path: tuple[Any, ...], value: Any, result: str
) -> None:
    made = insertion(parse(text.encode(), "dossier.yaml"), path, value)

    assert made is not None
    assert applied(text, made) == result


def test_json_gets_json() -> None:
    text = '{\n  "format": "dossier/1",\n  "process": [\n    {"event": "x"}\n  ]\n}\n'
    made = insertion(parse(text.encode(), "dossier.json"), ("process", 1), {"event": "y"})

    assert made is not None
    assert applied(text, made) == text.replace('"x"}\n', '"x"},\n    {"event": "y"}\n')


def test_text_that_would_be_read_as_something_else_goes_in_quotation_marks() -> None:
    assert [scalar(each) for each in ("0123", "true", "a: b", "‹x›", "a, b", "", 3, True)] == [
        '"0123"', '"true"', '"a: b"', "‹x›", '"a, b"', '""', "3", "true",
    ]  # fmt: skip
    assert field_lines("a", {"b": [{"c": "x" * 110}], "d": []}, 2) == [
        "  a:",
        "    b:",
        f"      - c: {'x' * 110}",
        "    d: []",
    ]


def test_a_place_is_named_by_ids() -> None:
    value = {"exhibits": [{"id": "E1", "publisher": "x"}], "process": [{"event": "x"}]}

    assert by_ids(value, ("exhibits", 0, "publisher")) == "exhibits/E1/publisher"
    assert by_ids(value, ("process", 0, "day")) == "process/0/day"
    assert date(2026, 6, 1) == TODAY


def test_of_what_the_twins_of_a_regime_do_not_show_nearly_everything_can_be_put_in() -> None:
    """Each twin lacks one thing; what is put in leaves nothing else to be said than that it is to be filled in."""
    assessor = Assessor(LAW)
    silent = mendable = 0
    for made in [twin(regime, file) for regime, file in twin_files() if regime == "gb-ghr"]:
        text = "".join(
            f"{line}\n" for key, value in made.value.items() for line in field_lines(key, value, 0)
        )
        document = parse(text.encode(), "dossier.yaml")
        request = Request(made.as_of, ("gb-ghr",))
        record = record_of(validated(document, LAW, assessor, request))
        before = {each.rule for each in record.flaws}
        for gap in (each for each in record.findings if each.severity and each.outcome == "not-shown"):
            silent += 1
            offered = fixes(document, gap, LAW, made.as_of)
            if offered:
                mendable += 1
                mended = parse(applied(text, offered[0].insertion).encode(), "dossier.yaml")
                flaws = record_of(validated(mended, LAW, assessor, request)).flaws
                assert {each.rule for each in flaws} - before == {"to-fill-in"}

    assert silent > 30
    assert mendable >= 0.85 * silent
