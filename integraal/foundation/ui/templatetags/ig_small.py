"""Small components: badges, breadcrumb, chips, notes, states, dialogs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from integraal.foundation.ui import dutch
from integraal.foundation.ui.components import TRIAD_WORDS, Check, Chip, LongWork, Verdict
from integraal.foundation.ui.icons import icon_svg
from integraal.foundation.ui.templatetags.ig_numbers import local

register = template.Library()
COMPONENTS = "ui/components/"
STATES = {
    "draft": "Concept",
    "proposed": "Voorgesteld",
    "adopted": "Vastgesteld",
    "superseded": "Vervangen",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon by name, see ui/icons.py."""
    return mark_safe(icon_svg(name))


@register.simple_tag
def verdict(given: Verdict | str, text: str = "", direction: str = "") -> SafeString:
    """A verdict badge: of a Verdict, or of kind, text and direction."""
    badge = given if isinstance(given, Verdict) else Verdict(given, text, direction)  # type: ignore[arg-type]
    return render_to_string(f"{COMPONENTS}verdict.html", {"verdict": badge})


@register.inclusion_tag(f"{COMPONENTS}said.html")
def said(badge: Verdict, sentence: str) -> dict[str, Any]:
    """A verdict as a whole sentence: the badge is only its mark, for the sentence says it all."""
    return {"badge": badge, "sentence": sentence}


@register.inclusion_tag(f"{COMPONENTS}state.html")
def state(kind: str, on: date | None = None) -> dict[str, str]:
    """A state badge: draft, proposed, adopted or superseded, with its day when given."""
    words = STATES[kind]
    return {"kind": kind, "words": f"{words} {dutch.day(local(on))}" if on else words}


@register.inclusion_tag(f"{COMPONENTS}breadcrumb.html")
def breadcrumb(*parts: Any) -> dict[str, Any]:
    """Pairs of label and address; the last label stands alone."""
    words = [str(part) for part in parts]
    trail = [
        (words[i], words[i + 1] if i + 1 < len(words) else "") for i in range(0, len(words), 2)
    ]
    return {"trail": trail}


@register.inclusion_tag(f"{COMPONENTS}chips.html")
def chips(items: Iterable[Chip], name: str) -> dict[str, Any]:
    """A row of choices; name tells what is chosen."""
    return {"items": items, "name": name}


@register.inclusion_tag(f"{COMPONENTS}caveat.html")
def caveat(say: str) -> dict[str, str]:
    """What limits a figure, beside that figure."""
    return {"say": say}


@register.inclusion_tag(f"{COMPONENTS}note.html")
def note(say: str, title: str = "", kind: str = "") -> dict[str, str]:
    """A note; kind "danger" for what is urgent."""
    return {"say": say, "title": title, "kind": kind}


@register.inclusion_tag(f"{COMPONENTS}empty_state.html")
def empty_state(
    title: str, say: str, url: str = "", deed: str = "", level: int = 3
) -> dict[str, Any]:
    """What will come here, and the first step; ``level`` 2 where it stands right under the h1."""
    return {"title": title, "say": say, "url": url, "deed": deed, "level": level}


@register.inclusion_tag(f"{COMPONENTS}triad.html")
def triad(quality: str, time_: str, money: str) -> dict[str, Any]:
    """Three lights: ok, attention, blocked or none for kwaliteit, tijd, geld."""
    lights = zip(("kwaliteit", "tijd", "geld"), (quality, time_, money), strict=True)
    return {"lights": [(name, light, TRIAD_WORDS[light]) for name, light in lights]}


@register.inclusion_tag(f"{COMPONENTS}checklist.html")
def checklist(checks: Iterable[Check]) -> dict[str, Any]:
    """What is ready and what is not."""
    return {"checks": checks}


@register.inclusion_tag(f"{COMPONENTS}progress.html")
def progress(done: int, total: int, words: str) -> dict[str, Any]:
    """How far something is; the words say it, the bar repeats it. total: one or more."""
    return {"done": min(max(done, 0), total), "total": total, "words": words}


@register.inclusion_tag(f"{COMPONENTS}long_work.html")
def long_work(work: LongWork) -> dict[str, Any]:
    """Work that runs on its own: how far, ready or failed."""
    return {"work": work}
