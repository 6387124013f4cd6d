"""What is told to a person: problems with their mend, how numbers and lists are worded, and how far the work is."""
