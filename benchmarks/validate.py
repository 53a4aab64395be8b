"""How long 1,000 dossiers take under one regime, beside the YAML parser alone; and how memory grows with their number."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from pairs import ratio, run

from sanctcheck.reading.files import read_document
from sanctcheck.reading.yaml_reader import PlainNumber

ROOT = Path(__file__).parent.parent
REGIME = "gb-ghr"
_INTEGER = "tag:yaml.org,2002:int"
PARSER_ALONE = """
import pathlib, sys, yaml
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
"""


def dossier() -> Any:
    """The complete dossier of the regime, cut to the usual size: the first allegation, and the first exhibits."""
    value = read_document(ROOT / "fixtures" / "dossiers" / REGIME / "complete.yaml", "complete.yaml").value
    value["allegations"] = value["allegations"][:1]
    value["exhibits"] = value["exhibits"][:3]
    value["process"] = [{key: event[key] for key in event if key != "note"} for event in value["process"]]
    for part in ("comparators", "stated_facts", "exemptions", "measures"):
        value.pop(part, None)
    return value


def corpus(folder: Path, number: int) -> None:
    """Dossiers that differ: every tenth has a flaw of form, so that there is something of every kind to report."""
    yaml.SafeDumper.add_representer(PlainNumber, lambda dumper, text: dumper.represent_scalar(_INTEGER, text))
    value = dossier()
    for index in range(number):
        value["id"] = f"n{index:04d}"
        text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110)
        if index % 10 == 0:
            text = text.replace("\nprocess:", "\nproces:", 1)
        (folder / f"dossier-{index:04d}.yaml").write_text(text, encoding="utf-8")


def main() -> int:
    """Prints the ratios; the status is 1 where a bound is not kept."""
    sanctcheck = str(Path(sys.executable).with_name("sanctcheck"))
    with tempfile.TemporaryDirectory() as many, tempfile.TemporaryDirectory() as few:
        corpus(Path(many), 1_000)
        corpus(Path(few), 100)
        size = sum(file.stat().st_size for file in Path(many).iterdir()) / 1_000
        print(f"1,000 dossiers of {size / 1024:.1f} KiB each, under {REGIME}")
        validate = [sanctcheck, "validate", "--as-of", "2026-06-01", "--regime", REGIME]
        kept = True
        for form in ("terminal", "json"):
            kept &= ratio(
                f"validate --format {form}, beside yaml.load with CSafeLoader",
                [*validate, "--format", form, many],
                [sys.executable, "-c", PARSER_ALONE, many],
                pairs=5,
                bound=3.0,
            )
        growth = run([*validate, many]).peak / run([*validate, few]).peak
        print(f"peak memory, 1,000 dossiers beside 100: {growth:.2f} x (bound 1.1 x)")
        return 0 if kept and growth <= 1.1 else 1


if __name__ == "__main__":
    sys.exit(main())
