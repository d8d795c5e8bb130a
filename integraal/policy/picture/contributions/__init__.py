"""What partners and residents say, and what of it belongs to another department or policy."""
