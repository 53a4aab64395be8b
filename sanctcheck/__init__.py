"""Checks sanctions designation dossiers against the law of each regime."""

__version__ = "0.1.0"
