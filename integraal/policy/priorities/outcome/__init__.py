"""What came of the rounds, for people who are no statisticians."""
