"""What every goal and every figure in a text of a plan rests on, down to the rows of files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.policy.picture.models import Picture
from integraal.policy.picture.queries import pictures
from integraal.policy.picture.trace.figure import Asked, NoSuchFigure, TracedFigure, traced_figures
from integraal.policy.picture.trace.sentences import sentence_around
from integraal.policy.picture.writing.rendering import blocks_of
from integraal.policy.picture.writing.tokens import Token
from integraal.policy.plan.content import all_blocks, content_of, picture_of
from integraal.policy.plan.kinds import BY_CODE, GOAL
from integraal.policy.plan.models import Plan
from integraal.policy.plan.trace.scores import Score, scores_by_theme
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.queries import Chosen, chosen, sessions

Json = dict[str, Any]
NO_PICTURE = "Dit plan rust op geen veiligheidsbeeld."
NO_FIGURE = "Bij dit doel is geen cijfer uit het veiligheidsbeeld gekozen."
OWN_MEASURE = "Dit doel heeft een eigen maat: “{}”. Daarvan staat geen cijfer in het product."


@dataclass(frozen=True)
class Mention:
    """A figure in a text of the plan, and the sentence cut around it."""

    token: Token
    before: str
    figure: str
    after: str

    @property
    def sentence(self) -> str:
        return f"{self.before}{self.figure}{self.after}"


@dataclass(frozen=True)
class TraceLine:
    """A goal, or a figure in a text, with what it rests on.

    Attributes:
        block: as the content of the plan holds it.
        mention: the figure in its text; ``None`` is a goal.
        theme: as the content holds it; ``None`` is the plan as a whole.
        chosen: what the session decided about the theme.
        scores: what the session scored for it.
        traced: the figure with its rows.
        nothing: why there is no figure, as a sentence; empty when there is.
    """

    block: Json
    mention: Mention | None
    theme: Json | None
    chosen: Chosen | None
    scores: list[Score]
    traced: TracedFigure | None
    nothing: str = ""


@dataclass(frozen=True)
class PlanTrace:
    """The whole trace of a plan."""

    plan: Plan
    content: Json
    picture: Picture | None
    session: Session | None
    lines: list[TraceLine]


def plan_trace(by: Actor, plan: Plan, key: str = "") -> PlanTrace:
    """Return the trace of a plan that ``by`` may read; of one goal when its key is given."""
    picture, session = _readable_picture(by, plan), _readable_session(by, plan)
    content = content_of(plan, picture)
    wanted = list(_wanted(content, picture, key))
    asked = {one for _, _, one in wanted if one is not None}
    found = traced_figures(by, picture, asked) if picture and asked else {}
    themes = {one["code"]: one for one in content["themes"]}
    decided = {one.theme or one.code: one for one in chosen(session)} if session else {}
    scores = scores_by_theme(session) if session else {}
    lines = [
        _line(block, mention, one, themes, decided, scores, found, picture)
        for block, mention, one in wanted
    ]
    return PlanTrace(plan, content, picture, session, lines)


def mentions_of(block: Json, figures: Json) -> Iterator[Mention]:
    """Yield the figures in the text of a block, read from the figures of the plan."""
    if "[[" not in block["text"]:
        return
    for part in blocks_of(block["text"], figures):
        for line in part.lines:
            words, start = "".join(piece.words for piece in line), 0
            for piece in line:
                end = start + len(piece.words)
                if piece.kind == "figure" and piece.token:
                    before, after = sentence_around(words, start, end)
                    yield Mention(piece.token, before, piece.words, after)
                start = end


def _wanted(
    content: Json, picture: Picture | None, key: str
) -> Iterator[tuple[Json, Mention | None, Asked | None]]:
    """Yield every goal and every figure in a text, with which figure that is."""
    year = picture.year if picture else content["figures"]["year"]
    for block in all_blocks(content):
        if key and block["key"] != key:
            continue
        if block["kind"] == GOAL.code:
            code = block["details"].get("indicator", "")
            yield block, None, Asked(code, year) if code else None
        told: set[tuple[str, Asked]] = set()
        for mention in mentions_of(block, content["figures"]):
            token = mention.token
            asked = Asked(token.indicator, token.year or year, token.area)
            # A count and its margin in one sentence rest on the same.
            if (mention.sentence, asked) not in told:
                told.add((mention.sentence, asked))
                yield block, mention, asked


def _line(
    block: Json,
    mention: Mention | None,
    asked: Asked | None,
    themes: Mapping[str, Json],
    decided: Mapping[str, Chosen],
    scores: Mapping[str, list[Score]],
    found: Mapping[Asked, TracedFigure | NoSuchFigure],
    picture: Picture | None,
) -> TraceLine:
    traced = found.get(asked) if asked else None
    is_there = isinstance(traced, TracedFigure)
    choice = decided.get(block["theme"])
    return TraceLine(
        block=block,
        mention=mention,
        theme=themes.get(block["theme"]),
        chosen=choice,
        scores=scores.get(choice.code, []) if choice else [],
        traced=traced if isinstance(traced, TracedFigure) else None,
        nothing="" if is_there else _why_nothing(block, asked, traced, picture),
    )


def _why_nothing(block: Json, asked: Asked | None, traced: object, picture: Picture | None) -> str:
    own = block["details"].get("measure", "")
    if asked is None:
        return OWN_MEASURE.format(own) if own else NO_FIGURE
    return NO_PICTURE if picture is None else str(traced or NO_PICTURE)


def _readable_picture(by: Actor, plan: Plan) -> Picture | None:
    picture = picture_of(plan)
    return pictures(by).filter(pk=picture.pk).first() if picture else None


def _readable_session(by: Actor, plan: Plan) -> Session | None:
    return sessions(by).filter(pk=plan.session_id).first() if plan.session_id else None


def where_words(block: Json, theme: Json | None) -> str:
    """Return theme and kind of a block, such as "Jeugd en veiligheid: aanpak in hoofdlijnen"."""
    name = theme["name"] if theme else "Het hele plan"
    return f"{name}: {BY_CODE[block['kind']].name}"
