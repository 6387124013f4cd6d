"""The subject library: what diplomacy speaks of, ready to be used in a topic map. One file a group, one entry an id."""
