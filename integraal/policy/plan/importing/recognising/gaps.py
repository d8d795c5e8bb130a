"""Where something fell out of the document: lists without points, a table, a lone colon. Pure."""

from collections.abc import Iterator, Sequence

from integraal.policy.plan.importing.document import Document, Span
from integraal.policy.plan.importing.recognising.found import Gap, Part
from integraal.policy.plan.importing.recognising.goals import is_goal_heading
from integraal.policy.plan.importing.recognising.outline import Marked

SENTENCES = {
    "goals": (
        "In dit hoofdstuk staat een lege opsomming; vermoedelijk zijn hier doelen weggevallen."
    ),
    "points": "Hier staat een lege opsomming; vermoedelijk zijn hier punten weggevallen.",
    "table": "Hier staat een los streepje; vermoedelijk is hier een tabel of kader weggevallen.",
    "colon": "Na deze dubbele punt volgt geen opsomming; vermoedelijk is die weggevallen.",
}


def gaps(document: Document, marks: Sequence[Marked], part: Part, number: int) -> Iterator[Gap]:
    """Yield every place in a part where something seems to have fallen out, in order."""
    place = 0
    while place < len(marks):
        mark = marks[place]
        if mark.role == "empty":
            last = _end_of_list(marks, place)
            count = sum(one.role == "empty" for one in marks[place : last + 1])
            span = Span(mark.words.start, marks[last].words.end)
            kind = "goals" if part.kind == "theme" else "points"
            yield Gap(number, kind, span, part.theme, count)  # type: ignore[arg-type]
            place = last
        elif mark.role == "bar":
            yield Gap(number, "table", mark.words, part.theme)
        elif _promises_list(document, marks, place):
            yield Gap(number, "colon", mark.words, part.theme)
        elif _is_bare_goal_heading(document, marks, place):
            yield Gap(number, "goals", mark.words, part.theme)
        place += 1


def _end_of_list(marks: Sequence[Marked], place: int) -> int:
    last = place
    for at in range(place + 1, len(marks)):
        if marks[at].role == "empty":
            last = at
        elif marks[at].role != "blank":
            break
    return last


def _promises_list(document: Document, marks: Sequence[Marked], place: int) -> bool:
    mark = marks[place]
    if mark.role != "text" or not document.cut(mark.words).endswith(":"):
        return False
    return _role_after(marks, place) in ("text", "heading", "")


def _is_bare_goal_heading(document: Document, marks: Sequence[Marked], place: int) -> bool:
    mark = marks[place]
    if mark.role != "heading" or not is_goal_heading(document.cut(mark.words)):
        return False
    after = next((m for m in marks[place + 1 :] if m.role not in ("blank", "left_out")), None)
    # A deeper heading may hold the goals.
    return after is None or (after.role == "heading" and not after.level > mark.level)


def _role_after(marks: Sequence[Marked], place: int) -> str:
    after = (one.role for one in marks[place + 1 :])
    return next((role for role in after if role not in ("blank", "left_out")), "")
