"""Who may not do something gets a page with the reason, wherever the refusal was made."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from integraal.foundation.people.access import NotAllowed


class RefusalMiddleware:
    """Answer ``NotAllowed`` with status 403 and its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page of refusal, or ``None`` for any other exception."""
        if not isinstance(exception, NotAllowed):
            return None
        page = render_to_string("403.html", {"exception": str(exception)}, request)
        return HttpResponse(page, status=403)
