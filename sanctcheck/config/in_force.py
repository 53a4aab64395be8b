"""What holds for a run, and whence: the command line, else the configuration, else what is usual."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from sanctcheck.config.paths import Parts, is_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.config.load import Configuration
    from sanctcheck.config.model import Excluded
    from sanctcheck.tally import FailOn

COMMAND_LINE, DEFAULT = "command line", "default"
SHOWN = ("met", "pending", "not-applicable")


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says; None, or nothing, where it is silent."""

    regimes: tuple[str, ...] = ()
    all_regimes: bool = False
    fail_on: FailOn | None = None
    as_of: date | None = None
    show: tuple[str, ...] = ()
    output: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """One value that holds, and whence: `command line`, `default`, or the file with line and column."""

    name: str
    value: str
    whence: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class InForce:
    """What holds for a run."""

    given: Given
    today: date
    configuration: Configuration | None = None

    @property
    def as_of(self) -> date:
        """The day of the assessment. A file can only name one ahead: a day gone by would hide what fell due since."""
        if self.given.as_of is not None:
            return self.given.as_of
        asked = self._asked_day()
        return self.today if asked is None else max(asked, self.today)

    @property
    def day_was_refused(self) -> bool:
        """Whether the file names a day that has passed, and is not heard."""
        asked = self._asked_day()
        return self.given.as_of is None and asked is not None and asked < self.today

    @property
    def fail_on(self) -> FailOn:
        """From which severity on the run fails."""
        asked = self.configuration.asked.fail_on if self.configuration else None
        return self.given.fail_on or asked or "error"

    @property
    def show(self) -> frozenset[str]:
        """The outcomes that are shown beside gaps; what is pending always is."""
        shown = self.given.show or tuple(self.configuration.asked.show if self.configuration else ())
        return frozenset(SHOWN if "all" in shown else (*shown, "pending"))

    @property
    def output(self) -> str:
        """The form of the report on standard output."""
        asked = self.configuration.asked.output if self.configuration else None
        return self.given.output or asked or "terminal"

    def also(self, parts: Parts | None) -> tuple[str, ...]:
        """The regimes under which a file is assessed besides those that it names; none where the command line rules."""
        if self.configuration is None or self.given.regimes or self.given.all_regimes:
            return ()
        asked = self.configuration.asked
        overrides = (each.regimes for each in asked.overrides if is_among(parts, each.paths))
        return tuple(dict.fromkeys([*asked.regimes, *(each for regimes in overrides for each in regimes)]))

    def stricter_for(self, parts: Parts | None) -> Literal["warning"] | None:
        """From which severity on a file fails, where that is stricter than for the run; the command line rules."""
        if self.configuration is None or self.given.fail_on is not None or self.fail_on == "warning":
            return None
        overrides = self.configuration.asked.overrides
        asks = any(each.fail_on == "warning" and is_among(parts, each.paths) for each in overrides)
        return "warning" if asks else None

    def exclusion(self, parts: Parts | None) -> int | None:
        """Which entry of the configuration takes a file out, if one does."""
        every: Iterable[Excluded] = self.configuration.asked.exclude if self.configuration else ()
        return next((index for index, each in enumerate(every) if is_among(parts, each.paths)), None)

    def _asked_day(self) -> date | None:
        asked = self.configuration.asked.as_of if self.configuration else None
        return None if asked is None else date.fromisoformat(asked)


def settings(in_force: InForce, parts: Parts | None = None) -> Iterator[Setting]:
    """Each value that holds, and whence; for one file, with what its path adds."""
    given = in_force.given
    if given.all_regimes:
        yield Setting("regimes", "all", COMMAND_LINE)
    elif given.regimes:
        yield Setting("regimes", ", ".join(given.regimes), COMMAND_LINE)
    else:
        yield Setting("regimes", "those that each dossier names", DEFAULT)
    yield from _also(in_force, parts)
    yield _one(in_force, "fail_on", in_force.fail_on, is_given=given.fail_on is not None)
    yield from _stricter(in_force, parts)
    yield _as_of(in_force)
    shown = ", ".join(name for name in SHOWN if name in in_force.show)
    yield _one(in_force, "show", shown, is_given=bool(given.show))
    yield _one(in_force, "output", in_force.output, is_given=given.output is not None)
    yield from _lists(in_force)
    yield from _entries(in_force, parts)


