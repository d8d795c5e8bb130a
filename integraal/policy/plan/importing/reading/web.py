"""Web text to lines, with the reader of the standard library: nothing runs, nothing is fetched."""

from html.parser import HTMLParser

from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.importing.document import Form, Line

_UNREAD = {"script", "style", "noscript", "template", "nav", "svg", "iframe", "object", "head",
           "select", "button", "textarea", "footer", "aside"}  # fmt: skip
_WHOLE = {"p", "div", "section", "article", "ul", "ol", "dl", "dt", "dd", "blockquote", "br",
          "table", "thead", "tbody", "main", "body", "figcaption", "pre", "address"}  # fmt: skip
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_CELLS = ("td", "th")


def web_lines(text: str) -> list[Line]:
    """Return the lines of a web page: headings, list items, table cells and paragraphs."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.finish_line()
    return reader.lines


class _Reader(HTMLParser):
    """Collects words, and begins a new line where a tag says so."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._skipping: list[str] = []
        self._form: Form = "text"
        self._level = self._table = self._row = self._column = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._skipping.append(tag)
        if self._skipping:
            return
        if tag in _HEADINGS:
            self._begin("heading", _HEADINGS[tag])
        elif tag == "li":
            self._begin("item")
        elif tag in _CELLS:
            self._column += 1
            self._begin("cell")
        elif tag in ("table", "tr"):
            self._begin_table_part(tag)
        elif tag in _WHOLE and self._form == "text":
            self._begin("text")
        elif tag in ("br", "p"):
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            # Only the tag that opened it ends what is not read.
            if tag == self._skipping[-1]:
                self._skipping.pop()
            return
        if tag in _HEADINGS or tag in ("li", *_CELLS) or (tag in _WHOLE and self._form == "text"):
            self._begin("text")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._words.append(data)

    def finish_line(self) -> None:
        words = " ".join(cleaned("".join(self._words)).split())
        self._words = []
        if not words and self._form not in ("item", "cell"):
            return
        is_cell = self._form == "cell"
        self.lines.append(
            Line(
                words,
                self._form,
                self._level,
                table=self._table if is_cell else 0,
                row=self._row if is_cell else 0,
                column=self._column if is_cell else 0,
            )
        )

    def _begin(self, form: Form, level: int = 0) -> None:
        self.finish_line()
        self._form, self._level = form, level

    def _begin_table_part(self, tag: str) -> None:
        self._begin("text")
        self._column = 0
        if tag == "table":
            self._table += 1
            self._row = 0
        else:
            self._row += 1
