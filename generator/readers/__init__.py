"""Taking texts into a dossier: one module a format, each giving the text and what the file itself says about it."""
