"""Checks of the family legality."""
