"""D9 to D12 and protected values: encodings, characters that steer, names that deceive, and text that costs."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

from harness import NEUTRAL, NEUTRAL_JSON, Case, json_case, stdin_case, yaml_case

if TYPE_CHECKING:
    from collections.abc import Iterator


def cases() -> Iterator[Case]:
    yield from _encodings()
    yield from _control_characters()
    yield from _commands()
    yield from _deceiving_names()
    yield from _costly_names()
    yield from _costly_texts()
    yield from _protected()


def _encodings() -> Iterator[Case]:
    for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        rule = "not-utf-8" if codec in {"utf-16", "utf-32"} else "control-character"
        yield yaml_case("D9", codec, NEUTRAL.encode(codec), rule=rule)
        yield json_case("D9", f"json-{codec}", (NEUTRAL_JSON + "}").encode(codec), rule=rule)
    latin = NEUTRAL.encode() + "title: é\n".encode("latin-1")
    yield yaml_case("D9", "latin-1", latin, rule="not-utf-8", line=6)
    yield stdin_case("D9", "latin-1-on-standard-input", latin, rule="not-utf-8", line=6)
    yield json_case(
        "D9",
        "json-latin-1",
        NEUTRAL_JSON.encode() + ',\n"title": "é"}'.encode("latin-1"),
        rule="not-utf-8",
        line=5,
    )
    for name, content in (
        ("overlong", b"\xc0\xaf"),
        ("overlong-nul", b"\xc0\x80"),
        ("surrogate", b"\xed\xa0\x80"),
        ("cut-off", b"\xe2\x82"),
        ("beyond-unicode", b"\xf4\x90\x80\x80"),
        ("five-bytes", b"\xf8\x88\x80\x80\x80"),
        ("lone-follower", b"\x80"),
        ("shift-jis", "日本".encode("shift-jis")),
        ("gzip", b"\x1f\x8b\x08\x00\x00\x00\x00\x00"),
        ("gb18030", "中文".encode("gb18030")),
    ):
        yield yaml_case("D9", name, NEUTRAL.encode() + b"title: " + content + b"\n", rule="not-utf-8", line=6)
    yield yaml_case("D9", "mark", b"\xef\xbb\xbf" + NEUTRAL.encode(), rule="byte-order-mark", line=1)
    yield json_case(
        "D9", "json-mark", b"\xef\xbb\xbf" + NEUTRAL_JSON.encode() + b"}", rule="byte-order-mark", line=1
    )
    yield yaml_case(
        "D9", "two-marks", b"\xef\xbb\xbf\xef\xbb\xbf" + NEUTRAL.encode(), rule="control-character", line=1
    )
    yield yaml_case("D9", "mark-inside", NEUTRAL + "title: a\ufeffb\n", rule="control-character", line=6)
    yield yaml_case("D9", "only-a-mark", b"\xef\xbb\xbf", rule="empty-file")
    yield yaml_case("D9", "empty", b"", rule="empty-file")
    yield yaml_case("D9", "only-nul", b"\x00" * 1000, rule="control-character", line=1)
    for escape in ("\\ud800", "\\udfff", "\\ud800\\ud800", "\\udc00\\ud800", "x\\udbffx"):
        yield json_case(
            "D9",
            f"json-half-a-pair-{escape[1:]}",
            NEUTRAL_JSON + f',\n"title": "{escape}"}}',
            rule="lone-surrogate",
            line=5,
        )
    yield json_case(
        "D9", "json-half-a-pair-in-key", NEUTRAL_JSON + ',\n"\\ud800": 1}', rule="lone-surrogate", line=5
    )
    yield json_case(
        "D9", "json-a-whole-pair", NEUTRAL_JSON + ',\n"title": "\\ud83d\\ude00"}', never=("lone-surrogate",)
    )
    yield yaml_case("D9", "yaml-half-a-pair", NEUTRAL + 'title: "\\ud800"\n', rule="yaml-syntax", line=6)
    for code in (0x2028, 0x2029):
        yield yaml_case(
            "D9", f"separator-{code:x}", NEUTRAL + f"title: a{chr(code)}b\n", rule="line-separator", line=6
        )
    yield yaml_case(
        "D9", "carriage-returns", NEUTRAL.replace("\n", "\r") + "oops: 1\r", rule="unknown-field", line=6
    )


_STEERING = {
    "c0": [chr(code) for code in (*range(9), *range(11, 32), 127) if code != 0x0D],
    "c1": [chr(code) for code in range(0x80, 0xA0)],
    "bidi": list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    "zero-width": list("\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u00ad\u180e"),
    "tags": [chr(code) for code in range(0xE0020, 0xE0080)],
    "separators": list("\u2028\u2029"),
    "unassigned": list("\u0378\U000e0000\ufdd0\U0010ffff\ufff9\ue000"),
}
"""Every character of these kinds that a file could hold."""


def _control_characters() -> Iterator[Case]:
    for name, characters in _STEERING.items():
        every = "".join(characters)
        row = "D10" if name in {"c0", "c1", "separators"} else "D11"
        if name in {"c0", "c1"}:
            yield yaml_case(
                row, f"{name}-raw", NEUTRAL + f"title: {every}\n", rule="control-character", line=6
            )
        for place, fields in _everywhere(every).items():
            text = json.dumps({**json.loads(NEUTRAL_JSON + "}"), **fields}, indent=1)
            yield json_case(row, f"json-{name}-in-{place}", text)
        yield yaml_case(row, f"{name}-in-key", _yaml({f"A{every}B": every}, every))
    for number, sequence in enumerate(_SEQUENCES):
        escaped = json.dumps(sequence)
        yield yaml_case(
            "D10", f"sequence-{number}", NEUTRAL + f"{escaped}: {escaped}\n", rule="unknown-field", line=6
        )
        if number > 2 and "\r" not in sequence:
            continue
        yield stdin_case(
            "D10",
            f"sequence-{number}-raw",
            NEUTRAL + f"title: {sequence}\n",
            rule="yaml-syntax" if "\r" in sequence else "control-character",
        )


_SEQUENCES = (
    "\x1b]8;;https://example.org\x1b\\click\x1b]8;;\x1b\\",
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1bP+q544e\x1b\\",
    "\x9b2J",
    "safe\b\b\b\bowned",
    "hidden\rshown",
    "\x1b[8mhidden\x1b[0m",
    "\x1b_Ga=T\x1b\\",
)


def _everywhere(every: str) -> dict[str, dict[str, object]]:
    """Some characters in each sort of place in which a message may quote them."""
    return {
        "name": {"target": {"type": "person", "names": [{"name": f"A{every}B"}]}},
        "key": {f"A{every}B": 1},
        "id-and-enum": {"id": f"A{every}B", "measures": [{"kind": every}]},
        "regime": {
            "legal_basis": [{"regime": "common", "decision_maker": every, "standard_of_proof": every}]
        },
        "url": {
            "exhibits": [
                {"id": "E1", "title": every, "kind": "other", "url": f"https://a{every}/", "file": every}
            ]
        },
    }


def _yaml(fields: dict[str, object], every: str) -> str:
    """The same in YAML, in which a pair of surrogates is no way to write a character."""
    escaped = "".join(f"\\U{ord(character):08x}" for character in every)
    text = json.dumps({**json.loads(NEUTRAL_JSON + "}"), **fields}, ensure_ascii=False, indent=1)
    return text.replace(every, escaped)


def _commands() -> Iterator[Case]:
    words = (
        "::error::owned",
        "::stop-commands::x",
        "::add-mask::a",
        "##[group]owned",
        "##vso[task.setvariable]x",
        "#\n#[x]",
    )
    for number, word in enumerate(words):
        text = json.dumps(word)
        for place, fields in (
            ("key-and-value", f"{text}: {text}\n"),
            ("item-and-enum", f"exhibits: [{text}]\nmeasures: [{{kind: {text}}}]\n"),
            ("by", f"process: [{{event: proposed, by: {text}}}, {{event: own-assessment, by: {text}}}]\n"),
            ("long", f"{json.dumps(word + ' ' + 'w ' * 30 + word * 30)}: 1\n"),
            ("wrapped", f"{json.dumps('w' * 40 + ' ' + word)}: 1\n"),
        ):
            yield yaml_case("D10", f"command-{number}-as-{place}", NEUTRAL + fields)
    yield yaml_case(
        "D10", "command-split-by-the-excerpt", NEUTRAL + "review: {a#: #[group], '#': 1, '#[group]x': 1}\n"
    )
    yield yaml_case("D10", "command-raw-lines", NEUTRAL + "::error::x\n##[group]x\n")
    report = ("--format", "json", "dossier.yaml")
    files = {"dossier.yaml": NEUTRAL + "'##[group]x': '##vso[x]y'\n"}
    yield Case("D10", "command-in-the-json-report", files, report)


def _target(name: str) -> str:
    return NEUTRAL.replace("Example Person", json.dumps(name, ensure_ascii=False))


def _deceiving_names() -> Iterator[Case]:
    hidden = {"rule": "name-hidden-character", "line": 4}
    for code in (0x200B, 0x202E, 0x2066, 0xAD, 0x2060, 0xE0041, 0x3164, 0x115F, 0xFE0F, 0x34F, 0x180E, 0x61C):
        yield yaml_case(
            "D11", f"name-with-{code:x}", _target(f"Exam{chr(code)}ple"), says=(f"U+{code:04X}",), **hidden
        )
    for name, rule in (
        ("Ex\u0430mple", "name-mixed-script"),
        ("\u0420aul", "name-mixed-script"),
        ("Αnna", "name-mixed-script"),
        ("\uff21nn\u0430", "name-mixed-script"),
        ("Թom", "name-mixed-script"),
    ):
        yield yaml_case("D11", f"mixed-{name!a}", _target(name), rule=rule, line=4)
    for name in (
        "Иван Петров",
        "محمد علی",
        "می‌خواهم",
        "דוד כהן",
        "王小明",
        "山田太郎",
        "क्‍ष",
        "김철수",
        "Ñandú O’Brien-Łoś",
    ):
        yield yaml_case("D11", f"honest-{ascii(name)[:40]}", _target(name), never=("name-",))


def _costly_names() -> Iterator[Case]:
    for name, text, rule in (
        ("1000000-characters", "x" * 1_000_000, "too-long"),
        ("1000000-wide-characters", "界" * 1_000_000, "too-long"),
        ("nfkc-500", "\ufdfa" * 500, "name-expands"),
        ("nfkc-3000000", "\ufdfa" * 3_000_000, "too-long"),
        ("100000-combining", "a" + "\u0301" * 100_000, "too-long"),
        ("499-combining", "a" + "\u0323\u0301" * 249, None),
        ("50000-words", "a " * 50_000, "too-long"),
        ("250-words", "a " * 250, "name-too-many-words"),
        ("500-joiners", "\u200d\u200c" * 250, "name-hidden-character"),
        ("500-scripts", ("aж" * 250), "name-mixed-script"),
        ("spaces", " " * 500, None),
        ("empty", "", "wrong-value"),
    ):
        expected = {"rule": rule, "line": 4} if rule else {}
        yield yaml_case("D12", f"name-{name}", _target(text), **expected)
    for name, text in (
        ("nfkc", "\ufdfa" * 500),
        ("mixed", "aж" * 250),
        ("hidden", "\u200b" * 500),
        ("joiners", "क्\u200d" * 160),
    ):
        many = ", ".join(f"{{name: {text}}}" for _ in range(200))
        yield yaml_case("D12", f"200-names-{name}", NEUTRAL.replace("{name: Example Person}", many), line=4)
        others = ", ".join([text] * 1_900)
        allegation = f"allegations: [{{id: A1, summary: x, conduct: torture, counterparties: [{others}]}}]\n"
        yield yaml_case("D12", f"1900-others-{name}", NEUTRAL + allegation, line=None)


_TEXT_FIELDS = (
    "title: {}",
    "legal_basis: [{{regime: common, instrument: {0}, standard_of_proof: {0}, discretion: {0}, nexus: {0}}}]",
    "statement_of_reasons: {{text: {0}, defence_rights: {0}}}",
    "proportionality: {{aim: {0}, balance: {0}}}",
    "delisting: {{contact: {0}, conditions: [{{text: {0}, norm: {0}}}]}}",
    "stated_facts: [{{claim: {0}}}]",
    "comparators: [{{who: {0}, listed: false}}]",
    "process: [{{event: proposed, note: {0}, outcome: {0}}}]",
    "exhibits: [{{id: E1, kind: other, title: {0}, answer: {0}, file: {0}}}]",
    "measures: [{{kind: other, detail: {0}}}]",
    "allegations: [{{id: A1, summary: {0}, conduct: torture, role: {0}, place: {0}}}]",
)


def _costly_texts() -> Iterator[Case]:
    for number, field in enumerate(_TEXT_FIELDS):
        lines = [line for line in NEUTRAL.splitlines() if not field.startswith(line.partition(":")[0] + ":")]
        for size, expected in ((200_000, {}), (200_001, {"rule": "too-long"})):
            if expected and number % 3:
                continue
            text = (
                "\n".join([*lines, field.format(json.dumps("a b" * (size // 3) + "x" * (size % 3)))]) + "\n"
            )
            yield yaml_case(
                "D12", f"text-{number}-{size}", text, never=() if expected else ("too-long",), **expected
            )
    for script, letter in (("greek", "α"), ("han", "文"), ("faces", "\U0001f600")):
        most = 200_000 // len(letter.encode())
        for size, expected in ((most, {}), (most + 1, {"rule": "too-long"})):
            text = f"{NEUTRAL}title: {letter * size}\n"
            never = () if expected else ("too-long",)
            yield yaml_case("D12", f"text-of-{script}-{size}", text, never=never, **expected)
    for name, text in (
        ("a", "a" * 50_000),
        ("dots", "." * 50_000),
        ("at", "https://" + "a" * 50_000 + "@"),
        ("slashes", "https://" + "/" * 50_000),
        ("dashes", "a" + "-" * 50_000 + "!"),
        ("spaces", " " * 50_000 + "x"),
        ("hex", "f" * 50_000),
        ("zeros", "0" * 50_000 + "x"),
        ("e", "1e" * 25_000),
        ("line-feed", "a\n"),
        ("quotes", '"' * 50_000),
    ):
        word = json.dumps(text)
        fields = f"exhibits: [{{id: {word}, kind: {word}, title: x, url: {word}, sha256: {word}, grade: {word}, published: {word}}}]\n"
        yield yaml_case("D12", f"pattern-{name}", NEUTRAL + fields, rule="wrong-value", line=6)
    yield yaml_case(
        "D12", "plain-digits-and-dots", NEUTRAL + f"title: {'1.' * 500_000}\n", rule="too-long", line=6
    )
    yield yaml_case("D12", "long-key", NEUTRAL + f"? {'k' * 5_000_000}\n: 1\n", status=1)
    for kind, character in (("ascii", "a"), ("wide", "界"), ("hidden", "\u200b")):
        filler = f'"title": "{character * (9_000_000 // len(character.encode()))}"'
        oops = ",".join(f'"k{n}": 1' for n in range(300))
        yield json_case(
            "D12",
            f"300-mistakes-in-a-9-mb-line-{kind}",
            (NEUTRAL_JSON + f", {oops}, {filler}}}").replace("\n", ""),
            rule="unknown-field",
        )
        empty = "\n" * 1_000_000 + "".join(f"k{n}: '{character * 20_000}'\n" for n in range(120))
        yield yaml_case(
            "D12",
            f"mistakes-behind-1000000-lines-{kind}",
            NEUTRAL + empty,
            rule="unknown-field",
            line=1_000_006,
        )
    yield yaml_case(
        "D12",
        "9-mb-of-scaffold-marks",
        NEUTRAL + "# x\n" + "# ‹\n" * 10 + "title: ‹x›\n" * 500_000,
        rule="to-fill-in",
    )


_SECRET = "Zeugin"
_ALSO_IN_JSON = frozenset(
    {"unknown-field", "wrong-value", "empty-value", "duplicate-key", "tag-beside", "reference"}
)


def _protected() -> Iterator[Case]:
    """Of what is marked as protected nothing is shown, whatever is wrong with it or beside it."""
    handling = "handling: {level: protected}"
    parts = {
        "unknown-field": f"exhibits:\n- id: E1\n  {_SECRET}: {_SECRET}\n  title: {_SECRET}\n  kind: other\n  {handling}\n",
        "wrong-value": f"exhibits:\n- {{id: E1, title: {_SECRET}, kind: {_SECRET}, published: {_SECRET}, {handling}}}\n",
        "empty-value": f"exhibits:\n- {{id: E1, title: x, kind: other, {_SECRET}: ~, {handling}}}\n",
        "duplicate-key": f"exhibits:\n- {{id: E1, {_SECRET}: {_SECRET}, {_SECRET}: x, kind: other, {handling}}}\n",
        "neighbour-on-the-line": f"exhibits: [{{id: E1, title: {_SECRET}, kind: other, {handling}}}, {{oops: 1}}]\n",
        "syntax-beside": f"exhibits: [{{id: E1, title: {_SECRET}, kind: other, {handling}}}, {{]\n",
        "syntax-within": f"exhibits:\n- title: {_SECRET}: {_SECRET}\n  {handling}\n",
        "tag-beside": f"exhibits: [{{id: E1, title: !{_SECRET} {_SECRET}, kind: other, {handling}}}]\n",
        "duplicate-id": f"exhibits:\n- &e {{id: E1, title: {_SECRET}, kind: other, {handling}}}\n- *e\n",
        "reference": f"exhibits:\n- {{id: E1, title: x, kind: other, cites: [{_SECRET}], {handling}}}\n",
        "victim": f"allegations:\n- id: A1\n  summary: x\n  conduct: torture\n  victims: [{{description: {_SECRET}, number: {_SECRET}, {handling}}}]\n",
        "allegation": f"allegations:\n- {{id: A1, summary: {_SECRET}, conduct: torture, role: {_SECRET}, place: {_SECRET}, {handling}}}\n",
        "to-fill-in": f"exhibits:\n- {{id: E1, title: ‹{_SECRET}›, kind: other, {handling}}}\n",
        "file": f"exhibits:\n- {{id: E1, title: x, kind: other, file: ../{_SECRET}, sha256: {_SECRET}, {handling}}}\n",
        "beside-blanks": f'prepared_by: a\nstatement_of_reasons: {{text: "a*\\n{" " * 150_000}b"}}\nexhibits:\n- {{id: E1, title: {_SECRET}, kind: other, source: {_SECRET}, {handling}}}\n',
        "no-list": f"exhibits: {{{handling}, {_SECRET}: {_SECRET}}}\n",
    }
    for name, fields in parts.items():
        for form in ("terminal", "json") if name in _ALSO_IN_JSON else ("terminal",):
            files = {"dossier.yaml": NEUTRAL + fields}
            yield Case(
                "D15",
                f"protected-{name}-{form}",
                files,
                ("--show", "all", "--format", form, "dossier.yaml"),
                never=(_SECRET,),
            )
    whole = (
        f"handling: {{level: protected}}\ntitle: {_SECRET}\nprepared_by: {_SECRET}\n"
        f"process:\n- {{event: proposed, by: {_SECRET}}}\n- {{event: own-assessment, by: {_SECRET}, day: 2026-02-01}}\n- {{event: consulted, by: {_SECRET}}}\n"
        f"exhibits: [{{id: E1, title: {_SECRET}, kind: other, publisher: {_SECRET}, url: 'https://{_SECRET}'}}]\n"
        f"allegations: [{{id: A1, summary: {_SECRET}, conduct: torture, elements: [{{element: act, exhibits: [E1]}}]}}]\n"
        f"stated_facts: [{{claim: {_SECRET}, checked: false}}]\ncomparators: [{{who: {_SECRET}, listed: false}}]\n"
        f"statement_of_reasons: {{text: {_SECRET}}}\ndelisting: {{body: {_SECRET}, conditions: [{{text: {_SECRET}}}]}}\n"
    )
    base = NEUTRAL.replace("Example Person", _SECRET).replace(
        "{regime: common}",
        f"{{regime: common, decision_maker: {_SECRET}, standard_of_proof: {_SECRET}, instrument: x}}, {{regime: {_SECRET}}}",
    )
    for form in ("terminal", "json"):
        files = {"dossier.yaml": base + whole}
        regimes = ("--all-regimes", "--show", "all", "--format", form, "dossier.yaml")
        yield Case("D15", f"protected-whole-{form}", files, regimes, never=(_SECRET,), seconds=4.0)
        own = ("--show", "all", "--format", form, "dossier.yaml")
        yield Case("D15", f"protected-whole-own-regime-{form}", files, own, never=(_SECRET,))
    target = NEUTRAL.replace(
        "{type: person, names: [{name: Example Person}]}",
        f"{{type: person, {handling}, names: [{{name: {_SECRET}\u200b\u0436}}]}}",
    )
    for form in ("terminal", "json"):
        yield Case(
            "D15",
            f"protected-target-{form}",
            {"dossier.yaml": target},
            ("--format", form, "dossier.yaml"),
            never=(_SECRET,),
            rule="name-hidden-character" if form == "terminal" else None,
        )
    oneline = json.dumps(
        {
            **json.loads(NEUTRAL_JSON + "}"),
            "oops": 1,
            "exhibits": [{"id": "E1", "title": _SECRET, "kind": "x", "handling": {"level": "protected"}}],
        }
    )
    yield json_case(
        "D15", "protected-in-one-line-of-json", oneline, never=(_SECRET,), rule="unknown-field", line=1
    )
    yield json_case(
        "D15", "protected-in-broken-json", oneline + "]", never=(_SECRET,), rule="json-syntax", line=1
    )


assert all(
    unicodedata.category(c) in {"Cc", "Cf", "Mn"}
    for name in ("c0", "c1", "bidi", "zero-width")
    for c in _STEERING[name]
)
