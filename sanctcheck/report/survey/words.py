"""The words of a survey of the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.survey.lists.grounds import Ground
    from sanctcheck.survey.lists.model import Target
    from sanctcheck.survey.lists.standing import Listed

SHORT = {
    "Australia": "AU",
    "Canada": "CA",
    "European Union": "EU",
    "Switzerland": "CH",
    "United Kingdom": "UK",
    "United Nations": "UN",
    "United States": "US",
}
"""The states in two letters."""
GROUND_SHORT: dict[Ground, str] = {
    "human-rights": "human rights",
    "corruption": "corruption",
    "either": "human rights or corruption",
    "mixed": "mixed",
    "other": "other",
    "unknown": "unknown",
}


def short(state: str) -> str:
    """A state in two letters, where it has them."""
    return SHORT.get(state, state)


def in_a_sentence(state: str) -> str:
    """A state as a sentence names it: the United Kingdom, Canada."""
    return f"the {state}" if state.startswith(("European ", "United ")) else state


def states_in_short(states: tuple[str, ...]) -> str:
    """Several of them; a dash for none."""
    return ", ".join(short(state) for state in states) or "-"


def percent(share: float | None) -> str:
    """A share in whole per cent; a dash where there is none."""
    return "-" if share is None else f"{100 * share:.0f} %"


def since(target: Target, state: str) -> str:
    """Since when a state lists a target, as far as its list says."""
    day = target.day(state)
    if day:
        return day
    latest = target.latest(state)
    return f"by {latest}" if latest else "no day"


def listed_since(each: Listed) -> str:
    """The same for one listing."""
    return each.day or (f"by {each.latest}" if each.latest else "no day")


def by_with_days(target: Target) -> str:
    """Who lists a target for human-rights abuse or corruption, each with the day."""
    return ", ".join(f"{short(state)} {since(target, state)}" for state in target.states)
