from django.urls import path

from integraal.policy.picture.reading import views

urlpatterns = [path("beeld/<uuid:pk>/lezen/", views.reading, name="picture-reading")]
