"""Who takes part: let somebody in again, or take out who joined twice."""
