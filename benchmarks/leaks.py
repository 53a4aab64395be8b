"""Protected names planted where others may read them: whether the leak check sees each, and whether any output shows one.

    python benchmarks/leaks.py [NUMBER] [--only-check] [--seed=OTHER]

NUMBER names (10,000 if left out) are planted in public parts of dossiers that protect their bearers, each written in
another case, with accents, in the other script, with characters that draw nothing, split by a line end, or in two of these
ways at once; besides in ways that nobody promised: look-alike letters, another order, joined, markup, initials. Each dossier
is then validated, reported in every form, and redacted for every reader. An output shows a name where its letters stand in
it, whatever stands between them: that is looked for without the matcher. Then as many ordinary texts about other people,
and of law, are looked at for false alarms; and the time of the check is taken beside that of the whole validation.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import people

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.finding import record_of
from sanctcheck.law.load import packaged_law
from sanctcheck.leaks.guard import Guard
from sanctcheck.leaks.secrets import Secret
from sanctcheck.redaction.redact import Asked, redacted
from sanctcheck.report.base import Run
from sanctcheck.report.formats import FORMATS, form
from sanctcheck.report.view import View
from sanctcheck.tally import Tally
from sanctcheck.validation import Request, Validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from people import Person

    from sanctcheck.law.load import Law

SEED = 20261130
ROOT = Path(__file__).parent.parent
DAY = date(2026, 6, 1)
IN_A_DOSSIER = 20
READERS = ("target", "public", "partner:GB")
MOST_FALSE, SLOWEST, NOTHING = 0.005, 0.05, 0.01
DOSSIER = ROOT / "fixtures" / "dossiers" / "eu-ghr" / "complete.yaml"
WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "other case": people.other_case,
    "accents": people.accents,
    "zero-width characters": people.zero_width,
    "split by a line end": people.line_end,
}
MORE: dict[str, Callable[[str, random.Random], str]] = {
    "look-alikes": people.look_alikes,
    "reordered": people.reordered,
    "joined": people.joined,
    "markup": people.markup,
    "initials": people.initials,
}
SENTENCES = (
    "In May 2024 {} told the commission what happened in the yard.",
    "The order was handed to {}, who refused to carry it out.",
    "{} was in the building on that day.",
    "Witnesses, among them {}, saw the lorries leave.",
    "See the statement of {} (annex 3).",
)
QUIET = (
    "In May 2024 {} told the press that the prison of {} would be closed.",
    "{}, head of the department, signed order no. {} of 3 June 2023.",
    "The company of {} holds 40 per cent; the rest belongs to {}.",
    "On {} the court heard Judge {} and two clerks.",
    "{} and {} were promoted in the same year.",
)


class Plant(NamedTuple):
    """A name in a text: who is meant, as it is declared and as it is written there, and in which way."""

    declared: str
    written: str
    way: str


def plants(count: int, chance: random.Random) -> list[Plant]:
    """Names, each way in its turn."""
    ways = [*WAYS, "script", "two ways", "script and another way", *MORE]
    return [
        _plant(person, ways[at % len(ways)], chance) for at, person in enumerate(people.people(count, chance))
    ]


def _plant(person: Person, way: str, chance: random.Random) -> Plant:
    one, other = chance.sample([person.latin, person.native], 2)
    if way == "script":
        return Plant(one, other, way)
    if way == "script and another way":
        name = chance.choice([*WAYS])
        return Plant(one, WAYS[name](other, chance), f"script, {name}")
    if way == "two ways":
        first, second = chance.sample([*WAYS], 2)
        return Plant(one, WAYS[second](WAYS[first](one, chance), chance), f"{first}, {second}")
    change = WAYS.get(way) or MORE[way]
    name = person.latin if way in {"look-alikes", "initials", "joined"} else one
    return Plant(name if way != "accents" else one, change(name, chance), way)


def dossier(number: int, planted: Sequence[Plant], chance: random.Random) -> dict[str, Any]:
    """A dossier that protects some people, and in which each of them is named in a part for others."""
    exhibits = [
        {
            "id": f"E{at}",
            "title": f"Statement of {each.declared}",
            "kind": "witness-statement",
            "handling": {
                "level": "protected",
                "because": "danger",
                "names": [each.declared],
                "role": "a witness",
            },
        }
        for at, each in enumerate(planted)
    ]
    texts = [chance.choice(SENTENCES).format(each.written) for each in planted]
    made: dict[str, Any] = {
        "format": "dossier/1",
        "id": f"d{number}",
        "act": {"kind": "initial-designation", "status": "adopted", "day": "2026-03-01"},
        "target": {"type": "person", "names": [{"name": "Quintus Zorvex"}]},
        "legal_basis": [{"regime": "gb-ghr"}, {"regime": "eu-ghr"}],
        "allegations": [],
        "exhibits": exhibits,
        "process": [],
        "statement_of_reasons": {"points": []},
    }
    for at, text in enumerate(texts):
        place = at % 4
        if place == 0:
            made["allegations"].append({"id": f"A{at}", "summary": text, "conduct": "torture"})
        elif place == 1:
            made["exhibits"].append(
                {"id": f"P{at}", "title": text, "kind": "press-report", "handling": {"level": "public"}}
            )
        elif place == 2:
            made["process"].append(
                {"event": "consulted", "day": "2026-01-02", "note": text, "by": text[:400]}
            )
        else:
            made["statement_of_reasons"]["points"].append({"allegation": "A0", "text": text})
    return made


class Outcome:
    """What was seen, and what was shown."""

    def __init__(self) -> None:
        self.planted: Counter[str] = Counter()
        self.unseen: list[Plant] = []
        self.shown: list[tuple[str, Plant]] = []
        self.check = self.whole = 0.0
        self.slowest = 0.0


def letters(text: str) -> str:
    """The letters and digits of a text, in one case: what stands between them is no hiding place."""
    return "".join(each for each in unicodedata.normalize("NFKC", text).casefold() if each.isalnum())


def try_out(planted: Sequence[Plant], number: int, law: Law, chance: random.Random, outcome: Outcome) -> None:
    """One dossier: validated, reported in every form, redacted for every reader."""
    value = dossier(number, planted, chance)
    content = json.dumps(value).encode()
    candidate = Candidate(None, f"d{number}.json", by_name=True, content=content)
    start = time.process_time()
    validated = Validator(law, Request(DAY)).validate(candidate)
    assert validated is not None
    outcome.whole += time.process_time() - start
    _seen(
        value, planted, {flaw.pointer for flaw in validated.flaws if flaw.rule == "protected-name"}, outcome
    )
    for name, text in _outputs(validated, law):
        squeezed = letters(text)
        outcome.shown += [(name, each) for each in planted if letters(each.written) in squeezed]
        outcome.shown += [(name, each) for each in planted if letters(each.declared) in squeezed]


def _seen(value: dict[str, Any], planted: Sequence[Plant], pointers: set[Any], outcome: Outcome) -> None:
    texts = {}
    for pointer in pointers:
        part: Any = value
        for step in pointer:
            part = part[step]
        texts[pointer] = part
    found = set(texts.values())
    for each in planted:
        outcome.planted[each.way] += 1
        if not any(each.written in text for text in found):
            outcome.unseen.append(each)


def _outputs(validated: Any, law: Law) -> Iterator[tuple[str, str]]:
    record = record_of(validated)
    run = Run(View(DAY, frozenset({"all"})), lambda: law, root=str(ROOT))
    for name in FORMATS:
        made, tally = form(name, run), Tally()
        parts = [made.opening()]
        tally.count(record)
        parts.append(made.dossier(record))
        text = "".join([*parts, made.closing(tally)])
        yield name, re.sub(r"\\u([0-9a-fA-F]{4})", lambda escape: chr(int(escape.group(1), 16)), text)
    for reader in READERS:
        version = redacted(validated.document, validated.dossier, law, Asked(reader, DAY))
        if version.text is None:
            raise SystemExit(f"redact {reader} refused: {version.left}")
        yield f"redact {reader}", version.text


def guards(count: int, chance: random.Random) -> Iterator[tuple[Guard, list[Plant]]]:
    """As many as a dossier protects, with what is planted for them."""
    every = plants(count, chance)
    for at in range(0, len(every), IN_A_DOSSIER):
        some = every[at : at + IN_A_DOSSIER]
        yield Guard([Secret("protected", (each.declared,), (), None, ()) for each in some]), some


def false_alarms(count: int, chance: random.Random) -> tuple[int, list[str], int]:
    """How many ordinary texts there were, the false alarms among them, and how many got the warning of a single word."""
    prose = [
        text
        for path in (*ROOT.glob("docs/*.md"), *ROOT.glob("criteria/*.yaml"))
        for text in _paragraphs(path)
    ]
    alarms: list[str] = []
    seen = alone = 0
    while seen < count:
        protected = people.people(10, chance)
        guard = Guard([Secret("protected", (each.latin, each.native), (), None, ()) for each in protected])
        known = {frozenset(each.latin.split()) for each in protected}
        for _ in range(100):
            text, named = _ordinary(prose, chance)
            if any(_is_one_of(each, known) for each in named):
                continue
            seen += 1
            alone += bool(guard.alone(text))
            if guard.is_told(text):
                alarms.append(f"{text!r} for {[text[span.start : span.end] for span in guard.spans(text)]}")
    return seen, alarms, alone


def _ordinary(prose: Sequence[str], chance: random.Random) -> tuple[str, list[Person]]:
    if chance.random() < 0.5:
        return chance.choice(prose), []
    named = people.people(2, chance)
    return chance.choice(QUIET).format(*(chance.choice([each.latin, each.native]) for each in named)), named


def _is_one_of(person: Person, known: set[frozenset[str]]) -> bool:
    """Whether somebody has the name of one who is protected, or two words of it: then it is no false alarm."""
    words = frozenset(person.latin.split())
    return any(len(words & each) > 1 for each in known)


def _paragraphs(path: Path) -> list[str]:
    return [text for text in re.split(r"\n\s*\n|\n\s*(?=[-\w]+:)", path.read_text("utf-8")) if len(text) > 20]


PROTECTING = """\
import sys, time
from pathlib import Path
from sanctcheck import validation
from sanctcheck.reading.files import parse
text = Path(sys.argv[1]).read_bytes()
protecting = sys.argv[2].encode()
document = parse(text.replace(b"level: protected,", b"level: protected, " + protecting), "a.yaml")
document.tree
for _ in range(2):
    start = time.process_time()
    found = list(validation._leaks(document))
    print(time.process_time() - start)
