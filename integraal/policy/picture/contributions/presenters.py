"""What the pages about contributions and referrals show."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import day
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.access import check_write
from integraal.policy.picture.contributions.access import check_answer
from integraal.policy.picture.contributions.queries import (
    contributions,
    known_sources,
    newest_version,
    referrals,
)
from integraal.policy.picture.contributions.rules import (
    LONG_OPEN,
    days_open,
    looks_like_a_person,
    open_words,
)
from integraal.policy.picture.models import Contribution, Picture, Referral

EXPORT_HEADINGS = (
    "Onderwerp", "Toelichting", "Van wie", "Bron", "Datum inbreng", "Thema", "Naar", "Document",
    "Link", "Doorverwezen op", "Staat", "Antwoord", "Beantwoord op", "Beantwoord door",
)  # fmt: skip
OPEN, ANSWERED = "open", "beantwoord"


@dataclass(frozen=True)
class Voice:
    """One contribution: who by side and function, what, and a warning for who may mend it."""

    row: Contribution
    who: str
    warning: str


@dataclass(frozen=True)
class Line:
    """One referral on one line: from whom, where to, what came back."""

    row: Referral
    came_from: str
    theme: str
    state: str
    is_long_open: bool
    after_adoption: bool


@dataclass(frozen=True)
class ThemeVoices:
    """What ``picture/theme_contributions.html`` shows."""

    voices: list[Voice]
    referrals: list[Line]
    may_write: bool


@dataclass(frozen=True)
class ReferralsPage:
    """What ``picture/referrals.html`` shows."""

    picture: Picture
    lines: list[Line]
    chips: list[ui.Chip]
    count: str
    may_write: bool
    may_answer: bool
    newest: Picture | None


def theme_voices(by: Actor, picture: Picture, theme: str) -> ThemeVoices:
    """Return what others said about a theme, and what of it was referred; two queries.

    A third, for the names of organisations, only where a source looks like a person's.
    """
    may_write = allowed(check_write, by, picture)
    rows = contributions(picture, theme)
    suspect = may_write and any(looks_like_a_person(one.source) for one in rows)
    known = known_sources() if suspect else []
    return ThemeVoices(
        voices=[_voice(one, known, may_write) for one in rows],
        referrals=lines_of(picture, referrals(picture, theme), names={}),
        may_write=may_write,
    )


def person_warning(source: str) -> str:
    """Return a warning when a source looks like somebody's name, else nothing."""
    if not looks_like_a_person(source, known_sources()):
        return ""
    return (
        f"“{source}” lijkt de naam van een persoon. "
        "Noem liever de organisatie, of hoe het binnenkwam."
    )


def _voice(row: Contribution, known: list[str], may_write: bool) -> Voice:
    said_by = f"{row.get_side_display().capitalize()}: {row.source}"
    warns = may_write and looks_like_a_person(row.source, known)
    return Voice(
        row=row,
        who=f"{said_by}, {row.function}" if row.function else said_by,
        warning="Dit lijkt de naam van een persoon. Noem liever de organisatie." if warns else "",
    )


def lines_of(picture: Picture, rows: list[Referral], names: dict[str, str]) -> list[Line]:
    """Return each referral on a line, in the order given; ``names`` are of themes to name."""
    frozen = {one["id"]: one["answer"] for one in (picture.frozen or {}).get("referrals", [])}
    return [_line(row, names, frozen, timezone.localdate()) for row in rows]


def theme_names(picture: Picture) -> dict[str, str]:
    """Return the name of each theme of the picture, by code."""
    return {code: one.name for code, one in themes(picture.year).items()}


def _line(row: Referral, names: dict[str, str], frozen: dict[str, str], today: date) -> Line:
    days = days_open(row.referred_on, row.answered_on, today)
    said = row.contribution
    came_from = "Zonder inbreng: uit het werk aan het beeld"
    if said:
        came_from = f"{said.get_side_display().capitalize()}: {said.source}, {day(said.said_on)}"
    return Line(
        row=row,
        came_from=came_from,
        theme=_theme_name(said, names),
        state="Beantwoord" if days is None else open_words(days),
        is_long_open=days is not None and days > LONG_OPEN,
        after_adoption=str(row.pk) in frozen and frozen[str(row.pk)] != row.answer,
    )


def _theme_name(said: Contribution | None, names: dict[str, str]) -> str:
    return names.get(said.theme, "") if said else ""


def referrals_page(by: Actor, picture: Picture, wanted: str) -> ReferralsPage:
    """Return all referrals of a picture; ``wanted`` is "open", "beantwoord" or empty for all."""
    rows = referrals(picture)
    open_rows = [one for one in rows if one.answered_on is None]
    shown = {OPEN: open_rows, ANSWERED: [one for one in rows if one.answered_on]}
    newest = newest_version(picture)
    is_newest = newest.version == picture.version
    return ReferralsPage(
        picture=picture,
        lines=lines_of(picture, shown.get(wanted, rows), theme_names(picture)),
        chips=_chips(picture, wanted, len(rows), len(open_rows)),
        count=count_words(len(rows), [days_open(one.referred_on, None, timezone.localdate()) or 0
                                      for one in open_rows]),
        may_write=allowed(check_write, by, picture),
        may_answer=is_newest and allowed(check_answer, by),
        newest=None if is_newest else newest,
    )  # fmt: skip


def count_words(total: int, open_days: list[int]) -> str:
    """Return how many referrals there are and are open, as one or two sentences."""
    if not total:
        return "Er is niets doorverwezen."
    matters = "Er is 1 verwijzing" if total == 1 else f"Er zijn {total} verwijzingen"
    if not open_days:
        return f"{matters}, en op alles kwam antwoord."
    long_open = sum(days > LONG_OPEN for days in open_days)
    late = f", {long_open} langer dan {LONG_OPEN} dagen" if long_open else ""
    stands = "staat" if len(open_days) == 1 else "staan"
    return f"{matters}; {len(open_days)} {stands} nog open{late}."


def _chips(picture: Picture, wanted: str, total: int, unanswered: int) -> list[ui.Chip]:
    here = reverse("referrals", args=[picture.pk])
    return [
        ui.Chip(f"Alle ({total})", here, wanted not in (OPEN, ANSWERED)),
        ui.Chip(f"Open ({unanswered})", f"{here}?stand={OPEN}", wanted == OPEN),
        ui.Chip(
            f"Beantwoord ({total - unanswered})", f"{here}?stand={ANSWERED}", wanted == ANSWERED
        ),
    ]


def export_rows(lines: list[Line]) -> list[tuple[str | date | None, ...]]:
    """Return the lines as rows under ``EXPORT_HEADINGS``."""
    found: list[tuple[str | date | None, ...]] = []
    for line in lines:
        row, said = line.row, line.row.contribution
        heard = (said.get_side_display(), said.source, said.said_on) if said else ("", "", None)
        found.append(
            (row.subject, row.text, *heard, line.theme, row.went_to, row.document, row.link,
             row.referred_on, line.state, row.answer, row.answered_on, row.answered_by)
        )  # fmt: skip
    return found
