"""Whether two names, with what else is known, can mean the same person, organisation, vessel or aircraft."""
