"""The configuration of a repository, `sanctcheck.toml`: it adds strictness, or settles a gap with a reason."""
