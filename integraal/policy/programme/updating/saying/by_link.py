"""The page of a personal link, made for a phone: own measures only, without an account.

No cookie, no session, no way into the product. The address itself is the permission, so a form
needs no other proof; and addresses in the page are relative, so that a page that is saved does
not hold the secret.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from integraal.foundation.house_style.answers import shield_answer, style_answer
from integraal.foundation.links.sealed import around, sealed
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.ui.dutch import day
from integraal.policy.programme.models import Asking, Measure
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.updating.opening import Opened, opened_by, reader_of
from integraal.policy.programme.updating.queries import measures_of, running
from integraal.policy.programme.updating.saying.actions import note_opening, say_all_the_same
from integraal.policy.programme.updating.saying.presenters import LinkPage, link_page
from integraal.policy.programme.updating.saying.trying import (
    Tried,
    key_sent,
    try_to_say,
    words_sent,
)

ALL = "alles"


@require_http_methods(["GET", "HEAD", "POST"])
@sealed
def update_measures(request: HttpRequest, secret: str) -> HttpResponse:
    """Say how measures go."""
    opened = opened_by(secret, timezone.localdate())
    try:
        return _answer(request, opened)
    except NotAllowed:  # it stopped between opening and saving, or it is not of that measure
        return _nothing(request, opened_by(secret, timezone.localdate()))


@require_safe
@sealed
def update_style(request: HttpRequest, secret: str) -> HttpResponse:
    """The look of the municipality whose link it is."""
    opened = opened_by(secret, timezone.localdate())
    return _nothing(request, opened) if opened.asking is None else style_answer()


@require_safe
@sealed
def update_shield(request: HttpRequest, secret: str) -> HttpResponse:
    """The shield of that municipality."""
    opened = opened_by(secret, timezone.localdate())
    return _nothing(request, opened) if opened.asking is None else shield_answer()


def _answer(request: HttpRequest, opened: Opened) -> HttpResponse:
    if opened.asking is None or opened.stopped:
        return _nothing(request, opened)
    asking = opened.asking
    if request.method != "POST":
        note_opening(by=reader_of(asking), asking=asking)
        return _page(request, link_page(asking, saved=request.GET.get("bewaard", "")))
    if request.POST.get("deed") == "zelfde":
        return _all_the_same(request, asking)
    measure = _measure_sent(request, asking)
    tried = try_to_say(
        request, by=reader_of(asking), programme=running(asking.programme), measure=measure,
        asking=asking,
    )  # fmt: skip
    if request.htmx:  # type: ignore[attr-defined]
        return _card(request, asking, tried)
    if tried.status == 200:
        return _back(str(measure.key), tried.card.anchor)
    return _page(request, link_page(asking, tried.card), tried.status)


def _measure_sent(request: HttpRequest, asking: Asking) -> Measure:
    """Return the measure that is meant, out of those of this link and no other."""
    key, programme = key_sent(request), running(asking.programme)
    own = measures_of(asking.member_id, programme, asking.asked_on)
    found = next((one for one in own if one.key == key), None)
    if found is None:
        raise NotAllowed("Deze maatregel hoort niet bij uw link.")
    return found


def _all_the_same(request: HttpRequest, asking: Asking) -> HttpResponse:
    try:
        say_all_the_same(by=reader_of(asking), asking=asking)
    except ProgrammeRefused as refusal:
        return _page(request, link_page(asking, problem=str(refusal)), 422)
    return _back(ALL, "stand")


def _back(saved: str, anchor: str) -> HttpResponse:
    # Relative: the browser stays at the address that it has.
    response = HttpResponseRedirect(f"?bewaard={saved}#{anchor}")
    response.status_code = 303
    return response


def _page(request: HttpRequest, page: LinkPage, status: int = 200) -> HttpResponse:
    context = {"page": page, "ig": around(page.asking.tenant)}
    return render(request, "programme/update_measures.html", context, status=status)


def _card(request: HttpRequest, asking: Asking, tried: Tried) -> HttpResponse:
    context = {"card": tried.card, "stand": link_page(asking).stand}
    return render(request, "programme/update_answer.html", context, status=tried.status)


def _nothing(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say that a link does not work; what was typed is shown back."""
    is_htmx = bool(request.htmx)  # type: ignore[attr-defined]
    template = "programme/update_nothing_part.html" if is_htmx else "programme/update_nothing.html"
    typed = words_sent(request) if request.method == "POST" else ""
    context = {"ig": around(None), "why": _why(opened), "typed": typed}
    status = 410 if opened.stopped != "unknown" else 404
    status = 403 if opened.asking and not opened.stopped else status
    response = render(request, template, context, status=status)
    if is_htmx:
        response["HX-Retarget"], response["HX-Reswap"] = "#inhoud", "outerHTML"
    return response


def _why(opened: Opened) -> str:
    again = "Vraag de adviseur veiligheid van de gemeente om een nieuwe."
    if opened.asking is None:
        return (
            "Hij klopt niet, of er is te vaak een verkeerde geprobeerd. Wacht een minuut en open "
            f"de link in uw mail nog eens. {again}"
        )
    if opened.stopped == "revoked":
        return f"De gemeente trok deze link in. {again}"
    if opened.stopped == "ended":
        return f"Hij werkte tot en met {day(opened.asking.ends_on)}. {again}"
    if opened.stopped == "left":
        return "Wie deze link kreeg, werkt niet meer aan dit programma."
    return f"Deze maatregel hoort niet bij uw link. Open de link in uw mail nog eens. {again}"
