from django.urls import path

from integraal.policy.programme.overview import views

urlpatterns = [
    path("programma/", views.programme_index, name="programmes"),
    path("programma/nieuw/", views.start, name="programme-start"),
    path("programma/<uuid:pk>/", views.table, name="programme"),
]
