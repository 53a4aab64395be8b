"""Compiles the inner loops of the package, where a compiler of C is at hand.

The modules are plain Python, and stay what they are: what is compiled stands beside them and takes their place; without
it they run as they are written, and slower. Which they are is said in `pyproject.toml`. A build of the package does it
by itself; in a working copy

    python ci/compile.py [--remove]

does it after a change of one of them, or takes away what was compiled. The environment variable SANCTCHECK_COMPILE says
whether it is done: `auto` where it can be (the default), `yes` or the build fails, `no`.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
SUFFIX = str(sysconfig.get_config_var("EXT_SUFFIX"))
WANTED = "SANCTCHECK_COMPILE"


class CompiledModules(BuildHookInterface):  # type: ignore[type-arg] # its configuration is a table of hatchling's own
    """What hatchling calls before it builds a wheel, or makes the working copy one that is installed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles; a wheel with compiled modules is one for this system and this Python."""
        if self.target_name != "wheel":
            return
        built = built_if_wanted(Path(self.root), self.config["modules"])
        if version == "editable":
            put_beside(Path(self.root), built)
        elif built:
            build_data["force_include"].update({str(path): name for name, path in built.items()})
            build_data.update(infer_tag=True, pure_python=False)


def built_if_wanted(root: Path, modules: Sequence[str]) -> dict[str, Path]:
    """What was compiled, by where it belongs; nothing where that is not wanted, or cannot be done and need not."""
    wanted = os.environ.get(WANTED, "auto")
    if wanted not in {"auto", "yes", "no"}:
        raise SystemExit(f"{WANTED} is “{wanted}”; it can be auto, yes or no.")
    if wanted == "no":
        return {}
    try:
        return built(root, modules)
    except _unable() as error:
        if wanted == "yes":
            raise
        sys.stderr.write(
            f"Names are matched by plain Python, which is slower: nothing was compiled ({error}).\n"
        )
        return {}


def _unable() -> tuple[type[Exception], ...]:
    """What is raised where there is no compiler, or it lacks the headers of Python."""
    try:
        from setuptools.errors import BaseError, CCompilerError  # noqa: PLC0415 - missing where nothing is to be compiled
    except ImportError:
        return (ImportError,)
    return (ImportError, BaseError, CCompilerError)


def built(root: Path, modules: Sequence[str]) -> dict[str, Path]:
    """Compiles modules, those alone that have changed since; each by where it belongs in the package.

    Raises:
        ImportError: Cython or setuptools is not there.
        setuptools.errors.CCompilerError: there is no compiler, or it fails.
    """
    from Cython.Build import cythonize  # noqa: PLC0415 - as above
    from setuptools import Distribution, Extension  # noqa: PLC0415

    folder = root / "build" / f"compiled{SUFFIX.partition('.so')[0]}"
    # No path of this machine comes into what is compiled, and what only a debugger reads is left out.
    options = ["-g0", f"-ffile-prefix-map={root}=."] if os.name == "posix" else []
    before = Path.cwd()
    os.chdir(root)
    try:
        sources = [module.replace(".", "/") + ".py" for module in modules]
        parts = [
            Extension(module, [source], extra_compile_args=options)
            for module, source in zip(modules, sources, strict=True)
        ]
        parts = cythonize(parts, build_dir=str(folder / "c"), language_level=3, quiet=True)
        command = Distribution({"name": "sanctcheck", "ext_modules": parts}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
        command.ensure_finalized()
        command.run()
    finally:
        os.chdir(before)
    names = [module.replace(".", "/") + SUFFIX for module in modules]
    return {name: folder / "lib" / name for name in names}


def put_beside(root: Path, compiled: dict[str, Path]) -> None:
    """Puts what was compiled beside its sources, and takes away what was before."""
    remove(root)
    for name, path in compiled.items():
        temporary = root / f"{name}.{os.getpid()}"
        shutil.copyfile(path, temporary)
        temporary.replace(root / name)


def remove(root: Path) -> None:
    """Takes away what was compiled for this Python."""
    for path in (root / "sanctcheck").rglob(f"*{SUFFIX}"):
        path.unlink(missing_ok=True)


def modules_named() -> list[str]:
    """The modules that are compiled."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    modules: list[str] = project["tool"]["hatch"]["build"]["hooks"]["custom"]["modules"]
    return modules


if __name__ == "__main__":
    put_beside(ROOT, {} if sys.argv[1:] == ["--remove"] else built_if_wanted(ROOT, modules_named()))
