"""What somebody with a personal link gets: an edition to comment on, and nothing else."""
