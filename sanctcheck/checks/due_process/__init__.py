"""Checks of the family due process."""
