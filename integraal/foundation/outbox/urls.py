"""Addresses of this room."""

from django.urls import URLPattern, URLResolver, path

from integraal.foundation.outbox import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("beheer/post/", views.outbox, name="outbox"),
    path("beheer/post/<uuid:pk>/opnieuw", views.mail_again, name="mail-again"),
]
