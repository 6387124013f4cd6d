"""What people decide: the dossier, its entities, its topic map and its brief definitions, read and checked."""
