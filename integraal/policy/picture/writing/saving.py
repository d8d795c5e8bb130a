"""Saving the text of a theme, by the editor's script or by an ordinary form."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import JsonResponse, QueryDict
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.ui.components import OtherText
from integraal.foundation.ui.dutch import clock
from integraal.policy.picture.models import Passage, Picture
from integraal.policy.picture.queries import earlier_texts, passage
from integraal.policy.picture.refusals import Conflict
from integraal.policy.picture.writing.actions import write_text

LONGEST = 40_000


@dataclass(frozen=True)
class Editor:
    """What the editor component shows."""

    text: str
    base_revision: int
    saved_at: datetime | None
    error: str = ""
    other: OtherText | None = None
    history: Any = ()


def editor_of(picture: Picture, theme: str) -> Editor:
    """Return the editor with the text as it is saved."""
    current = passage(picture, theme)
    if current is None:
        return Editor("", 0, None)
    saved_at = timezone.localtime(current.written_at) if current.written_at else None
    return Editor(current.text, current.revision, saved_at, history=earlier_texts(current.pk))


def save_by_script(by: Actor, picture: Picture, theme: str, data: QueryDict) -> JsonResponse:
    """Save and answer as the autosave script expects; see the editor component."""
    given, problem = _given(data)
    if problem:
        return JsonResponse({"problem": problem}, status=400)
    try:
        saved = write_text(by=by, picture=picture, theme=theme, **given)
    except Conflict as conflict:
        other = _other(conflict.current)
        answer = {"revision": other.revision, "text": other.text, "by": other.by, "at": other.at}
        return JsonResponse(answer, status=409)
    except NotAllowed as refusal:
        return JsonResponse({"problem": str(refusal)}, status=400)
    at = clock(timezone.localtime(saved.written_at)) if saved.written_at else ""
    return JsonResponse({"revision": saved.revision, "saved_at": at, "status": f"Bewaard om {at}"})


def save_by_form(by: Actor, picture: Picture, theme: str, data: QueryDict) -> Editor | None:
    """Save and return ``None``, or the editor with what was sent and why it is not saved."""
    given, problem = _given(data)
    if problem:
        return Editor(data.get("text", ""), _revision(data), None, error=problem)
    try:
        write_text(by=by, picture=picture, theme=theme, **given)
    except Conflict as conflict:
        current = conflict.current
        return Editor(given["text"], current.revision, None, other=_other(current))
    return None


def _given(data: QueryDict) -> tuple[dict[str, Any], str]:
    text = data.get("text", "").replace("\x00", "")
    if len(text) > LONGEST:
        over = len(text) - LONGEST
        return {}, f"De tekst is {over} tekens te lang. Kort hem in; er is niets verloren."
    if not data.get("base_revision", "").isdecimal():
        return {}, "De pagina is niet compleet verstuurd. Ververs de pagina en probeer opnieuw."
    return {"text": text, "base_revision": _revision(data)}, ""


def _revision(data: QueryDict) -> int:
    sent = data.get("base_revision", "")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0


def _other(current: Passage) -> OtherText:
    writer = current.written_by
    return OtherText(
        text=current.text,
        by=writer.name if writer else "Iemand",
        at=clock(timezone.localtime(current.written_at)) if current.written_at else "",
        revision=current.revision,
    )
