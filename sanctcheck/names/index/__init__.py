"""All names of the lists in one file, so kept that a name is looked up among them in about a millisecond."""
