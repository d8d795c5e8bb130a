"""The screens that manage people, roles, organisations and keys, and turn to another tenant."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import actions, finding, presenters
from integraal.foundation.people.access import check_manage_people, check_manage_tokens
from integraal.foundation.people.actions import PeopleRefused
from integraal.foundation.people.first_sign_in import first_sign_in_path
from integraal.foundation.people.forms import (
    ChangeForm,
    MemberForm,
    OrganisationForm,
    PeopleFilter,
    TokenForm,
)
from integraal.foundation.people.models import Member
from integraal.foundation.people.queries import everybody, organisations
from integraal.foundation.people.scope import SESSION_MEMBER, actor, work_as_member
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE, as_workbook
from integraal.foundation.ui.tables import Sorting, chosen_sorting

ON_A_PAGE = 50
show_or_send = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def people(request: HttpRequest) -> HttpResponse:
    """List the people of the municipality."""
    check_manage_people(actor(request))
    asked = PeopleFilter(request.GET or {"wie": "nu"})
    found, sorting = _found(request, asked)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("blad"))
    context = {
        "filter": asked,
        "page": page,
        "table": presenters.people_table(page),
        "sorting": sorting,
        "count_words": f"{page.paginator.count} gevonden",
    }
    return render(request, "people/people.html", context)


@require_safe
@login_required
def people_export(request: HttpRequest) -> HttpResponse:
    """Give the same list as an Excel file."""
    actions.note_people_exported(by=actor(request))
    found, _ = _found(request, PeopleFilter(request.GET or {"wie": "nu"}))
    content = as_workbook("Mensen", presenters.EXPORT_HEADINGS, presenters.people_rows(found))
    name = f"mensen-{timezone.localdate().isoformat()}.xlsx"
    return file_answer(name, content, CONTENT_TYPE)


@show_or_send
@login_required
def member_add(request: HttpRequest) -> HttpResponse:
    """Give somebody access."""
    by = actor(request)
    check_manage_people(by)
    form = MemberForm(request.POST or None)
    if form.is_valid():
        try:
            member = actions.add_member(by=by, **form.cleaned_data)
        except PeopleRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"{member.name} heeft nu toegang.")
            if member.account_is_new:
                messages.info(request, _first_sign_in_words(request, member))
            return redirect("people")
    return render(request, "people/member_add.html", {"form": form})


@show_or_send
@login_required
def member_change(request: HttpRequest, member_id: uuid.UUID) -> HttpResponse:
    """Show a person, and change name, function and roles."""
    by = actor(request)
    check_manage_people(by)
    member = get_object_or_404(everybody(), pk=member_id)
    now = {"name": member.name, "function": member.function, "role_codes": member.roles}
    form = ChangeForm(request.POST or None, initial=now)
    if form.is_valid() and _changed(form, by, member):
        messages.success(request, f"De gegevens van {member.name} zijn bewaard.")
        return redirect("member-change", member.pk)
    return _member_screen(request, member, form)


@require_POST
@login_required
def member_end(request: HttpRequest, member_id: uuid.UUID) -> HttpResponse:
    """Take away somebody's access."""
    by = actor(request)
    check_manage_people(by)
    member = get_object_or_404(everybody(), pk=member_id, active_until__isnull=True)
    try:
        actions.end_member(by=by, member=member)
    except PeopleRefused as refused:
        messages.error(request, str(refused))
        return redirect("member-change", member.pk)
    messages.success(request, f"{member.name} heeft geen toegang meer.")
    return redirect("people")


@show_or_send
@login_required
def organisations_screen(request: HttpRequest) -> HttpResponse:
    """List the organisations, and add one."""
    by = actor(request)
    check_manage_people(by)
    form = OrganisationForm(request.POST or None)
    if form.is_valid() and _done(form, actions.add_organisation, by=by, **form.cleaned_data):
        messages.success(request, f"{form.cleaned_data['name']} is toegevoegd.")
        return redirect("organisations")
    context = {"form": form, "organisations": organisations()}
    return render(request, "people/organisations.html", context)


