"""How much one file may ask of the reader. A dossier is untrusted until proven otherwise."""

from __future__ import annotations

MAX_BYTES = 10 * 1024 * 1024
MAX_DEPTH = 100
MAX_NODES = 100_000
MAX_KEYS = 2_000
"""Keys in one mapping: more cannot be a dossier, and each unknown one would be a finding."""
MAX_ANCHORS = 100
MAX_ALIASES = 1_000
MAX_GROWTH = 10
"""How many times the file's own nodes its aliases may expand it to."""
MAX_NUMBER = 40
"""Characters in a number."""
MAX_CLAIMS = 5_000
"""Allegations under grounds of one regime that are assessed: each is tested under each ground that names it."""
MAX_FLAWS = 200
"""Flaws reported of one file; the rest is counted."""
