"""What a goal takes from the picture, and what its numbers can show later."""
