"""Tell a load balancer, without session or tenant, whether the product can do its work."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

PATH = "/gezond"


class HealthMiddleware:
    """Answer ``/gezond`` before anything else: 200 with a working database, else 503."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path != PATH:
            return self.get_response(request)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError:
            return JsonResponse({"gezond": False, "database": "onbereikbaar"}, status=503)
        return JsonResponse({"gezond": True})
