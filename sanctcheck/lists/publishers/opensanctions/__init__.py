"""OpenSanctions: any of its sources, as FollowTheMoney entities or as the simple table of targets."""

from __future__ import annotations

from sanctcheck.lists.publishers.formats import Formats
from sanctcheck.lists.publishers.opensanctions import ftm_json, simple_csv

_FORMATS = Formats("opensanctions", {"ftm-json": ftm_json, "simple-csv": simple_csv})

recognises = _FORMATS.recognises
parse = _FORMATS.parse
count = _FORMATS.count
