"""The figures of a draft, kept so that no page reckons them anew."""
