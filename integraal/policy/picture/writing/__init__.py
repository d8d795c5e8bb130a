"""The writing room: the texts of a picture, saved while somebody writes."""
