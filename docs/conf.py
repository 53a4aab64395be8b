"""How the documentation becomes a site: `make docs`."""

from __future__ import annotations

from sanctcheck import __version__

project = "sanctcheck"
author = "The sanctcheck developers"
copyright = author  # noqa: A001 - Sphinx wants this name
version = release = __version__

extensions = ["myst_parser", "sphinx_click"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "pictures"]
myst_enable_extensions = ["colon_fence", "fieldlist"]
myst_heading_anchors = 4

html_theme = "furo"
html_title = "sanctcheck"
html_baseurl = ""
html_show_sourcelink = False
html_copy_source = False
# The pages lead to files of the repository too, which are no part of the site.
suppress_warnings = ["myst.xref_missing", "myst.header"]
nitpicky = False
