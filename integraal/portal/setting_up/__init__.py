"""Setting up a municipality: the demo's invented ones and real ones go the same way."""
