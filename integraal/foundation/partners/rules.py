"""Whether what is filled in can be, and what a covenant asks for today. Pure."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

_PHONE = re.compile(r"\+?[\d\s()/.-]{3,30}", re.ASCII)
_MAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+")
_LINK = re.compile(r"https?://[^\s<>\"']+\.[^\s<>\"']+")
Kind = Literal["running", "ending", "evaluate", "late", "ended", "coming"]


@dataclass(frozen=True)
class Standing:
    """Where a covenant stands: the kind, and in days how far off what asks attention is."""

    kind: Kind
    days: int = 0

    @property
    def asks(self) -> bool:
        """Whether somebody has to do something."""
        return self.kind in ("ending", "evaluate", "late")


def phone_problem(phone: str) -> str | None:
    """Return what is wrong with a telephone number, or ``None``."""
    if not phone or (_PHONE.fullmatch(phone) and sum(sign.isdigit() for sign in phone) >= 3):
        return None
    return f"Dit is geen telefoonnummer: {phone}. Gebruik cijfers, zoals 0228 123 456."


def mail_problem(mail: str) -> str | None:
    """Return what is wrong with a mail address, or ``None``."""
    if not mail or (_MAIL.fullmatch(mail) and len(mail) <= 254):
        return None
    return f"Dit is geen mailadres: {mail}."


def link_problem(link: str) -> str | None:
    """Return what is wrong with the address of a web page, or ``None``."""
    if not link or (_LINK.fullmatch(link) and len(link) <= 200):
        return None
    return f"Dit is geen webadres: {link}. Het begint met https:// en heeft geen spaties."


def reach_problem(mail: str, phone: str) -> str | None:
    """Return why a contact person cannot be reached, or ``None``."""
    if mail or phone:
        return None
    return "Vul een mailadres of een telefoonnummer in. Anders kan niemand deze persoon bereiken."


def term_problem(
    starts_on: date | None, ends_on: date | None, evaluate_on: date | None
) -> str | None:
    """Return what is wrong with the days of a covenant, or ``None``."""
    if starts_on and ends_on and ends_on < starts_on:
        return "Het convenant eindigt voordat het begint. Kies een latere einddatum."
    if starts_on and evaluate_on and evaluate_on < starts_on:
        return "De evaluatie is voordat het convenant begint. Kies een latere dag."
    if ends_on and evaluate_on and evaluate_on > ends_on:
        return "De evaluatie is na het einde van het convenant. Kies een dag ervoor."
    return None


def standing(
    *, starts_on: date | None, ends_on: date | None, evaluate_on: date | None,
    today: date, warn_months: int,
) -> Standing:  # fmt: skip
    """Return where a covenant stands today; what is most urgent counts.

    Args:
        starts_on, ends_on: its term; either may be open.
        evaluate_on: the day of the next evaluation.
        today: the day at hand.
        warn_months: so many months before a day a warning is given.
    """
    if ends_on and ends_on < today:
        return Standing("ended", (today - ends_on).days)
    if starts_on and starts_on > today:
        return Standing("coming", (starts_on - today).days)
    if evaluate_on and evaluate_on < today:
        return Standing("late", (today - evaluate_on).days)
    near = months_on(today, warn_months)
    if ends_on and ends_on <= near:
        return Standing("ending", (ends_on - today).days)
    if evaluate_on and evaluate_on <= near:
        return Standing("evaluate", (evaluate_on - today).days)
    return Standing("running")


def months_on(day: date, months: int) -> date:
    """Return the day so many months later; the last of the month where there is none."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 0, -1):
        try:
            return date(years, month + 1, number)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")
