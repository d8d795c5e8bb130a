"""What the pages of the explorer show, made from its answer."""
