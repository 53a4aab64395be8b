"""How a repository uses the tool: dossiers, settings, editors, and what runs on each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checkup.model import Part, Sight
from sanctcheck.data import data_folder
from sanctcheck.dossier.discovery import candidates
from sanctcheck.dossier.telling import is_dossier
from sanctcheck.reading.files import read_regular_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LARGEST = 1024 * 1024
_MOST_FILES = 1_000
_MOST_LEVELS = 40
_SCHEMA = "dossier.schema.json"
_MODELINE = b"yaml-language-server: $schema="
_CI = (
    (".pre-commit-config.yaml", "pre-commit"),
    (".github/workflows", "GitHub Actions"),
    (".gitlab-ci.yml", "GitLab CI"),
    (".circleci/config.yml", "CircleCI"),
    ("azure-pipelines.yml", "Azure Pipelines"),
    (".forgejo/workflows", "Forgejo Actions"),
    ("Jenkinsfile", "Jenkins"),
)
_EDITORS = (
    (".vscode/settings.json", "VS Code"),
    (".helix/languages.toml", "Helix"),
    (".nvim.lua", "Neovim"),
    (".dir-locals.el", "Emacs"),
    (".idea/jsonSchemas.xml", "IntelliJ"),
    (".zed/settings.json", "Zed"),
)


def repository(here: Path) -> tuple[Part, ...]:
    """What is found in the repository around a folder; everything is read as data, and bounded."""
    root = _root(here)
    return (
        Part("Repository", (Sight("folder", "fine", str(root)), *_dossiers(root), _settings(here, root))),
        Part("Editors", (_schema_file(root), *_wired(root, _EDITORS, "editors"))),
        Part("On each change", tuple(_wired(root, _CI, "ci"))),
    )


def _root(here: Path) -> Path:
    """The folder with `.git` above, or the folder itself."""
    around = [here, *here.parents][:_MOST_LEVELS]
    return next((each for each in around if (each / ".git").exists()), here)


def _dossiers(root: Path) -> Iterator[Sight]:
    found = with_line = files = 0
    for candidate in candidates([str(root)]):
        files += 1
        head = _read(candidate.path) if candidate.path else b""
        if is_dossier(head.decode("utf-8", "replace")):
            found += 1
            with_line += _MODELINE in head[:4096] or head.lstrip()[:1] == b"{"
        if files >= _MOST_FILES:
            break
    if not found:
        yield Sight(
            "dossiers", "note", "none found", "sanctcheck init gb-ghr -o dossier.yaml writes a first one."
        )
        return
    more = " (the first 1,000 files were looked at)" if files >= _MOST_FILES else ""
    yield Sight("dossiers", "fine", f"{found:,} found{more}")
    if with_line < found:
        says = f"{found - with_line:,} of {found:,} dossiers do not name their schema, so that YAML editors do not complete them"
        yield Sight("schema", "note", says, f"First line of each: # yaml-language-server: $schema={_SCHEMA}")


def _settings(here: Path, root: Path) -> Sight:
    around = [each for each in [here, *here.parents][:_MOST_LEVELS] if each == root or root in each.parents]
    file = next((each / "sanctcheck.toml" for each in around if (each / "sanctcheck.toml").is_file()), None)
    if file is None:
        return Sight("settings", "note", "no sanctcheck.toml", "None is needed; every setting has a default.")
    return Sight("settings", "fine", str(file), "sanctcheck config shows what is in force.")


def _schema_file(root: Path) -> Sight:
    packaged = (data_folder("schemas") / _SCHEMA).read_bytes()
    found = [each for each in (root, *_folders(root)) if (each / _SCHEMA).is_file()]
    if not found:
        advice = f"sanctcheck schema dossier > {_SCHEMA}"
        return Sight(_SCHEMA, "note", "not there: YAML editors cannot complete dossiers", advice)
    old = [each / _SCHEMA for each in found if _read(each / _SCHEMA) != packaged]
    if old:
        says = f"{old[0]} is not that of this version"
        return Sight(_SCHEMA, "mend", says, f"sanctcheck schema dossier > {old[0]}")
    return Sight(_SCHEMA, "fine", "that of this version")


def _folders(root: Path) -> Iterable[Path]:
    try:
        return sorted(each for each in root.iterdir() if each.is_dir() and not each.is_symlink())[
            :_MOST_FILES
        ]
    except OSError:
        return ()


def _wired(root: Path, known: Iterable[tuple[str, str]], page: str) -> Iterator[Sight]:
    seen = False
    for name, title in known:
        files = _files(root / name)
        users = [file for file in files if b"sanctcheck" in _read(file) or _SCHEMA.encode() in _read(file)]
        if users:
            seen = True
            yield Sight(title, "fine", f"{users[0].relative_to(root)} runs or names sanctcheck")
        elif files:
            yield Sight(
                title,
                "note",
                f"{name} says nothing of sanctcheck",
                f"docs/{page}.md shows what to write there.",
            )
    if not seen and page == "ci":
        advice = f"docs/{page}.md shows how, for pre-commit, GitHub, GitLab and any shell."
        yield Sight("validate", "note", "nothing was found that checks dossiers on each change", advice)
    elif not seen:
        yield Sight(
            "language server", "note", "no editor settings were found here", f"docs/{page}.md shows how."
        )


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(each for each in path.iterdir() if each.suffix in {".yml", ".yaml"})[:_MOST_FILES]
    return [path] if path.is_file() else []


def _read(path: Path) -> bytes:
    try:
        return read_regular_file(path, _LARGEST)
    except (OSError, ValueError):
        return b""
