"""What colleagues say about a draft: comments, suggestions and assignments."""
