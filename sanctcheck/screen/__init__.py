"""Screening: names, and dossiers, held against the published lists."""
