"""The whole picture as one page to read, share and print."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from integraal.foundation.people.access import allowed
from integraal.foundation.people.scope import actor
from integraal.policy.picture.access import check_share
from integraal.policy.picture.draft_figures.queries import whole_content
from integraal.policy.picture.reading.page import reading_page
from integraal.policy.picture.row_views import picture_of, show


@require_safe
@login_required
def reading(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One version of a picture, from the summary to the sources."""
    by = actor(request)
    picture = picture_of(request, pk)
    page = reading_page(picture, whole_content(by, picture))
    return show(request, "picture/reading.html", page, may_share=allowed(check_share, by))
