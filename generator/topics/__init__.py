"""Stage 4: statements and the topic map become the concepts each statement speaks to, with the words that show it."""
