from django.urls import path

from integraal.policy.picture.beside import views

urlpatterns = [
    path("beeld/<uuid:pk>/naast/", views.choose_other, name="picture-beside-which"),
    path("beeld/<uuid:pk>/naast/<uuid:other>/", views.beside, name="picture-beside"),
]
