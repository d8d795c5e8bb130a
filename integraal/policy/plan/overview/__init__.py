"""Where a plan stands: on its path, in its themes, in its term."""
