"""`sanctcheck completion`: the shell completes commands, options, regimes, standards and lists."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import click

_SHELLS = ("bash", "zsh", "fish")
_BEGIN, _END = "# >>> sanctcheck completion >>>", "# <<< sanctcheck completion <<<"
_BLOCK = re.compile(rf"\n?{_BEGIN}\n.*?{_END}\n", re.DOTALL)
_shell = click.option(
    "--shell", type=click.Choice(_SHELLS), help="For this shell; that of $SHELL if left out."
)


@dataclass(frozen=True, slots=True)
class _Wiring:
    """The script of a shell, and the file of settings that loads it; None where the shell finds it by itself."""

    script: Path
    settings: Path | None
    line: str = ""


@click.group("completion", short_help="Have the shell complete commands, regimes, standards and lists.")
def command() -> None:
    """Have bash, zsh or fish complete commands, options, regimes, standards and lists.

    \b
    sanctcheck completion install      for the shells that are opened from now on
    sanctcheck completion uninstall    takes everything back
    sanctcheck completion show         prints the script
    """  # noqa: D301 - click keeps the lines behind its \b as they stand


@command.command("install")
@_shell
def install(shell: str | None) -> None:
    """Put the script in place, and have the shell load it. A second time changes nothing."""
    chosen = shell or _of_user()
    wiring = _wiring(chosen)
    try:
        wiring.script.parent.mkdir(parents=True, exist_ok=True)
        wiring.script.write_text(_script(chosen), encoding="utf-8")
        _say("Wrote", wiring.script)
        if wiring.settings is not None and _load_from(wiring.settings, wiring.line):
            _say("Added three lines to", wiring.settings)
    except OSError as error:
        raise click.UsageError(f"{error.filename} cannot be written: {error.strerror}.") from error
    click.echo(f"Open a new {chosen}, type “sanctcheck ” and press Tab.", err=True)


@command.command("uninstall")
@_shell
def uninstall(shell: str | None) -> None:
    """Take back what `install` did."""
    chosen = shell or _of_user()
    wiring = _wiring(chosen)
    is_there = wiring.script.exists()
    try:
        if is_there:
            wiring.script.unlink()
            _say("Removed", wiring.script)
        if wiring.settings is not None and _unload_from(wiring.settings):
            _say("Took three lines out of", wiring.settings)
        elif not is_there:
            click.echo(f"Nothing was installed for {chosen}.", err=True)
    except OSError as error:
        raise click.UsageError(f"{error.filename} cannot be changed: {error.strerror}.") from error


@command.command("show")
@_shell
def show(shell: str | None) -> None:
    """Print the script."""
    click.echo(_script(shell or _of_user()), nl=False)


def _of_user() -> str:
    name = Path(os.environ.get("SHELL", "")).name
    if name not in _SHELLS:
        raise click.UsageError("Name the shell: --shell bash, --shell zsh or --shell fish.")
    return name


def _script(shell: str) -> str:
    from click.shell_completion import get_completion_class  # noqa: PLC0415 - only this needs it

    from sanctcheck.cli import cli  # noqa: PLC0415 - the commands import each other only where they must

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"{shell} is not known here.")
    made = kind(cli, {}, "sanctcheck", "_SANCTCHECK_COMPLETE")
    text = made.source_template % made.source_vars()
    return text.rstrip("\n") + "\n"


def _wiring(shell: str) -> _Wiring:
    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    if shell == "fish":
        settings = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        return _Wiring(settings / "fish/completions/sanctcheck.fish", None)
    script = data / f"sanctcheck/completion.{shell}"
    if shell == "zsh":
        settings = Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
        ready = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }"
        return _Wiring(script, settings, f"[ -r {_quoted(script)} ] && {{ {ready}; . {_quoted(script)}; }}")
    return _Wiring(script, home / ".bashrc", f"[ -r {_quoted(script)} ] && . {_quoted(script)}")


def _quoted(path: Path) -> str:
    import shlex  # noqa: PLC0415 - only this needs it

    return shlex.quote(str(path))


def _load_from(settings: Path, line: str) -> bool:
    """Has the shell's settings load the script; False where they do already."""
    text = settings.read_text(encoding="utf-8", errors="surrogateescape") if settings.exists() else ""
    block = f"{_BEGIN}\n{line}\n{_END}\n"
    if block in text:
        return False
    kept = _BLOCK.sub("", text)
    joint = "" if not kept or kept.endswith("\n") else "\n"
    _put(settings, f"{kept}{joint}{block}")
    return True


def _unload_from(settings: Path) -> bool:
    text = settings.read_text(encoding="utf-8", errors="surrogateescape") if settings.exists() else ""
    kept = _BLOCK.sub("", text)
    if kept == text:
        return False
    _put(settings, kept)
    return True


def _put(settings: Path, text: str) -> None:
    """Writes settings whole or not at all; where they are a link to a file elsewhere, that file."""
    file = settings.resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f"{file.name}.sanctcheck.tmp")
    try:
        temporary.write_text(text, encoding="utf-8", errors="surrogateescape")
        if file.exists():
            temporary.chmod(file.stat().st_mode & 0o7777)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def _say(what: str, path: Path) -> None:
    from sanctcheck.text import visible  # noqa: PLC0415 - only a message needs it

    click.echo(f"{what} {visible(str(path))}", err=True)
