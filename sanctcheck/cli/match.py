"""`sanctcheck match`: are two names, with what else is known of them, one party?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TextIO

    from sanctcheck.names.pairs import PairRow
    from sanctcheck.names.score import Comparison

_Function = TypeVar("_Function", bound="Callable[..., Any]")
_KINDS = ("person", "entity", "vessel", "aircraft")
_EACH = "Of A; give it again for B. Several with “;” between them; “-” where it is not known."


def _each(name: str, metavar: str, what: str) -> Callable[[_Function], _Function]:
    return click.option(name, name[2:], metavar=metavar, multiple=True, help=f"{what} {_EACH}")


@click.command("match", short_help="Compare two names, and show what the score is made of.")
@click.argument("names", metavar="A B", nargs=-1)
@click.option(
    "--pairs",
    metavar="FILE",
    type=click.Path(allow_dash=True),
    help="Compare each row of a CSV or JSONL file.",
)
@click.option(
    "--kind", type=click.Choice(_KINDS), help="What both are; left out: what their words look like."
)
@_each("--dob", "DATE", "Date of birth, as exact as it is known (1965, 1965-03, circa 1965).")
@_each("--country", "COUNTRY", "Country, by its code or name.")
@_each("--gender", "GENDER", "male or female.")
@_each("--alias", "NAME", "Another name.")
@_each("--id", "NUMBER", "Identifier: “passport: A123”, “IMO 1234567”.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="From which score on two parties are called a match.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="Form of the comparison of A and B; --pairs always writes JSON lines.",
)
@click.option("--explain", is_flag=True, help="With --pairs: say in each row what its score is made of.")
def command(**options: Any) -> None:
    """Compare two names A and B, and show the score and what it is made of.

    The score is calibrated: of pairs that score 0.9, about nine in ten are the same party. It is made of parts that
    each speak for or against; see docs/matching.md. It compares what is stated, and decides nothing.

    \b
    sanctcheck match "Yousef Al-Karim" "KARIM, Yusuf" --kind person
    sanctcheck match "Amina Bello" "BELLO, A." --dob 1971 --dob 1971-05-02
    sanctcheck match --pairs pairs.csv > scores.jsonl

    FILE has the columns (or keys) name1 and name2 and, where they are known, kind, and aliases, dob, country, gender
    and identifiers with a 1 or a 2 behind; several values as a JSON list or with “;” between them; “-” is standard
    input. Each row becomes one line, in the order of the rows: {"row": 0, "score": 0.93, "match": true}. A row that
    cannot be compared has null for both, and an "error".

    \b
    Exit status
      0  everything was compared, whatever the scores
      1  rows of --pairs could not be compared
      2  could not run: wrong options, a file that cannot be read
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.errors import UsageError  # noqa: PLC0415 - see `sanctcheck.cli`

    names: Sequence[str] = options["names"]
    if (options["pairs"] is None) != (len(names) == 2):
        raise click.UsageError(
            "Give two names, or --pairs FILE." if options["pairs"] is None else "Give names or --pairs."
        )
    try:
        sys.exit(_one(names, options) if options["pairs"] is None else _many(options))
    except UsageError as error:
        raise click.UsageError(str(error)) from error


def _one(names: Sequence[str], options: dict[str, Any]) -> int:
    from sanctcheck.errors import UsageError  # noqa: PLC0415
    from sanctcheck.names.score import compare  # noqa: PLC0415
    from sanctcheck.names.stated import stated_party  # noqa: PLC0415
    from sanctcheck.text import listed  # noqa: PLC0415

    sides = [stated_party(_fields(place, name, options)) for place, name in enumerate(names)]
    notes = [note for side in sides for note in side.notes]
    if notes:
        said = listed(notes, "and")
        raise UsageError(f"{said[0].upper()}{said[1:]}.")
    comparison = compare(sides[0].party, sides[1].party)
    if options["format_"] == "json":
        from sanctcheck.report.match import as_json  # noqa: PLC0415

        click.echo(as_json(comparison, options["threshold"]))
    else:
        from sanctcheck.report.match import as_text  # noqa: PLC0415

        click.echo(as_text(comparison, options["threshold"]), nl=False)
    return 0


def _fields(place: int, name: str, options: dict[str, Any]) -> dict[str, Any]:
    from sanctcheck.errors import UsageError  # noqa: PLC0415

    fields: dict[str, Any] = {"name": name, "kind": options["kind"]}
    for option, field in {
        "dob": "dob",
        "country": "country",
        "gender": "gender",
        "alias": "aliases",
        "id": "identifiers",
    }.items():
        if len(options[option]) > 2:
            raise UsageError(
                f"--{option} is given more than twice: once for A, once for B, several values with “;”."
            )
        fields[field] = options[option][place] if len(options[option]) > place else None
    return fields


def _many(options: dict[str, Any]) -> int:
    from sanctcheck.names.pairs import pair_rows  # noqa: PLC0415
    from sanctcheck.report.match import row_as_json  # noqa: PLC0415

    unread = 0
    for row in pair_rows(_lines(options["pairs"]), csv_file=_is_csv(options["pairs"])):
        comparison = _compared(row, options["kind"])
        unread += comparison is None
        click.echo(row_as_json(row, comparison, options["threshold"], explain=options["explain"]))
    if unread:
        rows = "1 row" if unread == 1 else f"{unread} rows"
        click.echo(f"sanctcheck: {rows} could not be compared; “error” says why.", err=True)
    return 1 if unread else 0


def _compared(row: PairRow, kind: str | None) -> Comparison | None:
    import msgspec  # noqa: PLC0415

    from sanctcheck.names.score import compare  # noqa: PLC0415

    if row.error or row.first is None or row.second is None:
        return None
    first, second = row.first, row.second
    if kind is not None:
        first, second = (
            msgspec.structs.replace(each, kind=kind) if not each.kind else each for each in (first, second)
        )
    return compare(first, second)


def _is_csv(path: str) -> bool | None:
    ending = path.rpartition(".")[2].casefold()
    if ending in {"csv", "tsv"}:
        return True
    return False if ending in {"jsonl", "ndjson", "json"} else None


def _lines(path: str) -> Iterator[str]:
    """The lines of a file in UTF-8; what is not is replaced, so that the row keeps its place.

    Raises:
        UsageError: it cannot be opened.
    """
    import io  # noqa: PLC0415

    from sanctcheck.errors import StoreError, UsageError  # noqa: PLC0415
    from sanctcheck.lists.files import regular_file  # noqa: PLC0415
    from sanctcheck.lists.limits import MAX_BYTES  # noqa: PLC0415
    from sanctcheck.text import quoted  # noqa: PLC0415

    if path == "-":
        yield from _bounded(io.TextIOWrapper(sys.stdin.buffer, "utf-8", "replace", newline=""))
        return
    try:
        with (
            regular_file(Path(path), MAX_BYTES, follows=False) as file,
            io.TextIOWrapper(file, "utf-8-sig", "replace") as text,
        ):
            yield from _bounded(text)
    except StoreError as error:
        raise UsageError(f"{quoted(path)}{str(error).removeprefix(str(Path(path)))}") from error


def _bounded(file: TextIO) -> Iterator[str]:
    """The lines of a file; of one that is too long only its beginning, which is too long as well."""
    from sanctcheck.names.pairs import MAX_LINE  # noqa: PLC0415

    while line := file.readline(MAX_LINE + 2):
        yield line
        while len(line) > MAX_LINE and not line.endswith("\n"):
            line = file.readline(MAX_LINE + 2)
