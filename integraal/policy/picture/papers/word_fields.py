"""What a Word template of a picture may use: every field with what it is, in Dutch."""

from integraal.foundation.documents.word.grammar import Fields

TEXT: Fields = {
    "soort": "kop, punt of alinea",
    "tekst": "de woorden",
}
WRITTEN: Fields = {
    "naam": "naam van de tekst",
    "delen": [TEXT],
    "door": "wie het schreef en wanneer",
}
FIGURE: Fields = {
    "naam": "naam van het cijfer",
    "jaar": "jaar van het cijfer",
    "waarde": "het cijfer zelf",
    "marge": "marge van 95 %",
    "per": "aantal per inwoner of woning",
    "vorig_jaar": "het cijfer van het jaar ervoor",
    "oordeel": "oordeel in woorden",
    "zin": "zin bij het oordeel",
    "bron": "bron en dag van ophalen",
}
THEME: Fields = {
    "naam": "naam van het thema",
    "zin": "oordelen van het thema, geteld",
    "kerncijfers": [FIGURE],
    "andere_cijfers": [FIGURE],
    "gebieden_van": "over welk cijfer de gebieden gaan",
    "gebieden_zin": "zin over de gebieden",
    "gebieden": [
        {
            "nr": "nummer op de kaart",
            "naam": "naam van het gebied",
            "aantal": "aantal, of waarom het er niet staat",
            "per_1000": "aantal per 1.000 inwoners",
            "oordeel": "oordeel in woorden",
        }
    ],
    "vergelijkingen": [
        {
            "cijfer": "naam van het cijfer",
            "met": "waarmee het is vergeleken",
            "waarde": "waarde daarvan, met marge",
            "oordeel": "oordeel in woorden",
        }
    ],
    "niet_vergeleken": ["waarom iets niet is vergeleken"],
    "beleving": "zin als een van beide soorten cijfers ontbreekt",
    "teksten": [WRITTEN],
    "inbreng": [
        {
            "kant": "partner of inwoners",
            "wie": "bron en functie",
            "datum": "wanneer het is gezegd",
            "tekst": "wat er is gezegd",
        }
    ],
}
COVER: Fields = {
    "versie": "nummer van de versie",
    "staat": "concept, voorgesteld of vastgesteld",
    "staat_zin": "zin over de staat, met datum en wie vaststelde",
    "verzonnen": "waarschuwing als de gemeente verzonnen is; anders leeg",
    "opgemaakt": "dag waarop het is gemaakt",
    "vingerafdruk": "vingerafdruk van de inhoud; leeg bij een concept",
    "feiten": [{"naam": "naam van een feit over het besluit", "waarde": "het feit"}],
}
SOURCES: Fields = {
    "bronnen": [
        {
            "nr": "nummer van de bron",
            "naam": "naam van de bron",
            "bestand": "naam van het bestand",
            "opgehaald": "dag van ophalen",
            "gebruikt_voor": "bij welke cijfers",
            "vingerafdruk": "vingerafdruk van het bestand",
        }
    ],
}
FIELDS: Fields = {
    "titel": "titel van het beeld",
    "gemeente": "naam van de gemeente",
    "jaar": "jaar van het beeld",
    "vorig_jaar": "het jaar ervoor",
    **COVER,
    "samenvatting": [WRITTEN],
    "geteld": "zin met het aantal vergelijkingen en oordelen",
    "toeval_zin": "hoeveel er is vergeleken en hoeveel door toeval opvalt",
    "bevindingen": [
        {
            "thema": "naam van het thema",
            "naam": "naam van het cijfer",
            "oordeel": "oordeel in woorden",
            "zin": "zin bij het oordeel",
        }
    ],
    "oordelen": [
        {
            "thema": "naam van het thema",
            "gestegen": "hoeveel cijfers aantoonbaar stegen",
            "gedaald": "hoeveel cijfers aantoonbaar daalden",
            "klein": "hoeveel een klein verschil hebben",
            "niet_aantoonbaar": "hoeveel zonder aantoonbare verandering",
            "te_weinig": "hoeveel te klein zijn voor een oordeel",
            "zonder": "hoeveel niet te vergelijken zijn",
        }
    ],
    "gemeente_in_het_kort": [WRITTEN],
    "werkwijze": [WRITTEN],
    "terugblik": [WRITTEN],
    "toezeggingen_zin": "hoeveel toezeggingen en wat ervan kwam",
    "toezeggingen": [
        {
            "thema": "naam van het thema",
            "beloofd": "wat er is beloofd",
            "bereikt": "of het is bereikt",
            "gebeurd": "wat er is gebeurd",
            "geleerd": "wat ervan is geleerd",
        }
    ],
    "themas": [THEME],
    "verwijzingen": [
        {
            "onderwerp": "wat er is verwezen",
            "tekst": "uitleg",
            "naar": "waarheen",
            "stuk": "in welk stuk",
            "datum": "wanneer",
            "antwoord": "het antwoord",
            "beantwoord": "door wie en wanneer, of dat er nog geen antwoord is",
        }
    ],
    "gemaakte_vergelijkingen": [
        {
            "soort": "soort vergelijking",
            "gemaakt": "hoeveel er zijn gemaakt",
            "opvallend": "hoeveel er opvallen",
            "toeval": "hoeveel dat er door toeval hooguit zijn",
        }
    ],
    "let_op": [{"tekst": "waar u op moet letten", "cijfers": "bij welke cijfers"}],
    "rekenwijze": ["hoe er is gerekend"],
    **SOURCES,
}
