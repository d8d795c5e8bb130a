"""Deviations (afwijkingen): from what was seen to what was decided, until it is closed."""
