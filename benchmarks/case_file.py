"""Decided cases as dossiers: what is known of a case, laid over what an ordinary careful file holds.

A case file says of a file only what is known of it. Everything else comes from `neutral.yaml` beside it, in one place:

    format: case/1
    over: [eu, eu-iran]             # the layers of the neutral file, the most general first
    days: {listed: 2010-07-26}      # days that the neutral file speaks of, beside `act`
    without: [process/disclosed]    # parts of the neutral file that this file lacked
    dossier: {...}                  # what the file held: parts of a dossier

The neutral file has layers: `any`, and those that `over` names. Of each layer come its general part, then that for the
kind of act and that for the type of target (`eu`, `eu/renewal`, `eu/person`), where there is one. Each is laid over
those before it, and the case over all of them:

- mappings join, and the upper value of a key stands; lists join, and the upper items stand first (in the log, behind the
  steps of the day `listed`, which a case of a later act takes for granted);
- `without` takes parts of the lower layers away: by field names and, in a list, by the id, event, kind, regime,
  element or allegation of the items meant; beginning with `each/`, it takes away what each item of a list is given;
- `each` gives fields to every item of a list that does not have them; an item refuses fields by naming them in `lacks`;
- `{each_of: LIST, item: ...}` becomes one item for each item of a list, in which `$FIELD` is a field of that item;
- `$act`, `$act-1m`, `$listed+6m` are days; a month is added to or taken from what is stated, and never made more precise;
- a step with `every: 12` is repeated every 12 months from its day on, until before the act.

A file that begins with `format: dossier/1` is a full dossier, and is taken as it stands.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from sanctcheck.days import stated_day
from sanctcheck.reading.files import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

CASE_FORMAT = "case/1"
NEUTRAL = "neutral.yaml"
MARKS = ("id", "event", "kind", "regime", "element", "allegation", "conduct")
"""The fields by which an item of a list is meant in a path."""

_DAY = re.compile(r"^\$(?P<name>[a-z_]+)(?:(?P<sign>[+-])(?P<months>[0-9]{1,3})m)?$")
_MAX_REPEATS = 100


class CaseError(Exception):
    """A case file that cannot be made into a dossier."""


def value_of(file: Path) -> Any:
    """The value of a YAML or JSON file.

    Raises:
        CaseError: it cannot be read.
    """
    document = read_document(file, file.name)
    if document.flaws:
        raise CaseError(f"{file.name}: {'; '.join(flaw.message for flaw in document.flaws)}")
    return document.value


def dossier_value(file: Path, neutral: Path | None = None) -> Any:
    """The value of the whole dossier that a file holds or describes.

    Args:
        file: a full dossier, or a case file.
        neutral: the neutral file; left out, the one beside the case file.

    Raises:
        CaseError: a file cannot be read, or the case names what the neutral file does not have.
    """
    value = value_of(file)
    if not isinstance(value, dict) or value.get("format") != CASE_FORMAT:
        return value
    try:
        return laid_over(value, value_of(neutral or file.parent / NEUTRAL)["layers"])
    except (KeyError, ValueError, TypeError) as error:
        raise CaseError(f"{file.name}: {error}") from error


def laid_over(case: Mapping[str, Any], layers: Mapping[str, Any]) -> Any:
    """The dossier of a case: its own parts over the layers that it names.

    Raises:
        KeyError: a layer, a part taken away, or a day does not exist.
    """
    own = {"dossier": case["dossier"]}
    below: dict[str, Any] = {"dossier": {}, "each": {}}
    for layer in _layers_of(case, layers):
        below = joined({key: layer.get(key, {}) for key in ("dossier", "each")}, _lacking(below, layer))
    whole = joined(own, _lacking(below, case))
    dossier = _with_each(whole["dossier"], whole["each"])
    dossier["process"] = sorted(dossier.get("process", []), key=lambda step: step.get("day") != "$listed")
    days = {"act": dossier["act"]["day"], **case.get("days", {})}
    return filled(_unrolled(dossier), days)


def _layers_of(case: Mapping[str, Any], layers: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    kinds = ["", f"/{case['dossier']['act']['kind']}", f"/{case['dossier']['target']['type']}"]
    for base in ("any", *case.get("over", [])):
        if base not in layers:
            raise KeyError(f"the neutral file has no layer “{base}”")
        yield from (layers[f"{base}{kind}"] for kind in kinds if f"{base}{kind}" in layers)


def joined(upper: Any, lower: Any) -> Any:
    """One value over another: mappings join key by key, lists one behind the other, and else the upper one stands."""
    if isinstance(upper, dict) and isinstance(lower, dict):
        below = {key: value for key, value in lower.items() if key not in upper}
        return {
            **{key: joined(value, lower[key]) if key in lower else value for key, value in upper.items()},
            **below,
        }
    if isinstance(upper, list) and isinstance(lower, list):
        return [*upper, *lower]
    return upper


def _lacking(below: Mapping[str, Any], layer: Mapping[str, Any]) -> dict[str, Any]:
    """What is below, without the parts that a layer says are not there."""
    left: dict[str, Any] = copy.deepcopy(dict(below))
    for path in layer.get("without", []):
        steps = path.split("/")
        _take_away(left if steps[0] == "each" else left["dossier"], steps, path)
    return left


def _take_away(value: Any, steps: list[str], path: str) -> None:
    *way, last = steps
    for step in way:
        value = _inside(value, step, path)
    if isinstance(value, list):
        kept = [item for item in value if last not in marks_of(item)]
        if len(kept) == len(value):
            raise KeyError(f"nothing to take away at “{path}”")
        value[:] = kept
    elif not isinstance(value, dict) or last not in value:
        raise KeyError(f"nothing to take away at “{path}”")
    else:
        del value[last]


def _inside(value: Any, step: str, path: str) -> Any:
    if isinstance(value, list):
        value = {mark: item for item in value for mark in marks_of(item)}
    if not isinstance(value, dict) or step not in value:
        raise KeyError(f"nothing to take away at “{path}”")
    return value[step]


def marks_of(item: Any) -> set[str]:
    """The words by which an item of a list can be meant."""
    return {item[mark] for mark in MARKS if mark in item} if isinstance(item, dict) else set()


def _with_each(dossier: Mapping[str, Any], each: Mapping[str, Any]) -> dict[str, Any]:
    """The dossier with the fields that every item of a list is given."""
    whole = dict(dossier)
    for name, fields in each.items():
        whole[name] = [_with_fields(item, fields) for item in whole.get(name, [])]
    return whole


def _with_fields(item: Mapping[str, Any], fields: Mapping[str, Any]) -> Any:
    refused = item.get("lacks", [])
    own = {key: value for key, value in item.items() if key != "lacks"}
    given = {key: value for key, value in fields.items() if key not in refused and key not in own}
    return {**own, **given}


def _unrolled(dossier: Mapping[str, Any]) -> Any:
    """The dossier with one item for each item of another list, where it asks for that."""

    def walk(value: Any) -> Any:
        if isinstance(value, dict) and "each_of" in value:
            return [_named(value["item"], item) for item in dossier.get(value["each_of"], [])]
        if isinstance(value, dict):
            return {key: walk(part) for key, part in value.items()}
        return [walk(part) for part in value] if isinstance(value, list) else value

    return walk(dossier)


def _named(value: Any, item: Mapping[str, Any]) -> Any:
    """A pattern with the fields of one item in the place of their names."""
    if isinstance(value, dict):
        return {key: _named(part, item) for key, part in value.items()}
    if isinstance(value, str) and value.startswith("$") and value[1:] in item:
        return item[value[1:]]
    return value


def filled(value: Any, days: Mapping[str, str]) -> Any:
    """The value with days in the place of their names, and repeated steps written out.

    Raises:
        KeyError: a day is named that `days` does not have.
    """
    if isinstance(value, dict):
        return {key: filled(part, days) for key, part in value.items()}
    if isinstance(value, list):
        return [filled(part, days) for item in value for part in _repeated(item, days)]
    if isinstance(value, str) and (named := _DAY.match(value)):
        return _day(named, days)
    return value


def _day(named: re.Match[str], days: Mapping[str, str]) -> str:
    if named["name"] not in days:
        raise KeyError(f"`days` does not say which day “{named['name']}” is")
    months = int(f"{named['sign'] or '+'}{named['months'] or 0}")
    return shifted(days[named["name"]], months)


def shifted(stated: str, months: int) -> str:
    """A stated day some months later or earlier, as precise as it was: of a bare year, whole years alone."""
    qualifier, _, partial = stated.rpartition(" ")
    year, month, *day = (int(part) for part in (*partial.split("-"), *(["1"] if len(partial) == 4 else [])))
    count = year * 12 + month - 1 + months
    whole = [f"{count // 12:04}", f"{count % 12 + 1:02}", *(f"{min(number, 28):02}" for number in day)]
    if months == 0:
        return stated
    return " ".join([*([qualifier] if qualifier else []), "-".join(whole[: len(partial.split("-"))])])


def _repeated(item: Any, days: Mapping[str, str]) -> Iterable[Any]:
    if not isinstance(item, dict) or "every" not in item:
        return [item]
    months = int(item["every"])
    named = _DAY.match(item["day"])
    first = _day(named, days) if named else item["day"]
    step = {key: value for key, value in item.items() if key != "every"}
    later = (shifted(first, months * number) for number in range(1, _MAX_REPEATS))
    return [{**step, "day": day} for day in later if _is_before(day, days["act"])]


def _is_before(day: str, act: str) -> bool:
    stated, limit = stated_day(day), stated_day(act)
    return stated is not None and limit is not None and stated.surely_before(limit)
