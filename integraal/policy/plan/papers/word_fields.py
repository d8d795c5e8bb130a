"""What a Word template of a plan may use: every field with what it is, in Dutch."""

from integraal.foundation.documents.word.grammar import Fields
from integraal.policy.picture.papers.word_fields import COVER, SOURCES, TEXT

WRITTEN: Fields = {
    "naam": "kop boven de tekst; kan leeg zijn",
    "delen": [TEXT],
    "door": "altijd leeg: het plan is van de gemeente",
}
GOAL: Fields = {
    "nr": "nummer van het doel",
    "wat": "wat de gemeente wil bereiken",
    "waarom": "waarom",
    "wie": "functie of organisatie die ervan is",
    "vervanger": "functie of organisatie die vervangt",
    "wanneer": "dag waarop het is bereikt",
    "cijfer": "waaraan u het ziet",
    "richting": "welke kant het op moet",
    "beginstand": "het cijfer van nu",
    "beginstand_van": "periode en bron van de beginstand",
    "streefcijfer": "het cijfer dat de gemeente wil bereiken",
}
THEME: Fields = {
    "naam": "naam van het thema",
    "prioriteit": "“Prioriteit” als het er een is; anders leeg",
    "richt_zich_op": "waar de prioriteit op ligt",
    "reden": "waarom het een prioriteit is",
    "teksten": [WRITTEN],
    "ambities": [WRITTEN],
    "doelen": [GOAL],
    "aanpak": [WRITTEN],
}
FIELDS: Fields = {
    "titel": "titel van het plan",
    "gemeente": "naam van de gemeente",
    "looptijd": "eerste en laatste jaar",
    **COVER,
    "samenvatting": [WRITTEN],
    "voorwoord": [WRITTEN],
    "aanleiding": [WRITTEN],
    "visie": [WRITTEN],
    "uitgangspunten": [WRITTEN],
    "grondslag": [WRITTEN],
    "veiligheidsbeeld": [WRITTEN],
    "rust_op": ["zin over het beeld en de sessie waarop het plan rust"],
    "prioriteiten": [
        {
            "naam": "naam van het thema",
            "richt_zich_op": "waar de prioriteit op ligt",
            "reden": "waarom het een prioriteit is",
        }
    ],
    "hoe_gekozen": [WRITTEN],
    "themas": [THEME],
    "organisatie": [WRITTEN],
    "overleggen": [
        {"naam": "overleg", "waarover": "waarover", "wie": "wie erin zitten", "ritme": "hoe vaak"}
    ],
    "partners": [{"naam": "organisatie", "rol": "wat zij doet", "contact": "functie"}],
    "middelen": [
        {
            "waarvoor": "waarvoor",
            "bedrag": "bedrag per jaar",
            "uren": "uren per jaar",
            "dekking": "waar het van betaald wordt",
            "toelichting": "toelichting",
        }
    ],
    "volgen": [WRITTEN],
    "bijsturen": [WRITTEN],
    "evalueren": [WRITTEN],
    "afspraken": [{"naam": "wat is afgesproken", "waarde": "hoe vaak, wie of wanneer"}],
    "elders": [
        {
            "thema": "thema dat in ander beleid staat",
            "waarom": "waarom niet in dit plan",
            "stuk": "in welk stuk het staat",
            "adres": "adres van dat stuk",
        }
    ],
    "begrippen": [{"begrip": "begrip", "betekenis": "wat het betekent"}],
    **SOURCES,
}