def _one(in_force: InForce, name: str, value: str, *, is_given: bool, remark: str = "") -> Setting:
    if is_given:
        return Setting(name, value, COMMAND_LINE, remark)
    configuration = in_force.configuration
    if configuration is not None and configuration.has(name):
        return Setting(name, value, configuration.where(name), remark)
    return Setting(name, value, DEFAULT, remark)


def _as_of(in_force: InForce) -> Setting:
    day = in_force.as_of.isoformat()
    if in_force.given.as_of is not None:
        return Setting("as_of", day, COMMAND_LINE)
    if in_force.day_was_refused and in_force.configuration is not None:
        where = in_force.configuration.where("as_of")
        return Setting("as_of", day, DEFAULT, f"today: {where} names a day that has passed")
    asked = _one(in_force, "as_of", day, is_given=False)
    return asked if asked.whence != DEFAULT else Setting("as_of", day, DEFAULT, "today")


def _also(in_force: InForce, parts: Parts | None) -> Iterator[Setting]:
    configuration = in_force.configuration
    if configuration is None:
        return
    overruled = (
        "overruled by the command line" if in_force.given.regimes or in_force.given.all_regimes else ""
    )
    if configuration.asked.regimes:
        value = ", ".join(configuration.asked.regimes)
        yield Setting("regimes besides", value, configuration.where("regimes"), overruled)
    for index, each in enumerate(configuration.asked.overrides):
        if each.regimes and is_among(parts, each.paths):
            where = configuration.where("overrides", index, "regimes")
            yield Setting("regimes besides", ", ".join(each.regimes), where, overruled)


def _stricter(in_force: InForce, parts: Parts | None) -> Iterator[Setting]:
    configuration = in_force.configuration
    for index, each in enumerate(configuration.asked.overrides if configuration else ()):
        if configuration is not None and each.fail_on and is_among(parts, each.paths):
            overruled = "overruled by the command line" if in_force.given.fail_on else ""
            yield Setting(
                "fail_on", each.fail_on, configuration.where("overrides", index, "fail_on"), overruled
            )


def _lists(in_force: InForce) -> Iterator[Setting]:
    configuration = in_force.configuration
    asked = configuration.asked.lists if configuration else None
    if configuration is None or asked is None:
        return
    if asked.require:
        yield Setting("lists.require", ", ".join(asked.require), configuration.where("lists", "require"))
    if asked.max_age is not None:
        yield Setting("lists.max_age", f"{asked.max_age} days", configuration.where("lists", "max_age"))


def _entries(in_force: InForce, parts: Parts | None) -> Iterator[Setting]:
    """What is excluded, asked for besides in some paths, and accepted: for one file, what concerns it."""
    configuration = in_force.configuration
    if configuration is None:
        return
    asked = configuration.asked
    for index, excluded in enumerate(asked.exclude):
        if parts is None or is_among(parts, excluded.paths):
            value = f"{', '.join(excluded.paths)}: {excluded.reason}"
            yield Setting("exclude", value, configuration.where("exclude", index))
    for index, override in enumerate(asked.overrides):
        if parts is None:
            asks = [*override.regimes, *([f"fail_on {override.fail_on}"] if override.fail_on else [])]
            value = f"{', '.join(override.paths)}: {', '.join(asks) or 'nothing'}"
            yield Setting("override", value, configuration.where("overrides", index))
    for index, accepted in enumerate(asked.accepted):
        if parts is None or not accepted.paths or is_among(parts, accepted.paths):
            expired = " (expired)" if date.fromisoformat(accepted.until) < in_force.as_of else ""
            value = f"{accepted.standard} until {accepted.until}{expired}, by {accepted.by}"
            yield Setting("accepted", value, configuration.where("accepted", index))
