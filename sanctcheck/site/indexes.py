"""The lists over all dossiers: the dossiers themselves, what is lacking in them, and what the law sets a day for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sanctcheck.deadlines import STATUS
from sanctcheck.site.division import Row, divided
from sanctcheck.site.law_words import family_title
from sanctcheck.site.shell import DEADLINES, DOSSIERS, FINDINGS
from sanctcheck.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markupsafe import Markup

    from sanctcheck.law.model import Standard
    from sanctcheck.portrait.model import DeadlineShown
    from sanctcheck.site.dossiers import Gap, Piece
    from sanctcheck.site.shell import Shell

FORM = "form-of-the-file"
_MESSAGE = 300
_MOST_OF_A_TITLE = 160


@dataclass(frozen=True, slots=True)
class Entry:
    """A dossier of the site, with the address of its page from the top of the site."""

    piece: Piece
    page: str


def initial(entry: Entry) -> str:
    """The letter or number under which a dossier is looked for."""
    return entry.piece.id[:1].upper()


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Dossiers by id, as a reader looks for them."""
    return sorted(entries, key=lambda each: (each.piece.id.upper(), each.piece.id, each.page))


def _pages(
    shell: Shell, template: str, file: str, rows: Sequence[Row], **content: Any
) -> Iterator[tuple[str, str]]:
    """A table on as many pages as it takes."""
    parts = divided(rows, file)
    title = content.pop("title")
    for part in parts:
        here = f"{part.file}.html"
        named = f"{title}: {part.label}" if part.label else title
        yield (
            here,
            shell.page(template, here, title=named, rows=part.rows, parts=parts, total=len(rows), **content),
        )


def dossiers(entries: Sequence[Entry], shell: Shell, *, left_out: bool) -> Iterator[tuple[str, str]]:
    """The list of the dossiers."""
    rows = [
        Row(
            shell.row(
                "row_dossier.html",
                DOSSIERS.file,
                each=entry.piece,
                page=entry.page,
                title=shorten(entry.piece.title, _MOST_OF_A_TITLE),
                next_day=min(
                    (due.day for due in entry.piece.deadlines if due.status in {"overdue", "due"}),
                    default=None,
                ),
            ),
            initial(entry),
        )
        for entry in entries
    ]
    yield from _pages(shell, "dossiers.html", DOSSIERS.name, rows, title="Dossiers", left_out=left_out)


def findings(
    entries: Sequence[Entry], standards: Mapping[str, Standard], shell: Shell
) -> Iterator[tuple[str, str]]:
    """What is lacking: a line for each standard, and behind it every gap."""
    by_standard: dict[str, list[tuple[Entry, Gap]]] = {}
    for entry in entries:
        for gap in entry.piece.gaps:
            by_standard.setdefault(gap.standard or FORM, []).append((entry, gap))
    known = [name for name in (*standards, FORM) if name in by_standard]
    titles = {name: standards[name].title if name in standards else _unknown(name) for name in by_standard}
    lines = [
        _line(name, titles[name], by_standard[name], standards.get(name))
        for name in [*known, *sorted(by_standard.keys() - set(known))]
    ]
    yield FINDINGS.file, shell.page("findings.html", FINDINGS.file, title="Findings by standard", lines=lines)
    for name, found in by_standard.items():
        rows = [Row(_finding(entry, gap, shell), initial(entry)) for entry, gap in found]
        yield from _pages(
            shell,
            "findings_of.html",
            f"{FINDINGS.name}/{name}",
            rows,
            title=titles[name],
            standard=standards.get(name),
        )


def _unknown(name: str) -> str:
    return "The form of the file" if name == FORM else name


@dataclass(frozen=True, slots=True)
class Line:
    """How often a standard is lacking."""

    name: str
    title: str
    family: str
    errors: int
    warnings: int
    settled: int
    dossiers: int


def _line(name: str, title: str, found: Sequence[tuple[Entry, Gap]], standard: Standard | None) -> Line:
    unsettled = [gap for _, gap in found if not gap.settled]
    return Line(
        name,
        title,
        family_title(standard.family) if standard else "Form",
        sum(gap.severity == "error" for gap in unsettled),
        sum(gap.severity == "warning" for gap in unsettled),
        len(found) - len(unsettled),
        len({entry.page for entry, _ in found}),
    )


def _finding(entry: Entry, gap: Gap, shell: Shell) -> Markup:
    return shell.row(
        "row_finding.html",
        f"{FINDINGS.name}/of.html",
        each=entry.piece,
        page=entry.page,
        gap=gap,
        message=shorten(gap.message, _MESSAGE),
    )


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline, with the dossier that it is for; None for a day of a regime as a whole."""

    deadline: DeadlineShown
    entry: Entry | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """By day, then by dossier."""
        each = self.deadline
        return each.day, self.entry.page if self.entry else "", each.regime, each.rule


def deadlines(found: Iterable[Due], shell: Shell) -> Iterator[tuple[str, str]]:
    """What is still to be done, by day; and on pages behind, what was done."""
    every = sorted(found, key=lambda due: due.order)
    still = [each for each in every if each.deadline.status in {"overdue", "due"}]
    done = [each for each in every if each.deadline.status not in {"overdue", "due"}]
    coming = next((each for each in still if each.deadline.status == "due"), None)
    figures = {
        "overdue": sum(each.deadline.status == "overdue" for each in still),
        "soon": sum(0 <= (each.deadline.day - shell.as_of).days <= 30 for each in still),
        "coming": coming,
        "done": len(done),
        "statuses": STATUS,
    }
    rows = [_deadline(each, shell, DEADLINES.file) for each in still]
    yield from _pages(
        shell, "deadlines.html", DEADLINES.name, rows, title="Deadlines", is_done=False, **figures
    )
    if done:
        file = f"{DEADLINES.name}/done"
        rows = [_deadline(each, shell, file) for each in done]
        yield from _pages(
            shell,
            "deadlines.html",
            file,
            rows,
            title="Deadlines that were kept or done late",
            is_done=True,
            **figures,
        )


def _deadline(due: Due, shell: Shell, here: str) -> Row:
    left = (due.deadline.day - shell.as_of).days
    html = shell.row(
        "row_deadline.html", here, each=due.deadline, entry=due.entry, left=left, away=_away(left)
    )
    return Row(html, str(due.deadline.day.year))


def _away(left: int) -> str:
    if left == 0:
        return "today"
    days = f"{abs(left)} {'day' if abs(left) == 1 else 'days'}"
    return f"in {days}" if left > 0 else f"{days} ago"
