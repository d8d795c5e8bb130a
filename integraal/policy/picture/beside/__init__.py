"""Two pictures side by side: what changed since the last one."""
