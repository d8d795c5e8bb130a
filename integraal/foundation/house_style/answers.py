"""The look of the tenant that the transaction works for, as answers to a browser."""

from django.http import HttpResponse

from integraal.foundation.house_style.queries import current_style
from integraal.foundation.ui.house_style import as_css


def style_answer() -> HttpResponse:
    """Return the stylesheet with the six values."""
    return HttpResponse(as_css(current_style().style), content_type="text/css")


def shield_answer() -> HttpResponse:
    """Return the shield; opened by itself it may do nothing at all."""
    response = HttpResponse(current_style().shield, content_type="image/svg+xml")
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
