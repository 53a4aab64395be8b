"""What must hold within the law as data: references lead somewhere, ids stand once, days are in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.law.spans import ABSENCE, NOT_READ, overlap
from sanctcheck.reading.document import Flaw
from sanctcheck.text import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sanctcheck.law.authority import Fact, InForce, Instrument
    from sanctcheck.law.loaded import LoadedRegime, LoadedShared
    from sanctcheck.law.model import Regime, Standard
    from sanctcheck.law.position import Position
    from sanctcheck.reading.document import Document, Path_

_NO_INSTRUMENT = frozenset({ABSENCE, NOT_READ})
_FACTS = (
    *("conduct", "links", "actors", "nexus", "proof", "decision_makers", "measures"),
    *("rules", "calendar", "positions", "criteria"),
)
_WITH_IDS = ("conduct", "links", "proof", "rules", "criteria")
_Found = tuple["Path_", str, str]


def facts(regime: Regime) -> Iterator[tuple[Path_, Fact]]:
    """Every fact of a regime with its path, in the order of the file."""
    for name in _FACTS:
        for index, fact in enumerate(getattr(regime, name)):
            yield (name, index), fact
    if regime.otherwise is not None:
        yield ("otherwise",), regime.otherwise


def inconsistencies(
    loaded: LoadedRegime, standards: Mapping[str, Standard]
) -> Iterator[tuple[Document, Flaw]]:
    """References in a regime that lead to nothing, ids that stand twice, days out of order; each with its file."""
    regime = loaded.regime
    found = list(_wrong_id(regime.id, loaded.document))
    if not regime.criteria:
        found.append((("criteria",), "no-criteria", "The regime has no criteria, and includes none."))
    for key, instrument in regime.instruments.items():
        found.extend(_of_instrument(("instruments", key), instrument, regime))
    for path, fact in facts(regime):
        found.extend(_of_fact(path, fact, regime))
    for name in _WITH_IDS:
        found.extend(_repeated(name, (part.id for part in getattr(regime, name))))
    found.extend(_of_references(regime, standards))
    found.extend(_of_positions(regime, standards))
    found.extend(_of_times(regime))
    for path, rule, message in found:
        yield loaded.flaw(rule, message, path)


def unknown_includes(loaded: LoadedRegime, shared_ids: Collection[str]) -> Iterator[tuple[Document, Flaw]]:
    """Names of shared law under which there is none."""
    for index, name in enumerate(loaded.regime.includes):
        if name not in shared_ids:
            message = f"No shared law is called {quoted(name)}.{did_you_mean(name, shared_ids)}"
            yield loaded.flaw("unknown-include", message, ("includes", index))


def of_shared(file: LoadedShared, regime: Regime) -> Iterator[tuple[Document, Flaw]]:
    """What does not hold in shared law as such, or for the regime that includes it."""
    key = file.shared.in_force_with
    found = [*_wrong_id(file.shared.id, file.document)]
    if key is not None:
        found.extend(_instrument(("in_force_with",), key, regime))
    for path, rule, message in found:
        yield file.document, Flaw(rule, message, file.document.place(path), pointer=path)


def _wrong_id(stated: str, document: Document) -> Iterator[_Found]:
    expected = document.name.removesuffix(".yaml").rpartition("/")[2]
    if stated != expected:
        yield ("id",), "wrong-id", f"The id must be the file's name, {quoted(expected)}."


def repeated_standards(ids: Iterable[str], document: Document) -> Iterator[Flaw]:
    """Standards whose id stands twice."""
    for path, rule, message in _repeated("standards", ids):
        yield Flaw(rule, message, document.place(path), pointer=path)


def _of_instrument(path: Path_, instrument: Instrument, regime: Regime) -> Iterator[_Found]:
    yield from _source(path, "source", instrument.source, regime)
    yield from _text_has_source(path, instrument)
    yield from _in_order(path, instrument.in_force)


def _of_fact(path: Path_, fact: Fact, regime: Regime) -> Iterator[_Found]:
    for place, key in _instrument_keys(path, fact):
        if key not in _NO_INSTRUMENT:
            yield from _instrument(place, key, regime)
    yield from _source(path, "source", fact.source, regime)
    yield from _source(path, "corroborated_by", fact.corroborated_by, regime)
    yield from _text_has_source(path, fact)
    yield from _in_order(path, fact.in_force)


def _instrument_keys(path: Path_, fact: Fact) -> Iterator[tuple[Path_, str]]:
    yield (*path, "provision", "instrument"), fact.provision.instrument
    for index, provision in enumerate(fact.also):
        yield (*path, "also", index, "instrument"), provision.instrument


def _instrument(path: Path_, key: str, regime: Regime) -> Iterator[_Found]:
    if key not in regime.instruments:
        hint = did_you_mean(key, regime.instruments)
        yield path, "unknown-instrument", f"No instrument has the key {quoted(key)}.{hint}"


def _source(path: Path_, name: str, key: str | None, regime: Regime) -> Iterator[_Found]:
    if key is not None and key not in regime.sources:
        hint = did_you_mean(key, regime.sources)
        yield (*path, name), "unknown-source", f"No source has the key {quoted(key)}.{hint}"


def _text_has_source(path: Path_, part: Fact | Instrument) -> Iterator[_Found]:
    if part.verified == "text" and part.source is None:
        yield (*path, "verified"), "text-without-source", "“text” needs the source in which it was read."


def _in_order(path: Path_, span: InForce | None) -> Iterator[_Found]:
    if span is not None and span.from_ is not None and span.until is not None and span.until < span.from_:
        yield (
            (*path, "in_force", "until"),
            "period-reversed",
            f"This day is before {span.from_}, the first day.",
        )


def _repeated(name: str, ids: Iterable[str]) -> Iterator[_Found]:
    seen: set[str] = set()
    for index, part_id in enumerate(ids):
        if part_id in seen:
            yield (
                (name, index, "id"),
                "duplicate-id",
                f"The id {quoted(part_id)} stands a second time under {name}.",
            )
        seen.add(part_id)


def _of_references(regime: Regime, standards: Mapping[str, Standard]) -> Iterator[_Found]:
    limbs = {limb.id for limb in regime.conduct}
    for index, link in enumerate(regime.links):
        for number, limb_id in enumerate(link.conduct):
            if limb_id not in limbs:
                hint = did_you_mean(limb_id, limbs)
                message = f"No conduct limb has the id {quoted(limb_id)}.{hint}"
                yield ("links", index, "conduct", number), "unknown-conduct", message
    for index, criterion in enumerate(regime.criteria):
        yield from _standard(("criteria", index, "standard"), criterion.standard, standards)


def _standard(path: Path_, name: str, standards: Mapping[str, Standard]) -> Iterator[_Found]:
    if name not in standards:
        hint = did_you_mean(name, standards)
        yield path, "unknown-standard", f"No standard is called {quoted(name)}.{hint}"


def _of_positions(regime: Regime, standards: Mapping[str, Standard]) -> Iterator[_Found]:
    """A position is on standards that there are, and no two of them are in force on the same standard at once."""
    stated: dict[str, list[Position]] = {}
    for index, position in enumerate(regime.positions):
        for number, name in enumerate(position.standards):
            path = ("positions", index, "standards", number)
            yield from _standard(path, name, standards)
            if any(overlap(each, position, regime) for each in stated.setdefault(name, [])):
                message = f"A position on {quoted(name)} that is in force at the same time stands above."
                yield path, "two-positions", message
            stated[name].append(position)


def _of_times(regime: Regime) -> Iterator[_Found]:
    """A time limit states a number with its unit, or the words of a text without one; a fixed day is one kind of day."""
    for index, rule in enumerate(regime.rules):
        limit = rule.limit
        if limit is None:
            continue
        if (limit.number is None) != (limit.unit is None) or (limit.number is None) == (
            limit.promptly is None
        ):
            message = "A time limit has `number` and `unit`, or `promptly` where the text gives no number."
            yield ("rules", index, "limit"), "wrong-time-limit", message
        if limit.done_by and not limit.starts_with:
            message = "`done_by` needs `starts_with`: else nothing starts the time."
            yield ("rules", index, "limit", "done_by"), "wrong-time-limit", message
    for index, day in enumerate(regime.calendar):
        if (day.on is None) == (day.yearly is None):
            yield (
                ("calendar", index),
                "wrong-calendar-day",
                "Say either `on`, a day, or `yearly`, a month and day.",
            )
