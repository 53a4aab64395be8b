"""Whole versions: of every complete dossier for every reader, and of dossiers with somebody in disguise in them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import people
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import FIXTURES, NEUTRAL, TODAY, document

from sanctcheck.dossier.model import Dossier
from sanctcheck.law.load import packaged_law
from sanctcheck.reading.files import parse
from sanctcheck.reading.shape import shape
from sanctcheck.redaction.redact import Asked, redacted
from sanctcheck.redaction.writing import written

if TYPE_CHECKING:
    from sanctcheck.reading.document import Document

LAW = packaged_law()
READERS = ("target", "public", "partner:GB", "partner:CA")
COMPLETE = sorted(
    path
    for path in FIXTURES.glob("dossiers/*/complete.yaml")
    if "\nformat: dossier/1\n" in path.read_text("utf-8")
)

EXHIBITS = """\
exhibits:
  - id: E1
    title: Statement of Amira Haddad
    kind: witness-statement
    handling: {level: protected, because: her family, role: a former nurse, names: [Амира Хаддад]}
  - {id: E2, title: A report, kind: un-report, handling: {level: public}}
"""


def read(text: str | bytes, name: str = "a.yaml") -> tuple[Document, Dossier]:
    """A document and the dossier that it holds."""
    found = parse(text if isinstance(text, bytes) else text.encode(), name)
    shaped = shape(found, Dossier)
    assert shaped is not None, [flaw.message for flaw in found.flaws]
    return found, shaped


@pytest.mark.parametrize("path", COMPLETE, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("reader", ["target", "public", "partner:GB"])
def test_a_version_is_a_valid_dossier_with_the_same_ids_and_a_version_of_itself(
    path: Any, reader: str
) -> None:
    original, dossier = read(path.read_bytes())
    made = redacted(original, dossier, LAW, Asked(reader, TODAY))
    assert made.text is not None, made.left
    again, version_of = read(made.text)

    assert again.flaws == []
    assert [each.id for each in version_of.exhibits] == [each.id for each in dossier.exhibits]
    assert [each.id for each in version_of.allegations] == [each.id for each in dossier.allegations]
    assert redacted(again, version_of, LAW, Asked(reader, TODAY)).text == made.text


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def letters(text: str) -> str:
    """The letters of a text, whatever stands between them."""
    return "".join(filter(str.isalnum, text.casefold()))


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 2**32).map(random.Random), st.sampled_from(READERS))
def test_no_version_holds_the_name_of_somebody_who_is_protected(chance: random.Random, reader: str) -> None:
    (person,) = people.people(1, chance)
    way = chance.choice([people.other_case, people.zero_width, people.line_end, people.reordered])
    value = document(NEUTRAL + EXHIBITS).value
    value["exhibits"][0]["handling"]["names"] = [person.latin]
    value["statement_of_reasons"] = {"text": f"You had {way(chance.choice(person), chance)} beaten."}
    value["exhibits"][1]["title"] = f"Report on {way(chance.choice(person), chance)}"
    made = redacted(*read(written(value, as_json=True), "a.json"), LAW, Asked(reader, TODAY))

    assert made.text is not None, made.left
    shown = letters("".join(_texts(read(made.text, "b.json")[0].value)))
    assert letters(person.latin) not in shown
    assert letters(person.native) not in shown
