"""What people wrote in a picture, as plain JSON: texts, contributions, referrals and promises.

A person goes by function, never by name: a frozen document outlives who wrote it.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from integraal.foundation.people.models import Member
from integraal.policy.picture.models import Contribution, Picture, Promise, Referral
from integraal.policy.picture.parts import WHOLE, parts_of
from integraal.policy.picture.queries import passages

Json = dict[str, Any]
ByTheme = dict[str, dict[str, Json]]


def texts_of(picture: Picture) -> ByTheme:
    """Return the texts that are not empty: theme (``WHOLE`` for the picture) to part to text."""
    found: ByTheme = defaultdict(dict)
    for one in passages(picture):
        if one.text:
            found[one.theme][one.part] = {
                "text": one.text,
                "by": _function(one.written_by),
                "on": _day(one.written_at),
            }
    return {
        theme: {part.code: texts[part.code] for part in parts_of(theme) if part.code in texts}
        for theme, texts in found.items()
    }


def contributions_of(picture: Picture) -> dict[str, list[Json]]:
    """Return by theme what partners and residents said, newest first."""
    found: dict[str, list[Json]] = defaultdict(list)
    for one in Contribution.objects.filter(picture=picture):
        found[one.theme].append(
            {
                "id": str(one.pk),
                "side": one.side,
                "side_name": one.get_side_display(),
                "source": one.source,
                "function": one.function,
                "said_on": one.said_on.isoformat(),
                "text": one.text,
            }
        )
    return found


def referrals_of(picture: Picture) -> list[Json]:
    """Return what was referred to another department or policy, with the answer when it came."""
    return [
        {
            "id": str(one.pk),
            "theme": one.contribution.theme if one.contribution else "",
            "subject": one.subject,
            "text": one.text,
            "went_to": one.went_to,
            "document": one.document,
            "link": one.link,
            "referred_on": one.referred_on.isoformat(),
            "answer": one.answer,
            "answered_on": _iso(one.answered_on),
            "answered_by": one.answered_by,
        }
        for one in Referral.objects.filter(picture=picture).select_related("contribution")
    ]


def promises_of(picture: Picture) -> list[Json]:
    """Return what the previous plan promised and what became of it, in order."""
    return [
        {
            "id": str(one.pk),
            "theme": one.theme,
            "promised": one.promised,
            "reached": one.reached,
            "reached_name": one.get_reached_display(),
            "outcome": one.outcome,
            "learnt": one.learnt,
        }
        for one in Promise.objects.filter(picture=picture)
    ]


def text_in(texts: Json, part: str) -> str:
    """Return the text of one part of a theme's ``passages``; empty when nothing was written."""
    return str(texts.get(part, {}).get("text", ""))


def all_texts(content: Json) -> Iterable[tuple[str, str, Json]]:
    """Yield every text of a picture's content: theme, part and the text with who and when."""
    for part, text in content["passages"].items():
        yield WHOLE, part, text
    for theme in content["themes"]:
        for part, text in theme["passages"].items():
            yield theme["code"], part, text


def _function(member: Member | None) -> str:
    return member.first_role if member else ""


def _day(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d}" if moment else ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
