"""Stage 7: briefs and what they rest on become Markdown pages in docs/."""