"""
NAMES = (
    "names: [Amira Yusuf Haddad, أميرة حداد, Petro Ivanenko, Wang Xiaoming], details: ['+963 944 123 456'],"
)


def times(path: Path) -> tuple[float, float, float]:
    """Seconds of the check for a dossier: where nobody is named who is protected; at first, with all that is loaded; again."""
    none: list[float] = []
    first: list[float] = []
    again: list[float] = []
    # As it is installed: with its modules compiled, which the first round sees to.
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = folder
        for _ in range(6):
            _time(path, environment, none, first, again)
    return min(none), min(first), min(again)


def _time(path: Path, environment: dict[str, str], none: list[float], *named: list[float]) -> None:
    for protecting, kept in (("", [none]), (NAMES, named)):
        ran = subprocess.run(
            [sys.executable, "-c", PROTECTING, str(path), protecting],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        for seconds, where in zip(map(float, ran.stdout.split()), kept, strict=False):
            where.append(seconds)


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; 1 where one of them is not kept."""
    count = next((int(each) for each in arguments if each.isdigit()), 10_000)
    chance = random.Random(SEED + sum(int(each[7:]) for each in arguments if each.startswith("--seed=")))
    outcome = Outcome()
    if "--only-check" in arguments:
        for guard, some in guards(count, chance):
            for each in some:
                outcome.planted[each.way] += 1
                text = chance.choice(SENTENCES).format(each.written)
                outcome.unseen += [each] if not guard.is_told(text) else []
    else:
        law = packaged_law()
        every = plants(count, chance)
        for number in range(0, len(every), IN_A_DOSSIER):
            try_out(every[number : number + IN_A_DOSSIER], number, law, chance, outcome)
    unseen = Counter(each.way for each in outcome.unseen)
    for way, number in sorted(outcome.planted.items()):
        print(f"{way:50} {number:6,} planted, {unseen[way]:4,} unseen")
    for each in outcome.unseen[:15]:
        print(f"  unseen: {each}")
    if "--only-check" not in arguments:
        print(
            f"{len(FORMATS)} forms of the report and redact for {len(READERS)} readers: {len(outcome.shown):,} names shown"
        )
        for name, plant in outcome.shown[:15]:
            print(f"  shown: {name} {plant}")
    seen, alarms, alone = false_alarms(count, chance)
    print(
        f"false alarms: {len(alarms)} of {seen:,} ordinary texts, {len(alarms) / seen:.2%} (at most {MOST_FALSE:.1%})"
    )
    print(f"  warnings of a rare word by itself, mostly of others who bear it: {alone}, {alone / seen:.2%}")
    for alarm in alarms[:15]:
        print(f"  {alarm}")
    none, first, again = times(DOSSIER)
    print(f"the check of {DOSSIER.relative_to(ROOT)} ({DOSSIER.stat().st_size:,} bytes), in CPU time:")
    print(
        f"  {none * 1000:.1f} ms where nobody is named who is protected, {again * 1000:.1f} ms with five names to look for;"
    )
    print(
        f"  for the first dossier of a run {first * 1000:.1f} ms, because what compares names has to be loaded"
    )
    too_slow = again > SLOWEST or none > NOTHING
    return int(bool(outcome.unseen or outcome.shown) or len(alarms) > MOST_FALSE * seen or too_slow)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
