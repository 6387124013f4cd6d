"""Rules: which words of a sentence attribute which others, and where contents begin and end."""
