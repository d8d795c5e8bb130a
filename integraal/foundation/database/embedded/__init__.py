"""PostgreSQL out of its bare binaries, for the demo and the tests; no Django in here."""
