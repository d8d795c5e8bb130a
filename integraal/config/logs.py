"""Structured logs without personal data: what happened and how long it took, never who or what.

A path may hold an identifier, so the log names the route instead; the message of an error may
quote a person's text, so the log gives the error's kind and place only.
"""

import json
import logging
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse

requests_log = logging.getLogger("integraal.request")


class JsonFormatter(logging.Formatter):
    """One JSON object per line; only fields known to carry no personal data."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "log": record.name,
        }
        if record.name.startswith("integraal"):
            line["message"] = record.getMessage()
            line.update(getattr(record, "fields", {}))
        else:
            # Libraries put paths, names and values in their messages: keep the template only.
            line["message"] = str(record.msg)[:200] if record.args else "(message withheld)"
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            line["where"] = [f"{frame.name}:{frame.lineno}" for frame in frames[-6:]]
        return json.dumps(line, ensure_ascii=False)


class RequestLogMiddleware:
    """Log route, status and duration of each request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        fields = {
            "method": request.method,
            "route": match.route if match else "(none)",
            "status": response.status_code,
            "ms": round((time.perf_counter() - started) * 1000, 1),
        }
        requests_log.info("request", extra={"fields": fields})
        response.headers["Server-Timing"] = f"app;dur={fields['ms']}"
        return response


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "integraal.config.logs.JsonFormatter"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["out"], "level": "WARNING"},
    "loggers": {
        "integraal": {"level": "INFO"},
        "django.request": {"level": "ERROR"},
        "django.server": {"level": "ERROR"},
    },
}
