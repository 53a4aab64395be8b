"""What the tool cannot judge, for every report that says so. `docs/limits.md` says the same; a test holds them together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is not judged: a few words, and the sentences behind them. Either can be empty."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """Points under one heading, or a paragraph."""

    title: str
    points: tuple[Point, ...] = ()
    text: str = ""


INTRODUCTION = (
    "sanctcheck compares what a dossier says with what the law asks a dossier to say. A report "
    "without a gap means that nothing is missing that the tool knows to look for. It does not mean "
    "that the person should be listed, and it does not mean that a court would uphold the act."
)
SECTIONS: tuple[Section, ...] = (
    Section(
        "It takes the dossier at its word",
        (
            Point(
                "Whether the facts are true.",
                (
                    "It sees that an element is carried by two independent exhibits, one of them direct. Whether a "
                    "witness lied or a document is forged, it cannot see."
                ),
            ),
            Point(
                "Whether an exhibit says what it is cited for.",
                "It does not read the files beside the dossier for their meaning.",
            ),
            Point(
                "Whether the evidence is enough.",
                (
                    "Standards of proof ask for a judgment on the whole of the material. The tool names what a "
                    "reasonable decision-maker would miss; it weighs nothing."
                ),
            ),
            Point(
                "Whether an answer is a good answer.",
                (
                    "That representations were answered, and which points, is in the log. Whether the answer meets "
                    "them is for a lawyer."
                ),
            ),
        ),
    ),
    Section(
        "It knows the law only as far as it was written down",
        (
            Point(
                "",
                (
                    "Each fact of law carries a mark. text means that the provision was read; knowledge that it was "
                    "not compared with its text; uncertain that it has to be confirmed. A gap in uncertain law is "
                    "never an error by itself."
                ),
            ),
            Point("", "Law that changes is right up to the day in last_verified, which every regime states."),
            Point(
                "",
                "What a regime's offices do in practice, and what is agreed behind closed doors, is in no file.",
            ),
            Point(
                "",
                (
                    "Where the law gives no number and a check needs one, the number is our own, and its note says "
                    "so."
                ),
            ),
            Point(
                "",
                (
                    "Public holidays are not taken out of working days, so that a day shown is never later than the "
                    "law's."
                ),
            ),
        ),
    ),
    Section(
        "It does not see what is not there",
        (
            Point(
                "",
                (
                    "A file can be complete and hide what speaks for the person. The check on exculpatory material "
                    "asks whether any was looked for and dealt with; it cannot know what was left out."
                ),
            ),
            Point(
                "",
                (
                    "Discrimination, and like cases treated unlike, show only between dossiers, and only where both "
                    "say enough."
                ),
            ),
            Point("", "Bad faith leaves no line."),
        ),
    ),
    Section(
        "Names are not people",
        text=(
            "A score says how often pairs like this one were the same party in data that was looked at "
            "beforehand. It is not the chance that this person is that one. Two people can share a name and "
            "a day of birth; one person can be listed twice, under names that have nothing in common. The "
            "more common the name and the fewer the particulars, the less a score says, which is why each "
            "comes with its parts. Lists have errors of their own, and are as old as the snapshot that the "
            "report names."
        ),
    ),
    Section(
        "Why it gives no verdict and no score",
        text=(
            "A number over a whole dossier would be quoted instead of read, and compared between dossiers "
            "that have nothing in common. A green light would be taken for a decision. What is met, what is "
            "not shown, on which lines and under which provision: that can be checked, answered and mended, "
            "and the decision stays with somebody who answers for it."
        ),
    ),
)
