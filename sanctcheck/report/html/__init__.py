"""What every HTML report shares: one page without requests, its base template and style."""
