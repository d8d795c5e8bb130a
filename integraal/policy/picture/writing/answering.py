"""What the editor's script gets back when it saves: see ``autosave.js`` and ``writing.js``."""

from dataclasses import asdict

from django.http import JsonResponse, QueryDict
from django.template.loader import render_to_string

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import NotAllowed
from integraal.policy.picture.models import Picture
from integraal.policy.picture.writing.saving import Refused, Saved, save
from integraal.policy.picture.writing.showing import Shown, content_for, shown


def to_script(by: Actor, picture: Picture, theme: str, part: str, data: QueryDict) -> JsonResponse:
    """Save and answer: the new revision with how the text reads, or why it is not saved."""
    try:
        outcome = save(by, picture, theme, part, data)
    except NotAllowed as refusal:
        return JsonResponse({"problem": str(refusal)}, status=400)
    if isinstance(outcome, Saved):
        return JsonResponse(_saved(picture, outcome))
    return _refused(outcome)


def _saved(picture: Picture, outcome: Saved) -> dict[str, object]:
    text = outcome.passage.text
    reads = shown(text, content_for([text], picture, None), picture.pk)
    return {
        "revision": outcome.passage.revision,
        "status": f"{outcome.words}{wrong_words(reads)}",
        "reads": render_to_string("picture/reads.html", {"reads": reads}),
    }


def wrong_words(reads: Shown) -> str:
    """Return how many figures in a text are wrong, after what is said of saving it."""
    many = len(reads.problems)
    return f"; {many} {'cijfer klopt' if many == 1 else 'cijfers kloppen'} niet" if many else ""


def _refused(outcome: Refused) -> JsonResponse:
    other = outcome.other
    if other is None:
        return JsonResponse({"problem": outcome.error}, status=400)
    return JsonResponse(asdict(other), status=409)
