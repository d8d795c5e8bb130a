"""A module for each method: its text and its example. The order of the pages is in ``register``."""
