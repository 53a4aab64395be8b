"""Two versions of a dossier: how criteria turned, which gaps are new, and what changed in evidence and process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import NEUTRAL, TODAY, document

from sanctcheck.difference.compare import Version, difference, differences
from sanctcheck.difference.parts import Change, changed_exhibits, changed_steps
from sanctcheck.difference.results import under_regimes
from sanctcheck.dossier.model import Dossier
from sanctcheck.reading.document import Place
from sanctcheck.reading.shape import shape
from sanctcheck.record import About, CriterionRecord, FileRecord, Finding, RegimeRecord

if TYPE_CHECKING:
    from sanctcheck.terms import Outcome

E1 = "  - {id: E1, title: A report, kind: ngo-report, grade: B2}\n"
E2 = "  - {id: E2, title: A roster, kind: official-record, bearing: against}\n"
SECRET = "  - {id: E3, title: Maria, kind: ngo-report, handling: {level: protected, because: her safety}}\n"


def dossier(text: str) -> Dossier:
    read = document(NEUTRAL + text)
    made = shape(read, Dossier)
    assert made is not None, read.flaws
    return made


def exhibits(*each: str) -> Dossier:
    return dossier(f"exhibits:\n{''.join(each)}" if each else "")


def steps(*each: str) -> Dossier:
    return dossier("process:\n" + "".join(f"  - {{{step}}}\n" for step in each) if each else "")


def test_exhibits_are_added_and_removed() -> None:
    added = Change("added", "E2", "A roster (official-record, speaks against)")

    assert list(changed_exhibits(exhibits(E1), exhibits(E1, E2))) == [added]
    assert [each.kind for each in changed_exhibits(exhibits(E1, E2), exhibits(E1))] == ["removed"]


def test_another_grade_is_told_with_both_and_other_words_by_their_field() -> None:
    graded = E1.replace("B2", "E5").replace("A report", "Another report")

    assert list(changed_exhibits(exhibits(E1), exhibits(graded))) == [
        Change("changed", "E1", "grade B2 → E5, other words in title")
    ]


def test_reordered_exhibits_are_no_change() -> None:
    assert list(changed_exhibits(exhibits(E1, E2), exhibits(E2, E1))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([], [SECRET]),
        ([SECRET], []),
        ([SECRET], [SECRET.replace("Maria", "Anna")]),
        ([SECRET], [SECRET.replace("protected", "public")]),
    ],
)
def test_of_a_protected_exhibit_only_that_it_changed_is_told(old: list[str], new: list[str]) -> None:
    (change,) = changed_exhibits(exhibits(*old), exhibits(*new))

    assert (change.name, change.words) == ("[protected]", "")


def test_of_a_protected_dossier_only_that_it_changed_is_told() -> None:
    hidden = "handling: {level: protected, because: x}\n"
    old, new = (dossier(f"{hidden}process: [{{event: {each}}}]\n") for each in ("notified", "reported"))

    assert list(changed_steps(old, new)) == [Change("changed", "[protected]")]


def test_steps_are_added_removed_and_put_on_another_day() -> None:
    old = steps("event: notified, day: 2026-03-01", "event: reported, regime: example")
    new = steps("event: notified, day: 2026-03-05", "event: consulted")

    assert list(changed_steps(old, new)) == [
        Change("removed", "reported (example)"),
        Change("changed", "notified 2026-03-05", "day 2026-03-01 → 2026-03-05"),
        Change("added", "consulted"),
    ]


def test_a_step_with_an_id_stays_the_same_step_whatever_it_is_called() -> None:
    (change,) = changed_steps(steps("id: S1, event: notified"), steps("id: S1, event: reported"))

    assert (change.kind, change.words) == ("changed", "other words in event")


STEPS = st.lists(
    st.sampled_from(
        ["event: notified", "event: reported", "event: notified, day: 2026-03-01", "id: S1, event: consulted"]
    ),
    max_size=4,
    unique=True,
)


@given(STEPS, st.randoms())
@settings(deadline=None, max_examples=40)
def test_reordered_steps_are_no_change(each: list[str], random: Any) -> None:
    mixed = list(each)
    random.shuffle(mixed)

    assert list(changed_steps(steps(*each), steps(*mixed))) == []


@given(STEPS, STEPS)
@settings(deadline=None, max_examples=40)
def test_what_is_added_one_way_is_removed_the_other(one: list[str], other: list[str]) -> None:
    there = [each.kind for each in changed_steps(steps(*one), steps(*other))]
    back = [each.kind for each in changed_steps(steps(*other), steps(*one))]

    assert there.count("added") == back.count("removed")
    assert there.count("removed") == back.count("added")
    assert there.count("changed") == back.count("changed")
    assert len(other) - len(one) == there.count("added") - there.count("removed")


def record(
    outcome: Outcome | None, gaps: tuple[str, ...] = (), *, name: str = "a.yaml", id_: str = "example"
) -> FileRecord:
    """A record in which one criterion has an outcome, and gaps by these fingerprints; None for one that is not asked."""
    about, place = About("Example Person"), Place(1, 1, 1, 2)
    if outcome is None:
        return FileRecord(name, id_, about)
    criterion = CriterionRecord(
        "notice", "notification", "due-process", "", "duty", ("s. 1",), "text", None, outcome
    )
    findings = tuple(
        Finding(
            "notice",
            "due-process",
            "",
            "",
            place,
            (),
            "example",
            "notification",
            "not-shown",
            "error",
            fingerprint=each,
        )
        for each in gaps
    )
    return FileRecord(
        name, id_, about, findings, (RegimeRecord("example", "An example", TODAY, (criterion,)),)
    )


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        (("met", ()), ("not-shown", ("x",)), "lost"),
        (("pending", ()), ("not-shown", ("x",)), "new"),
        ((None, ()), ("not-shown", ("x",)), "new"),
        (("not-shown", ("x",)), ("not-shown", ("x", "y")), "more"),
        (("not-shown", ("x",)), ("not-shown", ("x", "x")), "more"),
        (("not-shown", ("x",)), ("not-shown", ("y",)), "more"),
        (("not-shown", ("x", "y")), ("not-shown", ("y",)), "fewer"),
        (("not-shown", ("x",)), ("met", ()), "mended"),
        (("not-shown", ("x",)), ("pending", ()), "other"),
        (("not-shown", ("x",)), (None, ()), "other"),
        (("met", ()), ("pending", ()), "other"),
        (("not-shown", ("x",)), ("not-shown", ("x",)), None),
        (("met", ()), ("met", ()), None),
        ((None, ()), ("met", ()), None),
        (("met", ()), (None, ()), None),
    ],
)
def test_how_a_criterion_turned(before: Any, after: Any, turn: str | None) -> None:
    (under,) = under_regimes(record(*before), record(*after))

    assert [each.turn for each in under.turned] == ([turn] if turn else [])


def test_only_what_was_not_lacking_before_is_listed() -> None:
    (under,) = under_regimes(record("not-shown", ("x", "y")), record("not-shown", ("y", "z")))

    assert [each.fingerprint for each in under.turned[0].gaps] == ["z"]


def versions(*records: FileRecord) -> list[tuple[str, Version]]:
    return [(each.file, Version(each, None)) for each in records]


def test_dossiers_are_paired_by_id_though_a_file_was_renamed_else_by_path() -> None:
    old = versions(
        record("met", name="a.yaml", id_="one"),
        record("met", name="b.yaml", id_="two"),
        record("met", name="c.yaml", id_="three"),
    )
    new = versions(
        record("met", name="b.yaml", id_="one"),
        record("met", name="c.yaml", id_="four"),
        record("met", name="d.yaml", id_="five"),
    )

    pairs = [(each.old and each.old.file, each.new and each.new.file) for each in differences(old, new)]

    assert pairs == [("a.yaml", "b.yaml"), ("c.yaml", "c.yaml"), (None, "d.yaml"), ("b.yaml", None)]


def test_what_an_added_dossier_lacks_is_new() -> None:
    made = difference(None, Version(record("not-shown", ("x",)), None))

    assert [each.fingerprint for each in made.lacking] == ["x"]
    assert not made.is_empty


@given(st.lists(st.sampled_from("xyz"), max_size=4))
@settings(deadline=None, max_examples=30)
def test_a_version_compared_with_itself_has_no_difference(gaps: list[str]) -> None:
    one = Version(record("not-shown" if gaps else "met", tuple(gaps)), exhibits(E1, SECRET))

    assert difference(one, one).is_empty