@require_safe
@login_required
def roles_screen(request: HttpRequest) -> HttpResponse:
    """Explain each role."""
    check_manage_people(actor(request))
    numbers = finding.people_by_role(timezone.localdate())
    return render(request, "people/roles.html", {"cards": presenters.role_cards(numbers)})


@never_cache
@show_or_send
@login_required
def tokens(request: HttpRequest) -> HttpResponse:
    """List the API keys, and make one.

    A new key is shown in the answer itself, not after a redirect: to show it later it would have
    to be kept somewhere, and it is kept nowhere.
    """
    by = actor(request)
    check_manage_tokens(by)
    form = TokenForm(request.POST or None)
    new_key = None
    if form.is_valid() and (made := _done(form, actions.make_token, by=by, **form.cleaned_data)):
        form, new_key = TokenForm(), made[1]
    cards = presenters.token_cards(finding.tokens_for(by), timezone.localdate())
    context = {"form": form, "new_key": new_key, "cards": cards}
    return render(request, "people/tokens.html", context)


@require_POST
@login_required
def token_revoke(request: HttpRequest, token_id: uuid.UUID) -> HttpResponse:
    """Make a key useless."""
    by = actor(request)
    check_manage_tokens(by)
    token = get_object_or_404(finding.tokens_for(by), pk=token_id)
    actions.revoke_token(by=by, token=token)
    messages.success(request, f"De sleutel {token.name} werkt niet meer.")
    return redirect("tokens")


@show_or_send
@login_required
def switch_tenant(request: HttpRequest) -> HttpResponse:
    """Turn to another municipality: only one where the signed-in user works."""
    actor(request)
    memberships = request.memberships  # type: ignore[attr-defined]
    if request.method == "POST":
        wanted = request.POST.get("member", "")
        if wanted not in {str(one.pk) for one in memberships}:
            raise Http404
        request.session[SESSION_MEMBER] = wanted
        work_as_member(request, wanted)
        actions.note_switch(by=actor(request))
        messages.success(
            request,
            f"U werkt nu voor {request.member.tenant.name}.",  # type: ignore[attr-defined]
        )
        return redirect("home")
    return render(request, "people/switch_tenant.html", {"memberships": memberships})


def _found(request: HttpRequest, asked: PeopleFilter) -> tuple[Any, Sorting]:
    sorting = chosen_sorting(
        request.GET.get("sorteer", ""), presenters.PEOPLE_COLUMNS, default="naam"
    )
    day = timezone.localdate()
    return finding.found_people(**asked.asked(), sorting=sorting, day=day), sorting


def _member_screen(request: HttpRequest, member: Member, form: Form) -> HttpResponse:
    context = {"member": member, "form": form, "access": presenters.access_words(member)}
    return render(request, "people/member_change.html", context)


def _done(form: Form, deed: Callable[..., Any], **values: Any) -> Any:
    """Do ``deed``; what refuses it becomes an error of the form, with everything filled in."""
    try:
        with transaction.atomic():
            return deed(**values)
    except PeopleRefused as refused:
        form.add_error(None, str(refused))
    except IntegrityError:
        form.add_error(None, "Dit is zojuist al gedaan. Ververs de bladzijde om het te zien.")
    return None


def _first_sign_in_words(request: HttpRequest, member: Member) -> str:
    """Return how somebody with a new account gets in; the link is shown this once."""
    link = request.build_absolute_uri(first_sign_in_path(member.user))
    return (
        f"Geef {member.name} deze link om een wachtwoord te kiezen. "
        f"Hij werkt één keer en drie dagen: {link}"
    )


def _changed(form: ChangeForm, by: Actor, member: Member) -> bool:
    """Change what differs; whatever is refused undoes the other too."""
    given = form.cleaned_data
    try:
        with transaction.atomic():
            if sorted(given["role_codes"]) != sorted(member.roles):
                actions.change_roles(by=by, member=member, role_codes=given["role_codes"])
            actions.correct_member(
                by=by, member=member, name=given["name"], function=given["function"]
            )
    except PeopleRefused as refused:
        form.add_error("role_codes", str(refused))
        return False
    return True
