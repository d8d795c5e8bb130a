"""What every personal link has in common; it has no tables: each room keeps its own links.

A secret of which only the digest is kept (``secret``), a term (``terms``), one way to find who a
secret lets in (``opening``), a brake on guessing (``brake``), and answers of which no copy stays
anywhere (``sealed``). Why it is so stands in decision 20.
"""
