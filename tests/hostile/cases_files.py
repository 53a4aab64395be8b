"""D4, D13, D14, D16 and D17: what is too large, no file, elsewhere, or oddly named, and very many files."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from harness import NEUTRAL, NEUTRAL_JSON, Case, Content, json_case, stdin_case, yaml_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_MB = 1024 * 1024


def cases() -> Iterator[Case]:
    yield from _large()
    yield from _exhibits()
    yield from _addresses()
    yield from _no_files()
    yield from _names()
    yield from _folders()


def _filled(before: str, filler: str, after: str, *, megabytes: int) -> Callable[[Path], object]:
    """Writes a large file piece by piece, so that the tests themselves stay small."""

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8") as file:
            file.write(before)
            for _ in range(megabytes):
                file.write(filler * (_MB // len(filler)))
            file.write(after)

    return write


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 * 1024**3)


def _large() -> Iterator[Case]:
    large: dict[str, Any] = {"rule": "too-large", "line": 1}
    text = _filled(NEUTRAL + "title: ", "x", "\n", megabytes=50)
    yield yaml_case("D4", "50-mb-text", text, **large)
    yield json_case("D4", "json-50-mb-text", _filled('{"title": "', "x", '"}', megabytes=50), **large)
    yield json_case("D4", "json-50-mb-key", _filled('{"', "x", '": 1}', megabytes=50), **large)
    yield stdin_case("D4", "50-mb-on-standard-input", text, **large)
    yield yaml_case("D4", "sparse-5-gib", _sparse, **large)
    yield json_case("D4", "json-sparse-5-gib", _sparse, **large)
    yield stdin_case("D4", "sparse-5-gib-on-standard-input", _sparse, **large)
    yield Case("D4", "zeros-on-standard-input", arguments=("-",), stdin="/dev/zero", **large)
    linked = {"dossier.yaml": lambda path: path.symlink_to("/dev/zero")}
    yield Case("D4", "link-to-zeros", linked, rule="not-readable")
    yield Case("D4", "zeros-named", arguments=("/dev/zero",), rule="not-readable")
    for name, filler in (
        ("x", "x"),
        ("wide", "界"),
        ("lines", "\n"),
        ("spaces", " "),
        ("comments", "# x\n"),
        ("digits", "1"),
        ("quotes", "''"),
        ("escapes", "\\u200b"),
        ("mixed", "a\u200b"),
    ):
        size = 9 // len(filler.encode()) * len(filler) if len(filler.encode()) > len(filler) else 9
        yield yaml_case("D4", f"9-mb-of-{name}", _filled(NEUTRAL + 'title: "', filler, '"\n', megabytes=size))
        yield json_case(
            "D4",
            f"json-9-mb-of-{name}",
            _filled(NEUTRAL_JSON + ',\n"title": "', filler, '"}', megabytes=size),
        )
    for name, filler in (("lines-of-two", "ab\n"), ("lines-of-one", "a\n"), ("empty-lines", "\n")):
        text = _filled(NEUTRAL + 'oops: "', filler, '"\n', megabytes=9)
        yield yaml_case("D4", f"9-mb-of-{name}", text, rule="unknown-field", line=6)
        blank = filler.replace("a", " ").replace("b", " ")
        spaces = _filled(NEUTRAL_JSON + ',\n"oops": 1', blank, "}", megabytes=9)
        yield json_case("D4", f"json-9-mb-of-{name}", spaces, rule="unknown-field", line=5)
    behind = _filled(NEUTRAL + "handling: {level: protected}\n", "#\n", "oops: 1\n", megabytes=9)
    yield yaml_case("D4", "behind-9-mb-of-comments", behind, rule="unknown-field", never=("oops",))
    yield json_case(
        "D4",
        "json-9-mb-key",
        _filled(NEUTRAL_JSON + ',\n"', "k", '": 1}', megabytes=9),
        rule="unknown-field",
        line=5,
    )
    yield yaml_case(
        "D4",
        "9-mb-folded-words",
        _filled(NEUTRAL + "title: >\n  ", "word ", "\n", megabytes=9),
        rule="too-long",
    )
    yield yaml_case(
        "D4",
        "9-mb-enum",
        _filled(NEUTRAL + "measures: [{kind: ", "界", "}]\n", megabytes=3),
        rule="wrong-value",
        line=6,
    )
    small = {"dossier.yaml": NEUTRAL}
    yield Case("D4", "bound-of-one-byte", small, ("--max-bytes", "1", "dossier.yaml"), **large)
    yield Case("D4", "bound-of-none", small, ("--max-bytes", "0", "dossier.yaml"), status=2)
    yield Case("D4", "bound-beyond-sense", small, ("--max-bytes", "9" * 5000, "dossier.yaml"), status=2)


def _exhibit(file: str, extra: str = "") -> str:
    return NEUTRAL + f"exhibits: [{{id: E1, title: x, kind: other, file: {json.dumps(file)}{extra}}}]\n"


def _link(target: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(target)


def _exhibits() -> Iterator[Case]:
    never = ("root:", "uid=", "OUTSIDE")
    for name, path in (
        ("parent", "../outside.txt"),
        ("parents", "../" * 40 + "etc/passwd"),
        ("parent-within", "a/../../outside.txt"),
        ("absolute", "/etc/passwd"),
        ("unc", "\\\\server\\share\\x"),
        ("unc-slashes", "//server/share/x"),
        ("backslashes", "..\\..\\x"),
        ("drive", "C:\\Windows\\x"),
        ("nul", "a\0b"),
        ("device-path", "/dev/zero"),
        ("proc", "/proc/self/environ"),
        ("empty-part", "a//b"),
        ("dot", "."),
        ("dots", ".."),
        ("dot-only-parts", "././."),
        ("trailing-slash", "folder/"),
        ("tilde-root", "/~root"),
    ):
        yield Case(
            "D13",
            f"path-{name}",
            {"dossier.yaml": _exhibit(path)},
            rule="exhibit-path-outside",
            line=6,
            never=never,
        )
    for name, path in (
        ("missing", "none.txt"),
        ("long", "x" * 5000),
        ("deep", "a/" * 5000 + "x"),
        ("drive-without-slash", "C:x"),
        ("percent", "%2e%2e/%2e%2e/x"),
        ("home", "~/x"),
        ("variable", "$HOME/x"),
        ("file-scheme", "file:etc"),
        ("stream", "x::$DATA"),
        ("wide-dots", "．．/x"),
        ("overlong-name", "界" * 300),
        ("star", "*"),
        ("escape", "\x1b[31m"),
        ("command", "::error::x"),
        ("dash", "-rf"),
    ):
        yield Case(
            "D13",
            f"path-{name}",
            {"dossier.yaml": _exhibit(path)},
            rule="exhibit-file-missing",
            line=6,
            never=never,
        )
    odd: tuple[tuple[str, str, Content], ...] = (
        ("link-out", "exhibit-path-outside", _link("/etc/passwd")),
        ("link-within", "exhibit-path-outside", _link("dossier.yaml")),
        ("link-to-itself", "exhibit-path-outside", _link("odd")),
        ("dangling-link", "exhibit-path-outside", _link("nowhere")),
        ("link-to-zeros", "exhibit-path-outside", _link("/dev/zero")),
        ("link-to-standard-input", "exhibit-path-outside", _link("/dev/stdin")),
        ("fifo", "exhibit-file-missing", os.mkfifo),
        ("folder", "exhibit-file-missing", lambda path: path.mkdir()),
        ("socket", "exhibit-file-missing", _socket),
        ("sparse", "exhibit-too-large", _sparse),
        ("unhashed", "exhibit-hash-missing", b"x"),
    )
    for name, rule, made in odd:
        files: dict[str, Content] = {"dossier.yaml": _exhibit("odd"), "odd": made}
        yield Case(
            "D13", name, files, rule=rule, line=6, never=never, seconds=4.0 if name == "sparse" else 3.0
        )
    through: dict[str, Content] = {"dossier.yaml": _exhibit("up/passwd"), "up": _link("/etc")}
    yield Case("D13", "link-on-the-way", through, rule="exhibit-path-outside", line=6, never=never)
    cycle: dict[str, Content] = {"dossier.yaml": _exhibit("a/" * 30 + "x"), "a": _link(".")}
    yield Case("D13", "cycle-on-the-way", cycle, rule="exhibit-path-outside", line=6)
    changed: dict[str, Content] = {
        "dossier.yaml": _exhibit("odd", f", sha256: {'0a' * 32}, size: 7"),
        "odd": b"OUTSIDE",
    }
    yield Case("D13", "another-file", changed, rule="exhibit-hash-mismatch", line=6, never=never)
    fifos = (
        NEUTRAL
        + "exhibits:\n"
        + "".join(f"- {{id: E{n}, title: x, kind: other, file: odd}}\n" for n in range(1_999))
    )
    yield Case(
        "D13",
        "1999-exhibits-of-one-fifo",
        {"dossier.yaml": fifos, "odd": os.mkfifo},
        rule="exhibit-file-missing",
        line=7,
        seconds=4.0,
    )
    yield Case(
        "D13",
        "1999-exhibits-of-one-sparse-file",
        {"dossier.yaml": fifos, "odd": _sparse},
        rule="exhibit-too-large",
        line=7,
        seconds=5.0,
    )
    many: dict[str, Callable[[Path], object]] = {
        f"odd{n}": _filled("", "x", "", megabytes=200) for n in range(3)
    }
    several = (
        NEUTRAL
        + "exhibits:\n"
        + "".join(f"- {{id: E{n}, title: x, kind: other, file: odd{n}}}\n" for n in range(3))
    )
    yield Case(
        "D13",
        "several-large-files",
        {"dossier.yaml": several, **many},
        rule="exhibit-hash-missing",
        line=7,
        seconds=6.0,
    )
    on_stdin = {"input": _exhibit("../outside.txt")}
    yield Case("D13", "standard-input-has-no-folder", on_stdin, ("-",), stdin="input", never=("exhibit-",))


def _socket(path: Path) -> None:
    os.mknod(path, 0o140644)


def _addresses() -> Iterator[Case]:
    """None is ever visited; the harness notes every attempt."""
    addresses = (
        "http://127.0.0.1/",
        "http://localhost:9/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:7f00:1]/",
        "http://0/",
        "http://169.254.169.254/latest/meta-data/",
        "https://example.invalid/" + "a" * 1900,
        "http://xn--/",
        "https://a.b:99999/",
    )
    every = "".join(
        f"- {{id: E{n}, title: x, kind: other, url: '{each}'}}\n" for n, each in enumerate(addresses)
    )
    for form in ("terminal", "json"):
        arguments = ("--format", form, "dossier.yaml")
        yield Case(
            "D14",
            f"unvisited-{form}",
            {"dossier.yaml": NEUTRAL + "exhibits:\n" + every},
            arguments,
            never=("wrong-value",),
        )
    for number, address in enumerate(
        (
            "file:///etc/passwd",
            "gopher://127.0.0.1/",
            "ftp://a/",
            "javascript:alert(1)",
            "http://user:word@a/",
            "http://a@b/",
            "//a/b",
            "http:/a",
            "http://",
            "http://a/\r\nHost: b",
            "http://a b/",
            "HTTP://\\\\a",
            "data:text/html,x",
            "http://a\n",
            "https://" + "a" * 3000,
            "http://\x1b[31m/ x",
        )
    ):
        rule = "too-long" if len(address) > 2000 else "wrong-value"
        yield Case("D14", f"refused-{number}", {"dossier.yaml": _addressed(address)}, rule=rule, line=6)
    yield json_case(
        "D14",
        "schema-is-not-fetched",
        NEUTRAL_JSON + ',\n"$schema": "http://127.0.0.1:9/x", "$ref": "http://127.0.0.1:9/"}',
        rule="unknown-field",
    )


def _addressed(address: str) -> str:
    return NEUTRAL + f"exhibits: [{{id: E1, title: x, kind: other, url: {json.dumps(address)}}}]\n"


def _no_files() -> Iterator[Case]:
    for name, made in (
        ("dangling-link", _link("nowhere")),
        ("link-loop", _link("dossier.yaml")),
        ("link-to-file", _link("/etc/passwd")),
        ("fifo", os.mkfifo),
        ("socket", _socket),
    ):
        files = {"dossier.yaml": made, "all/dossier.yaml": made}
        yield Case("D16", name, files, rule="not-readable", never=("root:",))
        yield Case("D16", f"{name}-in-folder", files, ("all",), rule="not-readable", never=("root:",))
        yield Case("D16", f"{name}-by-pattern", files, ("*.yaml",), rule="not-readable", never=("root:",))
    for name, argument, status in (
        ("missing", "none.yaml", 1),
        ("empty-name", "", 2),
        ("nul", "none", 1),
        ("terminal", "/dev/tty", 1),
        ("null", "/dev/null", 1),
        ("proc-mem", "/proc/self/mem", 1),
        ("below-a-file", "dossier.yaml/x", 1),
        ("long", "x" * 5000, 1),
        ("long-pattern", "*" * 300, 1),
        ("bracket", "[", 1),
        ("brackets", "[!x", 1),
    ):
        rule = {"null": None}.get(name, "not-readable") if status == 1 else None
        yield Case(
            "D16",
            f"argument-{name}",
            {"dossier.yaml": NEUTRAL},
            (argument,),
            status=_status(name, status),
            rule=None if name in {"null", "long-pattern", "bracket", "brackets"} else rule,
        )
    forbidden = {"dossier.yaml": NEUTRAL, "-dossier.yaml": NEUTRAL, "--help": NEUTRAL}
    yield Case("D16", "dash-behind-dashes", forbidden, ("--", "-dossier.yaml", "--help"), never=("Usage",))
    yield Case("D16", "dash-as-option", forbidden, ("-dossier.yaml",), status=2)
    yield Case("D16", "dash-by-pattern", forbidden, ("*dossier.yaml",), says=("Dossier -dossier.yaml",))


def _status(name: str, status: int) -> int:
    return 2 if name in {"bracket", "brackets"} else status


_ODD_NAMES: dict[str, str | bytes] = {
    "line-feed": "a\n::error::b.yaml",
    "return": "a\rb.yaml",
    "escape": "\x1b]52;c;eA==\x07.yaml",
    "command": "::error file=x::y.yaml",
    "group": "##[group]x.yaml",
    "bidi": "a\u202elmay.yaml",
    "zero-width": "a\u200bb.yaml",
    "c1": "\x9b31m.yaml",
    "bytes": b"\xff\xfe\x80.yaml",
    "bytes-and-escape": b"\xff\x1b[31m.yaml",
    "surrogate-bytes": b"\xed\xa0\x80.yaml",
    "tag": "\U000e0041.yaml",
    "backspace": "ab\b\b.yaml",
    "quotes": "\"';`$(x).yaml",
    "spaces": "  .yaml",
    "tab": "a\tb.yaml",
    "star": "*.yaml",
    "bracket": "[a].yaml",
    "dots": "...yaml",
    "vso": "##vso[x]y.yaml",
    "separator": "a\u2028b.yaml",
    "long": "x" * 250 + ".yaml",
}


def _names() -> Iterator[Case]:
    for number, (name, odd) in enumerate(_ODD_NAMES.items()):
        broken = "a: &a [*a]\n"
        below = f"all/{odd}" if isinstance(odd, str) else b"all/" + odd
        yield Case("D16", f"name-{name}", {odd: broken}, ("--", odd), rule=None, says=("cyclic-alias",))
        if number % 2 == 0:
            yield Case(
                "D16",
                f"name-{name}-in-folder",
                {below: NEUTRAL},
                ("all",),
                **({"status": 3} if name == "dots" else {"says": ("1 dossier",)}),
            )
        if number % 3:
            continue
        yield Case(
            "D16", f"name-{name}-json", {odd: broken}, ("--format", "json", "--", odd), says=("cyclic-alias",)
        )
        missing = b"no-" + odd if isinstance(odd, bytes) else f"no-{odd}"
        status = 2 if name in {"star", "bracket"} or "[" in str(odd) or "*" in str(odd) else 1
        yield Case("D16", f"name-{name}-missing", {}, ("--", missing), status=status)


def _many(path: Path) -> None:
    path.mkdir()
    for number in range(10_000):
        (path / f"d{number}.yaml").write_bytes(b"format: other/1\n")


def _deep(path: Path) -> None:
    here = path
    for _ in range(400):
        here = here / "d"
    here.mkdir(parents=True)
    (here / "dossier.yaml").write_bytes(NEUTRAL.encode())


def _cycles(path: Path) -> None:
    path.mkdir()
    for name, target in (("here", "."), ("up", ".."), ("root", "/"), ("itself", "itself"), ("x.yaml", "..")):
        (path / name).symlink_to(target)


def _wide(path: Path) -> None:
    for number in range(2_000):
        (path / f"d{number}" / "e").mkdir(parents=True)


def _folders() -> Iterator[Case]:
    yield Case("D17", "10000-files", {"all": _many}, ("all",), status=3, says=("10,000 files",))
    yield Case(
        "D17",
        "10000-files-by-pattern",
        {"all": _many},
        ("all/*99.yaml",),
        rule="wrong-value",
        says=("100 dossiers",),
    )
    yield Case("D17", "400-folders-deep", {"all": _deep}, ("all",), says=("1 dossier",))
    yield Case(
        "D17",
        "400-folders-deep-by-pattern",
        {"all": _deep},
        ("all/**/*.yaml",),
        says=("1 dossier",),
        seconds=6.0,
    )
    yield Case("D17", "cycles-of-links", {"all": _cycles, "all2/dossier.yaml": NEUTRAL}, ("all",), status=3)
    yield Case(
        "D17",
        "cycles-of-links-by-pattern",
        {"all": _cycles, "dossier.yaml": NEUTRAL},
        ("here/**/*.yaml",),
        status=2,
    )
    yield Case(
        "D17",
        "cycle-by-pattern-through-links",
        {"all": _cycles, "dossier.yaml": NEUTRAL},
        ("all/here/**/*.yaml",),
        status=2,
    )
    yield Case("D17", "2000-empty-folders", {"all": _wide}, ("all",), status=3)
    yield Case(
        "D17",
        "empty-folder",
        {"all": lambda path: path.mkdir()},
        ("all",),
        status=3,
        says=("no dossier was found",),
    )
    yield Case("D17", "hidden-only", {"all/.git/x.yaml": NEUTRAL, "all/.x.yaml": NEUTRAL}, ("all",), status=3)
    yield Case(
        "D17",
        "no-dossier-among-files",
        {"all/notes.yaml": "a: 1\n", "all/x.txt": NEUTRAL},
        ("all",),
        status=3,
    )
    yield Case("D17", "broken-file-in-folder", {"all/x.yaml": "[" * 1000}, ("all",), rule="too-deep")
    yield Case(
        "D17", "folder-named-like-a-file", {"all/x.yaml": lambda path: path.mkdir()}, ("all",), status=3
    )
    yield Case(
        "D17",
        "the-same-file-named-often",
        {"dossier.yaml": NEUTRAL},
        ("dossier.yaml",) * 500,
        says=("1 dossier,",),
    )
    yield Case("D17", "no-argument", {}, (), status=2)
    yield Case(
        "D17",
        "modules-of-the-folder-are-not-run",
        {f"all/{name}.py": "raise SystemExit(9)\n" for name in ("click", "yaml", "pydantic")}
        | {"all/d.yaml": NEUTRAL},
        ("all",),
    )
