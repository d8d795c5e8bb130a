"""Open a round, give it more time, close it."""
