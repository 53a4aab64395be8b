"""A survey of the lists, in sections."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sanctcheck.report.survey.sections import Section, Table
from sanctcheck.report.survey.words import (
    GROUND_SHORT,
    by_with_days,
    in_a_sentence,
    listed_since,
    percent,
    short,
    states_in_short,
)
from sanctcheck.survey.lists.links import HOW
from sanctcheck.survey.lists.matrix import (
    CLASSES,
    by_number_of_states,
    by_one_only,
    columns,
    gaps,
    lags,
    matrix,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.survey.lists.matrix import Cell
    from sanctcheck.survey.lists.model import Doubtful, Overlap

_KINDS = ("person", "entity", "vessel", "aircraft", "other")


def sections(overlap: Overlap, state: str | None = None) -> Iterator[Section]:
    """The sections; with a state, the gaps are those of that state."""
    yield _lists(overlap)
    yield _overlap(overlap)
    yield _alone(overlap)
    yield _lags(overlap)
    yield _gaps(overlap, state)
    yield _targets(overlap)
    yield _doubtful(overlap)
    yield Section("not-resolved", "What could not be resolved", points=tuple(_unresolved(overlap)))


def _lists(overlap: Overlap) -> Section:
    rows = tuple(
        (each.list, each.state or "-", each.dated or "not stated", f"{each.listings:,}", f"{each.surveyed:,}",
         f"{each.with_day:,}", each.snapshot)
        for each in overlap.lists
    )  # fmt: skip
    heads = (
        *("list", "speaks for", "dated", "listings", "for human-rights abuse or corruption"),
        *("of these with a day", "snapshot"),
    )
    text = (
        (
            "A listing counts where its programme lists for human-rights abuse or corruption and nothing else. Where these are"
            " one ground of a programme among others, the list does not say on which one somebody stands there: that is"
            " shown as another ground."
        ),
    )
    return Section(
        "lists",
        "The lists",
        text,
        (Table("lists", "Lists that were read", heads, rows, frozenset({3, 4, 5})),),
    )


def _overlap(overlap: Overlap) -> Section:
    heads = ("listed by", *(f"also by {short(column)}" for column in columns(overlap)))
    rows = tuple((row[0].row, *(_cell(cell) for cell in row)) for row in matrix(overlap))
    counts = by_number_of_states(overlap)
    number = tuple((str(states), f"{counts[states]:,}") for states in counts)
    kinds = Counter(target.kind for target in overlap.targets)
    kind_rows = tuple((kind, f"{kinds[kind]:,}") for kind in _KINDS if kinds[kind])
    text = (
        (
            f"{len(overlap.targets):,} targets are listed by at least one state for human-rights abuse or corruption. Each row of"
            " the first table is a state: of those whom it lists so, how many another one lists so too, and their share;"
            " behind the +, how many the other one lists on another ground alone. The share depends on whose row it is."
        ),
    )
    tables = (
        Table(
            "overlap", "Who lists those whom another one lists", heads, rows, frozenset(range(1, len(heads)))
        ),
        Table(
            "states",
            "By how many states a target is listed so",
            ("states", "targets"),
            number,
            frozenset({0, 1}),
            1,
        ),
        Table("kinds", "What the targets are", ("kind", "targets"), kind_rows, frozenset({1}), 1),
    )
    return Section("overlap", "Overlap", text, tables)


def _cell(cell: Cell) -> str:
    if cell.row == cell.column:
        return f"{cell.of:,}"
    elsewhere = f" +{cell.elsewhere:,}" if cell.elsewhere else ""
    return f"{cell.both:,} ({percent(cell.share)}){elsewhere}"


def _alone(overlap: Overlap) -> Section:
    heads = ("state", "listed by it alone", "of these on another list on another ground")
    rows = tuple((each.state, f"{each.targets:,}", f"{each.elsewhere:,}") for each in by_one_only(overlap))
    table = Table("alone", "Listed by one state alone", heads, rows, frozenset({1, 2}), 1)
    return Section("alone", "Listed by one state alone", (), (table,))


def _lags(overlap: Overlap) -> Section:
    heads = ("first", "then", "targets", "median, days", *(name for name, _, _ in CLASSES))
    rows = tuple(
        (each.first, each.later, str(len(each.days)), f"{each.median:g}", *(str(n) for _, n in each.within))
        for each in lags(overlap)
    )
    table = Table(
        "lags", "Days from the first listing to the next", heads, rows, frozenset(range(2, len(heads))), 2
    )
    text = (
        (
            "Counted where both lists state a day. Which state was first is known among those alone whose lists state one:"
            " another may have been earlier."
        ),
    )
    return Section("lags", "How long others took", text, (table,))


def _gaps(overlap: Overlap, state: str | None) -> Section:
    heads = ("listed since", "target", "kind", "by", "not by", "on another ground by", "key")
    rows = tuple(
        (gap.day or "no day", gap.target.name, gap.target.kind, by_with_days(gap.target),
         states_in_short(gap.not_by), states_in_short(gap.elsewhere), gap.target.listings[0].key)
        for gap in gaps(overlap, state)
    )  # fmt: skip
    title = (
        "Listed by some and not by others"
        if state is None
        else f"Listed by others and not by {in_a_sentence(state)}"
    )
    text = (
        (
            "Each is a question of coordination, not a lapse: a state can lack the power, the evidence or the reason, and can have"
            " decided against it. “by 2024-05-03” is a day on which somebody stood on a list that does not say since when."
        ),
    )
    return Section("gaps", title, text, (Table("gaps", title, heads, rows, is_long=True, filters=(4,)),))


def _targets(overlap: Overlap) -> Section:
    heads = (
        *(
            "target",
            "name",
            "kind",
            "state",
            "list",
            "reference",
            "key",
            "name there",
            "ground",
            "programmes",
        ),
        *("since", "provision"),
    )
    rows = tuple(
        (str(number), target.name, target.kind, each.state, each.list, each.reference, each.key, each.name,
         GROUND_SHORT[each.ground], "; ".join(each.programmes), listed_since(each), each.provision)
        for number, target in enumerate(overlap.targets, 1)
        for each in target.listings
    )  # fmt: skip
    joins = Counter(join.how for target in overlap.targets for join in target.joins)
    how = tuple((how, f"{joins[how]:,}", meaning) for how, meaning in HOW.items() if joins[how])
    text = ("Entries of several lists are taken for one target for these reasons, the surest first.",)
    tables = (
        Table(
            "joins", "Why entries were put together", ("reason", "ties", "what it means"), how, frozenset({1})
        ),
        Table("targets", "Every target with its listings", heads, rows, frozenset({0}), is_for_csv=True),
    )
    return Section("targets", "Who is one target", text, tables)


def _doubtful(overlap: Overlap) -> Section:
    heads = (
        "score",
        "entry",
        "name",
        "other entry",
        "name there",
        "why it was not joined",
        "what the score is made of",
    )
    rows = tuple(_doubt(each) for each in overlap.doubtful)
    text = (
        "These may be of one target and are counted as two. A person has to look: --decisions takes what they judge.",
    )
    table = Table("doubtful", "For a person to judge", heads, rows, frozenset({0}), is_long=True)
    return Section("doubtful", "Doubtful", text, (table,))


def _doubt(each: Doubtful) -> tuple[str, ...]:
    first, second = each.first, each.second
    return (f"{each.score:.2f}", first.key, first.name, second.key, second.name, each.why, each.because)


def _unresolved(overlap: Overlap) -> Iterator[str]:
    dates = ", ".join(f"{each.list} {each.dated or 'without a date'}" for each in overlap.lists)
    yield f"The lists are not of one day ({dates}): who was listed or removed in between can look like a gap."
    for each in overlap.lists:
        left = each.surveyed - each.with_day
        if left:
            yield (
                f"{each.list}: {left:,} of {each.surveyed:,} listings do not say since when, so that no lag is known for"
                f" them, nor whether {in_a_sentence(each.state)} was first."
            )
        if each.unknown_programmes:
            named = ", ".join(f"{name} ({count:,})" for name, count in each.unknown_programmes)
            yield f"{each.list}: programmes whose ground is not known here, which are not counted: {named}."
        if not each.state:
            yield f"{each.list}: it speaks for no state that is known here, and is not counted."
    if overlap.doubtful:
        yield f"{len(overlap.doubtful):,} pairs of entries may be of one target; they are counted as two."
    if overlap.judged:
        yield f"{overlap.judged:,} ties were settled by what people had judged."
    yield "States whose lists were not read do not appear at all; it does not follow that they list nobody."
