from django.urls import path

from integraal.policy.monitoring.joined import views

_ONE = "monitoring/meedoen/<uuid:pk>/"

urlpatterns = [
    path("monitoring/meedoen/", views.joined_programmes, name="joined-programmes"),
    path("monitoring/meedoen/nieuw/", views.new, name="joined-new"),
    path(f"{_ONE}aanpassen/", views.change, name="joined-change"),
    path(f"{_ONE}einde/", views.end, name="joined-end"),
]
