"""The way of a report to the college and the council."""
