"""Sign in with one click per role: only in the demo, only from this machine."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.people.actions import note_sign_in
from integraal.foundation.people.models import Member
from integraal.foundation.people.queries import actor_of, members
from integraal.foundation.people.roles import BY_CODE, ROLES
from integraal.foundation.people.scope import SESSION_MEMBER, work_as_member

_THIS_MACHINE = {"127.0.0.1", "::1"}
_BACKEND = "integraal.foundation.people.sign_in.PasswordBackend"


def is_offered(request: HttpRequest) -> bool:
    """Return whether the demo's sign-in may be used for this request.

    Three locks: the demo must be on, the request must come from this machine and be addressed to
    it, and (see ``_member``) the municipality must be invented.
    """
    host = request.get_host().rsplit(":", 1)[0].strip("[]")
    forwarded = any(name.startswith("HTTP_X_FORWARDED") for name in request.META)
    return (
        settings.DEMO
        and request.META.get("REMOTE_ADDR") in _THIS_MACHINE
        and host in {*_THIS_MACHINE, "localhost"}
        and not forwarded
    )


def demo_roles() -> list[dict[str, str]]:
    """Return the roles one can try, in order of the work, with the invented person in each."""
    tenant = Tenant.objects.filter(is_fictitious=True).order_by("pk").first()
    if tenant is None:
        return []
    with tenant_scope(tenant.pk):
        people = list(members(timezone.localdate()).filter(user__isnull=False))
    found = []
    for role in ROLES:
        person = next((one for one in people if role.code in one.roles), None)
        if person:
            found.append(
                {
                    "code": role.code,
                    "name": role.name,
                    "description": role.description,
                    "person": person.name,
                }
            )
    return found


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as the invented person who holds the posted role."""
    if not is_offered(request):
        raise Http404("Deze pagina bestaat niet.")
    member = _member(request.POST.get("role", ""))
    login(request, member.user, backend=_BACKEND)
    request.session[SESSION_MEMBER] = str(member.pk)
    work_as_member(request, str(member.pk))
    note_sign_in(by=actor_of(member))
    return redirect("home")


def _member(role: str) -> Member:
    tenant = Tenant.objects.filter(is_fictitious=True).order_by("pk").first()
    if tenant is None or role not in BY_CODE:
        raise Http404("Deze rol is er niet in het voorbeeld.")
    with tenant_scope(tenant.pk):
        member = (
            members(timezone.localdate())
            .filter(user__isnull=False, roles__contains=[role])
            .select_related("user")
            .order_by("name")
            .first()
        )
    if member is None:
        raise Http404("Deze rol is er niet in het voorbeeld.")
    return member
