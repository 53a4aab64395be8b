"""Sites for tests: a small law, dossiers at every level of handling, and one that tries to be more than text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commanding import STANDARDS
from support import EXAMPLE_REGIME

if TYPE_CHECKING:
    from pathlib import Path

    from commanding import Called, CommandLine

DAY = "2026-06-01"
SCRIPT = "</title></style><script>window.smuggled = 1</script><img src=x onerror='window.smuggled = 1'>"
CALENDAR = """\
calendar:
  - {id: report, what: The report is due, yearly: 12-10, provision: {instrument: act, at: s. 9}, verified: knowledge}
"""
POSITIONS = """\
positions:
  - standards: [statement-of-reasons]
    answer: "no"
    provision: {instrument: act, at: s. 8}
    in_force: {from: 2020-01-01, until: 2023-12-31}
    verified: uncertain
  - standards: [statement-of-reasons]
    answer: partial
    detail: on request
    provision: {instrument: act, at: s. 8A}
    in_force: {from: 2024-01-01}
    verified: text
    source: s
"""


def dossier(name: str, level: str | None = None, **parts: str) -> str:
    """A dossier, with its handling and with lines that take the place of its own."""
    lines = {
        "act": "{kind: initial-designation, status: adopted, day: 2026-03-01}",
        "target": f"{{type: person, names: [{{name: Person of {name}}}]}}",
        "legal_basis": "[{regime: example}]",
        **({"handling": f"{{level: {level}}}"} if level else {}),
        **parts,
    }
    return (
        "\n".join(["format: dossier/1", f"id: {name}", *(f"{key}: {text}" for key, text in lines.items())])
        + "\n"
    )


def hostile_dossier() -> str:
    """A dossier in which every free text is markup."""
    text = '"' + SCRIPT + '"'
    return dossier(
        "hostile",
        "public",
        title=text,
        prepared_by=text,
        target=f"{{type: person, names: [{{name: {text}}}]}}",
        allegations=f"[{{id: A1, summary: {text}, conduct: torture, basis: own-conduct, role: {text}}}]",
        exhibits=f"[{{id: E1, title: {text}, kind: un-report, publisher: {text}, url: 'https://example.org/\"onload=x'}}]",
        process=f"[{{event: proposed, day: 2026-01-01, by: {text}, note: {text}}}]",
    )


@dataclass(frozen=True)
class Sites:
    """Makes sites in the folder of a command line."""

    command_line: CommandLine

    def law(self) -> None:
        self.command_line.write("law/standards.yaml", STANDARDS)
        self.command_line.write("law/example.yaml", EXAMPLE_REGIME + CALENDAR + POSITIONS)
        draft = EXAMPLE_REGIME.replace("id: example\n", "id: common\nkind: collective-standard\n")
        self.command_line.write("law/common.yaml", draft)
        programme = EXAMPLE_REGIME.replace("id: example\n", "id: other\nkind: programme\n")
        self.command_line.write("law/other.yaml", programme)

    def call(self, *arguments: str) -> Called:
        return self.command_line.call("site", "out", "--as-of", DAY, "--criteria", "law", *arguments)

    @property
    def out(self) -> Path:
        return self.command_line.folder / "out"

    def pages(self) -> dict[str, str]:
        """Every file of the site with its text."""
        return {
            file.relative_to(self.out).as_posix(): file.read_text(encoding="utf-8")
            for file in sorted(self.out.rglob("*"))
            if file.is_file()
        }
