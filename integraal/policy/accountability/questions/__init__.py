"""What the council asked, and what the college answered."""
