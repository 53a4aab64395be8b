"""What the forms of a report on dossiers share: the run that they report, and the way in which they are asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.basis import Basis

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sanctcheck.law.load import Law
    from sanctcheck.record import FileRecord
    from sanctcheck.report.view import View
    from sanctcheck.tally import FailOn, Tally


@dataclass(frozen=True, slots=True)
class Run:
    """What a report says of the run as a whole.

    Attributes:
        view: how a report for people is laid out, with the day of the assessment and the outcomes shown beside gaps.
        law: the law, read when a form explains a rule.
        fail_on: from which severity on the run fails.
        root: the folder against which paths are made relative.
        quiet: whether what people see is to hold findings and nothing else.
        csv_raw: whether cells are left as they are although a spreadsheet may compute them.
        basis: what the run rests on, asked for when all files are there.
    """

    view: View
    law: Callable[[], Law]
    fail_on: FailOn = "error"
    root: str = "/"
    quiet: bool = False
    csv_raw: bool = False
    basis: Callable[[], Basis] = Basis

    @property
    def as_of(self) -> date:
        """The day for which dossiers were assessed."""
        return self.view.as_of


class Form(ABC):
    """One form of the report. It is asked once for the opening, once for each file, in order, and once for the closing.

    What can be said of a file at once is said at once, so that memory stays flat however many files there are.
    """

    def __init__(self, run: Run) -> None:
        self.run = run

    def opening(self) -> str:
        """What stands before the first file."""
        return ""

    @abstractmethod
    def dossier(self, record: FileRecord) -> str:
        """What is said of one file, if it is said at once."""

    def closing(self, tally: Tally) -> str:
        """What stands behind the last file."""
        del tally
        return ""
