"""Why a file cannot be read as a plan, as sentences the user may read. Pure."""

NOTHING_KEPT = "Er is niets bewaard."
EMPTY = f"Dit bestand is leeg. {NOTHING_KEPT} Kies een ander bestand."
TOO_LARGE = (
    f"Dit bestand is groter dan 20 MB. {NOTHING_KEPT} Verklein de afbeeldingen erin, of plak de "
    "tekst in het tekstvak."
)
TOO_MUCH = (
    f"In dit bestand staat te veel tekst voor één plan. {NOTHING_KEPT} Haal de bijlagen eruit en "
    "kies het opnieuw."
)
TOO_LITTLE = (
    f"In dit bestand staat geen lopende tekst. {NOTHING_KEPT} Kies het bestand met het hele plan."
)
OLD_WORD = (
    "Dit is een oud Word-bestand (.doc) of een bestand met een wachtwoord. Open het in Word, sla "
    f"het op als “Word-document” (.docx) zonder wachtwoord en kies het opnieuw. {NOTHING_KEPT}"
)
NO_WORD = (
    f"Dit is geen Word-document (.docx). {NOTHING_KEPT} Kies een Word-document, een PDF met tekst "
    "of een tekstbestand."
)
DAMAGED_WORD = (
    f"Dit Word-document is beschadigd. {NOTHING_KEPT} Open het in Word, sla het opnieuw op en "
    "kies het weer."
)
SWOLLEN_WORD = (
    "Dit Word-document is uitgepakt veel groter dan het lijkt en wordt niet geopend. "
    f"{NOTHING_KEPT} Sla het plan opnieuw op in een leeg document."
)
SCANNED = (
    "In deze PDF staat geen tekst. Waarschijnlijk is hij gescand: een foto van elke bladzijde. "
    f"{NOTHING_KEPT} Kies het Word-bestand of een PDF die uit Word is gemaakt, of laat de scan "
    "eerst omzetten in tekst."
)
LOCKED_PDF = (
    f"Op deze PDF zit een wachtwoord. {NOTHING_KEPT} Haal het wachtwoord eraf en kies de PDF "
    "opnieuw."
)
DAMAGED_PDF = f"Deze PDF is beschadigd. {NOTHING_KEPT} Maak hem opnieuw en kies hem weer."
LONG_PDF = (
    f"Deze PDF heeft meer dan 400 bladzijden. {NOTHING_KEPT} Haal de bijlagen eruit en kies hem "
    "opnieuw."
)
NO_TEXT = (
    f"Dit bestand kan hier niet worden gelezen. {NOTHING_KEPT} Kies een Word-document (.docx), "
    "een PDF met tekst, of een bestand met gewone tekst of een webpagina."
)


class Unreadable(Exception):
    """The file cannot be read as a plan; the message is a sentence for who chose it."""
