"""Dossiers as they stand in a revision of a git repository, read without running anything of the repository."""
