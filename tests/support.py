"""What tests share: dossiers, regimes and matters from a few lines of YAML."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from sanctcheck.assess import law_day
from sanctcheck.checks.base import Matter, Result
from sanctcheck.checks.registry import load_check
from sanctcheck.dossier.model import Dossier
from sanctcheck.law.model import Regime
from sanctcheck.reading.document import Document
from sanctcheck.reading.files import parse
from sanctcheck.reading.shape import shape

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
TODAY = date(2026, 6, 1)

SomeModel = TypeVar("SomeModel", bound=BaseModel)

NEUTRAL = """\
format: dossier/1
id: example
act: {kind: initial-designation, status: adopted, day: 2026-03-01}
target: {type: person, names: [{name: Example Person}]}
legal_basis: [{regime: example}]
"""

# A regime of the tests' own, so that tests of checks stand on no real law that may change.
EXAMPLE_REGIME = """\
format: criteria/1
id: example
name: An example regime
jurisdiction: Nowhere
last_verified: 2026-01-01
sources: {s: {title: An example}}
instruments:
  act: {title: Example Act, citation: 2020 c. 1, kind: act, in_force: {from: 2020-01-01}, verified: text, source: s}
conduct:
  - id: torture
    title: Torture
    provision: {instrument: act, at: s. 1}
    verified: text
    source: s
    conduct: [torture, ill-treatment]
    elements:
      - {id: act, asks: the act took place}
      - {id: severity, asks: it was severe}
  - id: killing
    title: Killing, since 2025
    provision: {instrument: act, at: s. 1A}
    in_force: {from: 2025-01-01}
    verified: text
    source: s
    conduct: [extrajudicial-killing]
    elements:
      - {id: act, asks: the act took place}
links:
  - id: responsible
    title: Responsible
    provision: {instrument: act, at: s. 2(a)}
    verified: text
    source: s
    basis: [own-conduct, command]
    elements:
      - {id: responsibility, asks: the target did it or ordered it}
  - id: owned
    title: Owned or controlled
    provision: {instrument: act, at: s. 2(b)}
    verified: text
    source: s
    basis: [ownership, control]
    conduct: [torture]
    elements:
      - {id: ownership, asks: the target is owned}
  - id: associated
    title: Associated
    provision: {instrument: act, at: s. 2(c)}
    verified: text
    source: s
    basis: [association]
proof:
  - id: suspicion
    term: reasonable grounds to suspect
    provision: {instrument: act, at: s. 3}
    verified: text
    source: s
decision_makers:
  - {who: Minister, provision: {instrument: act, at: s. 4}, verified: text, source: s}
measures:
  - {kind: asset-freeze, provision: {instrument: act, at: s. 5}, verified: text, source: s}
  - {kind: entry-ban, targets: [person], provision: {instrument: act, at: s. 6}, verified: text, source: s}
criteria:
  - id: notice
    standard: notification
    title: The target is told
    provision: {instrument: act, at: s. 7}
    force: duty
    verified: text
    source: s
    check: notified
    remedy: Tell the target.
"""


def document(text: str, name: str = "example.yaml") -> Document:
    """A document from YAML text."""
    return parse(textwrap.dedent(text).encode(), name)


def shaped(value: Any, model: type[SomeModel]) -> SomeModel:
    """A model from a value as the reader gives it; its flaws fail the test."""
    read = Document("example.yaml", value=value)
    made = shape(read, model)
    assert made is not None, [flaw.message for flaw in read.flaws]
    return made


def dossier(fragment: str = "") -> Dossier:
    """The neutral dossier, with the fragment's top fields instead of its own."""
    return shaped({**document(NEUTRAL).value, **(document(fragment).value or {})}, Dossier)


def regime(text: str = EXAMPLE_REGIME) -> Regime:
    """A regime from YAML text."""
    return shaped(document(text).value, Regime)


def matter(fragment: str = "", *, under: Regime | None = None, as_of: date = TODAY) -> Matter:
    """The neutral dossier, changed by the fragment, under the example regime on a day."""
    subject = dossier(fragment)
    return Matter(subject, under or regime(), as_of, law_day(subject, as_of))


def run(
    check: str, fragment: str = "", *, under: Regime | None = None, as_of: date = TODAY, **parameters: Any
) -> list[Result]:
    """The results of a check on the neutral dossier, changed by the fragment."""
    chosen = load_check(check)
    return list(
        chosen.function(
            matter(fragment, under=under, as_of=as_of), chosen.parameters.model_validate(parameters)
        )
    )


def outcomes(results: list[Result]) -> list[str]:
    """The outcomes of some results, in order."""
    return [result.outcome for result in results]
