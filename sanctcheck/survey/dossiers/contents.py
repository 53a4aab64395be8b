"""What the dossiers are about: conduct, actors, places, victims, how they ended."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sanctcheck.dossier.vocabulary import BASIS
from sanctcheck.survey.dossiers.case import OUTCOME
from sanctcheck.survey.dossiers.distribution import distribution, guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.survey.dossiers.case import Case
    from sanctcheck.survey.dossiers.distribution import Distribution

_IN_DOSSIERS = "dossiers in which it comes"
NOT_STATED = "not stated"


def contents(cases: Sequence[Case]) -> Iterator[Distribution]:
    """Each as its own distribution."""
    yield distribution(
        "conduct", "Conduct alleged", _IN_DOSSIERS, _each_once(_conducts(case) for case in cases)
    )
    yield distribution(
        "basis",
        "Why it is laid at the target's door",
        _IN_DOSSIERS,
        _each_once(_bases(case) for case in cases),
    )
    yield distribution("actor", "Targets", "dossiers", Counter(_actor(case) for case in cases))
    yield distribution(
        "place", "Countries of the conduct", _IN_DOSSIERS, _each_once(_places(case) for case in cases)
    )
    yield from _victims(cases)
    ended = Counter(OUTCOME[case.outcome] for case in cases)
    yield distribution("outcome", "How they ended", "dossiers", ended, order=OUTCOME.values())


def _each_once(several: Iterable[Iterable[str]]) -> Counter[str]:
    """In how many dossiers each label comes."""
    return Counter(label for labels in several for label in dict.fromkeys(labels))


def _conducts(case: Case) -> Iterator[str]:
    return (each.conduct.replace("-", " ") for each in case.allegations)


def _bases(case: Case) -> Iterator[str]:
    return (f"{each.basis}: {BASIS[each.basis]}" for each in case.allegations)


def _places(case: Case) -> Iterator[str]:
    return (each.country or NOT_STATED for each in case.allegations)


def _actor(case: Case) -> str:
    if not case.type:
        return "not shown to readers of this survey"
    if case.type != "person":
        return case.type
    return "person in public office, now or before" if case.public_office else "other person"


def _victims(cases: Sequence[Case]) -> Iterator[Distribution]:
    """Groups of victims as dossiers state them. Who they are is no part of it, and no text about them."""
    shown = [victim for case in cases for each in case.allegations for victim in each.victims]
    hidden = sum(each.withheld_victims for case in cases for each in case.allegations)
    held = {"may not be shown": hidden} if hidden else {}
    countries = Counter(victim.country or NOT_STATED for victim in shown)
    yield guarded(
        "victim-country", "Victims, by country", "victims or groups of victims", countries + Counter(held)
    )
    sizes = Counter(_size(victim.number) for victim in shown)
    yield guarded(
        "victim-number",
        "Victims, by the number stated",
        "victims or groups of victims",
        sizes + Counter(held),
    )
    said = Counter("stated" if victim.activity else NOT_STATED for victim in shown)
    yield guarded(
        "victim-activity",
        "What victims did that drew the abuse",
        "victims or groups of victims",
        said + Counter(held),
    )
    heard = Counter(_heard(case.witnesses) for case in cases)
    yield guarded("witnesses", "Statements of witnesses and victims", "dossiers", heard)


def _size(number: int | None) -> str:
    if number is None:
        return NOT_STATED
    for least, label in ((1000, "1,000 or more"), (100, "100 to 999"), (10, "10 to 99"), (2, "2 to 9")):
        if number >= least:
            return label
    return "one"


def _heard(number: int) -> str:
    return "none" if number == 0 else "one or two" if number < 3 else "three or more"
