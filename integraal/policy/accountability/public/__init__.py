"""The account for residents: what was promised, done and reached, without an account or cookie."""
