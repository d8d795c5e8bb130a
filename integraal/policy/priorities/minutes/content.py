"""The content of the minutes as plain JSON: what page and paper show, and what is frozen.

    {form, title, version, municipality, held_on, place, chair, scale, scale_words, top,
     asks_weights, picture: {id, title, year, version, fingerprint},
     criteria: [{code, name, question}],
     participants: [{name, group, organisation, on_paper}],     name is a function
     rounds: [{number, closed_on, n, groups, weights, sentences: [text],
               rows: [{code, name, place, score, median, spread, n, in_top, words}]}],
     changes: [{code, name, say}],                   what the last round changed
     conversation,
     decisions: [{code, name, short_name, theme, outcome, outcome_words, place, reason, dissent,
                  document, link}],
     others: [{whose, priority, source, link, theme, outcome, agrees, reason}],
     figures: [{theme, indicators: [code]}]}         what its fact sheets rest on

Numbers are text, as they are shown. Nobody goes by name, and no score leads to a person.
"""

from datetime import date
from typing import Any

from django.utils import timezone

from integraal.foundation.areas.queries import municipality_on
from integraal.policy.picture.models import Picture
from integraal.policy.priorities.deciding.matching import matches_of, others_of
from integraal.policy.priorities.deciding.rules import OUTCOMES
from integraal.policy.priorities.fact_sheets.reading import indicators_by_theme
from integraal.policy.priorities.minutes.rounds_json import changes_json, round_json
from integraal.policy.priorities.models import Criterion, Participant, Session
from integraal.policy.priorities.outcome.reading import outcomes_of
from integraal.policy.priorities.queries import Chosen, chosen

Json = dict[str, Any]
FORM = 1


def content_of(session: Session) -> Json:
    """Return the content of the minutes: as it was frozen, or else as it is now."""
    if session.is_frozen:
        return session.frozen  # type: ignore[no-any-return]
    return build_content(session)


def build_content(session: Session) -> Json:
    """Return the content of the minutes from what stands there now."""
    outcomes = outcomes_of(session)
    whole = municipality_on(session.held_on or timezone.localdate())
    return {
        "form": FORM,
        "title": session.title,
        "version": session.version,
        "municipality": whole.name if whole else "",
        "held_on": _iso(session.held_on),
        "place": session.place,
        "chair": session.chair,
        "scale": session.scale,
        "scale_words": _scale_words(session),
        "asks_weights": session.asks_weights,
        "top": session.top,
        "picture": _picture(session.picture),
        "criteria": [
            {"code": one.code, "name": one.name, "question": one.question}
            for one in Criterion.objects.filter(session=session)
        ],
        "participants": [_participant(one) for one in _present(session)],
        "rounds": [round_json(one, outcomes) for one in outcomes.rounds],
        "changes": changes_json(outcomes),
        "conversation": session.conversation,
        "decisions": [_decision(one) for one in chosen(session)],
        "others": _others(session),
        "figures": _figures(session.picture_id),
    }


def _present(session: Session) -> list[Participant]:
    return list(Participant.objects.filter(session=session, joined_at__isnull=False))


def _participant(one: Participant) -> Json:
    return {
        "name": one.name,
        "group": one.get_group_display(),
        "organisation": one.organisation,
        "on_paper": one.on_paper,
    }


def _decision(one: Chosen) -> Json:
    values = {name: getattr(one, name) for name in Chosen.__dataclass_fields__}
    return {**values, "outcome_words": OUTCOMES.get(one.outcome, "niet besloten")}


def _others(session: Session) -> list[Json]:
    pairs = zip(others_of(session), matches_of(session), strict=True)
    return [{**vars(match), "link": other.link} for other, match in pairs]


def _scale_words(session: Session) -> str:
    if session.scale == Session.Scale.DOTS:
        return f"Ieder verdeelde {session.dots} stippen over de thema’s."
    weights = " Ieder verdeelde ook 100 punten over de criteria." if session.asks_weights else ""
    return f"Ieder gaf elk thema een cijfer van 1 tot en met 5 per criterium.{weights}"


def _picture(picture: Picture) -> Json:
    return {
        "id": str(picture.pk),
        "title": picture.title,
        "year": picture.year,
        "version": picture.version,
        "fingerprint": picture.fingerprint,
    }


def _figures(picture_id: Any) -> list[Json]:
    """Return which indicators the fact sheets show; the database takes them out of the picture."""
    return [
        {"theme": theme, "indicators": codes}
        for theme, codes in indicators_by_theme(picture_id).items()
    ]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
