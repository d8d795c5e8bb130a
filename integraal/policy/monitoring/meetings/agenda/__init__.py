"""What stands on the agenda of a meeting, and in which order."""
