"""Checks of the family proportionality."""
