"""What is published of briefs and sources, and in which words: one for pages, prints, exports and news of editions."""
