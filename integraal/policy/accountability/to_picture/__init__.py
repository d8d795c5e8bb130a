"""What came of the promises of a report goes to the next safety picture."""
