"""The page about settings: every environment variable that our code reads."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from integraal.portal.reference.markdown import code, sections, table
from integraal.portal.reference.source_code import Module, called, calls, modules

_READERS = {"required", "database", "flag", "words", "text", "whole", "one_of"}
_NAME = re.compile(r"INTEGRAAL_[A-Z_]+|(OWNER_)?DATABASE_URL")
# Switches and lists carry no purpose in the code, since nothing needs to be said when they miss.
PURPOSES = {
    "INTEGRAAL_ADDRESS": "where people find the product, as https://...; for the links in mail",
    "INTEGRAAL_ALLOWED_HOSTS": "host names of the product, with commas; default this machine",
    "INTEGRAAL_APP_PASSWORD": "read by `integraal database-roles-sql` only",
    "INTEGRAAL_CHROMIUM": "path of another Chromium for the browser tests",
    "INTEGRAAL_DEMO": "`1` opens the one-click sign-in of the demo; never set it on a server",
    "INTEGRAAL_DEMO_FOLDER": "where `make demo` keeps its data; default `.demo` in the checkout",
    "INTEGRAAL_HTTPS": "`1` behind a proxy that does HTTPS and sets `X-Forwarded-Proto`",
    "INTEGRAAL_MAILBOX": "folder in which the demo keeps mail instead of sending it",
    "INTEGRAAL_MAIL_FROM": "address that mail comes from, as in veiligheid@gemeente.example",
    "INTEGRAAL_MAIL_KEPT_DAYS": "how many days the outbox keeps what was sent; default 90",
    "INTEGRAAL_OWNER_PASSWORD": "read by `integraal database-roles-sql` only",
    "INTEGRAAL_PG_BIN": "folder of other PostgreSQL programs, for demo and tests",
    "INTEGRAAL_REQUIRE_BROWSER": "`1`: the tests fail, rather than skip, without a browser",
    "INTEGRAAL_SCREENSHOTS": "folder where the browser tests leave pictures of the pages",
    "INTEGRAAL_SHARED_DATA": "folder of open data that some tests read; they skip without it",
    "INTEGRAAL_STORE": "folder for national tables as Parquet; default `.store` in the checkout",
    "INTEGRAAL_SMTP_HOST": "mail server; without it mail waits in the outbox",
    "INTEGRAAL_SMTP_PASSWORD": "password for the mail server, when it asks for one",
    "INTEGRAAL_SMTP_PORT": "port of the mail server; default 587",
    "INTEGRAAL_SMTP_TLS": "`starttls` (default), `tls` from the first byte, or `none`",
    "INTEGRAAL_SMTP_USER": "user name for the mail server, when it asks for one",
    "INTEGRAAL_TEST_CLUSTER": "set by the test run itself: the superuser's address of its server",
    "INTEGRAAL_TEST_DATABASE": "set by the test run itself: the database of one process",
    "INTEGRAAL_WITHOUT_DATABASE": "set by commands that look at the code only",
}


class NoPurpose(Exception):
    """A variable is read and nobody says what for; the message names it."""


def variables() -> dict[str, str]:
    """Return the variables of the settings: name to purpose.

    Raises:
        NoPurpose: a switch or a list has no line in ``PURPOSES``.
    """
    found: dict[str, str] = {}
    for module in modules(Path(settings.REPOSITORY), "integraal/config"):
        for name, purpose in _read_in(module):
            found[name] = found.get(name) or purpose
    return {name: purpose or _purpose(name) for name, purpose in sorted(found.items())}


def others() -> dict[str, str]:
    """Return what else is read, by the demo, the tools and the tests: name to purpose.

    Raises:
        NoPurpose: one of them has no line in ``PURPOSES``.
    """
    named = {
        name
        for module in modules(Path(settings.REPOSITORY), "integraal", "tools", "tests")
        if not module.path.startswith("tests/architecture/")
        for name in _named_in(module)
    }
    return {name: _purpose(name) for name in sorted(named - variables().keys())}


def page() -> str:
    """Return the page."""
    headings = ["variable", "what it holds"]
    return sections(
        "# Settings",
        "All settings come from the environment. One that misses or is wrong is told in a "
        "sentence. [How to run without the demo](../how-to/run-without-demo.md) has examples.",
        "## Of the product",
        table(headings, [(code(name), say) for name, say in variables().items()]),
        "## Of demo, tools and tests",
        table(headings, [(code(name), say) for name, say in others().items()]),
    )


def _read_in(module: Module) -> Iterator[tuple[str, str]]:
    for call in calls(module.tree):
        texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
        if called(call) in _READERS and texts and _NAME.fullmatch(str(texts[0])):
            says = called(call) in ("required", "database") and len(texts) > 1
            yield str(texts[0]), str(texts[1]) if says else ""


def _named_in(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and _NAME.fullmatch(text):
            yield text


def _purpose(name: str) -> str:
    if name not in PURPOSES:
        raise NoPurpose(f"{name} is read, and portal/reference/environment.py does not say why.")
    return PURPOSES[name]
