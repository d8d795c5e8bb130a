"""Who is asked, reminded and missed; for the adviser."""
