"""Checks of the family evidence."""
