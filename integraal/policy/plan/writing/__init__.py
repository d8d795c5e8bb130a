"""Write the blocks of a plan."""
