"""The reading page: the whole picture as one document, without anything to write or press."""
