"""The choices of a card on which somebody says how a measure goes."""

from typing import Any

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString, mark_safe

from integraal.foundation.ui.form_fields import context_of

register = template.Library()
_LIGHTS = ("quality", "time", "money")
_SHAPES = {
    "good": '<circle class="s-ok" cx="10" cy="10" r="9"/>'
    '<path class="s-in" d="M5.5 10.5l3 3 6-6.5"/>',
    "attention": '<path class="s-att" d="M10 1.8L19 18H1z"/>'
    '<path class="s-in s-in--d" d="M10 8v4M10 15h.01"/>',
    "stuck": '<rect class="s-bad" x="1.5" y="1.5" width="17" height="17" rx="2"/>'
    '<path class="s-in" d="M6.5 6.5l7 7M13.5 6.5l-7 7"/>',
}


@register.inclusion_tag("programme/update_choice.html")
def update_choice(field: BoundField, css: str = "") -> dict[str, Any]:
    """A row of choices that fits a thumb; a light has its mark beside its word."""
    return {"field": field, "css": css, "is_light": field.name in _LIGHTS}


@register.inclusion_tag("programme/update_field.html")
def update_field(field: BoundField) -> dict[str, Any]:
    """A field with its label; that all but the first may be left out is said once, above them."""
    return context_of(field)


@register.simple_tag
def update_light(kind: str) -> SafeString:
    """The mark of a light; its word stands beside it."""
    shape = _SHAPES.get(kind, "")
    return mark_safe(f'<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">{shape}</svg>')
