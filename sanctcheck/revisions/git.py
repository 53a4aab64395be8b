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
from contextlib import contextmanager
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
    """A file of a revision: its path from the top, its object, and its size."""

    path: str
    object: str
    size: int


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects of one repository, as git tells of them."""

    program: str
    folder: Path
    store: Path

    def commit(self, name: str) -> str | None:
        """The commit that a hash, with steps back such as `~2`, stands for; None where there is none."""
        said = self._said(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"], 200)
        return said.decode("ascii", "replace").strip() or None

    def files(self, commit: str, paths: Sequence[str]) -> list[Blob]:
        """The ordinary files of a commit, below some paths or everywhere, in the order of their paths.

        Raises:
            UsageError: there are more than can be listed.
        """
        said = self._said(
            ["ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", commit, *paths], _MAX_LISTING + 1
        )
        if len(said) > _MAX_LISTING:
            raise UsageError("This revision has more files than can be listed: name a PATH behind --.")
        return [blob for blob in map(_blob, said.split(b"\0")) if blob is not None]

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """Reads blobs, one after the other."""
        process = self._start(["cat-file", "--batch"])
        watch = threading.Timer(_SECONDS, process.kill)
        watch.start()
        try:
            if process.stdin is not None and process.stdout is not None:
                yield Reader(process.stdin, process.stdout)
        finally:
            watch.cancel()
            process.kill()
            process.communicate()

    def _said(self, arguments: Sequence[str], limit: int) -> bytes:
        process = self._start(arguments)
        watch = threading.Timer(_SECONDS, process.kill)
        watch.start()
        try:
            return b"" if process.stdout is None else process.stdout.read(limit)
        finally:
            watch.cancel()
            process.kill()
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
    """A conversation with git about the contents of blobs."""

    requests: IO[bytes]
    answers: IO[bytes]

    def content(self, blob: Blob) -> bytes | None:
        """What a file holds; None where git does not have it."""
        try:
            self.requests.write(f"{blob.object}\n".encode("ascii"))
            self.requests.flush()
            head = self.answers.readline(200).split()
            # What it is to be was told before: anything else is not read.
            if len(head) != 3 or head[1] != b"blob" or int(head[2]) != blob.size:
                return None
            content = self.answers.read(blob.size + 1)[:-1]
        except (OSError, ValueError):
            return None
        return content if len(content) == blob.size else None


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
    if not tab or len(words) != 4 or words[0] not in {b"100644", b"100755"} or not words[3].isdigit():
        return None
    return Blob(os.fsdecode(path), words[2].decode("ascii"), int(words[3]))
