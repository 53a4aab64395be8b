"""Blocks that mend a gap: what a check asks for, with places to fill in, put where it belongs in the text."""
