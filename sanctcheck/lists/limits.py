"""How much one list may ask of its reader. Whatever a file is called and whoever sent it, it may be hostile."""

from __future__ import annotations

MAX_BYTES = 512 * 1024 * 1024
"""Bytes of a file, and bytes that come out of a compressed one."""
MAX_RATIO = 100
"""How many times its compressed size a file may grow to, beyond the first 10 MiB; real lists stay below 50."""
MAX_DEPTH = 40
MAX_RECORD_BYTES = 4 * 1024 * 1024
"""Bytes between the ends of two records: bounds text, attributes, depth and breadth alike."""
MAX_LINE = 1024 * 1024
"""Bytes in one record of a CSV or JSON lines file."""
MAX_FIELD = 64 * 1024
"""Characters in one field of a CSV file."""
MAX_ZIP_ENTRIES = 2_000
MAX_SHEET_BYTES = 128 * 1024 * 1024
"""Bytes that all parts of a spreadsheet may grow to."""
MAX_CELLS = 4_000_000
"""Cells of a sheet, empty ones included."""
MAX_ROWS = 300_000
MAX_COLUMNS = 16_384
"""Of a sheet: XFD is the last one there is, and readers count past their own bounds beyond it."""
HEAD_BYTES = 64 * 1024
"""How much of a file is looked at to recognise it."""
