"""D3 to D6, D15 and D18 in JSON, and mappings and lists of every size: depth, keys, numbers, types, days."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from harness import NEUTRAL, NEUTRAL_JSON, Case, json_case, stdin_case, yaml_case

if TYPE_CHECKING:
    from collections.abc import Iterator


def _with(text: str) -> str:
    """The neutral dossier with more fields, on line 5."""
    return f"{NEUTRAL_JSON},\n{text}}}"


def cases() -> Iterator[Case]:
    yield from _depth()
    yield from _repeated_keys()
    yield from _numbers()
    yield from _shapes()
    yield from _sizes()
    yield from _days()


def _depth() -> Iterator[Case]:
    deep = {"rule": "too-deep"}
    yield json_case("D3", "json-100000-lists", "[" * 100_000 + "]" * 100_000, line=1, **deep)
    yield json_case("D3", "json-100000-open-lists", "[" * 100_000, line=1, **deep)
    yield json_case("D3", "json-100000-fields", '{"a":' * 100_000 + "1" + "}" * 100_000, line=1, **deep)
    yield json_case("D3", "json-5000000-lists", "[" * 5_000_000, line=1, **deep)
    for place in ("title", "exhibits", "target", "unknown"):
        yield json_case(
            "D3", f"json-900-levels-in-{place}", _with(f'"{place}": {"[" * 900}{"]" * 900}'), line=5, **deep
        )
    yield stdin_case("D3", "json-standard-input", '{"a":' * 100_000, line=1, **deep)
    yield json_case("D3", "json-brackets-in-text", _with(f'"title": "{"[" * 100_000}"'), never=("too-deep",))
    yield json_case(
        "D3", "json-escaped-quotes", _with(f'"title": "{chr(92)}"{"[{" * 900}"'), never=("too-deep",)
    )
    yield json_case("D3", "json-never-closed-text", '["' + '\\"' * 2_000_000, rule="json-syntax", line=1)
    yield json_case("D3", "json-closed-too-often", "]" * 100_000 + "[" * 99, rule="json-syntax", line=1)


def _repeated_keys() -> Iterator[Case]:
    twice = {"rule": "duplicate-key"}
    yield json_case("D5", "json-top-level", _with('"id": "other"'), line=5, says=("see  line 1",), **twice)
    yield json_case("D5", "json-escaped-otherwise", _with('"\\u0069d": "other"'), line=5, **twice)
    yield json_case("D5", "json-nested", _with('"review": {"by": "x",\n"by": "y"}'), line=6, **twice)
    many = ",".join(['"id": "other"'] * 20_000)
    yield json_case("D5", "json-20000-times", _with(many), line=5, **twice)
    yield stdin_case("D5", "json-standard-input", _with('"id": "other"'), line=5, **twice)


def _numbers() -> Iterator[Case]:
    count = '"allegations": [{"id": "A1", "summary": "x", "conduct": "torture", "victims": [{"description": "x", "number": %s}]}]'
    for word in ("NaN", "Infinity", "-Infinity", "1e400", "-1e400"):
        yield json_case("D6", f"json-{word}", _with(count % word), rule="not-a-finite-number", line=5)
    for name, word in (
        ("6000-digits", "1" * 6000),
        ("5000000-digits", "1" * 5_000_000),
        ("long-fraction", "0." + "1" * 60),
    ):
        yield json_case("D6", f"json-{name}", _with(count % word), rule="number-too-long", line=5)
    for word in ("1e39", "-1", "1.5", "true", '"1"', "null"):
        rule = {"null": "empty-value", "true": "wrong-type", '"1"': "wrong-type"}.get(word)
        yield json_case("D6", f"json-count-{word.strip(chr(34))}{len(word)}", _with(count % word), rule=rule)
    yield json_case("D6", "json-report-holds-no-nan", _with(count % "NaN"), never=("NaN,",))


def _shapes() -> Iterator[Case]:
    for name, value in (
        ("number", "1"),
        ("text", '"x"'),
        ("list", "[]"),
        ("true", "true"),
        ("null", "null"),
        ("nothing", ""),
    ):
        yield json_case("D15", f"json-root-is-{name}", value)
    for field in (
        "target",
        "act",
        "legal_basis",
        "exhibits",
        "allegations",
        "handling",
    ):
        for kind, wrong in (("list", [[1]]), ("fields", {"a": {"b": []}}), ("null", None)):
            fields = {**json.loads(NEUTRAL_JSON + "}"), field: wrong}
            rule = "empty-value" if wrong is None else None
            yield json_case("D15", f"json-{field}-is-{kind}", json.dumps(fields, indent=1), rule=rule)
    for field in ("format", "id", "target"):
        fields = {key: value for key, value in json.loads(NEUTRAL_JSON + "}").items() if key != field}
        rule = "not-a-dossier" if field == "format" else "missing-field"
        yield json_case("D15", f"json-without-{field}", json.dumps(fields), rule=rule)
    homoglyph = NEUTRAL + "t\u0456tle: x\n"
    yield yaml_case(
        "D15", "homoglyph-key", homoglyph, rule="unknown-field", line=6, says=("Did you mean “title”?",)
    )
    yield yaml_case("D15", "homoglyph-target", NEUTRAL.replace("target", "t\u0430rget"), rule="missing-field")
    yield yaml_case(
        "D15",
        "zero-width-key",
        NEUTRAL + "title\u200b: x\n",
        rule="unknown-field",
        line=6,
        says=("\\u{200b}",),
    )
    yield yaml_case("D15", "empty-key", NEUTRAL + "'': x\n", rule="unknown-field", line=6)
    yield yaml_case("D15", "spaces-key", NEUTRAL + "'   ': x\n", rule="unknown-field", line=6)
    yield yaml_case(
        "D15", "misspelt-key", NEUTRAL + "exibits: []\n", rule="unknown-field", line=6, says=("“exhibits”?",)
    )
    for key in ("__class__", "model_config", "__proto__", "constructor", "model_fields", "$ref", "$schema"):
        yield yaml_case(
            "D15", f"key-{key}", NEUTRAL + f"{key}: https://example.org/x\n", rule="unknown-field", line=6
        )
    yield json_case(
        "D15", "json-dossier-in-itself", _with(f'"target": {_with(chr(34) + "x" + chr(34) + ": 1")}')
    )
    yield json_case(
        "D15", "json-wrong-enum", _with('"measures": [{"kind": "asset-freese"}]'), rule="wrong-value", line=5
    )


def _sizes() -> Iterator[Case]:
    million = ",".join(f'"k{n}":1' for n in range(700_000))
    yield json_case(
        "D15", "json-700000-keys", lambda path: path.write_text(f"{{{million}}}"), rule="too-many-values"
    )
    yield json_case(
        "D15",
        "json-90000-keys",
        _with(",".join(f'"k{n}":1' for n in range(90_000))),
        rule="too-many-fields",
        line=1,
    )
    yield json_case(
        "D15", "json-1990-keys", _with(",".join(f'"k{n}":1' for n in range(1_990))), rule="more-flaws"
    )
    keys = "".join(f"k{n}: 1\n" for n in range(1_000_000))
    yield yaml_case(
        "D15",
        "yaml-1000000-keys",
        lambda path: path.write_text(keys[:9_000_000]),
        rule="too-many-fields",
        line=2001,
    )
    flow = "{" + ", ".join(f"k{n}: 1" for n in range(600_000)) + "}"
    yield yaml_case("D15", "yaml-600000-keys-in-a-line", flow, rule="too-many-fields", line=1)
    items = '"exhibits": [' + "1," * 200_000 + "1]"
    yield json_case("D15", "json-200000-wrong-items", _with(items), rule="too-many-values", line=5)
    yield json_case(
        "D15", "json-90000-wrong-items", _with(items.replace("1," * 110_000, "")), rule="too-long", line=5
    )
    yield yaml_case(
        "D15", "yaml-200000-wrong-items", NEUTRAL + "exhibits:\n" + "- 1\n" * 200_000, rule="too-many-values"
    )
    yield yaml_case(
        "D15", "yaml-90000-wrong-items", NEUTRAL + "exhibits:\n" + "- 1\n" * 90_000, rule="too-long", line=6
    )
    wrong = ",".join(["1"] * 1_900)
    spread = ",".join(f'{{"counterparties": [{wrong}]}}' for _ in range(50))
    yield json_case(
        "D15", "json-95000-mistakes-in-a-line", _with(f'"allegations": [{spread}]'), rule="more-flaws"
    )
    keys_48 = ",".join(f'"k{n}": 1' for n in range(48))
    unknown = ",".join(f"{{{keys_48}}}" for _ in range(1_990))
    yield json_case(
        "D15", "json-95000-unknown-keys-in-a-line", _with(f'"allegations": [{unknown}]'), rule="more-flaws"
    )
    block = "".join("- " + "".join(f"  k{n}: 1\n" for n in range(48))[2:] for _ in range(1_990))
    yield yaml_case("D15", "yaml-95000-unknown-keys", NEUTRAL + "allegations:\n" + block, rule="more-flaws")
    nulls = "".join("- {" + ", ".join(f"k{n}: ~" for n in range(48)) + "}\n" for _ in range(1_990))
    yield yaml_case("D15", "yaml-95000-empty-fields", NEUTRAL + "allegations:\n" + nulls, rule="more-flaws")
    empty = "exhibits:\n" + "- {id: ~}\n" * 1_990
    yield yaml_case("D15", "yaml-1990-items-without-value", NEUTRAL + empty, rule="empty-value")
    yield json_case("D15", "json-3000000-commas", "[" + "," * 3_000_000 + "]", rule="too-many-values")
    yield json_case("D15", "json-9-mb-of-quotes", '["' + '","' * 3_000_000, rule="too-many-values")
    cites = ", ".join(f"E{n}" for n in range(40))
    graph = "exhibits:\n" + "".join(
        f"- {{id: E{n}, title: x, kind: other, cites: [{cites}]}}\n" for n in range(1_900)
    )
    yield yaml_case("D15", "everything-cites-everything", NEUTRAL + graph, never=("too-many",), seconds=6.0)
    lost = ", ".join(f"X{n}" for n in range(45))
    strays = "exhibits:\n" + "".join(
        f"- {{id: E{n}, title: x, kind: other, cites: [{lost}]}}\n" for n in range(1_900)
    )
    yield yaml_case("D15", "90000-references-to-nothing", NEUTRAL + strays, rule="unknown-reference")
    same = "exhibits:\n" + "- {id: E1, title: x, kind: other, published: 2999}\n" * 2_000
    yield yaml_case("D15", "2000-exhibits-of-one-id", NEUTRAL + same, rule="duplicate-id")
    unsure = "legal_basis:\n" + "- {regime: nowhere}\n" * 51
    yield yaml_case(
        "D15",
        "51-regimes",
        NEUTRAL.replace("legal_basis: [{regime: common}]\n", unsure),
        rule="too-long",
        line=5,
    )
    yield from _well_formed_and_large()


def _well_formed_and_large() -> Iterator[Case]:
    """What only the checks can stumble over; each is about as large as a file may be."""
    acts = "".join(f"- {{id: A{n}, summary: x, conduct: torture%s}}\n" for n in range(1_990))
    exhibits = "".join(f"- {{id: E{n}, title: x, kind: witness-statement}}\n" for n in range(1_990))
    carried = acts % tuple(f", elements: [{{element: act, exhibits: [E{n}]}}]" for n in range(1_990))
    text = f"{NEUTRAL}exhibits:\n{exhibits}allegations:\n{carried}"
    yield yaml_case("D15", "1990-allegations-and-exhibits", text, seconds=6.0)
    names = ", ".join(f"A{n}" for n in range(900))
    grounds = f"  - {{conduct: torture, link: responsible, allegations: [{names}]}}\n" * 90
    basis = f"legal_basis:\n- regime: common\n  grounds:\n{grounds}"
    text = NEUTRAL.replace("legal_basis: [{regime: common}]\n", basis)
    yield yaml_case(
        "D15", "90-grounds-of-900-allegations", f"{text}allegations:\n{acts.replace('%s', '')}", seconds=6.0
    )
    near = ", ".join(f"{{element: severitx{n}}}" for n in range(700))
    misspelt = "".join(
        f"- {{id: A{n}, summary: x, conduct: torture, elements: [{near}]}}\n" for n in range(45)
    )
    yield yaml_case("D15", "700-misspelt-elements-each", f"{NEUTRAL}allegations:\n{misspelt}", seconds=6.0)
    steps = ("representations-received", "representations-answered", "new-evidence", "reviewed", "renewed")
    log = "".join(
        f"- {{event: {steps[n % 5]}, id: S{n}, day: 2026-03-{n % 28 + 1:02d}}}\n" for n in range(1_999)
    )
    yield yaml_case("D15", "1999-steps", f"{NEUTRAL}process:\n{log}", seconds=6.0)


def _days() -> Iterator[Case]:
    traps = (
        "2024-02-30",
        "2023-02-29",
        "1900-02-29",
        "2024-04-31",
        "2024-13-01",
        "2024-00-10",
        "2024-01-00",
        "24-01-01",
        "2024-1-1",
        "2024-01-01T24:00:00Z",
        "2024-01-01T12:00:00",
        "2024-01-01T12:00:00+99:99",
        "2024-01-01T12:60:00Z",
        "2024-01-01T23:59:60Z",
        "2024-01-01 12:00:00Z",
        "20240101",
        "2024/01/01",
        "01.02.2024",
        "2024-W01-1",
        "2024-001",
        "\u0662\u0660\u0662\u0664-\u0660\u0661-\u0660\u0661",
        "\uff12\uff10\uff12\uff14-01-01",
        "45123",
        "0000-01-01",
        "9999-12-31",
        "-2024-01-01",
        "2024\u201101\u201101",
        "about",
        "about about 2024",
        "before after 2024",
        "2024-01-01T12:00:00\u221205:00",
        "1" * 50_000,
        "about " * 10_000,
        "2024-01-01" * 5_000,
        "2024-01-01T12:00:00." + "1" * 50_000 + "Z",
    )
    for number, word in enumerate(traps):
        text = json.dumps(word)
        name = word[:24].encode("ascii", "replace").decode()
        day = {"rule": "wrong-value"}
        yield yaml_case(
            "D18",
            f"{number}-{name}",
            NEUTRAL + f"process: [{{event: notified, day: {text}}}]\n",
            line=6,
            **day,
        )
        if number % 6 == 0:
            yield json_case(
                "D18",
                f"json-{number}-{name}",
                _with(f'"process": [{{"event": "notified", "day": {text}}}]'),
                line=5,
                **day,
            )
    for word in ("2999-12-31", "2999", "after 2998", "2999-01-01T00:00:00+14:00"):
        text = NEUTRAL + f"process: [{{event: notified, day: {word}}}]\n"
        yield yaml_case("D18", f"future-{word[:12]}", text, rule="day-in-future", line=6)
    mixed = "process:\n- {event: notified, day: 2026-03-02T23:30:00-14:00}\n- {event: published, day: 2026-03-02}\n"
    yield yaml_case("D18", "times-and-days-mixed", NEUTRAL + mixed, never=("wrong-value",))
    turned = "allegations: [{id: A1, summary: x, conduct: torture, period: {since: 2020, until: 2019-12}}]\n"
    yield yaml_case("D18", "period-turned-round", NEUTRAL + turned, rule="period-reversed", line=6)
    far = "review: {interval: {number: 1000000000000, unit: years}, expires: 1000}\n"
    yield yaml_case("D18", "a-period-beyond-the-calendar", NEUTRAL + far, never=("wrong-value",))
    edges = NEUTRAL.replace("2026-03-01", "about 1000") + "process: [{event: notified, day: before 1000}]\n"
    yield yaml_case("D18", "about-the-first-year", edges, status=0)
    last = NEUTRAL.replace("2026-03-01", "about 2999") + "review: {interval: {number: 9000, unit: years}}\n"
    yield yaml_case("D18", "about-the-last-year", last, rule="day-in-future", line=3)
