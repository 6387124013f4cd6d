"""What the program needs of a machine and of a folder, looked at before anything fails."""
