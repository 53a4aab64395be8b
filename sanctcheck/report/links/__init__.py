"""What came of asking the addresses of exhibits, a module a form."""
