"""What a repository may ask of sanctcheck. Every key adds strictness, or settles something with a reason.

There is no key for an address, a folder, a file to write, a schema, a criteria file or a command: whoever can send a
pull request can write this file. What cannot be said here is said on the command line.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sanctcheck.dossier.acceptance import AcceptedGap
from sanctcheck.reading.model import Count, Day, Glob, Identifier, Part, Text

Globs = Annotated[list[Glob], Field(min_length=1, max_length=100)]
Regimes = Annotated[list[Identifier], Field(max_length=50)]
StricterLevel = Literal["error", "warning"]
OutputForm = Literal["terminal", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown", "csv"]


class Excluded(Part):
    """Files that are no dossiers to be checked, and why not. Each report counts them."""

    paths: Globs
    """Paths below the folder of this file: `templates/`, `**/old-*.yaml`. A folder stands for all that is in it."""
    reason: Text
    """Why they are not checked; each report says so."""


class Override(Part):
    """What is asked besides of the dossiers in some paths."""

    paths: Globs
    """Paths below the folder of this file: `dossiers/gb/`, `**/*-renewal.yaml`."""
    regimes: Regimes = Field(default=[])
    """Regimes under which they are assessed besides those that they name."""
    fail_on: StricterLevel | None = None
    """From which severity on they fail, where that is stricter than for the others."""


class AcceptedInRepository(AcceptedGap):
    """A gap that somebody answers for, in some dossiers or in all of them."""

    dossiers: Annotated[list[Identifier], Field(max_length=500)] = Field(default=[])
    """Ids of the dossiers; leave it out for any."""
    paths: Annotated[list[Glob], Field(max_length=100)] = Field(default=[])
    """Paths of the dossiers below the folder of this file; leave it out for any."""


class ListSettings(Part):
    """What is asked of the published lists, where a command uses them."""

    require: Annotated[list[Identifier], Field(max_length=50)] = Field(default=[])
    """Lists that have to be there: without one of them the run ends with status 4."""
    max_age: Count | None = None
    """Days after which a list is too old, where that is fewer than usual."""


class ConfigurationFile(Part):
    """The configuration of a repository of dossiers, `sanctcheck.toml`."""

    regimes: Regimes = Field(default=[])
    """Regimes under which every dossier is assessed besides those that it names."""
    fail_on: StricterLevel | None = None
    """From which severity on a run fails: error (as without it) or warning."""
    as_of: Day | None = None
    """The day of the assessment, where that lies ahead; a day that has passed is for the command line alone."""
    show: Annotated[list[Literal["met", "pending", "not-applicable", "all"]], Field(max_length=10)] = Field(
        default=[]
    )
    """Results that are shown beside gaps."""
    output: OutputForm | None = None
    """The form of the report on standard output; files are named on the command line."""
    lists: ListSettings | None = None
    """What is asked of the published lists."""
    exclude: Annotated[list[Excluded], Field(max_length=100)] = Field(default=[])
    """Files that are not checked, each with a reason."""
    overrides: Annotated[list[Override], Field(max_length=100)] = Field(default=[])
    """What is asked besides in some paths."""
    accepted: Annotated[list[AcceptedInRepository], Field(max_length=2_000)] = Field(default=[])
    """Gaps that somebody answers for, each with a reason and a last day."""
