"""Tell a load balancer, without session or tenant, whether the product can do its work."""

from collections.abc import Callable

import psycopg
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

PATH = "/gezond"
PATIENCE = 2.0  # seconds; who asks is a machine that asks again


class HealthMiddleware:
    """Answer ``/gezond`` before anything else: 200 with a working database, else 503."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path != PATH:
            return self.get_response(request)
        try:
            pool = connection.pool  # type: ignore[attr-defined]
            pool.open()
            with pool.connection(timeout=PATIENCE) as plain:
                plain.execute("SELECT 1")
        except psycopg.Error:
            return JsonResponse({"gezond": False, "database": "onbereikbaar"}, status=503)
        return JsonResponse({"gezond": True})
