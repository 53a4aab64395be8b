"""Lists in OFAC's format of a form and size that tests choose; the people in them are made up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS = {"person": "Individual", "entity": "Entity", "vessel": "Vessel"}


@dataclass(frozen=True)
class Entry:
    """One entry: enough of it for every guard to have something to look at."""

    id: int
    name: str = "MADE UP"
    kind: str = "person"
    programme: str = "GLOMAG"
    born: str | None = "1 Jan 1970"
    extra: str = ""

    def xml(self) -> str:
        born = f"<dateOfBirth>{self.born}</dateOfBirth>" if self.born else ""
        dates = (
            f"<dateOfBirthList><dateOfBirthItem>{born}</dateOfBirthItem></dateOfBirthList>" if born else ""
        )
        return (
            f"<sdnEntry><uid>{self.id}</uid><lastName>{self.name} {self.id}</lastName>"
            f"<sdnType>{_KINDS[self.kind]}</sdnType><programList><program>{self.programme}</program></programList>"
            f"{dates}{self.extra}</sdnEntry>"
        )


def entries(number: int, **facts: str | None) -> list[Entry]:
    """So many entries that differ in their id."""
    return [Entry(id=index, **facts) for index in range(1, number + 1)]  # type: ignore[arg-type]


def sdn_xml(listed: Iterable[Entry], day: str = "05/29/2026", declared: int | None = None) -> bytes:
    """A list that is dated, month first, and says how many records it has."""
    every = list(listed)
    return (
        '<?xml version="1.0" standalone="yes"?>\n'
        '<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">'
        f"<publshInformation><Publish_Date>{day}</Publish_Date>"
        f"<Record_Count>{len(every) if declared is None else declared}</Record_Count></publshInformation>"
        f"{''.join(entry.xml() for entry in every)}</sdnList>"
    ).encode()
