"""Answer who asks every two seconds how it stands: 304 while nothing changed."""

import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from integraal.policy.priorities.progress import Progress


def mark_of(progress: Progress) -> str:
    """Return the ETag of how a session stands. The seconds left are not in it."""
    told = repr((progress.join_code, progress.round_id, progress.closed_at, progress.ends_at,
                 progress.done, progress.changed))  # fmt: skip
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


def followed(
    request: HttpRequest, progress: Progress, answer: Callable[[], HttpResponse]
) -> HttpResponse:
    """Return 304 when the mark is still the one that was sent, else the answer with its mark."""
    mark = mark_of(progress)
    is_same = request.headers.get("If-None-Match") == mark
    response = HttpResponseNotModified() if is_same else answer()
    response.headers["ETag"] = mark
    response.headers["Cache-Control"] = "private, no-store"
    return response
