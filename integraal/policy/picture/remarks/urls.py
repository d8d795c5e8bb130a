from django.urls import path

from integraal.policy.picture.remarks import views

urlpatterns = [
    path("beeld/<uuid:pk>/opmerkingen/", views.remark_list, name="remarks"),
    path("beeld/<uuid:pk>/opmerkingen/nieuw/", views.comment, name="remark-comment"),
    path("beeld/<uuid:pk>/opmerkingen/voorstel/", views.suggest, name="remark-suggest"),
    path("beeld/<uuid:pk>/opmerkingen/opdracht/", views.assign, name="remark-assign"),
    path("beeld/<uuid:pk>/opmerkingen/<uuid:row_id>/<slug:deed>", views.decide, name="remark"),
]
