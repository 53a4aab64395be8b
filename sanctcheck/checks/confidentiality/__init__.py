"""Checks of the family confidentiality."""
