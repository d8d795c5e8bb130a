"""What a Word template of a report may use: every field with what it is, in Dutch."""

from integraal.foundation.documents.word.grammar import Fields
from integraal.policy.picture.papers.word_fields import COVER

SENTENCE: Fields = {"tekst": "de zin", "bron": "nummers van de bronnen, zoals [1, 3-5]"}
PARAGRAPH: Fields = {"tekst": "een alinea"}
GOAL: Fields = {
    "naam": "het doel",
    "beloofd": "wat we beloofden",
    "beloofd_bron": "nummers van de bronnen",
    "uitkomst": "de uitkomst in twee of drie woorden",
    "bereikt": "wat het opleverde",
    "bereikt_bron": "nummers van de bronnen",
}
MEASURE: Fields = {
    "doel": "bij welk doel de maatregel hoort; kan leeg zijn",
    "naam": "de maatregel",
    "wie": "functie en organisatie",
    "wanneer": "periode",
    "gebied": "gebied; leeg voor de hele gemeente",
    "partners": "met wie",
    "stand": "nog niet begonnen, loopt, afgerond of gestopt",
    "op_koers": "kwaliteit, tijd en geld in woorden",
    "gemeld": "wat het laatst is gemeld",
    "gemeld_op": "wanneer",
    "resultaat": "wat is geteld",
    "begroot": "bedrag in euro",
    "uitgegeven": "bedrag in euro",
    "reden_meer": "waarom er meer is uitgegeven dan begroot",
    "bron": "nummers van de bronnen",
}
THEME: Fields = {
    "naam": "naam van het thema",
    "toelichting": [PARAGRAPH],
    "doelen": [GOAL],
    "gedaan": [SENTENCE],
    "maatregelen": [MEASURE],
    "veranderd": [SENTENCE],
    "niet_te_zeggen": [SENTENCE],
}
FIELDS: Fields = {
    "titel": "titel van het rapport",
    "gemeente": "naam van de gemeente",
    **COVER,
    "samenvatting": [SENTENCE],
    "inleiding": [PARAGRAPH],
    "oordelen": [
        {
            "thema": "naam van het thema",
            "bereikt": "aantal doelen",
            "voor": "aantal doelen dat voorligt",
            "achter": "aantal doelen dat achterligt",
            "onduidelijk": "aantal doelen waarvan het niet te zeggen is",
            "maatregelen": "aantal maatregelen",
            "klaar": "aantal afgeronde maatregelen",
        }
    ],
    "themas": [THEME],
    "geld_zinnen": [SENTENCE],
    "geld": [
        {
            "thema": "naam van het thema",
            "begroot": "bedrag in euro",
            "uitgegeven": "bedrag in euro",
            "uren_gepland": "uren",
            "uren_besteed": "uren",
            "toelichting": "toelichting",
        }
    ],
    "geld_toelichting": [PARAGRAPH],
    "veranderd": [SENTENCE],
    "ertussen": [SENTENCE],
    "samen": [SENTENCE],
    "niet_te_zeggen": [SENTENCE],
    "geleerd": [PARAGRAPH],
    "normen": [
        {
            "naam": "de norm",
            "vraag": "de vraag erbij",
            "antwoord": "ja, deels of nee",
            "toelichting": "toelichting",
        }
    ],
    "raadsvragen": [
        {
            "naam": "onderwerp",
            "gesteld": "soort, door wie en wanneer",
            "vraag": "de vraag",
            "antwoord": "het antwoord",
            "beantwoord": "dag van het antwoord",
        }
    ],
    "bronnen": [
        {
            "nr": "nummer van de bron",
            "naam": "wat het is",
            "gegevens": "waarmee de bron is terug te vinden",
            "vingerafdruk": "SHA-256 van het bestand; leeg zonder bestand",
        }
    ],
    "vingerafdruk_feiten": "vingerafdruk van de feiten",
}
