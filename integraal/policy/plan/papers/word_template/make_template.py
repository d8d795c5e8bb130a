"""Makes ``plan.docx``, the shipped Word template: run this file to make it again."""

from pathlib import Path
from typing import Any

from integraal.foundation.documents.word import making

TARGET = Path(__file__).parent / "plan.docx"


def make() -> bytes:
    """Return the template; the same bytes each time."""
    return making.template("Veiligheidsplan", _opening, _themes, _organising, _closing)


def _opening(book: Any) -> None:
    making.chapter(book, "Samenvatting voor inwoners", "samenvatting")
    making.chapter(book, "Voorwoord", "voorwoord")
    book.add_heading("Aanleiding, kader en visie", 1)
    _headed(book, "aanleiding")
    _under(book, "Visie", "visie")
    _under(book, "Uitgangspunten", "uitgangspunten")
    _under(book, "Wettelijke grondslag", "grondslag")
    making.chapter(book, "Het veiligheidsbeeld", "veiligheidsbeeld")
    book.add_heading("De prioriteiten", 1)
    book.add_paragraph("{%p if prioriteiten %}")
    making.table(
        book, "De prioriteiten met hun reden", "regel", "prioriteiten",
        [("Prioriteit", "naam"), ("Waar die op ligt", "richt_zich_op"), ("Waarom", "reden")],
    )  # fmt: skip
    book.add_paragraph("{%p endif %}")
    _headed(book, "hoe_gekozen")
    making.loop(book, "zin", "rust_op", "{{ zin }}")


def _themes(book: Any) -> None:
    book.add_paragraph("{%p for thema in themas %}")
    book.add_heading("{{ thema.naam }}", 1)
    book.add_paragraph("{%p if thema.prioriteit %}")
    book.add_paragraph("{{ thema.prioriteit }}: {{ thema.richt_zich_op }}").runs[0].bold = True
    book.add_paragraph("{{ thema.reden }}")
    book.add_paragraph("{%p endif %}")
    _headed(book, "thema.teksten")
    _under(book, "Waar de gemeente heen wil", "thema.ambities")
    making.part(
        book, "Doelen", "doel", "thema.doelen",
        [("Nr", "nr"), ("Wat", "wat"), ("Waarom", "waarom"), ("Te zien aan", "cijfer"),
         ("Beginstand", "beginstand"), ("Periode en bron", "beginstand_van"),
         ("Streven", "streefcijfer"), ("Wanneer", "wanneer"), ("Wie", "wie")],
    )  # fmt: skip
    _under(book, "Aanpak in hoofdlijnen", "thema.aanpak")
    book.add_paragraph("{%p endfor %}")


def _organising(book: Any) -> None:
    book.add_heading("Samenwerken en organiseren", 1)
    _headed(book, "organisatie")
    making.part(
        book, "Overleggen", "regel", "overleggen",
        [("Overleg", "naam"), ("Waarover", "waarover"), ("Wie", "wie"), ("Hoe vaak", "ritme")],
    )  # fmt: skip
    making.part(
        book, "Partners en rollen", "regel", "partners",
        [("Partner", "naam"), ("Rol", "rol"), ("Contact", "contact")],
    )  # fmt: skip
    making.part(
        book, "Geld en capaciteit", "regel", "middelen",
        [("Waarvoor", "waarvoor"), ("Per jaar", "bedrag"), ("Uren", "uren"),
         ("Betaald uit", "dekking"), ("Toelichting", "toelichting")],
    )  # fmt: skip
    book.add_heading("Volgen, bijsturen en verantwoorden", 1)
    making.loop(book, "regel", "afspraken", "{{ regel.naam }}: {{ regel.waarde }}")
    _under(book, "Volgen", "volgen")
    _under(book, "Bijsturen", "bijsturen")
    _under(book, "Evalueren en verantwoorden", "evalueren")


def _closing(book: Any) -> None:
    book.add_heading("Bijlagen", 1)
    making.part(
        book, "Thema’s die in ander beleid staan", "regel", "elders",
        [("Thema", "thema"), ("Waarom niet in dit plan", "waarom"), ("Stuk", "stuk"),
         ("Adres", "adres")],
    )  # fmt: skip
    making.part(
        book, "Begrippen", "regel", "begrippen",
        [("Begrip", "begrip"), ("Betekenis", "betekenis")],
    )  # fmt: skip
    making.sources(book)


def _under(book: Any, title: str, field: str) -> None:
    """Add texts under a heading, left out when there are none."""
    book.add_paragraph(f"{{%p if {field} %}}")
    book.add_heading(title, 2)
    _headed(book, field, level=3)
    book.add_paragraph("{%p endif %}")


def _headed(book: Any, field: str, level: int = 2) -> None:
    """Add texts, each under its own heading when it has one."""
    book.add_paragraph(making.WRITTEN.format(field))
    book.add_paragraph("{%p if stuk.naam %}")
    book.add_heading("{{ stuk.naam }}", level)
    book.add_paragraph("{%p endif %}")
    making.pieces(book)
    book.add_paragraph("{%p endfor %}")


if __name__ == "__main__":
    TARGET.write_bytes(make())
