"""What the law asks: standards, regimes, and the criteria in force on a day."""
