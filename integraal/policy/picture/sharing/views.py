"""The page on which links to a picture are made, listed and revoked."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.people.scope import actor, member_of
from integraal.policy.picture.access import check_share
from integraal.policy.picture.models import Picture
from integraal.policy.picture.refusals import PictureRefused
from integraal.policy.picture.row_views import picture_of, show
from integraal.policy.picture.sharing import actions, presenters
from integraal.policy.picture.sharing.forms import LinkForm
from integraal.policy.picture.sharing.queries import links_of

show_or_send = require_http_methods(["GET", "HEAD", "POST"])


@show_or_send
@login_required
@never_cache
def links(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """List the links to one version, and make one.

    A new link is shown in the answer itself, not after a redirect: to show it later it would have
    to be kept somewhere, and it is kept nowhere.
    """
    check_share(actor(request))
    picture = picture_of(request, pk)
    form = LinkForm(request.POST if request.method == "POST" else None)
    made = _made(request, picture, form) if form.is_valid() else None
    context = {
        "picture": picture,
        "form": form if made is None else LinkForm(),
        "made": made,
        "cards": presenters.link_cards(links_of(picture), timezone.localdate()),
    }
    return show(request, "picture/sharing.html", status=422 if form.errors else 200, **context)


@require_POST
@login_required
def revoke(request: HttpRequest, pk: uuid.UUID, link: uuid.UUID) -> HttpResponse:
    """Make a link useless at once."""
    by = actor(request)
    check_share(by)
    picture = picture_of(request, pk)
    found = actions.revoke_link(by=by, link=get_object_or_404(links_of(picture), pk=link))
    messages.success(request, f"De link voor {found.recipient} werkt niet meer.")
    return redirect("picture-sharing", pk)


def _made(request: HttpRequest, picture: Picture, form: LinkForm) -> presenters.NewLink | None:
    try:
        link, secret = actions.make_link(by=actor(request), picture=picture, **form.cleaned_data)
    except PictureRefused as refusal:
        form.add_error("ends_on", str(refusal))
        return None
    address = request.build_absolute_uri(reverse("shared-picture", args=[secret]))
    return presenters.new_link(link, picture, member_of(request).tenant.name, address)
