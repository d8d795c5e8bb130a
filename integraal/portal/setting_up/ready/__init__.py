"""Make a municipality ready: from open data in a folder or on the network to figures on screen."""
