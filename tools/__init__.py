"""What ``./run`` is made of: standard library only, before anything is installed."""
