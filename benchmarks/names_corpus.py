"""Parties of all published lists in a folder, and queries made of their names, for benchmarks of the name search."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from lists_report import groups

from sanctcheck.errors import ListError
from sanctcheck.lists.parsing import parse
from sanctcheck.names.party import Party, PartyName, party_from_listing

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.lists.model import Listing

SEED = 7


def parties(folder: Path) -> list[tuple[str, Party]]:
    """Of each list in the folder the file with the most names: keys and parties."""
    lists: dict[tuple[str, str], list[Listing]] = {}
    for files in groups(folder):
        try:
            found = list(parse(files))
        except ListError as error:
            print(f"{files[0].name}: {error}")
            continue
        if found:
            of = found[0].publisher, found[0].list_name
            lists[of] = max(lists.get(of, []), found, key=lambda some: sum(len(each.names) for each in some))
    listings = [listing for found in lists.values() for listing in found]
    return [(f"{number:07}", party_from_listing(listing)) for number, listing in enumerate(listings)]


def grown(corpus: list[tuple[str, Party]], names: int) -> list[tuple[str, Party]]:
    """So many names: some of a corpus, or all of it and people whose names are put together from its words."""
    chance = random.Random(SEED)
    shuffled = chance.sample(corpus, len(corpus))
    kept: list[tuple[str, Party]] = []
    number = 0
    for key, party in shuffled:
        if number >= names:
            return kept
        kept.append((key, party))
        number += len(party.names)
    persons = [party.names[0].text.split() for _, party in corpus if party.kind == "person" and party.names]
    while number < names:
        one, other = chance.choice(persons), chance.choice(persons)
        text = " ".join([*one[: (len(one) + 1) // 2], *other[len(other) // 2 :]])
        kept.append((f"m{number:07}", Party((PartyName(text),), "person")))
        number += 1
    return kept


def queries(corpus: list[tuple[str, Party]], number: int) -> list[Party]:
    """Names of a corpus, one at a time; three of five with a letter lost, a word lost or the words turned round."""
    chance = random.Random(SEED)
    asked = []
    for _, party in chance.choices([each for each in corpus if each[1].names], k=number):
        text = chance.choice(party.names).text
        words, way = text.split(), chance.random()
        if way < 0.3 and len(text) > 4:
            place = chance.randrange(len(text))
            text = text[:place] + text[place + 1 :]
        elif way < 0.45 and len(words) > 2:
            text = " ".join(words[1:])
        elif way < 0.6:
            text = " ".join(reversed(words))
        asked.append(Party((PartyName(text),), party.kind))
    return asked
