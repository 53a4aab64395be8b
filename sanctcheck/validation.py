"""The way of the data: read, shape, assess. Reports take it from here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sanctcheck.assess import Assessor, RegimeAssessment, regimes_of
from sanctcheck.dossier.consistency import inconsistencies
from sanctcheck.dossier.model import FORMAT, Dossier
from sanctcheck.exhibits.custody import custody_flaws
from sanctcheck.law.norms import what_is_wrong
from sanctcheck.law.time import first_day
from sanctcheck.reading import limits
from sanctcheck.reading.document import Document, Flaw, first_flaws
from sanctcheck.reading.files import parse, read_document, read_standard_input
from sanctcheck.reading.protection import PROTECTED, is_protected, may_protect, without_quotations
from sanctcheck.reading.shape import shape
from sanctcheck.scaffold import unfilled
from sanctcheck.text import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.exhibits.signers import Signer
    from sanctcheck.law.load import Law

_OF_VALUES = frozenset({"wrong-value", "wrong-type"})


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for.

    Attributes:
        as_of: the day for which dossiers are assessed.
        regimes: ids of the regimes; empty for those that each dossier names.
        all_regimes: assess under every regime there is.
        max_bytes: the largest file that is read.
        also: regimes besides those that a dossier names.
        opens_exhibits: whether files of exhibits are looked at.
        signers: whose signatures of exhibits the user knows; None where they did not say.
    """

    as_of: date
    regimes: tuple[str, ...] = ()
    all_regimes: bool = False
    max_bytes: int = limits.MAX_BYTES
    also: tuple[str, ...] = ()
    opens_exhibits: bool = True
    signers: tuple[Signer, ...] | None = None


@dataclass(slots=True)
class Validated:
    """One file that was checked. `dossier` is None where it could not be read as one."""

    document: Document
    dossier: Dossier | None = None
    under: list[RegimeAssessment] = field(default_factory=list)

    @property
    def flaws(self) -> list[Flaw]:
        """What is wrong with the file as such, in the order of its lines."""
        return sorted(self.document.flaws, key=lambda flaw: (flaw.place, flaw.rule))


def validate(files: Iterable[Candidate], law: Law, request: Request) -> Iterator[Validated | None]:
    """Each file checked, one after the other and none kept; None for a file in a folder that is no dossier.

    Raises:
        UsageError: a regime was asked for that does not exist.
        LawError: the criteria of a regime cannot be used.
    """
    validator = Validator(law, request)
    for candidate in files:
        yield validator.validate(candidate)


class Validator:
    """Checks files, one at a time, under one law."""

    def __init__(self, law: Law, request: Request) -> None:
        """Reads the regimes that are asked for.

        Raises:
            UsageError: a regime was asked for that does not exist.
            LawError: the criteria of a regime cannot be used.
        """
        for regime_id in request.regimes:
            law.regime(regime_id)
        self._law, self._request, self._assessor = law, request, Assessor(law)

    def validate(self, candidate: Candidate, content: bytes | None = None) -> Validated | None:
        """One file, read here unless its content is given; None for one in a folder that is no dossier.

        Raises:
            LawError: the criteria of a regime that it names cannot be used.
        """
        document = _read(candidate, content, self._request.max_bytes)
        if not candidate.by_name and _is_something_else(document):
            return None
        request = replace(self._request, also=candidate.also) if candidate.also else self._request
        return validated(document, self._law, self._assessor, request)


def _read(candidate: Candidate, content: bytes | None, max_bytes: int) -> Document:
    if candidate.content is not None:
        return parse(candidate.content, candidate.name, max_bytes=max_bytes)
    if candidate.path is None:
        return read_standard_input(max_bytes=max_bytes)
    if content is None:
        return read_document(candidate.path, candidate.name, max_bytes=max_bytes)
    return parse(content, candidate.name, max_bytes=max_bytes, folder=candidate.path.parent)


def _is_something_else(document: Document) -> bool:
    """Whether a file found in a folder was read and does not say that it is a dossier."""
    if document.value is None:
        return False
    return not (
        isinstance(document.value, dict) and str(document.value.get("format", "")).startswith("dossier")
    )


def validated(document: Document, law: Law, assessor: Assessor, request: Request) -> Validated:
    """A document that was read, checked. Its flaws are added to it."""
    to_fill_in = list(first_flaws(unfilled(document), document))
    dossier = shape(document, Dossier)
    _put_first(document, to_fill_in)
    document.flaws.extend(first_flaws(_leaks(document), document))
    if dossier is None:
        _say_what_a_dossier_begins_with(document)
        return Validated(document)
    document.flaws.extend(first_flaws(inconsistencies(dossier, document, request.as_of), document))
    document.flaws.extend(first_flaws(custody_flaws(dossier, document, request.as_of), document))
    if request.opens_exhibits:
        document.flaws.extend(first_flaws(_of_exhibits(dossier, document, request), document))
    document.flaws.extend(_unknown_norms(dossier, document, law))
    regimes = _regimes(dossier, document, law, request)
    if len(dossier.allegations) * len(regimes) > limits.MAX_CLAIMS:
        document.flaws.append(_too_much(dossier, document, regimes))
        return Validated(document, dossier)
    under = assessor.assess(dossier, regimes, request.as_of)
    if not request.all_regimes:
        document.flaws.extend(_not_in_force(dossier, document, under))
    return Validated(document, dossier, under)


