"""The report to the council: facts, the sentences made of them, the decision, the pages."""
