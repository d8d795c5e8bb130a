"""A municipality beside others: its region, municipalities like it, and the country.

``published`` reads the national tables for all figures at once; the rest judges, without reading.
"""
