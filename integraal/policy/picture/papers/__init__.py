"""The papers of a picture besides the PDF: Word, Excel and the one page; all from one content."""
