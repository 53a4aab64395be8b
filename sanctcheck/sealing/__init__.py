"""Sealing the exhibits of a dossier: what is recorded of their files, the manifest, and its signature."""
