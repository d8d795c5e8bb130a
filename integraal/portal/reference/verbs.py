"""The page about the verbs of the audit trail."""

from pathlib import Path

from django.conf import settings

from integraal.foundation.audit.verbs import all_verbs
from integraal.portal.reference.markdown import code, sections, table
from integraal.portal.reference.source_code import modules, recorded_verbs


def recorded() -> dict[str, str]:
    """Return every verb that some code records: verb to the function that records it."""
    found: dict[str, str] = {}
    for module in modules(Path(settings.REPOSITORY), "integraal"):
        for verb, function in recorded_verbs(module).items():
            found[verb] = f"{module.dotted.removeprefix('integraal.')}.{function}"
    return found


def page() -> str:
    """Return the page."""
    by = recorded()
    return sections(
        "# Verbs of the audit trail",
        "Every deed is recorded in the transaction of the deed itself, as a verb with "
        "identifiers; the sentence is made when somebody reads it. `{subject}` is the name the "
        "row has then, or that it was destroyed.",
        table(
            ["verb", "sentence after the person's name (Dutch)", "recorded by"],
            [(code(verb.code), verb.sentence, code(by.get(verb.code, ""))) for verb in all_verbs()],
        ),
    )
