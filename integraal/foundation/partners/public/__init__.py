"""What residents read about the visible team, without an account."""
