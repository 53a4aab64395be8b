"""A static site: regimes side by side, standards and their sources, deadlines, and the dossiers of a repository."""
