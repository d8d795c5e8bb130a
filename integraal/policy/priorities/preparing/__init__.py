"""Prepare a session: what is weighed and by what, its day, place and chair."""
