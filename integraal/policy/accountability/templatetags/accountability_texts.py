"""What the adviser wrote, with its paragraphs, lists and bold words."""

from django import template

from integraal.policy.accountability.public.themes import prose_of
from integraal.policy.plan.public.prose import PublicBlock

register = template.Library()


@register.filter
def told(text: str) -> tuple[PublicBlock, ...]:
    """Return a text as blocks, for ``plan/public_prose.html``."""
    return prose_of(explaining=False).section(text)
