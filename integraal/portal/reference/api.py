"""The page about the API, from the description it publishes itself."""

from typing import Any

from integraal.foundation.people.tokens import SCOPES
from integraal.portal.api.root import api
from integraal.portal.reference.markdown import code, codes, sections, table

Json = dict[str, Any]


def page() -> str:
    """Return the page."""
    schema: Json = api.get_openapi_schema()
    return sections(
        "# API",
        f"{schema['info']['description']} Version {schema['info']['version']}. The same "
        "description as OpenAPI is at `/api/v1/openapi.json`. A request carries "
        "`Authorization: Bearer <key>`; a key is made on the screen API-sleutels, acts as its "
        "maker and is shown once. A refusal is a sentence in `detail`.",
        "## Scopes of a key",
        table(
            ["scope", "what for (Dutch)"],
            [(code(scope.code), scope.description) for scope in SCOPES],
        ),
        "## Operations",
        table(
            ["request", "operation", "what it does", "scope", "sends", "gives"],
            _operations(schema),
        ),
        "## What is sent and given",
        *(_schema(name, one) for name, one in sorted(schema["components"]["schemas"].items())),
    )


def scopes() -> dict[str, str]:
    """Return the scope that each operation asks for: operation to scope."""
    return {
        str(operation.operation_id): " ".join(
            getattr(check, "scope", "") for check in operation.auth_callbacks
        )
        for _, router in api._routers
        for view in router.path_operations.values()
        for operation in view.operations
    }


def _operations(schema: Json) -> list[tuple[str, ...]]:
    asked = scopes()
    return [
        (
            code(f"{method.upper()} {path}"),
            code(one["operationId"]),
            one.get("description", ""),
            code(asked[one["operationId"]]),
            codes(_sent(one)),
            ", ".join(
                f"{status} {code(_named(answer))}" for status, answer in one["responses"].items()
            ),
        )
        for path, methods in schema["paths"].items()
        for method, one in methods.items()
    ]


def _sent(operation: Json) -> list[str]:
    words = [one["name"] for one in operation.get("parameters", []) if one["in"] == "query"]
    forms = operation.get("requestBody", {}).get("content", {})
    return [*words, *(_body(kind, one["schema"]) for kind, one in forms.items())]


def _body(kind: str, schema: Json) -> str:
    if kind == "application/json":
        return _type(schema)
    return f"{kind}: {', '.join(schema.get('properties', {}))}"


def _named(message: Json) -> str:
    content = message.get("content", {}).get("application/json", {}).get("schema", {})
    return _type(content) if content else ""


def _schema(name: str, schema: Json) -> str:
    required = schema.get("required", [])
    rows = [
        (code(field), _type(one), "yes" if field in required else "no")
        for field, one in schema["properties"].items()
    ]
    about = schema.get("description", "")
    return sections(f"### {name}", about, table(["field", "type", "always"], rows))


def _type(schema: Json) -> str:
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    form = schema.get("format")
    longest = schema.get("maxLength")
    return f"{schema.get('type', 'object')}" + (
        f" ({form})" if form else f" (at most {longest})" if longest else ""
    )
