"""Sign in through the organisation's own service (OpenID Connect), against a small real one."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.models import Member, User

CLIENT = "integraal"


class Service(ThreadingHTTPServer):
    """An OpenID provider that answers for one person and remembers what it was asked."""

    person: dict[str, object]
    exchanged: list[dict[str, list[str]]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self) -> None:
        url = self.server.url
        if self.path.endswith("/.well-known/openid-configuration"):
            self.answer(
                {
                    "issuer": url,
                    "authorization_endpoint": f"{url}/authorize",
                    "token_endpoint": f"{url}/token",
                    "userinfo_endpoint": f"{url}/userinfo",
                    "jwks_uri": f"{url}/jwks",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        elif self.path == "/userinfo":
            self.answer(self.server.person)
        else:
            self.answer({"keys": []})

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.server.exchanged.append(parse_qs(self.rfile.read(length).decode()))
        now = int(timezone.now().timestamp())
        claims = {"iss": self.server.url, "aud": CLIENT, "iat": now, "exp": now + 300}
        id_token = jwt.encode(claims | self.server.person, "x" * 40, algorithm="HS256")
        self.answer({"access_token": "a", "token_type": "Bearer", "id_token": id_token})

    def answer(self, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def service(settings):
    """A running service, set as this installation's own."""
    server = Service(("127.0.0.1", 0), Answers)
    server.exchanged = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "organisation",
                    "name": "Gemeente-account",
                    "client_id": CLIENT,
                    "secret": "geheim",
                    "settings": {"server_url": server.url},
                }
            ]
        }
    }
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def come_back(client, service):
    """Go to the service as a browser would, and come back with its code."""
    away = client.post("/account/oidc/organisation/login/")
    asked = parse_qs(urlsplit(away["Location"]).query)
    assert away["Location"].startswith(f"{service.url}/authorize")
    return client.get(
        "/account/oidc/organisation/login/callback/",
        {"code": "code-van-de-dienst", "state": asked["state"][0]},
    )


def test_who_has_access_here_signs_in_with_the_mail_address_the_service_vouches_for(
    client, service, adviser
):
    user = User.objects.get(pk=Member.objects.get(pk=adviser.member_id).user_id)
    service.person = {"sub": "42", "email": user.email.upper(), "email_verified": True}
    answer = come_back(client, service)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/").status_code == 200
    assert Event.objects.filter(verb="member.signed_in", actor_id=adviser.member_id).count() == 1
    assert service.exchanged[0]["code"] == ["code-van-de-dienst"]


def test_a_mail_address_the_service_does_not_vouch_for_opens_nothing(client, service, adviser):
    user = User.objects.get(pk=Member.objects.get(pk=adviser.member_id).user_id)
    service.person = {"sub": "43", "email": user.email, "email_verified": False}
    come_back(client, service)
    assert client.get("/").status_code == 302


def test_a_stranger_gets_no_account(client, service, adviser):
    before = User.objects.count()
    service.person = {"sub": "44", "email": "vreemd@elders.example", "email_verified": True}
    come_back(client, service)
    assert client.get("/").status_code == 302
    assert User.objects.count() == before


def test_an_answer_nobody_asked_for_opens_nothing(client, service, adviser):
    service.person = {"sub": "45", "email": "x@y.example", "email_verified": True}
    client.get(
        "/account/oidc/organisation/login/callback/", {"code": "gestolen", "state": "verzonnen"}
    )
    assert service.exchanged == []
    assert client.get("/").status_code == 302


def test_the_sign_in_page_offers_the_service_by_its_name(client, service):
    assert "Aanmelden via Gemeente-account" in client.get("/account/login/").content.decode()
