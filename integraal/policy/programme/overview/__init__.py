"""The list of programmes, the table of measures of one, and the hours there are."""
