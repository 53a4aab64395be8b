"""Lists of several states, as small as a test needs them, and surveys of them; the people in them are made up."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from screening import held_against
from support import TODAY

from sanctcheck.survey.lists.overlap import Asked, overlap_of

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.screen.decisions import Decisions
    from sanctcheck.survey.lists.model import Overlap, Target

_JVCFOA = "Justice for Victims of Corrupt Foreign Officials Regulations (JVCFOR) / Règlement"


@dataclass(frozen=True)
class Someone:
    """One entry of a list."""

    id: str
    family: str
    given: str = ""
    programme: str = ""
    born: str = ""
    day: str = ""
    passport: str = ""
    un: str = ""
    is_entity: bool = False


def american(folder: Path, *every: Someone) -> Path:
    """OFAC's list, which states no days in this form; `born` as `02 Mar 1965`."""
    path = folder / "sdn.xml"
    path.write_text(
        '<?xml version="1.0" standalone="yes"?>\n'
        '<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">'
        f"<publshInformation><Publish_Date>05/29/2026</Publish_Date><Record_Count>{len(every)}</Record_Count>"
        f"</publshInformation>{''.join(map(_sdn, every))}</sdnList>",
        encoding="utf-8",
    )
    return path


def _sdn(each: Someone) -> str:
    given = f"<firstName>{escape(each.given)}</firstName>" if each.given else ""
    born = f"<dateOfBirth>{each.born}</dateOfBirth>" if each.born else ""
    dates = f"<dateOfBirthList><dateOfBirthItem>{born}</dateOfBirthItem></dateOfBirthList>" if born else ""
    number = f"<idType>Passport</idType><idNumber>{each.passport}</idNumber>"
    ids = f"<idList><id>{number}</id></idList>" if each.passport else ""
    return (
        f"<sdnEntry><uid>{each.id}</uid>{given}<lastName>{escape(each.family)}</lastName>"
        f"<sdnType>{'Entity' if each.is_entity else 'Individual'}</sdnType>"
        f"<programList><program>{each.programme or 'GLOMAG'}</program></programList>{ids}{dates}</sdnEntry>"
    )


def canadian(folder: Path, *every: Someone) -> Path:
    """Canada's list, of the JVCFOA unless a country is named; the id becomes the item."""
    path = folder / "sema-lmes.xml"
    records = "".join(
        f"<record><Country>{each.programme or _JVCFOA}</Country>"
        + (
            f"<EntityOrShip>{escape(each.family)}</EntityOrShip>"
            if each.is_entity
            else f"<LastName>{escape(each.family)}</LastName><GivenName>{escape(each.given)}</GivenName>"
        )
        + f"<DateOfBirthOrShipBuildDate>{each.born}</DateOfBirthOrShipBuildDate><Schedule></Schedule>"
        f"<Item>{each.id}</Item><DateOfListing>{each.day}</DateOfListing></record>"
        for each in every
    )
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<data-set>{records}</data-set>',
        encoding="utf-8",
    )
    return path


def british(folder: Path, *every: Someone) -> Path:
    """The United Kingdom's list; days and birth dates as `25/12/2020`."""
    path = folder / "UK-Sanctions-List.xml"
    made = "".join(
        f"<Designation><DateDesignated>{each.day}</DateDesignated><UniqueID>{each.id}</UniqueID>"
        f"<UNReferenceNumber>{each.un}</UNReferenceNumber><Names><Name><Name1>{escape(each.given)}</Name1>"
        f"<Name6>{escape(each.family)}</Name6><NameType>Primary Name</NameType></Name></Names>"
        f"<RegimeName>{each.programme or 'The Global Human Rights Sanctions Regulations 2020'}</RegimeName>"
        f"<IndividualEntityShip>{'Entity' if each.is_entity else 'Individual'}</IndividualEntityShip>"
        f"<IndividualDetails><Individual><DOBs><DOB>{each.born}</DOB></DOBs>"
        f"<PassportDetails><Passport><PassportNumber>{each.passport}</PassportNumber></Passport></PassportDetails></Individual></IndividualDetails>"
        "</Designation>"
        for each in every
    )
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f"<Designations><DateGenerated>07/03/2026</DateGenerated>{made}</Designations>",
        encoding="utf-8",
    )
    return path


def surveyed(folder: Path, *files: Path, decisions: Decisions | None = None) -> Overlap:
    """The lists in some files, surveyed."""
    return overlap_of(held_against(folder, *files).corpus, Asked(TODAY, 1, decisions))


def together(overlap: Overlap) -> list[list[str]]:
    """The keys of the listings of each target, in order."""
    return sorted(sorted(each.key for each in target.listings) for target in overlap.targets)


def target_of(overlap: Overlap, key: str) -> Target:
    """The target of which a listing is."""
    return next(each for each in overlap.targets if key in {one.key for one in each.listings})
