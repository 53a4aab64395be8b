"""D1 to D3 and D5 to D8 in YAML: aliases, cycles, depth, repeated keys, numbers, words and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harness import NEUTRAL, Case, stdin_case, yaml_case

if TYPE_CHECKING:
    from collections.abc import Iterator


def cases() -> Iterator[Case]:
    yield from _alias_bombs()
    yield from _alias_bounds()
    yield from _merge_keys()
    yield from _cycles()
    yield from _depth()
    yield from _repeated_keys()
    yield from _numbers_and_words()
    yield from _tags()


def _laughs(levels: int = 9, width: int = 9) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def _alias_bombs() -> Iterator[Case]:
    bomb = {"rule": "alias-bomb"}
    yield yaml_case("D1", "laughs-at-top-level", _laughs(), line=3, **bomb)
    yield yaml_case("D1", "laughs-behind-a-dossier", NEUTRAL + _laughs(), line=8, **bomb)
    yield stdin_case("D1", "laughs-on-standard-input", _laughs(), line=3, **bomb)
    yield yaml_case("D1", "laughs-in-known-field", NEUTRAL + _laughs() + "exhibits: *a8\n", line=8, **bomb)
    in_fields = _laughs().replace("a0:", "title:").replace("a1:", "exhibits:").replace("a2:", "process:")
    yield yaml_case("D1", "laughs-as-known-fields", NEUTRAL + in_fields, line=8, **bomb)
    maps = "a: &a {b: x, c: x}\n" + "".join(
        f"m{n}: &m{n} {{p: *{f'm{n - 1}' if n else 'a'}, q: *{f'm{n - 1}' if n else 'a'}}}\n"
        for n in range(30)
    )
    yield yaml_case("D1", "laughs-of-mappings", NEUTRAL + maps, **bomb)
    wide = "a: &a [" + "x, " * 30_000 + "x]\nb: [" + ", ".join(["*a"] * 900) + "]\n"
    yield yaml_case("D1", "quadratic", NEUTRAL + wide, line=7, **bomb)
    block = "a: &a\n" + "  - x\n" * 1000 + "b:\n" + "  - *a\n" * 900
    yield yaml_case("D1", "quadratic-in-block-style", NEUTRAL + block, **bomb)
    names = "n: &n\n" + "  - name: x\n" * 300 + "t:\n" + "  - {type: person, names: *n}\n" * 300
    yield yaml_case("D1", "quadratic-in-target-names", names, **bomb)
    nested = "a: &a [[[[x, x], [x, x]], [x, x]]]\nb: " + "[" * 60 + "*a" + ", *a" * 500 + "]" * 60 + "\n"
    yield yaml_case("D1", "deep-and-wide", NEUTRAL + nested, **bomb)


def _alias_bounds() -> Iterator[Case]:
    many = "a: &a x\nb: [" + "*a, " * 1_001 + "]\n"
    yield yaml_case("D1", "1001-aliases", NEUTRAL + many, rule="too-many-aliases", line=7)
    anchors = "".join(f"k{n}: &a{n} x\n" for n in range(101))
    yield yaml_case("D1", "101-anchors", NEUTRAL + anchors, rule="too-many-anchors", line=106)
    again = "".join(f"k{n}: &a [*a, *a]\n" if n else "k0: &a x\n" for n in range(60))
    yield yaml_case("D1", "one-anchor-set-anew", NEUTRAL + again, rule="cyclic-alias", line=7)
    on_keys = "".join(f"&a{n} k{n}: x\n" for n in range(101))
    yield yaml_case("D1", "101-anchors-on-keys", NEUTRAL + on_keys, rule="too-many-anchors", line=106)
    yield yaml_case("D1", "alias-as-key", NEUTRAL + "a: &a x\n*a : y\n", rule="key-not-text", line=7)
    yield yaml_case(
        "D1", "list-alias-as-key", NEUTRAL + "a: &a [x]\n? *a\n: y\n", rule="key-not-text", line=7
    )
    yield yaml_case("D1", "alias-before-anchor", NEUTRAL + "a: *a\nb: &a x\n", rule="unknown-alias", line=6)
    lever = "title: &t " + "x" * 100_000 + "\nexhibits:\n" + "- {id: E1, title: *t, kind: other}\n" * 999
    yield yaml_case("D1", "long-text-by-999-aliases", NEUTRAL + lever, rule="alias-bomb")
    deep = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 99))
    yield yaml_case("D1", "chain-of-aliases", NEUTRAL + deep, status=1, rule="alias-bomb")
    two = "a: &a " + "[" * 60 + "x" + "]" * 60 + "\nb: " + "[" * 60 + "*a" + "]" * 60 + "\n"
    yield yaml_case("D1", "depth-by-alias", NEUTRAL + two, rule="too-deep", line=7)
    exhibits = "exhibits:\n" + "".join(
        f"- {{id: E{n}, kind: other, title: {'text ' * 600}}}\n" for n in range(1_999)
    )
    never = ("alias", "too-many")
    yield yaml_case("D1", "anchor-free-6-mb-is-not-limited", NEUTRAL + exhibits, never=never)
    legit = "process:\n- {event: proposed, note: &n as before}\n" + "- {event: proposed, note: *n}\n" * 500
    yield yaml_case("D1", "honest-aliases-are-read", NEUTRAL + legit, never=("alias-bomb", "too-many"))


def _merge_keys() -> Iterator[Case]:
    for name, text, line in (
        ("plain", "a: &a {b: x}\nc: {<<: *a}\n", 7),
        ("list", "a: &a {b: x}\nc: {<<: [*a, *a, *a, *a]}\n", 7),
        ("in-known-field", "act:\n  <<: {kind: renewal}\n", 7),
        ("in-item", "exhibits:\n- &e {id: E1, title: x, kind: other}\n- <<: *e\n  id: E2\n", 8),
        ("at-top-level", "<<: {title: x}\n", 6),
        ("nested", "a: &a {b: x}\nb: &b {<<: [*a, *a]}\nc: &c {<<: [*b, *b]}\n", 7),
        ("tagged", "!!merge <<: {title: x}\n", 6),
    ):
        rule = "tag-not-allowed" if name == "tagged" else "merge-key"
        yield yaml_case("D1", f"merge-{name}", NEUTRAL.replace("act:", "was:") + text, rule=rule, line=line)
    yield yaml_case(
        "D1", "merge-quoted-is-a-field", NEUTRAL + "'<<': {title: x}\n", rule="unknown-field", line=6
    )


def _cycles() -> Iterator[Case]:
    for name, text, line in (
        ("list", "a: &a [*a]\n", 6),
        ("list-deeper", "a: &a [[[[*a]]]]\n", 6),
        ("mapping", "a: &a {b: *a}\n", 6),
        ("merge", "a: &a {? x : {y: *a}}\n", 6),
        ("known-field", "exhibits: &e [*e]\n", 6),
        ("item", "allegations:\n- &a\n  id: A1\n  elements: [*a]\n", 9),
        ("second-anchor", "a: &a [&b [x], &c {d: *a}]\n", 6),
        ("block", "delisting: &d\n  conditions:\n  - text: *d\n", 8),
    ):
        yield yaml_case("D2", name, NEUTRAL + text, rule="cyclic-alias", line=line)
    yield yaml_case("D2", "root", "&a\nformat: dossier/1\ntarget: *a\n", rule="cyclic-alias", line=3)
    yield yaml_case("D2", "root-list", "&a [*a]\n", rule="cyclic-alias", line=1)
    yield stdin_case("D2", "standard-input", "&a [*a, *a]\n", rule="cyclic-alias", line=1)


def _depth() -> Iterator[Case]:
    deep = {"rule": "too-deep"}
    yield yaml_case("D3", "100000-flow-lists", "[" * 100_000, line=1, **deep)
    yield yaml_case("D3", "100000-flow-lists-closed", "[" * 100_000 + "]" * 100_000, line=1, **deep)
    yield yaml_case("D3", "100000-flow-mappings", "{a: " * 100_000, line=1, **deep)
    yield yaml_case("D3", "100000-compact-lists", "- " * 100_000 + "x\n", line=1, **deep)
    yield yaml_case("D3", "100000-complex-keys", "? " * 100_000 + "x\n", rule="key-not-text", line=1)
    blocks = "".join(" " * n + "a:\n" for n in range(3_000))
    yield yaml_case("D3", "3000-blocks", blocks, line=101, **deep)
    for place in ("title", "exhibits", "target", "format", "id"):
        name = f"900-levels-in-{place}"
        yield yaml_case("D3", name, f"{place}: " + "[" * 900 + "]" * 900 + "\n" + NEUTRAL, line=1, **deep)
    yield stdin_case("D3", "standard-input", "[" * 100_000, line=1, **deep)
    near = NEUTRAL + "a: " + "[" * 90 + "]" * 90 + "\n"
    yield yaml_case("D3", "90-levels-are-read", near, rule="unknown-field", line=6)
    self_nesting = "{target: " * 90 + "x" + "}" * 90
    yield yaml_case("D3", "format-nested-in-itself", self_nesting, rule="unknown-field", line=1)
    yield yaml_case("D3", "brackets-in-text", NEUTRAL + f"title: '{'[' * 100_000}'\n", never=("too-deep",))
    yield yaml_case("D3", "brackets-in-comment", NEUTRAL + f"# {'[' * 1_000_000}\n", never=("too-deep",))


def _repeated_keys() -> Iterator[Case]:
    twice = {"rule": "duplicate-key"}
    yield yaml_case("D5", "top-level", NEUTRAL + "id: other\n", line=6, says=("see  line 2",), **twice)
    yield yaml_case("D5", "nested", NEUTRAL + "exhibits:\n- id: E1\n  id: E2\n", line=8, **twice)
    yield yaml_case("D5", "flow", NEUTRAL + "review: {by: x, by: y}\n", line=6, **twice)
    yield yaml_case("D5", "quoted-otherwise", NEUTRAL + "'id': other\n", line=6, **twice)
    yield yaml_case("D5", "escaped-otherwise", NEUTRAL + '"\\x69d": other\n', line=6, **twice)
    yield yaml_case("D5", "20000-times", NEUTRAL + "id: other\n" * 20_000, line=6, **twice)
    yield yaml_case("D5", "long-key", NEUTRAL + f"{'k' * 1000}: x\n{'k' * 1000}: y\n", line=7, **twice)
    yield yaml_case("D5", "two-documents", NEUTRAL + "---\n" + NEUTRAL, rule="several-documents", line=6)


def _numbers_and_words() -> Iterator[Case]:
    number = "target: {type: person, names: [{name: P}], identifiers: [{kind: passport, number: %s}]}\n"
    base = NEUTRAL.replace("target: {type: person, names: [{name: Example Person}]}\n", number)
    for word in (".nan", ".inf", "-.INF", ".NaN"):
        yield yaml_case("D6", f"word{word}", base % word, rule="not-a-finite-number", line=4)
    yield yaml_case("D6", "6000-digits", base % ("1" * 400), rule="quote-this-value", line=4)
    yield yaml_case("D6", "5000000-digits", base % ("1" * 5_000_000), rule="too-long", line=4)
    victims = (
        "allegations: [{id: A1, summary: x, conduct: torture, victims: [{description: x, number: %s}]}]\n"
    )
    for word in (
        "1e400",
        "-1e400",
        "1" * 6000,
        "0x" + "f" * 6000,
        "1e-400",
        "0o7" + "7" * 50,
        "1_000",
        "1:30",
    ):
        yield yaml_case("D6", f"count-{word[:12]}-{len(word)}", NEUTRAL + victims % word, **_count(word))
    share = "relationships: [{to: x, kind: ownership, share: %s}]"
    target = NEUTRAL.replace("{type: person,", "{type: person, " + share + ",")
    for word in ("1e400", "-0.0001", "100.0001", "1" * 5000):
        yield yaml_case(
            "D6",
            f"share-{word[:9]}",
            target % word,
            line=4,
            rule="wrong-type" if word[-2:] in {"00", "11"} else "wrong-value",
        )
    for word, shown in (
        ("0123", "0123"),
        ("0" * 64, None),
        ("0x1F", "0x1F"),
        ("1e5", "1e5"),
        ("12345678901234567890", None),
    ):
        says = (shown,) if shown else ()
        yield yaml_case("D7", f"unquoted-{word[:9]}", base % word, rule="quote-this-value", line=4, says=says)
    for word in ("12:30:45", "2024-01-01", "no", "off", "1_000", "y", "=", "!!str 0123"):
        never = ("quote-this-value", "wrong-type")
        yield yaml_case("D7", f"stays-text-{word.replace(':', '.')}", base % word, never=never)
    country = NEUTRAL.replace("{type: person,", "{type: person, residence: %s,")
    yield yaml_case("D7", "norway", country % "NO", never=("wrong-type", "wrong-value"))
    yield yaml_case("D7", "norway-in-lower-case", country % "no", rule="wrong-value", line=4)
    yield yaml_case("D7", "true-as-text", base % "true", rule="wrong-type", line=4)
    yield yaml_case("D7", "null-as-text", base % "~", rule="empty-value", line=4)
    yield yaml_case(
        "D7", "id-of-digits", NEUTRAL.replace("id: example", "id: 0123"), rule="quote-this-value", line=2
    )
    digest = "exhibits: [{id: E1, title: x, kind: other, sha256: %s}]\n" % ("1" * 64)
    yield yaml_case("D7", "hash-of-digits", NEUTRAL + digest, rule="quote-this-value", line=6)


def _count(word: str) -> dict[str, object]:
    if word == "1e-400":
        return {"never": ("wrong-",)}
    return {"rule": "wrong-type", "line": 6}


def _tags() -> Iterator[Case]:
    for name, tag in (
        ("python-apply", "!!python/object/apply:os.system [touch owned]"),
        ("python-new", "!!python/object/new:os.system [touch owned]"),
        ("python-name", "!!python/name:os.system"),
        ("python-module", "!!python/module:os"),
        ("local", "!Ref x"),
        ("verbatim", "!<tag:yaml.org,2002:python/object/apply:os.system> [touch owned]"),
        ("binary", "!!binary aGVsbG8="),
        ("set", "!!set {a, b}"),
        ("omap", "!!omap [a: b]"),
        ("timestamp", "!!timestamp 2024-01-01"),
        ("escape", "!<%1B%5D52;c;eA%07> x"),
        ("long", f"!{'a' * 100_000} x"),
        ("command", "!<%3A%3Aerror%3A%3Ax> x"),
    ):
        rule = {} if name in {"escape", "command"} else {"rule": "tag-not-allowed", "line": 6}
        yield yaml_case("D8", f"{name}-as-value", NEUTRAL + f"title: {tag}\n", **rule)
    yield yaml_case(
        "D8", "on-key", NEUTRAL + "!!python/name:os.system title: x\n", rule="tag-not-allowed", line=6
    )
    yield yaml_case(
        "D8",
        "at-top-level",
        "!!python/object/apply:os.system [touch owned]\n",
        rule="tag-not-allowed",
        line=1,
    )
    yield yaml_case(
        "D8", "on-known-list", NEUTRAL + "exhibits: !Exhibits []\n", rule="tag-not-allowed", line=6
    )
    yield yaml_case("D8", "directive", "%TAG ! tag:x,2000:\n---\n!a b\n", rule="tag-not-allowed", line=3)
    yield yaml_case("D8", "version-9", "%YAML 9.9\n---\n" + NEUTRAL)
    yield yaml_case(
        "D8", "core-tag-on-text-is-read", NEUTRAL + "title: !!str 12\n", never=("tag-not-allowed",)
    )
