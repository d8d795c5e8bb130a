"""Incidents and statutory tasks that took capacity, with what was learned."""
