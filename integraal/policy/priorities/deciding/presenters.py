"""What the pages of the decision and of the priorities of others show."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.presenters.checks import Checks, ShownCheck, ShownLacking
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.deciding.matching import match_of, others_of
from integraal.policy.priorities.deciding.rules import OUTCOMES, PRIORITY, Match, matches_say
from integraal.policy.priorities.deciding.support import warnings_for
from integraal.policy.priorities.deciding.warnings import Lacking
from integraal.policy.priorities.minutes.rounds_json import row_json
from integraal.policy.priorities.models import OtherPriority, Session
from integraal.policy.priorities.outcome.reading import Outcomes, outcomes_of
from integraal.policy.priorities.queries import Chosen, chosen
from integraal.policy.priorities.result_words import ballots_say
from integraal.policy.priorities.tabs import tabs

ADVICE_SOURCE = "Werkwijze van Integraal, naar CCV, Opstellen integraal veiligheidsplan"


def shown_warnings(session: Session, found: Sequence[Chosen], closed: int) -> Checks:
    """Return what a session is warned about as ``picture/checks.html`` shows it.

    Args:
        found: what it decided.
        closed: how many of its rounds are closed.
    """
    return Checks(
        [
            ShownCheck(
                one.sentence,
                "advice" if one.lacking else "done",
                one.why,
                ADVICE_SOURCE,
                tuple(ShownLacking(each.say, place_of(session, each)) for each in one.lacking),
            )
            for one in warnings_for(session, found, closed)
        ]
    )


def place_of(session: Session, lacking: Lacking) -> str:
    """Return where something that lacks is mended."""
    if lacking.where == "decision" and lacking.theme:
        return reverse("session-decide", args=[session.pk, lacking.theme])
    names = {
        "decision": "session-decision",
        "conversation": "session-talk",
        "others": "session-others",
        "results": "session-results",
        "settings": "session-prepare",
    }
    return reverse(names[lacking.where], args=[session.pk])


@dataclass(frozen=True)
class ThemeLine:
    """One theme with what was decided, and the last round beside it."""

    theme: Chosen
    outcome: str
    scored: str
    url: str


@dataclass(frozen=True)
class DecisionPage:
    """What ``priorities/decision.html`` shows."""

    session: Session
    tabs: list[Chip]
    say: str
    ranked: bool
    priorities: list[ThemeLine]
    others: list[ThemeLine]
    undecided: list[ThemeLine]
    beside: str
    warnings: Checks | None
    may_write: bool


def decision_page(by: Actor, session: Session) -> DecisionPage:
    """Return what was decided about each theme, with the scores beside it."""
    outcomes = outcomes_of(session)
    found = chosen(session)
    lines = [_line(session, one, outcomes) for one in found]
    priorities = [one for one in lines if one.theme.outcome == PRIORITY]
    last = outcomes.last
    return DecisionPage(
        session=session,
        tabs=tabs(by, session, "session-decision"),
        say=decision_say(lines),
        ranked=any(one.theme.place for one in priorities),
        priorities=priorities,
        others=[one for one in lines if one.theme.outcome not in ("", PRIORITY)],
        undecided=[one for one in lines if not one.theme.outcome],
        beside=f"ronde {last.number}, {ballots_say(last.result.n)}" if last else "",
        warnings=(
            None if session.is_frozen else shown_warnings(session, found, len(outcomes.rounds))
        ),
        may_write=allowed(check_lead, by, session),
    )


def decision_say(lines: list[ThemeLine]) -> str:
    """Return in one sentence what was chosen."""
    names = [one.theme.short_name for one in lines if one.theme.outcome == PRIORITY]
    if not names:
        return "Er is nog geen prioriteit gekozen. Mensen besluiten; de scores liggen ernaast."
    order = "in deze volgorde" if any(one.theme.place for one in lines) else "zonder volgorde"
    if len(names) == 1:
        return f"Er is één prioriteit: {names[0]}."
    return f"Er zijn {len(names)} prioriteiten, {order}: {listed(names)}."


def scored_say(code: str, outcomes: Outcomes) -> str:
    """Return what a theme got in the last round, with the number of people behind it."""
    last = outcomes.last
    found = last.result.of(code) if last else None
    if last is None or found is None or found.score is None:
        return "Nog niet gescoord."
    row = row_json(found, outcomes)
    return f"Plaats {row['place']}, gemiddeld {row['score']} ({row['n']} scores, {row['words']})."


def _line(session: Session, one: Chosen, outcomes: Outcomes) -> ThemeLine:
    return ThemeLine(
        theme=one,
        outcome=OUTCOMES.get(one.outcome, "nog niet besloten"),
        scored=scored_say(one.code, outcomes),
        url=reverse("session-decide", args=[session.pk, one.code]),
    )


@dataclass(frozen=True)
class OtherLine:
    """One priority of another body, beside the choice of the municipality."""

    row: OtherPriority
    match: Match
    say: str
    kind: str
    url: str


@dataclass(frozen=True)
class OthersPage:
    """What ``priorities/others.html`` shows."""

    session: Session
    tabs: list[Chip]
    say: str
    lines: list[OtherLine]
    may_write: bool


def others_page(by: Actor, session: Session) -> OthersPage:
    """Return the table of matches and mismatches."""
    decided = {one.code: one for one in chosen(session)}
    found = [(one, match_of(one, decided)) for one in others_of(session)]
    return OthersPage(
        session=session,
        tabs=tabs(by, session, "session-others"),
        say=matches_say(match for _, match in found),
        lines=[
            OtherLine(
                row,
                match,
                *agreement_words(match),
                reverse("session-other", args=[session.pk, row.pk]),
            )
            for row, match in found
        ],
        may_write=allowed(check_lead, by, session),
    )


def agreement_words(match: Match) -> tuple[str, str]:
    """Return whether the municipality shares a priority, in words, with the kind of its badge."""
    if match.agrees is None:
        return "nog open", "few"
    if match.agrees:
        return "gedeeld", "flat"
    return "anders gekozen", "watch"
