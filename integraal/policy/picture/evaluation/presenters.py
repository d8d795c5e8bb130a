"""What the page about the previous plan shows."""

from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.access import check_write
from integraal.policy.picture.evaluation.queries import promises
from integraal.policy.picture.evaluation.rules import count_words
from integraal.policy.picture.models import Passage, Picture, Promise
from integraal.policy.picture.parts import WHOLE
from integraal.policy.picture.writing.links import page_url

EVALUATION = "evaluation"


@dataclass(frozen=True)
class Row:
    """One promise, and where in the list it stands."""

    promise: Promise
    theme: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class EvaluationPage:
    """What ``picture/evaluation.html`` shows."""

    picture: Picture
    rows: list[Row]
    count: str
    has_text: bool
    text_url: str
    may_write: bool


def evaluation_page(by: Actor, picture: Picture) -> EvaluationPage:
    """Return the promises of the previous plan, with their count in words."""
    found = promises(picture)
    names = {code: one.short_name for code, one in themes(picture.year).items()} if found else {}
    texts = Passage.objects.filter(picture=picture, theme=WHOLE, part=EVALUATION)
    return EvaluationPage(
        picture=picture,
        rows=[
            Row(one, names.get(one.theme, ""), nth == 0, nth == len(found) - 1)
            for nth, one in enumerate(found)
        ],
        count=count_words(one.reached for one in found),
        has_text=texts.exclude(text="").exists(),
        text_url=page_url(picture.pk, WHOLE),
        may_write=allowed(check_write, by, picture),
    )
