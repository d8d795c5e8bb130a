"""A setting that misses or is wrong is told in a sentence that names it."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from typing import Any

import pytest

from integraal.config.environment import ConfigurationProblem, flag, words
from integraal.portal.reference.environment import others, variables
from tests.architecture.tree import REPOSITORY

SETTINGS = str(REPOSITORY / "integraal" / "config" / "settings.py")
COMPLETE = {
    "DATABASE_URL": "postgresql://integraal_app:x@db.example:5432/integraal",
    "INTEGRAAL_SECRET_KEY": "lang-en-willekeurig",
}
OIDC = {
    "INTEGRAAL_OIDC_SERVER_URL": "https://aanmelden.example",
    "INTEGRAAL_OIDC_NAME": "Gemeente",
    "INTEGRAAL_OIDC_CLIENT_ID": "integraal",
    "INTEGRAAL_OIDC_SECRET": "geheim",
}


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*variables(), *others()):
        if name not in ("INTEGRAAL_TEST_CLUSTER", "INTEGRAAL_TEST_DATABASE"):
            monkeypatch.delenv(name, raising=False)


def settings_with(monkeypatch: pytest.MonkeyPatch, given: dict[str, str]) -> dict[str, Any]:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(SETTINGS)


@pytest.mark.parametrize(
    ("missing", "given"),
    [
        *((name, COMPLETE) for name in COMPLETE),
        *((name, COMPLETE | OIDC) for name in OIDC if name != "INTEGRAAL_OIDC_SERVER_URL"),
    ],
)
@pytest.mark.parametrize("value", [None, "", "   "])
def test_a_missing_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, missing: str, given: dict[str, str], value: str | None
) -> None:
    kept = {name: text for name, text in given.items() if name != missing}
    if value is not None:
        kept[missing] = value
    with pytest.raises(ConfigurationProblem, match=rf"^{missing} is not set\. It holds .+\."):
        settings_with(monkeypatch, kept)


@pytest.mark.parametrize(
    ("address", "say"),
    [
        ("mysql://x@y/z", "is not a PostgreSQL address"),
        ("db.example", "is not a PostgreSQL address"),
        ("postgresql://user@host:5432", "names no database"),
        ("postgresql://user@host:5432/", "names no database"),
    ],
)
@pytest.mark.parametrize("name", ["DATABASE_URL", "OWNER_DATABASE_URL"])
def test_a_wrong_address_is_told_without_the_password(
    monkeypatch: pytest.MonkeyPatch, name: str, address: str, say: str
) -> None:
    with pytest.raises(ConfigurationProblem) as told:
        settings_with(monkeypatch, {**COMPLETE, name: address})
    assert str(told.value).startswith(f"{name} ")
    assert say in str(told.value)


def test_a_wrong_address_keeps_its_password_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "postgresql://user:geheim@host:5432/db?unknown_option=1"
    with pytest.raises(ConfigurationProblem) as told:
        settings_with(monkeypatch, {**COMPLETE, "DATABASE_URL": address})
    assert "geheim" not in str(told.value)


def test_a_command_tells_it_without_a_traceback() -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "integraal", "migrate"],
        check=False, capture_output=True, text=True, cwd=REPOSITORY,
        env={**kept, "PYTHONPATH": str(REPOSITORY)},
    )  # fmt: skip
    assert done.returncode == 1
    assert re.match(r"integraal: INTEGRAAL_SECRET_KEY is not set\.", done.stderr)
    assert "Traceback" not in done.stderr


def test_the_example_of_every_setting_is_where_the_sentence_says() -> None:
    page = (REPOSITORY / "docs" / "how-to" / "run-without-demo.md").read_text()
    for name in ("DATABASE_URL", "OWNER_DATABASE_URL", "INTEGRAAL_SECRET_KEY"):
        assert f"`{name}`" in page


def test_a_server_is_strict_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = settings_with(monkeypatch, COMPLETE)
    assert plain["DEMO"] is False
    assert plain["DEBUG"] is False
    assert plain["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost"]
    assert plain["DATABASES"]["default"]["NAME"] == "integraal"
    assert "owner" not in plain["DATABASES"]


def test_https_closes_cookies_and_redirects(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {**COMPLETE, "INTEGRAAL_HTTPS": "1", "INTEGRAAL_ALLOWED_HOSTS": "a.example, b.example"}
    closed = settings_with(monkeypatch, given)
    assert closed["SESSION_COOKIE_SECURE"]
    assert closed["CSRF_COOKIE_SECURE"]
    assert closed["SECURE_SSL_REDIRECT"]
    assert closed["SECURE_HSTS_SECONDS"] >= 31536000
    assert closed["CSRF_TRUSTED_ORIGINS"] == ["https://a.example", "https://b.example"]


@pytest.mark.parametrize(("text", "on"), [("1", True), ("Yes", True), ("0", False), ("", False)])
def test_a_switch(monkeypatch: pytest.MonkeyPatch, text: str, on: bool) -> None:
    monkeypatch.setenv("INTEGRAAL_HTTPS", text)
    assert flag("INTEGRAAL_HTTPS") is on
    assert words("INTEGRAAL_SMTP_HOST", "a, ,b") == ["a", "b"]
