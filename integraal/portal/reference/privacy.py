"""Which fields tell of a person: the page, and the register of processing for a municipality."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps

from integraal.foundation.database.privacy import Privacy
from integraal.portal.reference.markdown import code, codes, sections, table
from integraal.portal.reference.purposes import PURPOSES
from integraal.portal.reference.tables import Model, own_models
from integraal.portal.reference.third_party_privacy import THIRD_PARTY


@dataclass(frozen=True)
class Handling:
    """How one privacy class is handled; the first three in Dutch, for the register.

    Attributes:
        name: of the class.
        what: which data.
        guard: what guards them.
        meaning: English, for developers.
    """

    name: str
    what: str
    guard: str
    meaning: str


HANDLING: dict[Privacy, Handling] = {
    Privacy.NONE: Handling(
        "geen", "Zegt niets over een persoon.", "Geen bijzondere maatregel.", "no person"
    ),
    Privacy.FUNCTION: Handling(
        "functie",
        "Wie in welke functie iets deed, bijdroeg of aanspreekpunt is.",
        "Alleen zichtbaar binnen de eigen gemeente, naar rol.",
        "a person in their function: owner, participant, contact",
    ),
    Privacy.ACCOUNT: Handling(
        "account",
        "Nodig om aan te melden: mailadres, versleuteld wachtwoord, sleutel.",
        "Alleen te zien bij het beheer van mensen. Van wachtwoorden en API-sleutels staat alleen "
        "een onomkeerbare afdruk in de database; het geheim achter een inlogcode staat er "
        "leesbaar in.",
        "needed to sign in: mail address, password hash, key",
    ),
    Privacy.TEXT: Handling(
        "vrije tekst",
        "Tekst die medewerkers schrijven, waarin iemand over een persoon zou kunnen schrijven.",
        "Het scherm vraagt geen personen te noemen; alleen zichtbaar binnen de gemeente, naar rol.",
        "free text in which somebody could write about a person",
    ),
    Privacy.SUBJECT: Handling(
        "betrokkene",
        "Over een persoon op wie het veiligheidswerk zich richt.",
        "Alleen in de casusstroom, die er in deze versie niet is.",
        "about a person who is the subject of safety work (casework only)",
    ),
}


def classes_of(model: Model) -> dict[str, Privacy]:
    """Return field to privacy class of a model, of ours or of a package."""
    if model.__module__.startswith("integraal."):
        return dict(getattr(model, "privacy", {}))
    return THIRD_PARTY.get(model._meta.label, {})


def personal_tables() -> Iterator[tuple[Model, dict[Privacy, list[str]]]]:
    """Yield each table with a field about a person: privacy class to those fields."""
    ours = set(own_models())
    others = [m for m in apps.get_models(include_auto_created=True) if m not in ours]
    for model in [*own_models(), *sorted(others, key=lambda one: one._meta.db_table)]:
        fields: dict[Privacy, list[str]] = {}
        for name, privacy in classes_of(model).items():
            if privacy is not Privacy.NONE:
                fields.setdefault(privacy, []).append(name)
        if fields:
            yield model, fields


def page() -> str:
    """Return the page for developers and data protection officers."""
    return sections(
        "# Privacy class of every field",
        "A test fails on a field without a class, in our tables and in those of packages. "
        "`integraal register-of-processing` prints the same facts in Dutch, for the "
        "municipality's register of processing (verwerkingsregister) and DPIA.",
        "## Classes",
        table(
            ["class", "Dutch", "a field that tells of"],
            [(code(one), handling.name, handling.meaning) for one, handling in HANDLING.items()],
        ),
        "## Fields that tell of a person",
        table(
            ["table", "class", "fields"],
            [
                (code(model._meta.db_table), code(privacy), codes(names))
                for model, fields in personal_tables()
                for privacy, names in fields.items()
            ],
        ),
        "## Tables of ours, field by field",
        *(_fields(model) for model in own_models()),
    )


def register() -> str:
    """Return the register of processing and the data chapter of the DPIA, in Dutch.

    Raises:
        KeyError: a table with something about a person has no line in ``PURPOSES``.
    """
    rows = [
        (
            code(model._meta.db_table),
            PURPOSES[model._meta.label],
            HANDLING[privacy].name,
            codes(names),
        )
        for model, fields in personal_tables()
        for privacy, names in fields.items()
    ]
    used = {privacy for _, fields in personal_tables() for privacy in fields}
    shown = [(privacy, HANDLING[privacy]) for privacy in Privacy if privacy in used]
    absent = Privacy.SUBJECT not in used
    return sections(
        "# Register van verwerkingen: gegevens in Integraal",
        "Gemaakt uit de programmatekst van deze versie. De gemeente vult zelf aan: de "
        "verwerkingsverantwoordelijke, de grondslag, de ontvangers en de bewaartermijnen.",
        "## Welke gegevens, en waarvoor",
        table(["tabel", "wat erin staat", "privacyklasse", "velden"], rows),
        "## Hoofdstuk voor de DPIA: beschrijving van de gegevens",
        table(
            ["privacyklasse", "welke gegevens", "wat ze beschermt"],
            [(one.name, one.what, one.guard) for _, one in shown],
        ),
        "Van wie: medewerkers van de gemeente en mensen van partners, in hun functie.",
        "Deze versie verwerkt geen gegevens over personen op wie het veiligheidswerk zich richt: "
        "geen enkel veld heeft de klasse betrokkene."
        if absent
        else "Velden met de klasse betrokkene staan alleen in de casusstroom.",
    )


def _fields(model: Model) -> str:
    rows = [(code(name), code(one)) for name, one in classes_of(model).items()]
    return sections(f"### {model._meta.db_table}", table(["field", "class"], rows))
