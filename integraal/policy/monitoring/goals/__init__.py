"""One page per goal: what was promised, done and reached, and what may be said of it."""
