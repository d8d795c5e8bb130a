"""How the catalogue names things and leads to them."""

from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from integraal.knowledge.figures.definitions import class_lists
from integraal.knowledge.sources.definitions import Source

LEVELS = {
    "country": "Nederland",
    "municipality": "gemeente",
    "district": "wijk",
    "neighbourhood": "buurt",
}
FREQUENCIES = {"year": "jaar", "quarter": "kwartaal", "month": "maand"}


def link(address: str, words: str) -> SafeString:
    """Return a link for in a table."""
    return format_html('<a class="utrecht-link" href="{}">{}</a>', address, words)


def explorer_address(code: str) -> str:
    """Return where a figure is explored; empty while there is no explorer."""
    try:
        return f"{reverse('explorer')}?{urlencode({'cijfer': code})}"
    except NoReverseMatch:
        return ""


def name_of(source: Source) -> str:
    """Return how a source is named: "Politie, tabel 47013NED"."""
    return f"{source.publisher}, tabel {source.table}"


def subject_of(source: Source) -> str:
    """Return what a source counts, with its table: "Overlast volgens de politie (47024NED)"."""
    class_list = class_lists().get(source.list)
    return f"{class_list.name if class_list else source.list} ({source.table})"


def in_words(codes: tuple[str, ...], words: dict[str, str]) -> str:
    """Return codes as a Dutch enumeration: "gemeente, wijk en buurt"."""
    known = [words[code] for code in words if code in codes]
    return " en ".join([", ".join(known[:-1]), known[-1]]) if len(known) > 1 else "".join(known)
