"""National tables: from files or the network into the store, and from there to where pages read.

Works with DuckDB, so only commands and jobs may use this room; pages read what it published.
"""
