"""The picture as one Excel file: all figures with their metadata, and all texts."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.documents.papers import handed_out
from integraal.foundation.ui.spreadsheets import LONGEST, Cell, Sheet, as_workbook_of
from integraal.policy.picture.content import content_of
from integraal.policy.picture.document_parts.closing import METHODS, families_of
from integraal.policy.picture.document_parts.comparing import not_compared_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.papers.file_names import file_name
from integraal.policy.picture.papers.sheets import (
    areas_sheet,
    comparisons_sheet,
    course_sheet,
    figures_sheet,
    months_sheet,
)
from integraal.policy.picture.parts import WHOLE, part_named
from integraal.policy.picture.texts_content import all_texts
from integraal.policy.picture.writing.rendering import plain_text

Json = dict[str, Any]
Rows = Iterator[tuple[Cell, ...]]
RECIPE_NUMBER = 1
"""Goes up when the workbook is laid out in another way, so that a kept one is made again."""
GUIDE = (
    ("Wat dit is", "Alle cijfers en teksten van één veiligheidsbeeld. De cijfers zijn dezelfde als "
     "op de pagina, in de pdf en in Word."),
    ("Verborgen cijfers", "Een klein of afgeschermd aantal staat er als woord, zoals “< 5”. "
     "Reken er niet mee als nul, en leid het niet af uit totalen."),
    ("Marge", "De marge is 95 %. Noem een cijfer niet zonder zijn marge of n, periode en bron."),
    ("Oordeel", "Oordelen komen uit een vaste lijst. “Geen aantoonbare verandering” betekent niet "
     "dat er niets veranderde."),
    ("Gebieden", "Gebieden zijn vergeleken met de rest van de gemeente. Het is geen ranglijst."),
    ("Bron", "Bij elk cijfer staan bestand, vingerafdruk (SHA-256) en de dag van ophalen."),
)  # fmt: skip


def picture_workbook(*, by: Actor, picture: Picture) -> tuple[str, bytes]:
    """Return file name and bytes of the picture in Excel."""
    content = content_of(picture)
    state = f"{picture.state_label}, versie {picture.version}"
    return handed_out(
        by=by,
        is_frozen=picture.is_frozen,
        name=file_name(picture, "xlsx"),
        made_of={"content": content, "state": state, "recipe": RECIPE_NUMBER},
        make=lambda: workbook_of(content, state, picture.fingerprint),
    )


def workbook_of(content: Json, state: str, fingerprint: str = "") -> bytes:
    """Return the workbook of a content; ``state`` says whether it is a draft and which version."""
    return as_workbook_of(
        Sheet("Leeswijzer", ("Onderwerp", "Uitleg"), _guide(content, state, fingerprint)),
        figures_sheet(content),
        course_sheet(content),
        months_sheet(content),
        areas_sheet(content),
        comparisons_sheet(content),
        Sheet("Hoeveel vergeleken", ("Soort", "Gemaakt", "Vallen op", "Door toeval hooguit"),
              _families(content)),
        Sheet("Teksten", ("Thema", "Tekst", "Deel", "Woorden", "Door", "Op"), _texts(content)),
        Sheet("Inbreng", ("Thema", "Kant", "Bron", "Functie", "Gezegd op", "Woorden"),
              _contributions(content)),
        Sheet("Toezeggingen", ("Thema", "Beloofd", "Bereikt", "Wat er gebeurde", "Geleerd"),
              _promises(content)),
        Sheet("Verwijzingen", ("Thema", "Onderwerp", "Uitleg", "Naar", "Stuk", "Verwezen op",
                               "Antwoord", "Door", "Op"), _referrals(content)),
        Sheet("Bronnen", ("Bron", "Tabel", "Licentie", "Bestand", "SHA-256", "Opgehaald",
                          "Gebruikt voor"), _sources(content)),
    )  # fmt: skip


def _guide(content: Json, state: str, fingerprint: str) -> Rows:
    yield "Titel", content["title"]
    yield "Gemeente", content["municipality"]
    yield "Jaar", content["year"]
    yield "Staat", state
    if fingerprint:
        yield "Vingerafdruk van de inhoud", fingerprint
    yield from GUIDE
    for sentence in METHODS:
        yield "Werkwijze", sentence
    for theme in content["themes"]:
        for reason in not_compared_of(theme["indicators"]):
            yield f"Niet vergeleken: {theme['short_name']}", reason


def _families(content: Json) -> Rows:
    for one in families_of(content):
        yield one["name"], one["made"], one["stand_out"], one["by_chance"]


def _texts(content: Json) -> Rows:
    names = _theme_names(content)
    for theme, part, text in all_texts(content):
        known = part_named(theme, part)
        words = plain_text(text["text"], content)
        # Excel holds 32,767 signs in a cell; a longer text goes on in the next row.
        pieces = [words[start : start + LONGEST] for start in range(0, len(words), LONGEST)]
        for number, piece in enumerate(pieces, start=1):
            yield (
                names[theme], known.name if known else part, number, piece, text["by"],
                _day(text["on"]),
            )  # fmt: skip


def _contributions(content: Json) -> Rows:
    for theme in content["themes"]:
        for one in theme["contributions"]:
            yield (
                theme["name"], one["side_name"], one["source"], one["function"],
                _day(one["said_on"]), one["text"],
            )  # fmt: skip


def _promises(content: Json) -> Rows:
    names = _theme_names(content)
    for one in content["promises"]:
        theme = names.get(one["theme"], "")
        yield theme, one["promised"], one["reached_name"], one["outcome"], one["learnt"]


def _referrals(content: Json) -> Rows:
    names = _theme_names(content)
    for one in content["referrals"]:
        yield (
            names.get(one["theme"], ""), one["subject"], one["text"], one["went_to"],
            one["document"], _day(one["referred_on"]), one["answer"], one["answered_by"],
            _day(one["answered_on"]),
        )  # fmt: skip


def _sources(content: Json) -> Rows:
    for one in content["sources"]:
        yield (
            one["credit"], one["table"], one["licence"], one["file"], one["sha256"],
            _day(one["accessed"]), one["used_for"],
        )  # fmt: skip


def _theme_names(content: Json) -> dict[str, str]:
    return {WHOLE: "Hele beeld"} | {theme["code"]: theme["name"] for theme in content["themes"]}


def _day(iso: str) -> Cell:
    return date.fromisoformat(iso) if iso else None
