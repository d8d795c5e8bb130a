"""Makes ``picture.docx``, the shipped Word template: run this file to make it again.

The template is code as well as a file. So it is written here, where it can be read and reviewed.
"""

from pathlib import Path
from typing import Any

from integraal.foundation.documents.word import making

TARGET = Path(__file__).parent / "picture.docx"


def make() -> bytes:
    """Return the template; the same bytes each time."""
    return making.template("Veiligheidsbeeld", _front, _themes, _closing)


def _front(book: Any) -> None:
    book.add_heading("Samenvatting", 1)
    making.written(book, "samenvatting")
    book.add_paragraph("{{ geteld }}")
    book.add_paragraph("{%p if bevindingen %}")
    book.add_heading("Wat opvalt", 2)
    book.add_paragraph("{{ toeval_zin }}")
    making.table(
        book, "Wat opvalt over alle thema's", "regel", "bevindingen",
        [("Thema", "thema"), ("Cijfer", "naam"), ("Oordeel", "oordeel"), ("In woorden", "zin")],
    )  # fmt: skip
    book.add_paragraph("{%p endif %}")
    book.add_heading("Oordelen per thema, {{ jaar }} tegen {{ vorig_jaar }}", 2)
    making.table(
        book, "Aantal oordelen per thema", "regel", "oordelen",
        [("Thema", "thema"), ("Gestegen", "gestegen"), ("Gedaald", "gedaald"),
         ("Klein verschil", "klein"), ("Niet aantoonbaar", "niet_aantoonbaar"),
         ("Te weinig", "te_weinig"), ("Geen vergelijking", "zonder")],
    )  # fmt: skip
    making.chapter(book, "De gemeente in het kort", "gemeente_in_het_kort")
    making.chapter(book, "Hoe dit beeld is gemaakt", "werkwijze")
    book.add_paragraph("{%p if terugblik or toezeggingen %}")
    book.add_heading("Terugblik op het vorige plan", 1)
    book.add_paragraph("{{ toezeggingen_zin }}")
    making.written(book, "terugblik")
    book.add_paragraph("{%p if toezeggingen %}")
    making.table(
        book, "Toezeggingen van het vorige plan", "regel", "toezeggingen",
        [("Thema", "thema"), ("Beloofd", "beloofd"), ("Bereikt", "bereikt"),
         ("Wat er gebeurde", "gebeurd"), ("Geleerd", "geleerd")],
    )  # fmt: skip
    book.add_paragraph("{%p endif %}")
    book.add_paragraph("{%p endif %}")


def _themes(book: Any) -> None:
    book.add_paragraph("{%p for thema in themas %}")
    book.add_heading("{{ thema.naam }}", 1)
    book.add_paragraph("{{ thema.zin }}")
    columns = [
        ("Cijfer", "naam"), ("Vorig jaar", "vorig_jaar"), ("Waarde", "waarde"), ("Jaar", "jaar"),
        ("Marge (95 %)", "marge"), ("Per", "per"), ("Oordeel", "oordeel"),
    ]  # fmt: skip
    making.part(
        book, "Kerncijfers", "cijfer", "thema.kerncijfers", [*columns, ("In woorden", "zin")]
    )
    making.part(book, "Alle andere cijfers", "cijfer", "thema.andere_cijfers", columns)
    book.add_paragraph("{%p if thema.gebieden %}")
    book.add_heading("Waar", 2)
    book.add_paragraph("{{ thema.gebieden_zin }}. {{ thema.gebieden_van }}")
    making.table(
        book, "Gebieden van de gemeente", "gebied", "thema.gebieden",
        [("Nr", "nr"), ("Gebied", "naam"), ("Aantal", "aantal"), ("Per 1.000", "per_1000"),
         ("Oordeel", "oordeel")],
    )  # fmt: skip
    book.add_paragraph("{%p endif %}")
    making.part(
        book, "Vergeleken", "regel", "thema.vergelijkingen",
        [("Cijfer", "cijfer"), ("Vergeleken met", "met"), ("Waarde daarvan", "waarde"),
         ("Oordeel", "oordeel")],
    )  # fmt: skip
    making.loop(book, "reden", "thema.niet_vergeleken", "Niet vergeleken. {{ reden }}")
    book.add_paragraph("{{ thema.beleving }}")
    book.add_paragraph(making.WRITTEN.format("thema.teksten"))
    book.add_heading("{{ stuk.naam }}", 2)
    making.pieces(book)
    book.add_paragraph("{%p endfor %}")
    book.add_paragraph("{%p if thema.inbreng %}")
    book.add_heading("Wat anderen zeggen", 2)
    making.table(
        book, "Wat partners en inwoners zeggen", "regel", "thema.inbreng",
        [("Kant", "kant"), ("Wie", "wie"), ("Wanneer", "datum"), ("Wat", "tekst")],
    )  # fmt: skip
    book.add_paragraph("{%p endif %}")
    book.add_paragraph("{%p endfor %}")


def _closing(book: Any) -> None:
    book.add_paragraph("{%p if verwijzingen %}")
    book.add_heading("Naar ander beleid verwezen", 1)
    making.table(
        book, "Verwijzingen met antwoord", "regel", "verwijzingen",
        [("Onderwerp", "onderwerp"), ("Naar", "naar"), ("Wanneer", "datum"),
         ("Antwoord", "antwoord"), ("Door", "beantwoord")],
    )  # fmt: skip
    book.add_paragraph("{%p endif %}")
    book.add_heading("Bronnen en werkwijze", 1)
    making.part(
        book, "Hoeveel is er vergeleken", "regel", "gemaakte_vergelijkingen",
        [("Vergelijking", "soort"), ("Gemaakt", "gemaakt"), ("Vallen op", "opvallend"),
         ("Door toeval hooguit", "toeval")],
    )  # fmt: skip
    book.add_heading("Hoe er is gerekend", 2)
    making.loop(book, "zin", "rekenwijze", "{{ zin }}", style="List Bullet")
    book.add_heading("Waar u op moet letten", 2)
    making.loop(
        book, "regel", "let_op", "{{ regel.tekst }} ({{ regel.cijfers }})", style="List Bullet"
    )
    making.sources(book)


if __name__ == "__main__":
    TARGET.write_bytes(make())
