"""The trace of a plan: from a goal to the row of a file, and from a figure to what rests on it."""
