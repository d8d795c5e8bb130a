from django.urls import path

from integraal.policy.picture.sharing import shared, views

urlpatterns = [
    path("beeld/<uuid:pk>/delen/", views.links, name="picture-sharing"),
    path("beeld/<uuid:pk>/delen/<uuid:link>/intrekken", views.revoke, name="picture-link-revoke"),
    path("gedeeld/<str:secret>/", shared.picture, name="shared-picture"),
    path("gedeeld/<str:secret>/pdf", shared.pdf, name="shared-pdf"),
    path("gedeeld/<str:secret>/huisstijl.css", shared.stylesheet, name="shared-style"),
    path("gedeeld/<str:secret>/schild.svg", shared.shield, name="shared-shield"),
]
