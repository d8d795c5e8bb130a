"""What the pages of signing in need to know."""

import re

from django import template
from django.conf import settings
from django.forms import Form
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_LABELS = {
    "code": "Code",
    "name": "Naam van deze passkey",
    "passwordless": "Hiermee aanmelden zonder wachtwoord",
    "remember": "Aangemeld blijven op dit apparaat",
    "oldpassword": "Uw wachtwoord nu",
    "password1": "Nieuw wachtwoord",
    "password2": "Nieuw wachtwoord, nog een keer",
}
_HINTS = {
    "passwordless": "Uw apparaat vraagt dan om uw vinger, gezicht of pincode.",
    "password": "",  # the page says itself what to do when it is forgotten
    "password1": "Ten minste 12 tekens. Een zin werkt goed.",
}


@register.simple_tag
def mail_works() -> bool:
    """Return whether this installation can send mail."""
    return not settings.EMAIL_BACKEND.endswith("dummy.EmailBackend")


@register.filter
def plainly(form: Form) -> Form:
    """Return a form of django-allauth in our own words, without examples that repeat a label."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.label = _LABELS.get(name, field.label)
        field.help_text = _HINTS.get(name, field.help_text)
    return form


@register.filter
def inline_svg(drawing: str) -> SafeString:
    """Return our own SVG file as part of a page: without the declaration of a file."""
    return mark_safe(re.sub(r"<\?xml[^>]*\?>\s*", "", drawing))
