"""Protected names and telling details, found wherever else they stand."""
