"""What the editor's script gets back when it saves: see ``autosave.js`` and ``writing.js``."""

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
        "status": f"{outcome.words}{_wrong(reads)}",
        "reads": render_to_string("picture/reads.html", {"reads": reads}),
    }


def _wrong(reads: Shown) -> str:
    many = len(reads.problems)
    return (
        ""
        if not many
        else "; 1 cijfer klopt niet"
        if many == 1
        else f"; {many} cijfers kloppen niet"
    )


def _refused(outcome: Refused) -> JsonResponse:
    other = outcome.other
    if other is None:
        return JsonResponse({"problem": outcome.error}, status=400)
    answer = {"revision": other.revision, "text": other.text, "by": other.by, "at": other.at}
    return JsonResponse(answer, status=409)
