"""The plan as chapters for paper: texts, themes with their goals, and lists."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from integraal.foundation.ui.dutch import number
from integraal.policy.picture.document_parts.prose import Numbers, prose_of
from integraal.policy.picture.document_parts.words import written_day
from integraal.policy.plan.checks.numbers import as_number
from integraal.policy.plan.document_parts.goals import goal_rows_of
from integraal.policy.plan.kinds import AMBITION, APPROACH, BY_CODE, SCOPES

Json = dict[str, Any]
_SCOPES = dict(SCOPES)


class Chapters:
    """Makes the parts of one content; ``numbers`` are those of its sources."""

    def __init__(self, content: Json, numbers: Numbers) -> None:
        self.content = content
        self.numbers = numbers

    def body(self) -> Json:
        """Return every part of the plan by its code; what nobody wrote is empty."""
        return {
            **{code: self._texts(code) for code in _RUNNING},
            "themes": [self._theme(one) for one in self.content["themes"]],
            "priorities": [self._priority(one) for one in self._priorities()],
            "meetings": self._rows("meeting", ("title", "text", "who", "rhythm")),
            "partners": self._rows("partner", ("title", "text", "contact")),
            "resources": [self._resource(one) for one in self._of("resource")],
            "dropped": self._rows("dropped", ("title", "text", "document", "link")),
            "terms": sorted(
                self._rows("term", ("title", "text")), key=lambda one: one["title"].casefold()
            ),
            "dates": self._dates(),
            "rests_on": rests_on(self.content),
        }

    def _of(self, kind: str) -> list[Json]:
        return [one for one in self.content["blocks"] if one["kind"] == kind]

    def _priorities(self) -> list[Json]:
        return [one for one in self.content["themes"] if is_priority(one)]

    def _texts(self, kind: str) -> list[Json]:
        found = self._of(kind)
        return [self._text(one) for one in found if one["title"] or one["text"]]

    def _text(self, block: Json) -> Json:
        blocks = prose_of(block["text"], self.content["figures"], self.numbers)
        return {"title": block["title"], "blocks": blocks, **_link(block)}

    def _theme(self, theme: Json) -> Json:
        return {
            "code": theme["code"],
            "name": theme["name"],
            "is_priority": is_priority(theme),
            "focus": theme["details"].get("focus", ""),
            "reason": theme["details"].get("reason", ""),
            "scope": _SCOPES.get(theme["details"].get("scope", ""), ""),
            "about": self._text(theme)["blocks"],
            "ambitions": [self._text(one) for one in _within(theme, AMBITION.code)],
            "goals": [
                {
                    **asdict(row),
                    "baseline": row.baseline_words,
                    "baseline_of": row.baseline_of,
                    "target": row.target_words,
                }
                for row in goal_rows_of(theme, self.content)
            ],
            "approaches": [self._text(one) for one in _within(theme, APPROACH.code)],
        }

    def _priority(self, theme: Json) -> Json:
        details = theme["details"]
        return {
            "code": theme["code"],
            "name": theme["name"],
            "focus": details.get("focus", ""),
            "reason": details.get("reason", ""),
            "goals": str(len(goal_rows_of(theme, self.content))),
        }

    def _rows(self, kind: str, codes: Iterable[str]) -> list[Json]:
        return [
            {code: one[code] if code in one else one["details"].get(code, "") for code in codes}
            for one in self._of(kind)
        ]

    def _resource(self, block: Json) -> Json:
        details = block["details"]
        return {
            "title": block["title"],
            "text": block["text"],
            "amount": euros(details.get("amount", "")),
            "hours": details.get("hours", ""),
            "cover": details.get("cover", ""),
        }

    def _dates(self) -> list[list[str]]:
        """Return what is agreed about following and evaluating, as names with values."""
        given = [
            (field.name, written_day(value) if field.form == "date" else value)
            for kind in ("monitoring", "evaluation")
            for one in self._of(kind)
            for field in BY_CODE[kind].fields
            if (value := one["details"].get(field.code))
        ]
        return [[name, value] for name, value in given]


_RUNNING = (
    "foreword", "summary", "introduction", "legal", "vision", "principle", "picture", "choosing",
    "organisation", "monitoring", "adjusting", "evaluation",
)  # fmt: skip


def is_priority(theme: Json) -> bool:
    """Whether a theme is a priority of the plan."""
    return bool(theme["details"].get("priority") == "yes")


def euros(written: str) -> str:
    """Return an amount as people write it; empty stays empty."""
    amount = as_number(written)
    return f"€ {number(float(amount), 0)}" if amount is not None else ""


def rests_on(content: Json) -> list[str]:
    """Return in sentences which picture and which session the plan rests on."""
    picture, session = content["picture"], content["session"]
    said = []
    if picture:
        said.append(
            f"De cijfers komen uit {picture['title']}, versie {picture['version']}, over "
            f"{picture['year']}."
        )
    if session:
        held = f", gehouden op {written_day(session['held_on'])}" if session["held_on"] else ""
        said.append(f"De prioriteiten komen uit {session['title']}{held}.")
    return said


def _within(theme: Json, kind: str) -> list[Json]:
    return [one for one in theme["blocks"] if one["kind"] == kind]


def _link(block: Json) -> Json:
    return {"link": block["details"].get("link", "")}


def following(content: Json, rhythm: str, interim: str, final: str) -> list[str]:
    """Return each agreement in the sentence given for it, with {rhythm} and {to}, or {day}."""
    given: Json = {}
    for one in content["blocks"]:
        if one["kind"] in ("monitoring", "evaluation"):
            given |= one["details"]
    to = f" aan {given['receivers']}" if given.get("receivers") else ""
    said = [rhythm.format(rhythm=given["rhythm"], to=to)] if given.get("rhythm") else []
    days = (("interim", interim), ("final", final))
    return said + [say.format(day=written_day(given[one])) for one, say in days if given.get(one)]
