"""European Union: the consolidated financial sanctions list (FSF), as XML 1.1, CSV 1.1 and CSV 1.0."""

from __future__ import annotations

from sanctcheck.lists.publishers.eu_fsf import csv_1_0, csv_1_1, xml_1_1
from sanctcheck.lists.publishers.formats import Formats

_FORMATS = Formats("eu-fsf", {"xml-1.1": xml_1_1, "csv-1.1": csv_1_1, "csv-1.0": csv_1_0})

recognises = _FORMATS.recognises
parse = _FORMATS.parse
count = _FORMATS.count
