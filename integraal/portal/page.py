"""What every page shows around its own content."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from integraal.foundation.house_style.queries import style_version
from integraal.foundation.people.queries import actor_of
from integraal.foundation.people.scope import current_member
from integraal.portal.demo_sign_in import demo_roles, is_offered
from integraal.portal.menu import menu_of
from integraal.portal.steps import BY_CODE, STEPS


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Return ``ig``: municipality, person, steps and menu, as ``ui/base.html`` asks for."""
    member = current_member(request)
    if member is None:
        nobody: dict[str, Any] = {
            "municipality": "",
            "person": None,
            "steps": [],
            "style_version": "0",
        }
        return {"ig": nobody, **_demo(request)}
    return {
        "ig": {
            "municipality": member.tenant.name,
            "is_fictitious": member.tenant.is_fictitious,
            "person": {
                "name": member.name,
                "initials": _initials(member.name),
                "role_label": member.first_role,
            },
            "steps": _steps(request),
            "menu": menu_of(actor_of(member), len(getattr(request, "memberships", []))),
            "style_version": style_version(),
        }
    }


def _demo(request: HttpRequest) -> dict[str, Any]:
    match = request.resolver_match
    if match is None or match.url_name != "account_login" or not is_offered(request):
        return {}
    return {"show_demo_sign_in": True, "demo_roles": demo_roles()}


def step_url(code: str) -> str:
    """Return the address of a step's page."""
    address = BY_CODE[code].address
    return reverse(address) if address else reverse("step", args=[code])


def _steps(request: HttpRequest) -> list[dict[str, Any]]:
    current = getattr(request, "step", None)
    return [
        {
            "number": step.number,
            "name": step.name,
            "url": step_url(step.code),
            "is_current": step.code == current,
        }
        for step in STEPS
    ]


def _initials(name: str) -> str:
    words = [word for word in name.replace("(", " ").split() if word[0].isupper()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words))
