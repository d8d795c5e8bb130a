"""Fixed editions of a plan: to comment on, to decide on, to compare."""
