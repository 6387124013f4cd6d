"""mkdocs.yml of a dossier as data: read by our own reader, and held against a list of what may stand in it."""
