"""The page of one's own calendar address, and the calendar that a calendar program reads."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from integraal.foundation.links.sealed import sealed
from integraal.foundation.people.scope import actor, member_of
from integraal.policy.programme.calendar import actions
from integraal.policy.programme.calendar.feeds import (
    events_of,
    feed_opened_by,
    may_have_everything,
    own_feed,
    secret_of,
)
from integraal.policy.programme.calendar.ics import CONTENT_TYPE, as_calendar
from integraal.policy.programme.showing.views import show


@dataclass(frozen=True)
class CalendarPage:
    """What ``programme/calendar.html`` shows; without an address there is none yet."""

    address: str
    everything: str
    ends_on: date | None


@require_safe
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """The calendar address of the reader, and how to put it in a calendar program."""
    feed = own_feed(actor(request), timezone.localdate())
    if feed is None:
        return show(request, "programme/calendar.html", CalendarPage("", "", None))
    address = request.build_absolute_uri(reverse("calendar-feed", args=[secret_of(feed)]))
    everything = f"{address}?alles=1" if may_have_everything(member_of(request)) else ""
    page = CalendarPage(address, everything, feed.ends_on)
    return show(request, "programme/calendar.html", page)


@require_POST
@login_required
def make(request: HttpRequest) -> HttpResponse:
    """Make a new address; the one before stops."""
    actions.make_feed(by=actor(request))
    messages.success(request, "Uw agenda is er. Zet het adres hieronder in uw agendaprogramma.")
    return redirect("calendar")


@require_POST
@login_required
def revoke(request: HttpRequest) -> HttpResponse:
    """Let the address stop."""
    actions.revoke_feed(by=actor(request))
    messages.success(request, "Het adres van uw agenda werkt niet meer.")
    return redirect("calendar")


@require_safe
@sealed
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar, for who has the address; every other address gives the same nothing."""
    found = feed_opened_by(secret, timezone.localdate())
    if found is None:
        return HttpResponse("Deze agenda is er niet.", status=404, content_type="text/plain")
    events = events_of(found.member, everything=bool(request.GET.get("alles")))
    name = f"Uitvoeringsprogramma {found.tenant.name}"
    return HttpResponse(as_calendar(name, events), content_type=CONTENT_TYPE)
