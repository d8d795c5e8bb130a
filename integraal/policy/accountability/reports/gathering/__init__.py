"""Gather the facts of a report, a module for each kind."""
