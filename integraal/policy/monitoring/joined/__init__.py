"""Regional and national programmes the municipality takes part in."""
