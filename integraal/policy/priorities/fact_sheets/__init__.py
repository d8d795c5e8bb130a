"""One page per theme with what is known, to read before people score."""
