"""Checks of the family accountability."""
