"""The page about tables: which belong to a municipality, and what PostgreSQL guards of them."""

import importlib
import inspect
import pkgutil
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.migrations import Migration, RenameModel

from integraal.foundation.database.models import TenantModel
from integraal.foundation.database.row_security import (
    ReadOnlyForApplication,
    SecureTenantTable,
    tenant_references,
)
from integraal.portal.reference.markdown import code, codes, first_line, sections, table

Model = type[models.Model]


@dataclass(frozen=True)
class Guard:
    """What the migrations of an app tell PostgreSQL to guard: model names in lower case."""

    closed: dict[str, SecureTenantTable]
    read_only: frozenset[str]


def own_models() -> list[Model]:
    """Return every model of ours, in order of its table."""
    found = [model for model in apps.get_models() if model.__module__.startswith("integraal.")]
    return sorted(found, key=lambda model: model._meta.db_table)


def tenant_models() -> list[type[TenantModel]]:
    """Return every model whose rows belong to a tenant."""
    return [model for model in own_models() if issubclass(model, TenantModel)]


def guard_of(app_label: str) -> Guard:
    """Return what the migrations of an app close."""
    steps = [step for migration in _migrations(app_label) for step in migration.operations]
    read_only = [step for step in steps if isinstance(step, ReadOnlyForApplication)]
    closed: dict[str, SecureTenantTable] = {}
    for step in steps:
        if isinstance(step, SecureTenantTable):
            closed[step.model_name.lower()] = step
        elif isinstance(step, RenameModel) and step.old_name_lower in closed:
            # A table keeps its policy when it gets another name.
            closed[step.new_name_lower] = closed.pop(step.old_name_lower)
    return Guard(closed, frozenset(step.model_name.lower() for step in read_only))


def unique_keys(model: Model) -> list[tuple[str, ...]]:
    """Return the fields of every unique key of ``model``, its primary key left out."""
    keys = [tuple(names) for names in model._meta.unique_together]
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            keys.append(tuple(constraint.fields))
    return keys + [(f.name,) for f in model._meta.local_fields if f.unique and not f.primary_key]


def page() -> str:
    """Return the page."""
    other = [model for model in own_models() if not issubclass(model, TenantModel)]
    return sections(
        "# Tables",
        "A *tenant table* holds rows of one municipality. Row-level security is enabled and "
        "forced on it by policy `tenant_rows`, for reading and for writing; its primary key is "
        "(tenant, id), and every reference to another tenant table carries the tenant too.",
        "## Tenant tables",
        table(
            ["table", "what it holds", "unique keys", "references", "besides"],
            [_row(model) for model in tenant_models()],
        ),
        "## Tables without a tenant",
        table(
            ["table", "what it holds", "application's role"],
            [(code(m._meta.db_table), first_line(m.__doc__), _rights(m)) for m in other],
        ),
    )


def _row(model: type[TenantModel]) -> tuple[str, ...]:
    step = guard_of(model._meta.app_label).closed.get(str(model._meta.model_name))
    return (
        code(model._meta.db_table),
        first_line(model.__doc__),
        "; ".join(codes(key) for key in dict.fromkeys(unique_keys(model))),
        "; ".join(f"{code(f.name)} to {code(_table_of(f))}" for f in tenant_references(model)),
        "; ".join(_besides(step)) if step else "NOT CLOSED",
    )


def _besides(step: SecureTenantTable) -> list[str]:
    found = []
    if step.insert_only:
        found.append("the application's role can only add rows")
    if step.also_readable:
        found.append(f"also readable where {code(step.also_readable)}")
    return found


def _rights(model: Model) -> str:
    read_only = guard_of(model._meta.app_label).read_only
    return "reads" if model._meta.model_name in read_only else "reads and writes"


def _table_of(field: models.ForeignKey) -> str:
    target = field.related_model
    return target if isinstance(target, str) else target._meta.db_table


def _migrations(app_label: str) -> list[type[Migration]]:
    package = importlib.import_module(f"{apps.get_app_config(app_label).name}.migrations")
    names = sorted(part.name for part in pkgutil.iter_modules(package.__path__))
    loaded = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return [module.Migration for module in loaded if inspect.isclass(module.Migration)]
