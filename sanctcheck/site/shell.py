"""What every page of the site shares: the way round, the words above and below, the styles and the script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sanctcheck import __version__
from sanctcheck.report.html.page import content_security_policy, page, part, row
from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.terms import VERIFIED

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Look:
    """The styles and the script of a page. They are few, so that a server can allow all of them in one header."""

    styles: tuple[str, ...]
    script: str


_SHELL = "site-shell.css"
USUAL = Look((_SHELL, "site.css"), "site.js")
DOCUMENT = Look((_SHELL, "document.css"), "site.js")
"""Of the pages of dossiers, which look as a report on one does."""
SURVEYED = Look((_SHELL, "survey.css"), "survey.js")
LOOKS = (USUAL, DOCUMENT, SURVEYED)


@dataclass(frozen=True, slots=True)
class Place:
    """A page that every page leads to."""

    name: str
    title: str
    about: str

    @property
    def file(self) -> str:
        """Its file, from the top of the site."""
        return f"{self.name}.html"


HOME = Place("index", "Overview", "what is here")
DOSSIERS = Place(
    "dossiers", "Dossiers", "each dossier: what is shown, what is lacking, and what is to be done"
)
FINDINGS = Place("findings", "Findings", "what is lacking, by standard and family, across all dossiers")
DEADLINES = Place("deadlines", "Deadlines", "every day that the law sets: what is overdue, and what is next")
SURVEY = Place("survey", "Survey", "all dossiers together, and the published lists of several States")
COMPARISON = Place(
    "comparison", "Comparison", "regimes side by side, on any day, against the collective standard"
)
STANDARDS = Place("standards", "Standards", "what each standard asks and why, on what it rests, who has it")
REGIMES = Place("regimes", "Regimes", "the law of each regime: criteria, provisions, days in force")
SOURCES = Place("sources", "Sources", "versions of the law and of the lists that these pages rest on")
LIMITS = Place("limits", "Limits", "what the tool does not and cannot judge")
SEARCH = Place("search", "Search", "everything on this site by its words")


def places(*, has_dossiers: bool, has_lists: bool) -> tuple[Place, ...]:
    """What the way round leads to."""
    of_dossiers = (DOSSIERS, FINDINGS) if has_dossiers else ()
    survey = (SURVEY,) if has_dossiers or has_lists else ()
    return (HOME, *of_dossiers, DEADLINES, *survey, COMPARISON, STANDARDS, REGIMES, SOURCES, LIMITS, SEARCH)


@dataclass(frozen=True, slots=True)
class Shell:
    """The site as each of its pages knows it.

    Attributes:
        title: the name of the site.
        as_of: the day for which everything is said.
        places: what the way round leads to, in its order.
    """

    title: str
    as_of: date
    places: tuple[Place, ...]

    def page(self, template: str, here: str, **content: Any) -> str:
        """A page from a template that extends `site/base.html`.

        Args:
            template: its file name in `templates/site/`.
            here: the file of the page, from the top of the site.
            content: what the template speaks of; all text in it may come from outside.
        """
        look: Look = content.pop("look", USUAL)
        return page(
            f"site/{template}",
            styles=look.styles,
            script=look.script,
            version=__version__,
            site=self,
            here=here,
            root="../" * here.count("/"),
            marks=MARKS,
            mark_meaning=LEGEND,
            verified=VERIFIED,
            **content,
        )

    def row(self, template: str, here: str, **content: Any) -> Markup:
        """A row of a table on a page, made before it is known how the table is divided."""
        return row(f"site/{template}", root="../" * here.count("/"), site=self, **content)


def policy() -> str:
    """A Content-Security-Policy that a server can send for every page of the site."""
    styles = tuple("".join(part(name) for name in ("base.css", *look.styles)) for look in LOOKS)
    scripts = tuple(part(name) for name in dict.fromkeys(look.script for look in LOOKS))
    return f"{content_security_policy(styles, scripts)}; frame-ancestors 'none'"
