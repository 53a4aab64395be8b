"""`sanctcheck explain`: what is asked, why, on which authority, with examples."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sanctcheck.cli.options import DAY, criteria_option, law_from, say_what_is_wrong_with_the_law, today

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path


@click.command("explain", short_help="Say what a standard or a regime asks, why, and show examples.")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--as-of", type=DAY, metavar="DATE", help="The day whose law is shown; today if left out.")
@criteria_option
def command(name: str | None, as_of: datetime | None, criteria: Path | None) -> None:
    """Explain a standard, a regime, or what a regime asks; without NAME, list everything.

    \b
    sanctcheck explain notification           a standard, and who asks for it
    sanctcheck explain gb-ghr                 a regime, whole
    sanctcheck explain gb-ghr:notification    what the regime asks on a standard
    sanctcheck explain gb-ghr:damages         where it stands, and stood before
    sanctcheck explain gb-ghr:court-review    a rule of its law, by its id
    sanctcheck explain duplicate-key          a rule of form
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.errors import LawError, UsageError  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.explanation import topic  # noqa: PLC0415
    from sanctcheck.report.explanation import contents, explained  # noqa: PLC0415
    from sanctcheck.text import visible  # noqa: PLC0415

    law = law_from(criteria)
    day: date = as_of.date() if as_of else today()
    try:
        text = contents(law) if name is None else explained(topic(law, name, day))
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except LawError as error:
        say_what_is_wrong_with_the_law(error)
        sys.exit(2)
    # Criteria from another folder are text from outside as well.
    click.echo("\n".join(visible(line) for line in text.split("\n")), nl=False)
