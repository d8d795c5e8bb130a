"""The controls of forms, written in one pass.

Django fills in a template for each control, and two more for every option of a list: on a page of
editors, each with its list of figures, that took half of the time. What is written is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.html import conditional_escape

Widget = Mapping[str, Any]
_WIDGETS = "django/forms/widgets/"


class Controls(DjangoTemplates):
    """Writes lines, texts and lists itself, and leaves the rest to the templates."""

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Return the HTML of a form or one of its controls."""
        write = _WRITERS.get(template_name)
        return (
            write(context["widget"]) if write else super().render(template_name, context, request)
        )


def _line(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{_safe(widget["value"])}"'
    kind, name = _safe(widget["type"]), _safe(widget["name"])
    return f'<input type="{kind}" name="{name}"{value}{_attributes(widget)}>'


def _text(widget: Widget) -> str:
    value = _safe(widget["value"]) if widget["value"] else ""
    return f'<textarea name="{_safe(widget["name"])}"{_attributes(widget)}>\n{value}</textarea>'


def _list(widget: Widget) -> str:
    parts = [f'<select name="{_safe(widget["name"])}"{_attributes(widget)}>']
    for group, options, _ in widget["optgroups"]:
        if group:
            parts.append(f'\n  <optgroup label="{_safe(group)}">')
        parts += [_option(one) for one in options]
        if group:
            parts.append("\n  </optgroup>")
    parts.append("\n</select>")
    return "".join(parts)


def _option(option: Widget) -> str:
    label = _safe(option["label"])
    return f'\n  <option value="{_safe(option["value"])}"{_attributes(option)}>{label}</option>\n'


def _safe(value: object) -> str:
    return conditional_escape(str(value))


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {_safe(name)}" if value is True else f' {_safe(name)}="{_safe(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


_WRITERS: dict[str, Callable[[Widget], str]] = {
    **{f"{_WIDGETS}{kind}.html": _line for kind in ("text", "date", "number", "email", "hidden")},
    f"{_WIDGETS}textarea.html": _text,
    f"{_WIDGETS}select.html": _list,
}
