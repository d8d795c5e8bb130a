"""A meeting is led: outcome, decision and action of each item."""
