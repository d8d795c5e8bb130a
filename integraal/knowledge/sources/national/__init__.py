"""National tables: files and fetched pages in, one form of Parquet out, kept for ever and asked.

`read_table` and `read_pages` are pure: the same bytes give the same rows. `Store` keeps what they
wrote as immutable snapshots; `differences` lays two of them side by side; `asking` has the
questions of commands and jobs. DuckDB does the work, so none of this runs inside a web request.
"""
