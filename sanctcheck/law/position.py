"""What of the law can be laid side by side: positions on standards, time limits, fixed days, and single rules.

A position is a value, not prose: an answer, a period, a test or body by its term of art. So regimes compare cell by
cell, and the order between two values is that of the standard.
"""

from typing import Annotated, Literal

from pydantic import Field

from sanctcheck.dossier.vocabulary import ProcessStep
from sanctcheck.law.authority import Fact
from sanctcheck.reading.model import Count, Day, Identifier, MonthDay, Name, Part, Text

Answer = Literal["yes", "partial", "policy", "no", "unsettled", "not-applicable", "not-examined"]
ANSWER: dict[Answer, str] = {
    "yes": "the law has it",
    "partial": "the law has it in part, or in some cases only",
    "policy": "only the authority's own published policy has it",
    "no": "the law has no such rule",
    "unsettled": "what the law says is not settled, or could not be read",
    "not-applicable": "the question does not arise under this regime",
    "not-examined": "nobody has looked at this yet",
}
StatedAnswer = Literal["yes", "partial", "policy", "no", "unsettled", "not-applicable"]
PeriodUnit = Literal["days", "working-days", "months", "years"]


class Comparison(Part):
    """How positions on a standard are ordered, so that weaker and stricter can be told apart."""

    stricter_answer: Literal["yes", "no", "neither"] = "yes"
    """The answer that gives the person and the process more protection; `neither` where regimes just differ."""
    stricter_period: Literal["shorter", "longer", "neither"] = "neither"
    """The period that gives more protection."""
    scale: Annotated[list[Name], Field(max_length=30)] = Field(default=[])
    """Terms from the weakest to the strongest; left out, terms just differ."""


class LengthOfTime(Part):
    """A period of the law."""

    number: Count
    """How many."""
    unit: PeriodUnit
    """days, working-days, months or years."""


class Position(Fact):
    """Where a regime stands on a standard: the cell of a comparison."""

    standards: Annotated[list[Identifier], Field(min_length=1, max_length=100)]
    """The standards of which it holds."""
    answer: StatedAnswer
    """Whether the law has it."""
    period: LengthOfTime | None = None
    """How long, or within what time."""
    term: Name | None = None
    """The test, the body or the time limit without a number, by its name in the law: reasonable grounds to suspect."""
    detail: Text | None = None
    """A few words that a cell shows beside the value."""


class Otherwise(Fact):
    """What holds on every standard on which a regime's file says nothing."""

    answer: StatedAnswer
    """Whether the law has it."""
    detail: Text | None = None
    """A few words that a cell shows beside the value."""


class TimeLimit(Part):
    """A time limit of the law. Where its start is a step of the log, the last day can be worked out for a dossier."""

    number: Count | None = None
    """How many; left out where the text gives no number."""
    unit: PeriodUnit | None = None
    """days, working-days, months or years; left out where the text gives no number."""
    promptly: Name | None = None
    """The words of a text that gives no number: without delay."""
    from_: Annotated[Text, Field(alias="from")]
    """The event that starts the period, or that the step must precede."""
    direction: Literal["after", "before"] = "after"
    """Whether the period runs after the event, or has to lie before it."""
    starts_with: Annotated[list[ProcessStep], Field(max_length=10)] = Field(default=[])
    """The steps of a dossier's log that are this event."""
    done_by: Annotated[list[ProcessStep], Field(max_length=10)] = Field(default=[])
    """The steps of a dossier's log that do what is due."""
    effect: Text | None = None
    """What follows where it is missed."""


RuleKind = Literal[
    "evidence",
    "process",
    "urgent-procedure",
    "consultation",
    "remedy",
    "removal",
    "duration",
    "exemption",
    "publication",
    "reporting",
]
RULE_KIND: dict[RuleKind, str] = {
    "evidence": "Evidence and secrets",
    "process": "Due process",
    "urgent-procedure": "Urgent procedure",
    "consultation": "Consultation",
    "remedy": "Remedies",
    "removal": "Removal from the list",
    "duration": "Duration and review",
    "exemption": "Exemptions",
    "publication": "Publication",
    "reporting": "Reports",
}


class LegalRule(Fact):
    """One rule of the law beside the criteria: a duty, a ground for removal, a remedy, an exemption, a report."""

    id: Identifier
    """Its id in this regime."""
    kind: RuleKind
    """What it is about."""
    rule: Text
    """What the law says, in one sentence."""
    who: Name | None = None
    """The body that it binds, or that has to be asked."""
    limit: TimeLimit | None = None
    """The time that it sets."""


class CalendarDay(Fact):
    """A day that the law fixes for the regime as a whole: when it expires, when a yearly report is due."""

    id: Identifier
    """Its id in this regime; several versions of one day may follow one another in time."""
    what: Text
    """What is due, or what happens, on that day."""
    on: Day | None = None
    """The day, for something that happens once."""
    yearly: MonthDay | None = None
    """Month and day, for something that comes back every year: 12-10."""
    is_earliest: bool = False
    """Whether the law only gives the first day on which it can be due."""
    effect: Text | None = None
    """What follows where nothing is done."""
