"""The papers of a report: PDF, Word and Excel, each made from an ``Account`` and nothing else."""
