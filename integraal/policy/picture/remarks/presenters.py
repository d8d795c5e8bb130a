"""What the pages about remarks show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.models import Picture, Remark
from integraal.policy.picture.parts import WHOLE, part_named
from integraal.policy.picture.remarks.access import check_decide, check_remark
from integraal.policy.picture.remarks.forms import RemarkFilter
from integraal.policy.picture.remarks.queries import remarks
from integraal.policy.picture.remarks.rules import late_words

FOR_WHOLE = "beeld"


@dataclass(frozen=True)
class Line:
    """One remark, with what this actor may do about it."""

    row: Remark
    title: str
    where: str
    url: str
    who: str
    late: str
    closed: str
    may_accept: bool
    may_decline: bool
    may_close: bool
    may_withdraw: bool


@dataclass(frozen=True)
class ThemeRemarks:
    """What ``picture/theme_remarks.html`` shows; ``asked`` is the end of addresses from here."""

    open: list[Line]
    closed: list[Line]
    may_remark: bool
    asked: str

    @property
    def summary(self) -> str:
        if not self.open:
            return "Opmerkingen: geen open"
        return f"Opmerkingen ({len(self.open)} open)"


@dataclass(frozen=True)
class RemarksPage:
    """What ``picture/remarks.html`` shows."""

    picture: Picture
    filter: RemarkFilter
    open: list[Line]
    closed: list[Line]
    count: str
    may_remark: bool


def theme_remarks(by: Actor, picture: Picture, theme: str) -> ThemeRemarks:
    """Return what colleagues said about a theme."""
    lines = _lines(by, picture, remarks(picture, theme), {})
    return ThemeRemarks(
        open=[one for one in lines if one.row.outcome == Remark.Outcome.OPEN],
        closed=[one for one in lines if one.row.outcome != Remark.Outcome.OPEN],
        may_remark=allowed(check_remark, by, picture),
        asked=f"?thema={theme}",
    )


def remarks_page(by: Actor, picture: Picture, asked: RemarkFilter) -> RemarksPage:
    """Return all remarks at a picture that ``asked`` leaves, open ones apart."""
    wanted = asked.asked()
    rows = [one for one in remarks(picture) if _is_wanted(one, wanted, by)]
    lines = _lines(by, picture, rows, theme_names(picture))
    unsettled = [one for one in lines if one.row.outcome == Remark.Outcome.OPEN]
    return RemarksPage(
        picture=picture,
        filter=asked,
        open=unsettled,
        closed=[one for one in lines if one.row.outcome != Remark.Outcome.OPEN],
        count=count_words(len(unsettled), sum(bool(one.late) for one in unsettled)),
        may_remark=allowed(check_remark, by, picture),
    )


def theme_names(picture: Picture) -> dict[str, str]:
    """Return the short name of each theme of the picture, by code."""
    return {code: one.short_name for code, one in themes(picture.year).items()}


def count_words(unsettled: int, late: int) -> str:
    """Return how many remarks are open, as a sentence."""
    if not unsettled:
        return "Er staan geen opmerkingen open."
    words = (
        "Er staat 1 opmerking open" if unsettled == 1 else f"Er staan {unsettled} opmerkingen open"
    )
    return f"{words}; {late} {'is' if late == 1 else 'zijn'} te laat." if late else f"{words}."


def place_words(theme: str, part: str, names: dict[str, str]) -> str:
    """Return at what a remark stands: the part, and the theme when ``names`` has it."""
    found = part_named(theme, part)
    where = [found.name] if found else []
    if theme in names:
        where.append(names[theme])
    elif theme == WHOLE:
        where.append("het beeld als geheel")
    return ", ".join(where) or "het hele thema"


def _lines(
    by: Actor, picture: Picture, rows: Iterable[Remark], names: dict[str, str]
) -> list[Line]:
    may_decide = allowed(check_decide, by, picture)
    may_remark = allowed(check_remark, by, picture)
    today = timezone.localdate()
    return [_line(by, picture, row, names, today, may_decide, may_remark) for row in rows]


def _line(
    by: Actor,
    picture: Picture,
    row: Remark,
    names: dict[str, str],
    today: date,
    may_decide: bool,
    may_remark: bool,
) -> Line:
    is_open = row.outcome == Remark.Outcome.OPEN
    is_suggestion = row.kind == Remark.Kind.SUGGESTION
    is_mine = by.member_id is not None and row.assigned_to_id == by.member_id
    made_it = by.member_id is not None and row.made_by_id == by.member_id
    return Line(
        row=row,
        title=_title(row),
        where=place_words(row.theme, row.part, names),
        url=_url(picture, row),
        who=row.made_by.name if row.made_by else "Iemand die hier niet meer werkt",
        late=late_words(row.due_on, today) if is_open and row.due_on and may_remark else "",
        closed=_closed(row),
        may_accept=is_open and is_suggestion and may_decide and picture.state == "draft",
        may_decline=is_open and is_suggestion and may_decide,
        may_close=is_open and not is_suggestion and (may_decide or (is_mine and may_remark)),
        may_withdraw=is_open and made_it and may_remark,
    )


def _title(row: Remark) -> str:
    if row.kind == Remark.Kind.ASSIGNMENT and row.assigned_to:
        return f"Opdracht voor {row.assigned_to.name}"
    return row.get_kind_display().capitalize()


def _closed(row: Remark) -> str:
    if row.outcome == Remark.Outcome.OPEN:
        return ""
    who = f" door {row.closed_by.name}" if row.closed_by else ""
    return f"{row.get_outcome_display().capitalize()}{who}"


def _url(picture: Picture, row: Remark) -> str:
    if row.theme == WHOLE:
        return reverse("picture", args=[picture.pk])
    return reverse("theme", args=[picture.pk, row.theme])


def _is_wanted(row: Remark, wanted: dict[str, str], by: Actor) -> bool:
    theme = WHOLE if wanted["thema"] == FOR_WHOLE else wanted["thema"]
    return (
        (not wanted["thema"] or row.theme == theme)
        and (not wanted["soort"] or row.kind == wanted["soort"])
        and (not wanted["voor"] or row.assigned_to_id == by.member_id)
    )
