"""What must hold within the law as data: references lead somewhere, ids stand once, days are in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.reading.document import Flaw
from sanctcheck.text import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sanctcheck.law.loaded import LoadedRegime, LoadedShared
    from sanctcheck.law.model import Fact, InForce, Instrument, Regime, Standard
    from sanctcheck.reading.document import Document, Path_

ABSENCE = "absence"
"""The instrument of a fact that the regime has no such rule."""
_FACTS = ("conduct", "links", "actors", "nexus", "proof", "decision_makers", "measures", "criteria")
_WITH_IDS = ("conduct", "links", "proof", "criteria")
_Found = tuple["Path_", str, str]


def facts(regime: Regime) -> Iterator[tuple[Path_, Fact]]:
    """Every fact of a regime with its path, in the order of the file."""
    for name in _FACTS:
        for index, fact in enumerate(getattr(regime, name)):
            yield (name, index), fact


def inconsistencies(
    loaded: LoadedRegime, standards: Mapping[str, Standard]
) -> Iterator[tuple[Document, Flaw]]:
    """References in a regime that lead to nothing, ids that stand twice, days out of order; each with its file."""
    regime = loaded.regime
    found = list(_wrong_id(regime.id, loaded.document))
    for key, instrument in regime.instruments.items():
        found.extend(_of_instrument(("instruments", key), instrument, regime))
    for path, fact in facts(regime):
        found.extend(_of_fact(path, fact, regime))
    for name in _WITH_IDS:
        found.extend(_repeated(name, (part.id for part in getattr(regime, name))))
    found.extend(_of_references(regime, standards))
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
        if key != ABSENCE:
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
        if criterion.standard not in standards:
            hint = did_you_mean(criterion.standard, standards)
            message = f"No standard is called {quoted(criterion.standard)}.{hint}"
            yield ("criteria", index, "standard"), "unknown-standard", message
