"""Referents: who a mention, a pronoun or a description is, in the light of the sentences before."""
