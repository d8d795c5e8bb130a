"""Organisations we work with (partners): who they are, what hangs on them."""
