"""United States: the Office of Foreign Assets Control, its SDN list and its consolidated (non-SDN) list."""

from __future__ import annotations

from sanctcheck.lists.publishers.formats import Formats
from sanctcheck.lists.publishers.us_ofac import enhanced_xml, legacy_csv, sdn_xml

_FORMATS = Formats("us-ofac", {"csv": legacy_csv, "sdn-xml": sdn_xml, "enhanced-xml": enhanced_xml})

recognises = _FORMATS.recognises
parse = _FORMATS.parse
count = _FORMATS.count
