"""All components under one name: {% load ig %}. Each tag says in its docstring what it wants."""

from __future__ import annotations

from django import template

from integraal.foundation.ui.templatetags import (
    ig_figures,
    ig_numbers,
    ig_prose,
    ig_small,
    ig_tables,
    ig_writing,
)

register = template.Library()
for part in (ig_numbers, ig_small, ig_figures, ig_tables, ig_writing, ig_prose):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
