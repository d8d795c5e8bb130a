from django.urls import path

from integraal.policy.picture.writing import views

urlpatterns = [
    path("beeld/<uuid:pk>/teksten/", views.texts, name="picture-texts"),
    path("beeld/<uuid:pk>/teksten/samenvatting", views.summary, name="picture-summary"),
    path("beeld/<uuid:pk>/teksten/cijfers", views.choices, name="picture-choices"),
    path("beeld/<uuid:pk>/tekst/<slug:theme>/<slug:part>/", views.text, name="picture-text"),
    path(
        "beeld/<uuid:pk>/tekst/<slug:theme>/<slug:part>/eerder",
        views.earlier,
        name="picture-text-earlier",
    ),
]
