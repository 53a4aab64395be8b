"""Objects of a repository, read by git in a folder of our own.

The git of the system reads the objects, since none reads them better; but it never sees the repository. It runs in an
empty folder with a configuration of ours, and is given the folder of objects alone. So whatever the repository's
configuration, hooks or attributes name (fsmonitor, textconv, an external diff, aliases, includes, a promisor remote)
cannot be run: it is not read. What git says is bounded in size and in time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sanctcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.revisions.repository import Repository

_SECONDS = 60
_MAX_LISTING = 64 * 1024 * 1024
_CONFIGURATION = """\
[core]
\trepositoryformatversion = {version}
\tbare = true
\tcommitGraph = false
\tmultiPackIndex = false
\tfsmonitor = false
\thooksPath = /dev/null
"""
_SHA_256 = "[extensions]\n\tobjectFormat = sha256\n"


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its path from the top, and its object."""

    path: str
    object: str


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects of one repository, as git tells of them."""

    program: str
    folder: Path
    store: Path

    def commit(self, name: str) -> str | None:
        """The commit that a hash, with steps back such as `~2`, stands for; None where there is none."""
        said = self._said(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"], 200)
        return None if said is None else said.decode("ascii", "replace").strip()

    def files(self, commit: str, paths: Sequence[str]) -> list[Blob]:
        """The ordinary files of a commit, below some paths or everywhere, in the order of their paths.

        Raises:
            UsageError: they cannot be listed.
        """
        said = self._said(
            ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit, *paths], _MAX_LISTING
        )
        if said is None:
            message = "The files of this revision cannot be listed: parts of it are missing or broken, or there are too many."
            raise UsageError(message)
        return [blob for blob in map(_blob, said.split(b"\0")) if blob is not None]

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """Reads blobs, one after the other."""
        with (
            self._running(["cat-file", "--batch-check"]) as sizes,
            self._running(["cat-file", "--batch"]) as contents,
        ):
            yield Reader(sizes, contents)

    def _said(self, arguments: Sequence[str], limit: int) -> bytes | None:
        """What git says, if it does not fail, and says no more than that."""
        with self._running(arguments) as process:
            said = b"" if process.stdout is None else process.stdout.read(limit + 1)
            if len(said) > limit:
                return None
            return said if process.wait() == 0 else None

    @contextmanager
    def _running(self, arguments: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
        process = self._start(arguments)
        watch = threading.Timer(_SECONDS, process.kill)
        watch.start()
        try:
            yield process
        finally:
            watch.cancel()
            process.kill()
            with suppress(BrokenPipeError):
                process.communicate()

    def _start(self, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - a program of the system, and no argument of a shell
            [self.program, "--no-pager", "--literal-pathspecs", *arguments],
            cwd=self.folder,
            env=self._environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _environment(self) -> dict[str, str]:
        """Nothing of the user's own: no configuration, no credentials, and no way to fetch what is missing."""
        return {
            "GIT_ALLOW_PROTOCOL": "none",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_DIR": str(self.folder),
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_OBJECT_DIRECTORY": str(self.store),
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0",
            "HOME": str(self.folder),
            "LC_ALL": "C",
            "PATH": os.pathsep.join(_absolute_path()),
        }


@dataclass(frozen=True, slots=True)
class Reader:
    """A conversation with git about blobs: how large each is, and then what it holds."""

    sizes: subprocess.Popen[bytes]
    contents: subprocess.Popen[bytes]

    def content(self, blob: Blob, max_bytes: int) -> bytes | None:
        """What a file holds, or one byte too many where it is too large; None where git does not have it."""
        try:
            size = _size(_asked(self.sizes, blob))
            if size is None:
                return None
            if size > max_bytes:
                return b" " * (max_bytes + 1)
            answers = _asked(self.contents, blob)
            if _size(answers) != size:
                return None
            content = answers.read(size + 1)[:-1]
        except (OSError, ValueError):
            return None
        return content if len(content) == size else None


def _asked(process: subprocess.Popen[bytes], blob: Blob) -> IO[bytes]:
    if process.stdin is None or process.stdout is None:
        raise ValueError("not a conversation")
    process.stdin.write(f"{blob.object}\n".encode("ascii"))
    process.stdin.flush()
    return process.stdout


def _size(answers: IO[bytes]) -> int | None:
    """The size of a blob, from the line that begins an answer; None for anything else, such as `missing`."""
    head = answers.readline(200).split()
    return int(head[2]) if len(head) == 3 and head[1] == b"blob" else None


@contextmanager
def objects_of(repository: Repository, *, is_sha_256: bool) -> Iterator[Objects]:
    """The objects of a repository, for as long as the folder of our own stands.

    Raises:
        UsageError: there is no git.
    """
    program = shutil.which("git", path=os.pathsep.join(_absolute_path()))
    if program is None:
        raise UsageError(
            "Revisions are read with git, which is not installed here: compare two files instead."
        )
    with tempfile.TemporaryDirectory(prefix="sanctcheck-") as name:
        folder = Path(name)
        for each in ("objects", "refs"):
            (folder / each).mkdir()
        (folder / "HEAD").write_text("ref: refs/heads/none\n", encoding="ascii")
        configuration = _CONFIGURATION.format(version=int(is_sha_256)) + (_SHA_256 if is_sha_256 else "")
        (folder / "config").write_text(configuration, encoding="ascii")
        yield Objects(program, folder, repository.objects.absolute())


def _absolute_path() -> list[str]:
    """Where programs are looked for: never in the working folder, which may be the repository's."""
    return [each for each in os.environ.get("PATH", os.defpath).split(os.pathsep) if Path(each).is_absolute()]


def _blob(line: bytes) -> Blob | None:
    about, tab, path = line.partition(b"\t")
    words = about.split()
    if not tab or len(words) != 3 or words[0] not in {b"100644", b"100755"}:
        return None
    return Blob(os.fsdecode(path), words[2].decode("ascii"))
