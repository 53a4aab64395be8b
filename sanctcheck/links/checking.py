"""The addresses of a dossier, each asked, and what follows. Those of protected exhibits are not asked at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from sanctcheck.links.model import STANDING, Answer, Asked, DossierLinks, LinkFinding
from sanctcheck.reading.protection import is_protected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sanctcheck.dossier.model import Dossier, Exhibit
    from sanctcheck.reading.document import Document, Severity

_HOSTS_AT_ONCE: Final = 4


def addresses_in(dossier: Dossier, document: Document) -> tuple[list[Asked], int]:
    """The addresses that may be asked, and how many exhibits were left out because they are protected.

    Whoever runs a site learns who asks for which page: of a protected source not even that may be told.
    """
    found: list[Asked] = []
    protected = 0
    of_persons = {each for person in dossier.protected_persons for each in person.exhibits}
    for index, exhibit in enumerate(dossier.exhibits):
        if not (exhibit.url or exhibit.archived):
            continue
        if exhibit.id in of_persons or is_protected(document.value, ("exhibits", index)):
            protected += 1
        else:
            found.extend(_of(exhibit, index, document))
    return found, protected


def _of(exhibit: Exhibit, index: int, document: Document) -> Iterator[Asked]:
    if exhibit.url is not None:
        path = ("exhibits", index, "url")
        place = document.place(path)
        yield Asked(exhibit.id, "url", exhibit.url, path, place, exhibit.sha256, exhibit.size)
    if exhibit.archived is not None:
        path = ("exhibits", index, "archived")
        yield Asked(exhibit.id, "archived", exhibit.archived, path, document.place(path))


def checked(dossier: Dossier, document: Document, ask: Callable[[Asked], Answer]) -> DossierLinks:
    """Every address of a dossier, asked; several hosts at once, and one host one question after the other."""
    asked, protected = addresses_in(dossier, document)
    hosts: dict[str, list[int]] = {}
    for number, each in enumerate(asked):
        hosts.setdefault(_host(each.url), []).append(number)
    answers: dict[int, Answer] = {}

    def ask_all(numbers: list[int]) -> None:
        for number in numbers:
            answers[number] = ask(asked[number])

    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        list(pool.map(ask_all, hosts.values()))
    pairs = tuple((each, answers[number]) for number, each in enumerate(asked))
    return DossierLinks(document.name, pairs, tuple(_findings(pairs)), protected)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _findings(pairs: Iterable[tuple[Asked, Answer]]) -> Iterator[LinkFinding]:
    by_exhibit: dict[str, list[tuple[Asked, Answer]]] = {}
    for asked, answer in pairs:
        by_exhibit.setdefault(f"{asked.path[1]}", []).append((asked, answer))
    for found in by_exhibit.values():
        copies = [answer.standing for asked, answer in found if asked.field == "archived"]
        for asked, answer in found:
            yield from _of_answer(asked, answer, has_copy="alive" in copies)
        if not copies and any(answer.standing != "not-allowed" for _, answer in found):
            message = "No archived copy is stated: once the page is gone, nobody can look it up."
            yield _finding("link-not-archived", "warning", found[0][0], message)


def _of_answer(asked: Asked, answer: Answer, *, has_copy: bool) -> Iterator[LinkFinding]:
    what = "The archived copy" if asked.field == "archived" else "The page"
    said = STANDING[answer.standing] + (f" ({answer.why})" if answer.why else "")
    status = f", status {answer.status}" if answer.status else ""
    if answer.standing == "not-allowed":
        message = f"{what} was not asked for: {answer.why}."
        yield _finding("link-not-allowed", "error", asked, message)
    elif answer.standing in {"refused", "failing", "certificate"}:
        yield _finding("link-not-checked", "warning", asked, f"{what}: {said}{status}.")
    elif answer.standing != "alive":
        severity: Severity = "warning" if has_copy else "error"
        yield _finding("link-dead", severity, asked, f"{what}: {said}{status}.")
    if answer.content == "changed":
        message = f"{what} is not what was recorded: its SHA-256 is another."
        yield _finding("link-changed", "warning", asked, message)
    elif answer.content == "not-compared":
        message = f"{what} was not compared with the SHA-256 recorded: it is too large, or comes packed."
        yield _finding("link-not-checked", "warning", asked, message)


def _finding(rule: str, severity: Severity, asked: Asked, message: str) -> LinkFinding:
    return LinkFinding(rule, severity, asked.exhibit, asked.path, asked.place, message)
