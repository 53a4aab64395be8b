"""Whether an assessment can be made again, and if not, what differs: what it states, held against what is found now."""
