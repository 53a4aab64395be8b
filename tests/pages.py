"""Comparisons as pages, for the tests that parse them and those that open them in a browser."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from commanding import STANDARDS
from justhtml import JustHTML
from justhtml.dom import Element
from support import EXAMPLE_REGIME

from sanctcheck.compare import Question, Table, compared
from sanctcheck.law.load import Law, packaged_law

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 6, 1)
LAW = packaged_law()
# Fewest and most that is to be expected: a history, every regime, and three days of each for a wide table.
REGIMES = ("gb-ghr", "gb-gac", "us-globalmagnitsky", "eu-ghr", "eu-ukraine", "common")
EIGHTEEN = tuple(f"{regime}@{year}-01-01" for regime in REGIMES for year in (2022, 2024, 2026))

SCRIPT = "</title></style><script>window.smuggled = 1</script><img src=x onerror='window.smuggled = 1'>"
ADDRESS = "https://example.org/\"onmouseover=window.smuggled=1//'><script>window.smuggled=1</script>"
REVERSED = "\u202efinal\u202c"
HOSTILE_REGIME = (
    EXAMPLE_REGIME.replace("An example regime", f'"{SCRIPT}"')
    .replace("jurisdiction: Nowhere", 'jurisdiction: "{{ 7 * 7 }}{% raw %}"')
    .replace(
        "{title: An example}", f"{{title: \"{SCRIPT}\", url: '{ADDRESS.replace(chr(39), chr(39) * 2)}'}}"
    )
    .replace("citation: 2020 c. 1", f'citation: "{SCRIPT}"')
    .replace(
        "criteria:\n",
        f"""positions:
  - standards: [statement-of-reasons]
    answer: "yes"
    term: "<svg/onload=window.smuggled=1>"
    detail: "{SCRIPT}"
    note: "javascript:window.smuggled=1 --> {REVERSED}"
    provision: {{instrument: act, at: "<b>s. 8</b>"}}
    verified: text
    source: s
criteria:
""",
    )
)


def table(
    *names: str, against: str | None = None, families: tuple[str, ...] = (), diff: bool = False
) -> Table:
    """A comparison of packaged regimes."""
    return compared(LAW, Question(DAY, names, against=against, families=families, only_differing=diff))


def hostile_table(folder: Path) -> Table:
    """A comparison from criteria that try to be more than text."""
    (folder / "standards.yaml").write_text(STANDARDS.replace("The target is told why.", f'"{SCRIPT}"'))
    (folder / "example.yaml").write_text(HOSTILE_REGIME, encoding="utf-8")
    return compared(Law(folder), Question(DAY, ("example", "example@2021-01-01"), against="example"))


def parsed(page: str) -> Element:
    """A page as a tree; anything that a browser would have to mend is an error."""
    (root,) = JustHTML(page, strict=True, sanitize=False).query("html")
    assert isinstance(root, Element)
    return root


def every(within: Element, selector: str) -> list[Element]:
    """The elements that a selector finds."""
    return [found for found in within.query(selector) if isinstance(found, Element)]


def words(element: Element) -> str:
    """What a reader reads of an element, on one line."""
    return " ".join(element.to_text(separator=" ").split())


def inside(element: Element) -> str:
    """The text of a style or script, as it stands."""
    return "".join(str(child.data) for child in element.children or [])


def attribute(element: Element, name: str) -> str:
    """The value of an attribute that the element has."""
    return (element.attrs or {})[name] or ""