def _too_much(dossier: Dossier, document: Document, regimes: Sequence[str]) -> Flaw:
    path = ("allegations",)
    message = (
        f"{len(dossier.allegations):,} allegations under {len(regimes)} regimes are too many to be assessed at once."
        " Choose regimes: --regime ID."
    )
    return Flaw("too-many-values", message, document.place(path), pointer=path)


def _of_exhibits(dossier: Dossier, document: Document, request: Request) -> Iterator[Flaw]:
    """What is wrong with the files of exhibits. What looks at them is loaded where there are some."""
    if dossier.seal is None and all(each.file is None for each in dossier.exhibits):
        return
    from sanctcheck.exhibits.files import exhibit_file_flaws  # noqa: PLC0415
    from sanctcheck.exhibits.seal import Trust  # noqa: PLC0415

    yield from exhibit_file_flaws(dossier, document, Trust(request.as_of, request.signers))


def _leaks(document: Document) -> Iterator[Flaw]:
    """Where somebody who is protected is given away. Names are compared only where somebody is."""
    if not may_protect(document):
        return
    from sanctcheck.leaks.flaws import leak_flaws  # noqa: PLC0415
    from sanctcheck.leaks.guard import guard_of  # noqa: PLC0415

    document.guard = guard = guard_of(document)
    if guard is not None:
        yield from leak_flaws(document, guard)


def _unknown_norms(dossier: Dossier, document: Document, law: Law) -> Iterator[Flaw]:
    """A gap is accepted by a name that the law has: else the entry looks as if it settled something."""
    for index, gap in enumerate(dossier.accepted_gaps):
        path = ("accepted_gaps", index, "standard")
        said = what_is_wrong(law, gap.standard)
        if said is not None:
            message = without_quotations(said) if is_protected(document.value, path) else said
            yield Flaw("unknown-standard", message, document.place(path), pointer=path)


def _not_in_force(dossier: Dossier, document: Document, under: Iterable[RegimeAssessment]) -> Iterator[Flaw]:
    """A regime without law on the day asks nothing: silence would look like a dossier without a gap."""
    named = [basis.regime for basis in dossier.legal_basis]
    for each in under:
        if each.was_in_force:
            continue
        regime_id, first = each.regime.id, first_day(each.regime)
        message = f"{regime_id} has no law in force on {each.law_day}, so nothing was assessed under it."
        begins = f" Its law begins on {first}." if first and first > each.law_day.isoformat() else ""
        path = ("legal_basis", named.index(regime_id), "regime") if regime_id in named else ("legal_basis",)
        yield Flaw("regime-not-in-force", message + begins, document.place(path), pointer=path)


def _put_first(document: Document, to_fill_in: list[Flaw]) -> None:
    """What is still to be filled in says it all about its line: that the ‹…› is no date, or no number, helps nobody."""
    lines = {flaw.place.line for flaw in to_fill_in}
    document.flaws[:] = [
        *to_fill_in,
        *(flaw for flaw in document.flaws if flaw.rule not in _OF_VALUES or flaw.place.line not in lines),
    ]


def _say_what_a_dossier_begins_with(document: Document) -> None:
    if isinstance(document.value, dict) and "format" not in document.value:
        document.flaws[:] = [flaw for flaw in document.flaws if flaw.pointer != ("format",)]
        message = f"A dossier begins with the line “format: {FORMAT}”. `sanctcheck init` writes a first one."
        document.flaws.append(Flaw("not-a-dossier", message, document.place(())))


def _regimes(dossier: Dossier, document: Document, law: Law, request: Request) -> Sequence[str]:
    """The regimes to assess under; what the dossier names and nobody knows becomes a flaw."""
    if request.all_regimes:
        return law.regime_ids
    if request.regimes:
        return request.regimes
    known = [regime_id for regime_id in regimes_of(dossier) if regime_id in law.regime_ids]
    for index, basis in enumerate(dossier.legal_basis):
        if basis.regime not in law.regime_ids:
            path = ("legal_basis", index, "regime")
            hint = did_you_mean(basis.regime, law.regime_ids)
            shown = (
                f"{PROTECTED}." if is_protected(document.value, path) else f"{quoted(basis.regime)}.{hint}"
            )
            message = f"No regime is called {shown} Known: {listed(law.regime_ids, 'and')}."
            document.flaws.append(Flaw("unknown-regime", message, document.place(path), pointer=path))
    if not dossier.legal_basis:
        message = "The dossier names no regime: add `legal_basis`, or name one with --regime."
        document.flaws.append(
            Flaw("no-regime", message, document.place(("legal_basis",)), pointer=("legal_basis",))
        )
    return list(dict.fromkeys([*known, *request.also]))
