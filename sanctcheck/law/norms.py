"""What a person may call a gap by: a standard, or REGIME:CRITERION."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.text import did_you_mean, quoted

if TYPE_CHECKING:
    from sanctcheck.law.load import Law


def what_is_wrong(law: Law, norm: str) -> str | None:
    """Why nothing is called so, in a sentence; None where it is a standard, or a criterion of its regime.

    Raises:
        LawError: the criteria that it names cannot be used.
    """
    regime_id, colon, criterion = norm.partition(":")
    if not colon:
        return None if norm in law.standards else _no_standard(law, norm)
    if regime_id not in law.regime_ids:
        return f"No regime is called {quoted(regime_id)}.{did_you_mean(regime_id, law.regime_ids)}"
    known = [each.id for each in law.regime(regime_id).regime.criteria]
    if criterion in known:
        return None
    hint = did_you_mean(criterion, known)
    return (
        f"{regime_id} has no criterion called {quoted(criterion)}.{hint} See: sanctcheck explain {regime_id}."
    )


def _no_standard(law: Law, norm: str) -> str:
    renamed = next((each.id for each in law.standards.values() if norm in each.aliases), None)
    if renamed is not None:
        return f"{quoted(norm)} is called “{renamed}” now."
    return (
        f"No standard is called {quoted(norm)}.{did_you_mean(norm, law.standards)} Write a standard, or "
        "REGIME:CRITERION, as a report shows it."
    )
