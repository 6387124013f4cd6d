"""What a dossier could still be given: persons, phrases and concepts that its texts have and its files do not."""
