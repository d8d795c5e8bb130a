"""Refuse an upload that is far too large before anything of it is kept."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from integraal.knowledge.sources.grids import MAXIMUM_BYTES

ROOM_FOR_THE_FORM = 512 * 1024
"""What a request holds besides the file."""
TOO_LARGE = (
    f"Het bestand is groter dan {MAXIMUM_BYTES // 1024 // 1024} MB. Er is niets bewaard. "
    "Haal weg wat niet nodig is, of deel de tabel op in meer bestanden."
)
UNREADABLE = "Het formulier is niet goed aangekomen. Er is niets bewaard. Probeer het opnieuw."
_PIECE = 256 * 1024
_MOST_READ_AWAY = 512 * 1024 * 1024

View = Callable[..., HttpResponse]


def refusing_large(say: Callable[[HttpRequest, str], HttpResponse]) -> Callable[[View], View]:
    """Let a view that takes a file answer a too large one with a sentence.

    The length that the request claims is looked at before anything reads its body, also before
    the check of the form's own token: that one would first write the whole file to disk. Django
    never reads more than the length that was claimed.

    Args:
        say: makes the page with the sentence.
    """

    def decorated(view: View) -> View:
        protected = csrf_protect(view)

        @csrf_exempt  # only until the length is known: `protected` checks the token
        @wraps(view)
        def guarded(request: HttpRequest, *given: object, **named: object) -> HttpResponse:
            if _length(request) > MAXIMUM_BYTES + ROOM_FOR_THE_FORM:
                _read_away(request)
                return say(request, TOO_LARGE)
            try:
                return protected(request, *given, **named)
            except (RequestDataTooBig, TooManyFieldsSent, MultiPartParserError):
                return say(request, UNREADABLE)

        return guarded

    return decorated


def _length(request: HttpRequest) -> int:
    claimed = request.META.get("CONTENT_LENGTH") or "0"
    return int(claimed) if str(claimed).isdigit() else 0


def _read_away(request: HttpRequest) -> None:
    """Take in what is still being sent, or the browser never comes to read our answer."""
    left = _MOST_READ_AWAY
    while left > 0 and request.read(_PIECE):
        left -= _PIECE
