from django.urls import path

from integraal.policy.accountability.questions import views

_ALL = "verantwoording/raadsvragen/"
_ONE = f"{_ALL}<uuid:pk>/"

urlpatterns = [
    path(_ALL, views.all_questions, name="council-questions"),
    path(f"{_ALL}excel/", views.export, name="council-questions-export"),
    path(f"{_ALL}nieuw/", views.add, name="council-question-add"),
    path(_ONE, views.one, name="council-question"),
    path(f"{_ONE}aanpassen/", views.change, name="council-question-change"),
    path(f"{_ONE}antwoord/", views.answer, name="council-question-answer"),
    path(f"{_ONE}weghalen/", views.remove, name="council-question-remove"),
]
