"""The kinds of section that a brief can have, as each declares itself: data that every other part may read."""
