"""Makes ``report.docx``, the shipped Word template: run this file to make it again."""

from pathlib import Path
from typing import Any

from integraal.foundation.documents.word import making

TARGET = Path(__file__).parent / "report.docx"
_SAID = "{{ zin.tekst }} {{ zin.bron }}"


def make() -> bytes:
    """Return the template; the same bytes each time."""
    return making.template("Rapport aan de raad", _opening, _themes, _money, _told, _closing)


def _opening(book: Any) -> None:
    book.add_heading("In één oogopslag", 1)
    making.loop(book, "zin", "samenvatting", _SAID)
    making.loop(book, "alinea", "inleiding", "{{ alinea.tekst }}")
    making.part(
        book, "Hoe het met de doelen staat, per thema", "regel", "oordelen",
        [("Thema", "thema"), ("Bereikt", "bereikt"), ("Ligt voor", "voor"),
         ("Ligt achter", "achter"), ("Niet te zeggen", "onduidelijk"),
         ("Maatregelen", "maatregelen"), ("Waarvan klaar", "klaar")],
    )  # fmt: skip


def _themes(book: Any) -> None:
    book.add_paragraph("{%p for thema in themas %}")
    book.add_heading("{{ thema.naam }}", 1)
    making.part(
        book, "Wat we beloofden", "doel", "thema.doelen",
        [("Doel", "naam"), ("Beloofd", "beloofd"), ("Bron", "beloofd_bron")],
    )  # fmt: skip
    _sentences(book, "Wat we deden", "thema.gedaan")
    making.part(
        book, "De maatregelen", "regel", "thema.maatregelen",
        [("Maatregel", "naam"), ("Wie", "wie"), ("Stand", "stand"), ("Op koers", "op_koers"),
         ("Geteld", "resultaat"), ("Gemeld", "gemeld"), ("Uitgegeven (€)", "uitgegeven"),
         ("Bron", "bron")],
    )  # fmt: skip
    making.part(
        book, "Wat het opleverde", "doel", "thema.doelen",
        [("Doel", "naam"), ("Uitkomst", "uitkomst"), ("Wat we zien", "bereikt"),
         ("Bron", "bereikt_bron")],
    )  # fmt: skip
    _paragraphs(book, "Toelichting van de gemeente", "thema.toelichting")
    _sentences(book, "Wat veranderde, en waarom", "thema.veranderd")
    _sentences(book, "Wat we niet kunnen zeggen", "thema.niet_te_zeggen")
    book.add_paragraph("{%p endfor %}")


def _money(book: Any) -> None:
    book.add_heading("Geld en uren", 1)
    making.loop(book, "zin", "geld_zinnen", _SAID)
    making.part(
        book, "Geld en uren per thema", "regel", "geld",
        [("Thema", "thema"), ("Begroot (€)", "begroot"), ("Uitgegeven (€)", "uitgegeven"),
         ("Uren gepland", "uren_gepland"), ("Uren besteed", "uren_besteed"),
         ("Toelichting", "toelichting")],
    )  # fmt: skip
    making.loop(book, "alinea", "geld_toelichting", "{{ alinea.tekst }}")


def _told(book: Any) -> None:
    book.add_heading("Wat er verder te zeggen is", 1)
    for title, field in (
        ("Wat veranderde, en waarom", "veranderd"),
        ("Wat ertussen kwam", "ertussen"),
        ("Wat we samen met anderen deden", "samen"),
        ("Wat we niet kunnen zeggen", "niet_te_zeggen"),
    ):
        _sentences(book, title, field)
    _paragraphs(book, "Wat we ervan leerden", "geleerd")


def _closing(book: Any) -> None:
    book.add_heading("Normen, vragen en bronnen", 1)
    making.part(
        book, "De normen van de rekenkamers", "regel", "normen",
        [("Norm", "naam"), ("Vraag", "vraag"), ("Antwoord", "antwoord"),
         ("Toelichting", "toelichting")],
    )  # fmt: skip
    making.part(
        book, "Wat de raad vroeg", "regel", "raadsvragen",
        [("Onderwerp", "naam"), ("Gesteld", "gesteld"), ("Vraag", "vraag"),
         ("Antwoord", "antwoord"), ("Beantwoord op", "beantwoord")],
    )  # fmt: skip
    making.part(
        book, "Bronnen", "bron", "bronnen",
        [("Nr", "nr"), ("Bron", "naam"), ("Gegevens", "gegevens"), ("SHA-256", "vingerafdruk")],
    )  # fmt: skip
    _mark(book, "vingerafdruk", "Vingerafdruk van de inhoud (SHA-256)")
    _mark(book, "vingerafdruk_feiten", "Vingerafdruk van de feiten (SHA-256)")


def _mark(book: Any, field: str, words: str) -> None:
    book.add_paragraph(f"{{%p if {field} %}}")
    book.add_paragraph(f"{words}: {{{{ {field} }}}}")
    book.add_paragraph("{%p endif %}")


def _sentences(book: Any, title: str, field: str) -> None:
    _under(book, title, field, "zin", _SAID)


def _paragraphs(book: Any, title: str, field: str) -> None:
    _under(book, title, field, "alinea", "{{ alinea.tekst }}")


def _under(book: Any, title: str, field: str, item: str, words: str) -> None:
    """Add lines under a heading, left out when there are none."""
    book.add_paragraph(f"{{%p if {field} %}}")
    book.add_heading(title, 2)
    making.loop(book, item, field, words)
    book.add_paragraph("{%p endif %}")


if __name__ == "__main__":
    TARGET.write_bytes(make())
