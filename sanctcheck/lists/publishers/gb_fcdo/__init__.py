"""United Kingdom: the UK Sanctions List of the Foreign Office, as XML and as tables (CSV, ODS, XLSX)."""

from __future__ import annotations

from sanctcheck.lists.publishers.formats import Formats
from sanctcheck.lists.publishers.gb_fcdo import table, xml

_FORMATS = Formats("gb-fcdo", {"xml": xml, "table": table})

recognises = _FORMATS.recognises
parse = _FORMATS.parse
count = _FORMATS.count
