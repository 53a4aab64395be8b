"""Versions of a dossier for others: what they may not see is withheld, and said to be."""
