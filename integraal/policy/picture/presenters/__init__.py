"""What the pages of a picture show, made from its content; one module a page."""
