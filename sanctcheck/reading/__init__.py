"""Reading files: bytes to values with places, and values to models, with everything bounded."""
