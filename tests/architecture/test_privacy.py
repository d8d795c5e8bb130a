"""Every field that is stored has a privacy class."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from integraal.foundation.database.privacy import Privacy
from integraal.portal.reference.privacy import classes_of, personal_tables, register
from integraal.portal.reference.purposes import PURPOSES
from integraal.portal.reference.tables import own_models, tenant_models
from integraal.portal.reference.third_party_privacy import THIRD_PARTY
from tests.architecture.tree import keep


def differing(model: type[models.Model], classes: dict[str, Privacy]) -> list[str]:
    """Fields without a class, and classes without a field."""
    fields = {field.name for field in (*model._meta.local_fields, *model._meta.local_many_to_many)}
    fields |= {field.name for field in model._meta.fields}
    # Every PrivacyMap names tenant, also that of a model without one.
    offences = (fields ^ set(classes)) - {"tenant"}
    return sorted(f"{model._meta.label}.{name}" for name in offences)


def test_every_field_of_ours_has_a_privacy_class() -> None:
    offences = [
        offence
        for model in own_models()
        for offence in differing(model, getattr(model, "privacy", {}))
    ]
    keep(offences, "Put exactly these fields in (or out of) the model's `privacy`:")


def test_a_tenant_model_has_a_privacy_map_of_its_own() -> None:
    offences = [m._meta.label for m in tenant_models() if "privacy" not in vars(m)]
    keep(offences, "Write `privacy = PrivacyMap(...)` in the model itself:")


def test_every_field_of_a_package_has_a_privacy_class() -> None:
    packages = [
        model
        for model in apps.get_models(include_auto_created=True)
        if not model.__module__.startswith("integraal.") and model._meta.label != "auth.User"
    ]
    offences = [
        o for model in packages for o in differing(model, THIRD_PARTY.get(model._meta.label, {}))
    ]
    gone = THIRD_PARTY.keys() - {model._meta.label for model in packages}
    advice = "Look at what these hold, and say so in portal/reference/third_party_privacy.py:"
    keep([*offences, *gone], advice)


def test_a_field_without_a_class_is_found() -> None:
    model = own_models()[0]
    classes = classes_of(model)
    classes.popitem()
    assert len(differing(model, classes)) == 1
    assert len(differing(model, {**classes_of(model), "extra": Privacy.NONE})) == 1


def test_every_table_with_something_about_a_person_says_what_it_is_for() -> None:
    labels = {model._meta.label for model, _ in personal_tables()}
    keep(sorted(labels ^ PURPOSES.keys()), "Say it in portal/reference/purposes.py, in Dutch:")
    assert all(f"`{model._meta.db_table}`" in register() for model, _ in personal_tables())


def test_nobody_who_is_the_subject_of_safety_work_is_stored_outside_casework() -> None:
    offences = [
        model._meta.label
        for model in own_models()
        if Privacy.SUBJECT in classes_of(model).values()
        and not model.__module__.startswith("integraal.casework.")
    ]
    keep(offences, "Move these fields to casework:")
