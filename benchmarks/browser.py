"""A browser without screen: keeps its cookies and its connection, and notes two times."""

import re
import time
from http.client import HTTPConnection
from urllib.parse import urlencode


class Browser:
    """Somebody at work, or a program with an API key."""

    def __init__(self, port: int, key: str = "") -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookies: dict[str, str] = {}
        self._key = key

    def sign_in(self, role: str) -> "Browser":
        """Sign in with one click, as the invented person who holds the role."""
        self.get("/account/login/")
        self._ask("POST", "/voorbeeld/aanmelden/", urlencode({"role": role}))
        return self

    def get(self, path: str) -> tuple[float, float, bytes]:
        """Return the server's own time and the whole time in milliseconds, and the page."""
        return self._ask("GET", path)

    def find(self, page: str, pattern: str) -> list[str]:
        """Return what ``pattern`` finds in a page."""
        return re.findall(pattern, self.get(page)[2].decode())

    def close(self) -> None:
        self._connection.close()

    def _ask(self, method: str, path: str, body: str = "") -> tuple[float, float, bytes]:
        started = time.perf_counter()
        self._connection.request(method, path, body or None, self._headers(body))
        answer = self._connection.getresponse()
        content = answer.read()
        whole = (time.perf_counter() - started) * 1000
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path} gave {answer.status}")
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self._cookies[name] = value
        server = re.search(r"dur=([\d.]+)", answer.headers.get("Server-Timing", ""))
        return (float(server[1]) if server else whole), whole, content

    def _headers(self, body: str) -> dict[str, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["X-CSRFToken"] = self._cookies["csrftoken"]
        return headers
