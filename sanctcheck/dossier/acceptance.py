"""How somebody answers for a gap; a configuration says it too, without the rest of the dossier's model."""

from sanctcheck.dossier.vocabulary import HandlingLevel
from sanctcheck.reading.model import Day, Name, Norm, Part, Text


class Handling(Part):
    """Who may see something, and why."""

    level: HandlingLevel
    """public, official, restricted (may be withheld from the target) or protected (never shown)."""
    because: Text | None = None
    """The reason for a level above official: the harm that disclosure would do."""


class AcceptedGap(Part):
    """A gap that somebody answers for: it stays in every report, and does not count until its last day has passed."""

    standard: Norm
    """The standard, or REGIME:CRITERION, as a report shows it: statement-of-reasons, gb-ghr:person-informed."""
    place: Text | None = None
    """The part of the dossier, by fields and ids: exhibits/E1/publisher; leave it out for every place."""
    reason: Text
    """Why it is accepted."""
    by: Name
    """Who answers for it (a role is enough)."""
    since: Day | None = None
    """The day on which it was accepted."""
    until: Day
    """The last day on which it is accepted; from the next day on it counts again."""
    handling: Handling | None = None
    """Who may see the reason."""
