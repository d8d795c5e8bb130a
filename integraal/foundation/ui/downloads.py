"""A file as the answer to a request: with its name, and shown by the browser or saved."""

from django.http import HttpResponse


def file_answer(
    name: str, content: bytes | str, content_type: str, *, is_shown: bool = False
) -> HttpResponse:
    """Return a file; a browser saves it under its name unless ``is_shown``."""
    how = "inline" if is_shown else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
