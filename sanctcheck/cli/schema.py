"""`sanctcheck schema`: the JSON Schema of a format."""

from __future__ import annotations

import click

_NAMES = (
    *("dossier", "criteria", "shared", "standards", "decisions", "configuration", "baseline"),
    *(
        "settings",
        "assessment",
        "assessment-line",
        "comparison",
        "deadlines",
        "portability",
        "screening",
        "survey",
        "links",
        "difference",
    ),
)


@click.command("schema", short_help="Print the JSON Schema of a format, for editors and other tools.")
@click.argument("name", metavar="FORMAT", type=click.Choice(_NAMES))
def command(name: str) -> None:
    """Print the JSON Schema (2020-12) of a FORMAT.

    The formats: dossier, criteria, shared (law that several regimes have in common), standards, decisions (what
    people judged of hits), configuration (sanctcheck.toml) and baseline; and those of JSON reports: settings (config),
    assessment (validate; assessment-line for JSONL), comparison (compare), difference (diff), deadlines, portability,
    screening (screen), survey and links (evidence links).

    \b
    An editor with a YAML language server completes a dossier as you type:
      sanctcheck schema dossier > dossier.schema.json
    and, as the first line of the dossier:
      # yaml-language-server: $schema=dossier.schema.json

    \b
    One with a TOML language server (taplo) does so for sanctcheck.toml, with
    this as the first line:
      #:schema configuration.schema.json
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.data import data_folder  # noqa: PLC0415 - see `sanctcheck.cli`

    text = (data_folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8")
    click.echo(text, nl=False)
