"""Links with which somebody without an account reads one version of a picture for a term."""
