"""The log tells what happened and how long it took; never who, about whom, or in what words."""

from __future__ import annotations

import ast
import json
import logging
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path, reverse

from integraal.config.logs import JsonFormatter
from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.models import User
from integraal.portal.reference.source_code import Module, called, calls, parse
from tests.architecture.tree import keep, product

NAME = "Robin Geheim (fictief)"


def breaks(request: HttpRequest, name: str) -> HttpResponse:
    """A view that fails in words that quote a person."""
    raise ValueError(f"cannot greet {name}")


urlpatterns = [
    path("breekt/<str:name>/", breaks),
    path("", include("integraal.config.urls")),
]


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """What the product writes to its log, as it is written."""
    written: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            written.append(self.format(record))

    keeper = Keep()
    keeper.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(keeper)
    yield written
    logging.getLogger().removeHandler(keeper)


def fields(lines: list[str], log: str = "integraal.request") -> list[dict[str, Any]]:
    return [line for line in map(json.loads, lines) if line["log"] == log]


def test_a_request_is_told_by_its_route_status_and_time(
    client: Client,
    adviser: Actor,
    sign_in: Callable[[Client, Actor], Client],
    lines: list[str],
) -> None:
    page = sign_in(client, adviser).get(reverse("step", args=["aanpakken"]))
    (told,) = fields(lines)
    assert (told["method"], told["route"], told["status"]) == ("GET", "stap/<slug:code>/", 200)
    assert told["ms"] > 0
    assert page.headers["Server-Timing"] == f"app;dur={told['ms']}"


def test_paths_and_searches_are_not_told(
    client: Client, employ: Callable[..., Actor], sign_in: Callable[[Client, Actor], Client],
    lines: list[str],
) -> None:  # fmt: skip
    sign_in(client, employ("adviser", name=NAME))
    identifier = "5e0d7c1a-0000-4000-8000-000000000000"
    for address in (f"/beeld/{identifier}/", "/zoeken/?q=geheim", "/geheim/pagina/"):
        client.get(address)
    assert len(fields(lines)) == 3
    for secret in (identifier, "geheim", "Geheim", "Robin"):
        assert secret not in "\n".join(lines)


def test_whoever_signs_in_or_fails_to_is_not_told(
    client: Client, adviser: Actor, lines: list[str]
) -> None:
    mail = User.objects.get().email
    for _ in range(10):  # past the brake on guessing, which has a log of its own
        client.post(reverse("account_login"), {"login": mail, "password": "geheim-woord"})
    assert fields(lines)
    for secret in (mail, mail.split("@")[0], "geheim-woord", "127.0.0.1"):
        assert secret not in "\n".join(lines)


@pytest.mark.usefixtures("db")
def test_a_failure_is_told_by_kind_and_place_and_not_in_its_words(
    settings: Any, lines: list[str]
) -> None:
    settings.ROOT_URLCONF = __name__
    page = Client(raise_request_exception=False).get("/breekt/Geheim/")
    assert page.status_code == 500
    assert "Geheim" not in page.content.decode()
    (told,) = fields(lines, "django.request")
    assert told["error"] == "ValueError"
    assert told["where"][-1].startswith("breaks:")
    assert "Geheim" not in "\n".join(lines)
    assert "greet" not in "\n".join(lines)


def test_a_library_that_quotes_somebody_is_not_believed() -> None:
    log = logging.getLogger("some.package")
    told = [
        log.makeRecord("some.package", logging.ERROR, "x.py", 1, message, values, None)
        for message, values in [
            (f"no such user {NAME}", ()),
            ("no such user %s", (NAME,)),
            (ValueError(NAME), ()),
        ]
    ]
    written = [JsonFormatter().format(record) for record in told]
    assert "Robin" not in "\n".join(written)
    assert json.loads(written[1])["message"] == "no such user %s"


def test_the_cause_of_a_failure_is_not_quoted_either() -> None:
    try:
        try:
            raise KeyError(NAME)
        except KeyError as error:
            raise RuntimeError(NAME) from error
    except RuntimeError:
        record = logging.LogRecord("integraal.x", 40, "x.py", 1, "failed", (), sys.exc_info())
    told = JsonFormatter().format(record)
    assert json.loads(told)["error"] == "RuntimeError"
    assert "Robin" not in told


_LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}


def talkative(module: Module) -> list[str]:
    """Places where our own code logs something else than fixed words and named fields."""
    return [
        f"{module.path}:{call.lineno}"
        for call in calls(module.tree)
        if called(call) in _LEVELS
        and isinstance(call.func, ast.Attribute)
        and "log" in ast.unparse(call.func.value).lower()
        and not (len(call.args) == 1 and isinstance(call.args[0], ast.Constant))
    ]


def test_our_own_code_logs_fixed_words_only() -> None:
    offences = [offence for module in product() for offence in talkative(module)]
    keep(offences, "Log a fixed sentence, and numbers or codes in extra={'fields': ...}:")


@pytest.mark.parametrize("line", ["log.info(f'{name} came')", "logger.error('%s came', name)"])
def test_a_talkative_line_is_found(line: str) -> None:
    assert talkative(parse("x.py", line))
    assert not talkative(parse("x.py", "requests_log.info('request', extra={'fields': fields})"))
