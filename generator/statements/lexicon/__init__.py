"""Word lists: what verbs and nouns attribute, which complements they take, and the closed classes of English."""
