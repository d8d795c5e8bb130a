"""What the PDF of a picture is filled with, part by part; all of it from the same content."""
