"""Checks of the family delisting."""
