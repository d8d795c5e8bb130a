"""What the import knows beforehand, for tests without a database."""

from functools import cache
from pathlib import Path

import yaml

from integraal.policy.plan.importing.document import Document
from integraal.policy.plan.importing.reading import read_document
from integraal.policy.plan.importing.recognising.found import Found
from integraal.policy.plan.importing.recognising.laws import KnownLaw
from integraal.policy.plan.importing.recognising.recognise import Knowledge, recognise
from integraal.policy.plan.importing.recognising.theme_names import ThemeName
from integraal.policy.plan.importing.recognising.words import KnownWord

DEFINITIONS = Path(__file__).parents[4] / "definitions"
PLANS = Path(__file__).parent / "plans"


@cache
def known() -> Knowledge:
    """Return the shipped themes, words and laws."""
    others = {one["standard_field"]: tuple(one["words"]) for one in _list("theme_words", "lists")}
    themes = [
        ThemeName(
            one["code"], one["name"], (one["name"], one["short_name"]),
            others.get(one["standard_field"], ()), "dropped" in one,
        )
        for one in _list("themes", "themes")
    ]  # fmt: skip
    words = [
        KnownWord(
            one["code"], one["name"], one["sort"] == "partner", tuple(one["ways"]),
            one.get("takes_name", ""), one["meaning"],
        )
        for one in _list("instruments", "lists")
    ]  # fmt: skip
    laws = [
        KnownLaw(
            one["code"], one["name"], tuple(one["ways"]), one.get("number", ""), one["meaning"]
        )
        for one in _list("laws", "lists")
    ]
    return Knowledge(themes, words, laws)


def _list(name: str, key: str) -> list[dict]:
    return yaml.safe_load((DEFINITIONS / f"{name}.yaml").read_text())[key]


class Look:
    """A document with what was found in it, asked in words."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: Found = recognise(document, known())

    @classmethod
    def at(cls, name: str, content: bytes | None = None) -> "Look":
        content = (PLANS / name).read_bytes() if content is None else content
        return cls(read_document(name, content))

    def cut(self, span) -> str:
        return self.document.cut(span) if span else ""

    @property
    def themes(self) -> list[str]:
        return [part.theme for part in self.found.parts if part.kind == "theme"]

    def of(self, kind: str, theme: str = "") -> list[str]:
        """Return the words of the proposals of a kind: the title, or else the text."""
        return [
            self.cut(one.title or one.text)
            for one in self.found.proposals
            if one.kind == kind and one.theme == theme
        ]

    def text(self, theme: str) -> str:
        """Return all text of the theme and its approach."""
        return "\n".join(
            self.cut(one.text)
            for one in self.found.proposals
            if one.theme == theme and one.kind in ("theme", "approach", "ambition")
        )

    def gaps(self, kind: str) -> list[str]:
        return [one.theme for one in self.found.gaps if one.kind == kind]
