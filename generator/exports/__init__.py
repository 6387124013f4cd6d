"""What other programs can read: each module makes one kind of file out of a dossier, whole, before it is written."""
